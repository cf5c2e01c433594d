"""A real homeserver for the tests (Synapse), and a person who speaks to the robot from another program."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import importlib.util
import io
import itertools
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest
from nio import AsyncClient, AsyncClientConfig
from nio.crypto.attachments import decrypt_attachment
from nio.events.room_events import Event, MegolmEvent
from nio.responses import DownloadResponse, RoomCreateResponse, RoomSendResponse, SyncResponse, UploadResponse

from tests import memory

SECRET = "tests only"
_NUMBERS = itertools.count(1)


@dataclass
class Homeserver:
    """A Synapse that listens on loopback; its data are gone with it."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start, and wait until it answers."""
        with (self.folder / "output").open("ab") as output:
            command = [sys.executable, "-m", "synapse.app.homeserver", "-c", str(self.folder / "homeserver.yaml")]
            self.process = subprocess.Popen(command, cwd=self.folder, stdout=output, stderr=output)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(f"{self.url}/health", timeout=1):
                    return
            except (URLError, OSError):
                time.sleep(0.1)
        raise OSError((self.folder / "output").read_text()[-2000:])

    def stop(self) -> None:
        """Stop at once."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def register(self, name: str, password: str = "secret") -> str:
        """A new account; gives its user id."""
        nonce = json.loads(self._call("/_synapse/admin/v1/register"))["nonce"]
        signed = b"\0".join(part.encode() for part in (nonce, name, password, "notadmin"))
        mac = hmac.new(SECRET.encode(), signed, hashlib.sha1).hexdigest()
        body = {"nonce": nonce, "username": name, "password": password, "admin": False, "mac": mac}
        return str(json.loads(self._call("/_synapse/admin/v1/register", body))["user_id"])

    def _call(self, path: str, body: dict[str, Any] | None = None) -> bytes:
        data = json.dumps(body).encode() if body else None
        request = urllib.request.Request(f"{self.url}{path}", data=data, headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=20) as response:
            return bytes(response.read())


def _configure(folder: Path, port: int) -> None:
    # JSON is valid YAML.
    limit = {"per_second": 1e5, "burst_count": 100_000}
    limits = dict.fromkeys(
        ("rc_message", "rc_registration", "rc_admin_redaction", "rc_key_requests", "rc_presence", "rc_room_creation"),
        limit,
    )
    config = {
        "server_name": "agent-social.interieur.example",
        "report_stats": False,
        "registration_shared_secret": SECRET,
        "signing_key_path": str(folder / "signing.key"),
        "log_config": str(folder / "log.yaml"),
        "media_store_path": str(folder / "media"),
        "macaroon_secret_key": "tests only",
        "listeners": [
            {
                "port": port,
                "type": "http",
                "tls": False,
                "bind_addresses": ["127.0.0.1"],
                "resources": [{"names": ["client", "health"]}],
            }
        ],
        "database": {"name": "sqlite3", "args": {"database": str(folder / "homeserver.db")}},
        "trusted_key_servers": [],
        "federation_domain_whitelist": [],
        "bcrypt_rounds": 4,
        "presence": {"enabled": False},
        "filter_timeline_limit": 1000,
        **limits,
        "rc_login": {"address": limit, "account": limit, "failed_attempts": limit},
        "rc_joins": {"local": limit, "remote": limit},
        "rc_joins_per_room": limit,
        "rc_invites": {"per_room": limit, "per_user": limit, "per_issuer": limit},
    }
    (folder / "homeserver.yaml").write_text(json.dumps(config))
    (folder / "log.yaml").write_text(json.dumps({"version": 1, "root": {"level": "ERROR"}}))


@contextmanager
def running_homeserver() -> Iterator[Homeserver]:
    """A Synapse of one's own, gone in the end. Raises OSError or SubprocessError when it does not start."""
    folder = Path(tempfile.mkdtemp(prefix="synapse-", dir=memory.folder()))
    try:
        if importlib.util.find_spec("synapse") is None:
            raise FileNotFoundError("the package matrix-synapse is not installed")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            server = Homeserver(folder, probe.getsockname()[1])
        _configure(folder, server.port)
        configured = ["-m", "synapse.app.homeserver", "-c", str(folder / "homeserver.yaml"), "--generate-keys"]
        subprocess.run([sys.executable, *configured], cwd=folder, check=True, capture_output=True, timeout=60)
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def homeserver() -> Iterator[Homeserver]:
    """One Synapse for all the tests. Without it tests are skipped, but fail where CI=true promises it."""
    opening = running_homeserver()
    try:
        server = opening.__enter__()
    except (OSError, subprocess.SubprocessError) as error:
        reason = f"Synapse does not start here: {error}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    yield server
    opening.__exit__(None, None, None)


