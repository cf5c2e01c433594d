// Somebody who speaks through matrix-js-sdk: commands come on stdin, what happens goes to stdout, one JSON a line.
import { webcrypto } from "node:crypto";
import { createInterface } from "node:readline";

// What Node has since 19 and 22, and the SDK needs.
globalThis.crypto ??= webcrypto;
Promise.withResolvers ??= function () {
    const made = {};
    made.promise = new this((resolve, reject) => Object.assign(made, { resolve, reject }));
    return made;
};
for (const level of ["debug", "info", "log", "trace", "warn"]) console[level] = console.error;

const { ClientEvent, MatrixEventEvent, RoomEvent, RoomMemberEvent, createClient } = await import("matrix-js-sdk");
const { EventShieldColour, EventShieldReason, OnlySignedDevicesIsolationMode } = await import(
    "matrix-js-sdk/lib/crypto-api/index.js"
);

const { MATRIX_URL: baseUrl, MATRIX_USER: user, MATRIX_PASSWORD: password } = process.env;
const identifier = { type: "m.id.user", user };
const login = { type: "m.login.password", identifier, password };

const tell = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);

const session = await createClient({ baseUrl }).loginRequest(login);
const userId = session.user_id;
const deviceId = session.device_id;
const client = createClient({ baseUrl, userId, deviceId, accessToken: session.access_token });
await client.initRustCrypto({ useIndexedDB: false });
const crypto = client.getCrypto();
// Programs do so at the first login.
await crypto.bootstrapCrossSigning({ authUploadDeviceSigningKeys: (upload) => upload(login) });

/** Tell of a message of somebody else. */
async function hears(event) {
    if (event.getSender() === userId || !["m.room.message", "m.room.encrypted"].includes(event.getType())) return;
    const info = await crypto.getEncryptionInfoForEvent(event);
    const shield = info && {
        colour: EventShieldColour[info.shieldColour],
        reason: info.shieldReason === null ? null : EventShieldReason[info.shieldReason],
    };
    const { body, msgtype } = event.getContent();
    tell({
        heard: {
            room: event.getRoomId(),
            sender: event.getSender(),
            body,
            msgtype,
            encrypted: event.isEncrypted(),
            failed: event.isDecryptionFailure(),
            shield,
        },
    });
}

client.on(MatrixEventEvent.Decrypted, hears);
client.on(RoomEvent.Timeline, (event) => event.isEncrypted() || hears(event));

/** Open an encrypted room, and wait until the other is there. */
async function opens(invited) {
    const encryption = { type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } };
    const joined = Promise.withResolvers();
    client.on(RoomMemberEvent.Membership, (event, member) => {
        if (member.userId === invited && member.membership === "join") joined.resolve();
    });
    const { room_id: room } = await client.createRoom({
        is_direct: true,
        preset: "trusted_private_chat",
        invite: [invited],
        initial_state: [encryption],
    });
    await joined.promise;
    return { room };
}

/** Whether each device of somebody is signed by its account. */
async function trusts(somebody) {
    const devices = (await crypto.getUserDeviceInfo([somebody], true)).get(somebody);
    const trusted = {};
    for (const device of devices.keys()) {
        trusted[device] = (await crypto.getDeviceVerificationStatus(somebody, device)).signedByOwner;
    }
    return { trusted };
}

const commands = {
    room: ({ invite }) => opens(invite),
    say: async ({ room, text }) => ({ said: (await client.sendTextMessage(room, text)).event_id }),
    strict: () => {
        crypto.setDeviceIsolationMode(new OnlySignedDevicesIsolationMode());
        return { strict: true };
    },
    trust: ({ user: somebody }) => trusts(somebody),
};

const prepared = new Promise((resolve) => client.once(ClientEvent.Sync, resolve));
await client.startClient();
await prepared;
tell({ ready: deviceId });
for await (const line of createInterface({ input: process.stdin })) {
    const command = JSON.parse(line);
    tell(await commands[command.do](command));
}
process.exit();
