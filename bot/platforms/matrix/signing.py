"""Cross-signing: the robot's device is signed by its account, so that no program shows it as unknown.

nio has none. The keys are made once, kept with the device, and uploaded again if the homeserver lost them.
Source: Matrix client-server API v1.11, 11.13.
"""

from __future__ import annotations

import base64
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from nio import AsyncClient
from nio.api import Api

USES = ("master", "self_signing", "user_signing")
_FILE = "cross-signing.key"
_PATH = "/_matrix/client/v3/keys"


@dataclass(frozen=True, slots=True)
class Keys:
    """The three keys of an account."""

    master: Ed25519PrivateKey
    self_signing: Ed25519PrivateKey
    user_signing: Ed25519PrivateKey


async def sign_device(client: AsyncClient, folder: Path, pickle_key: str, password: str) -> bool:
    """Have the device signed by the account; whether it is. Raises aiohttp's errors."""
    keys = read_or_make(folder / _FILE, pickle_key)
    known = await _call(client, "query", {"device_keys": {client.user_id: []}})
    master = known.get("master_keys", {}).get(client.user_id, {}).get("keys", {})
    if public(keys.master) not in master.values():
        uploaded = await _upload(client, keys, password)
        if not uploaded:
            return False
    device = known.get("device_keys", {}).get(client.user_id, {}).get(client.device_id)
    if not device:
        return False
    signer = f"ed25519:{public(keys.self_signing)}"
    if signer in device.get("signatures", {}).get(client.user_id, {}):
        return True
    return await _sign(client, keys, device)


async def _upload(client: AsyncClient, keys: Keys, password: str) -> bool:
    """Upload the keys; the homeserver may ask for the password."""
    user = client.user_id
    body: dict[str, Any] = {
        f"{use}_key": {"user_id": user, "usage": [use], "keys": {f"ed25519:{public(key)}": public(key)}}
        for use, key in ((use, getattr(keys, use)) for use in USES)
    }
    for use in USES[1:]:
        _signed(body[f"{use}_key"], user, keys.master)
    answer = await _call(client, "device_signing/upload", body)
    if "session" in answer:
        who = {"type": "m.id.user", "user": user}
        proof = {"type": "m.login.password", "identifier": who, "password": password, "session": answer["session"]}
        answer = await _call(client, "device_signing/upload", body | {"auth": proof})
    return not answer.get("errcode") and "flows" not in answer


async def _sign(client: AsyncClient, keys: Keys, device: dict[str, Any]) -> bool:
    """Sign the device by the account, and the account by the device."""
    user, olm = client.user_id, client.olm
    if olm is None:
        return False
    signed = {name: value for name, value in device.items() if name not in ("signatures", "unsigned")}
    _signed(signed, user, keys.self_signing)
    name = public(keys.master)
    master: dict[str, Any] = {"user_id": user, "usage": ["master"], "keys": {f"ed25519:{name}": name}}
    master["signatures"] = {user: {f"ed25519:{client.device_id}": olm.sign_json(dict(master))}}
    answer = await _call(client, "signatures/upload", {user: {client.device_id: signed, name: master}})
    return not answer.get("errcode") and not answer.get("failures")


def _signed(value: dict[str, Any], user: str, key: Ed25519PrivateKey) -> None:
    signature = key.sign(Api.to_canonical_json(value).encode())
    value["signatures"] = {user: {f"ed25519:{public(key)}": _base64(signature)}}


async def _call(client: AsyncClient, path: str, body: dict[str, Any]) -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {client.access_token}", "Content-Type": "application/json"}
    response = await client.send("POST", f"{_PATH}/{path}", json.dumps(body), headers)
    try:
        answer = await response.json(content_type=None)
    except ValueError:
        return {"errcode": "M_UNKNOWN"}
    return answer if isinstance(answer, dict) else {"errcode": "M_UNKNOWN"}


def public(key: Ed25519PrivateKey) -> str:
    """The public half, as Matrix writes it."""
    return _base64(key.public_key().public_bytes_raw())


def read_or_make(file: Path, pickle_key: str) -> Keys:
    """The keys kept in a file (0600, sealed by the pickle key); new ones when there are none that can be read."""
    cipher = AESGCM(HKDF(algorithm=SHA256(), length=32, salt=None, info=b"cross-signing").derive(pickle_key.encode()))
    try:
        sealed = file.read_bytes()
        seeds = cipher.decrypt(sealed[:12], sealed[12:], None)
        return Keys(*(Ed25519PrivateKey.from_private_bytes(seeds[start : start + 32]) for start in (0, 32, 64)))
    except (FileNotFoundError, InvalidTag, ValueError):
        seeds, nonce = os.urandom(96), os.urandom(12)
    draft = file.with_name(f".{file.name}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as written:
        written.write(nonce + cipher.encrypt(nonce, seeds, None))
        written.flush()
        os.fsync(written.fileno())
    draft.replace(file)
    return Keys(*(Ed25519PrivateKey.from_private_bytes(seeds[start : start + 32]) for start in (0, 32, 64)))


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode().rstrip("=")