@dataclass
class Human:
    """Somebody with a program of their own. `heard`: what others said in their rooms, decrypted, in order."""

    server: Homeserver
    client: AsyncClient
    since: str | None = None
    heard: list[Event] = field(default_factory=list)

    @property
    def id(self) -> str:
        return str(self.client.user_id)

    @classmethod
    async def enter(cls, server: Homeserver, folder: Path, *, user: str | None = None) -> Human:
        """Log in on a new device."""
        user = user or server.register(f"agent-{next(_NUMBERS)}-{os.urandom(3).hex()}")
        folder.mkdir(parents=True, exist_ok=True)  # noqa: ASYNC240 - a test may block
        config = AsyncClientConfig(encryption_enabled=True, store_sync_tokens=False)
        client = AsyncClient(server.url, user, store_path=str(folder), config=config)
        await client.login("secret", device_name="Element")
        human = cls(server, client)
        await human.sync(wait=0, full=True)
        return human

    async def sync(self, *, wait: int = 1000, full: bool = False) -> SyncResponse:
        """One round, with what encryption asks for."""
        client = self.client
        filtered = {"room": {"timeline": {"limit": 1000}}}
        response = await client.sync(wait, filtered, since=self.since, full_state=full or self.since is None)
        assert isinstance(response, SyncResponse), response
        self.since = response.next_batch
        await client.send_to_device_messages()
        if client.should_upload_keys:
            await client.keys_upload()
        if client.should_query_keys:
            await client.keys_query()
        if client.should_claim_keys:
            await client.keys_claim(client.get_users_for_key_claiming())
        for joined in response.rooms.join.values():
            self.heard += [event for event in joined.timeline.events if event.sender != client.user_id]
        self.heard = [self._opened(event) for event in self.heard]
        return response

    async def opens(self, *people: str, encrypted: bool = True) -> str:
        """Open a room with some people; gives its id."""
        state = [{"type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}]
        response = await self.client.room_create(
            is_direct=len(people) == 1, invite=list(people), initial_state=state if encrypted else ()
        )
        assert isinstance(response, RoomCreateResponse), response
        await self.sync(wait=0)
        return str(response.room_id)

    async def joined(self, room: str, people: int = 2) -> None:
        """Wait until so many people are in a room."""
        async with asyncio.timeout(20):
            while len((await self.client.joined_members(room)).members) < people:  # noqa: ASYNC110 - asked, not told
                await asyncio.sleep(0.05)
        await self.sync(wait=0)

    async def says(self, room: str, text: str, **more: Any) -> str:
        """Write in a room, encrypted when it is; gives the event id."""
        return await self.sends(room, "m.room.message", {"msgtype": "m.text", "body": text, **more})

    async def sends(self, room: str, kind: str, content: dict[str, Any]) -> str:
        """Send any event."""
        response = await self.client.room_send(room, kind, content, ignore_unverified_devices=True)
        assert isinstance(response, RoomSendResponse), response
        return str(response.event_id)

    async def sends_file(
        self, room: str, name: str, content: bytes, *, caption: str = "", encrypted: bool = True, **more: Any
    ) -> str:
        """Send a file, as Element does; `more`: what its event says otherwise."""
        told: dict[str, Any] = {"msgtype": "m.file", "body": caption or name, "filename": name}
        told["info"] = {"mimetype": "application/octet-stream", "size": len(content)}
        where = await self.uploads(content, name, encrypted=encrypted)
        return await self.sends(room, "m.room.message", told | where | more)

    async def uploads(self, content: bytes, name: str, *, encrypted: bool = True) -> dict[str, Any]:
        """Put a file on the homeserver; gives where it is, as an event says it."""
        kind = "application/octet-stream"
        response, keys = await self.client.upload(
            io.BytesIO(content), kind, name, encrypt=encrypted, filesize=len(content)
        )
        assert isinstance(response, UploadResponse), response
        return {"file": {**keys, "url": response.content_uri}} if keys else {"url": response.content_uri}

    async def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """Any other call of the homeserver."""
        headers = {"Authorization": f"Bearer {self.client.access_token}"}
        data = None if body is None else json.dumps(body)
        response = await self.client.send(method, f"/_matrix/client/v3/{path}", data, headers)
        return dict(await response.json())

    async def presses(self, room: str, event: str, key: str) -> str:
        """React to a message."""
        relation = {"rel_type": "m.annotation", "event_id": event, "key": key}
        return await self.sends(room, "m.reaction", {"m.relates_to": relation})

    async def hears(self, number: int = 1, *, after: int = 0, within: float = 20) -> list[Event]:
        """Wait for so many messages of others."""
        try:
            async with asyncio.timeout(within):
                while len(self.messages) < after + number:
                    await self.sync()
        except TimeoutError:
            raise AssertionError(f"heard {len(self.messages)} only") from None
        return self.messages[after : after + number]

    @property
    def messages(self) -> list[Event]:
        """What was said, without states and reactions."""
        return [event for event in self.heard if event.source.get("type") in ("m.room.message", "m.room.encrypted")]

    async def file(self, event: Event) -> bytes:
        """The content of an encrypted file."""
        content = event.source["content"]["file"]
        response = await self.client.download(content["url"])
        assert isinstance(response, DownloadResponse), response
        return bytes(decrypt_attachment(response.body, content["key"]["k"], content["hashes"]["sha256"], content["iv"]))

    def _opened(self, event: Event) -> Event:
        if not isinstance(event, MegolmEvent):
            return event
        try:
            return self.client.decrypt_event(event)
        except Exception:  # noqa: BLE001 - its key may come later
            return event


NewHuman = Callable[..., Any]


@pytest.fixture
async def new_human(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[NewHuman]:
    """Somebody new, or a new device of somebody."""
    people: list[Human] = []

    async def enter(user: str | None = None) -> Human:
        human = await Human.enter(homeserver, tmp_path / f"human{len(people)}", user=user)
        people.append(human)
        return human

    yield enter
    for human in people:
        await human.client.close()
