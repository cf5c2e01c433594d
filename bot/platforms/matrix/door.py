"""Listens to Matrix: our own sync loop, so that nothing is acknowledged before it is stored."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import structlog
from nio import AsyncClient
from nio.exceptions import LocalProtocolError
from nio.responses import LoginError, SyncResponse

from bot.platforms.matrix.calls import Calls
from bot.platforms.matrix.carrier import MatrixCarrier
from bot.platforms.matrix.reading import Batch, Reading
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.session import (
    DEVICE_NAME,
    PASSWORD,
    DeviceFolder,
    NotHereError,
    Session,
    restore,
    session_of,
)
from bot.platforms.matrix.settings import PLATFORM, MatrixSettings
from bot.platforms.matrix.signing import sign_device
from bot.platforms.matrix.trouble import NETWORK
from bot.post.arrival import Arrival, Cursor, Post
from bot.post.carrier import ClosedError
from bot.post.door import Health
from bot.post.patience import patiently

log = structlog.get_logger(__name__)

DEVICE = "matrix-device"
# Milliseconds that a sync waits for news; a short one when a key is awaited.
NEWS, SOON = 30_000, 2_000
# Syncs that a missing key is waited for.
KEY_SYNCS = 3
# Tries to hold a folder that another worker still holds, and seconds between two.
HOLDS, HOLD = 30, 1
FILTER: dict[str, Any] = {
    "room": {"timeline": {"limit": 100}, "ephemeral": {"types": []}, "account_data": {"types": []}},
    "presence": {"types": []},
    "account_data": {"types": []},
}
_TYPING = 15_000


@dataclass(slots=True, kw_only=True)
class MatrixDoor:
    """`calls` tells how the homeserver fares, and waits through its outages."""

    settings: MatrixSettings
    client: AsyncClient
    carrier: MatrixCarrier
    post: Post
    calls: Calls
    name: str = PLATFORM
    folder: DeviceFolder = field(init=False)
    reading: Reading = field(init=False)
    rooms: Rooms = field(init=False)
    _courtesies: set[asyncio.Task[Any]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.folder = DeviceFolder(self.settings.folder)
        self.reading = Reading(self.client)
        self.rooms = Rooms(self.client, self.carrier, self.calls, self.post, self.settings.allowed_servers)

    @property
    def health(self) -> Health:
        """How it fares."""
        return self.calls.health

    @property
    def opened(self) -> bool:
        """Whether the homeserver ever let us in."""
        return self.calls.opened

    async def listen(self) -> None:
        """Listen until cancelled; returns when another worker holds the device. Raises ClosedError."""
        try:
            await self._hold()
            await self._enter()
            since = await self._cursor(self.name)
            first = True
            while True:
                since = await self._sync(since, first=first)
                self.carrier.entered.set()
                first = False
        except NotHereError:
            log.warning(
                "the device of this robot on Matrix is held by another worker, or lost", folder=str(self.folder.path)
            )
            self.calls.health = Health.ELSEWHERE
        except ClosedError:
            self.calls.health = Health.CLOSED
            raise
        finally:
            # Whoever leads next holds it; that may be this process again.
            self.folder.release()

    async def close(self) -> None:
        """Let go of the connection and of the folder."""
        for task in self._courtesies:
            task.cancel()
        await asyncio.gather(*self._courtesies, return_exceptions=True)
        await self.carrier.close()
        await self.client.close()
        self.folder.release()

    async def _hold(self) -> None:
        """Hold the folder; of several workers, the one that led before may still be letting go of it."""
        for _ in range(HOLDS if self.settings.shared else 0):
            try:
                return self.folder.hold()
            except ClosedError:
                await self.calls.sleep(HOLD)
        return self.folder.hold()

    async def _enter(self) -> None:
        """Be the device that the folder holds, or become a new one."""
        session = self.folder.session(recorded=await self._cursor(DEVICE), shared=self.settings.shared)
        if session is None:
            session = await self._logged_in()
            restore(self.client, self.folder, session)
            self.folder.keep(session)
        else:
            restore(self.client, self.folder, session)
        await self._stored([], Cursor(DEVICE, session.device_id))
        if self.client.should_upload_keys:
            await self.calls.tried(self.client.keys_upload)
        self.folder.close_to_others()
        self._courtesy(self._sign())

    async def _logged_in(self) -> Session:
        """Become a new device. Raises ClosedError when the password is refused."""
        enter = partial(self.client.login, self.settings.password, device_name=DEVICE_NAME)
        response = await self.calls.asked(enter)
        if isinstance(response, LoginError):
            raise ClosedError(PASSWORD)
        session = session_of(response)
        self.client.user_id = session.user_id
        return session

    async def _sign(self) -> None:
        settings = self.settings
        if not await sign_device(self.client, settings.folder, settings.pickle_key, settings.password):
            log.warning("the device of this robot could not be signed: others may see a warning beside it")

    async def _sync(self, since: str | None, *, first: bool) -> str:
        """One round: read, wait for missing keys, store, and only then go on; gives where to go on from."""
        responses = [await self._read(since, 0 if first else NEWS, full=first)]
        batch = Batch()
        if since is not None:
            await self._collected(batch, responses[0], since)
        while batch.unopened() and len(responses) <= KEY_SYNCS:
            token = str(responses[-1].next_batch)
            responses.append(await self._read(token, SOON, full=False))
            await self._collected(batch, responses[-1], token)
            self.reading.open(batch)
        await self.rooms.enter(responses)
        arrivals = await self._heard(batch)
        token = str(responses[-1].next_batch)
        await self._stored(arrivals, Cursor(self.name, token))
        await self.rooms.lose(responses)
        return token

    async def _read(self, since: str | None, wait: int, *, full: bool) -> SyncResponse:
        """One sync, and what encryption asks for after it."""
        asks = partial(self.client.sync, wait, FILTER, since=since, full_state=full)
        response: SyncResponse = await self.calls.tried(asks)
        await self._keys(response)
        return response

    async def _collected(self, batch: Batch, response: SyncResponse, since: str) -> None:
        """Take what a sync brought, however many times the homeserver must be asked for what it left out."""
        taken: Batch = await self.calls.tried(lambda: self.reading.collected(response, since))
        for room, found in taken.rooms.items():
            batch.rooms.setdefault(room, []).extend(found)

    async def _heard(self, batch: Batch) -> list[Arrival]:
        arrivals: list[Arrival] = await self.calls.tried(lambda: self.reading.arrivals(batch))
        for room in {arrival.message.address.room.partition(" ")[0] for arrival in arrivals}:
            self._courtesy(self.client.room_typing(room, typing_state=True, timeout=_TYPING))
        return arrivals

    async def _keys(self, response: SyncResponse) -> None:
        """What encryption asks for between two syncs."""
        client = self.client
        if client.olm is None:
            return
        count = response.device_key_count.signed_curve25519
        if not count:
            # nio would never make new ones once all are used.
            client.olm.uploaded_key_count = 0
        with suppress(LocalProtocolError, *NETWORK):
            await client.send_to_device_messages()
            if client.should_upload_keys:
                await client.keys_upload()
            if client.should_query_keys:
                await client.keys_query()
            if client.should_claim_keys:
                await client.keys_claim(client.get_users_for_key_claiming())

    async def _cursor(self, name: str) -> str | None:
        return await patiently(lambda: self.post.cursor(name), self.calls.sleep)

    async def _stored(self, arrivals: list[Arrival], cursor: Cursor) -> None:
        """Store what came, with how far it was read, however long the database is away."""
        await patiently(lambda: self.post.receive(arrivals, cursor=cursor), self.calls.sleep)

    def _courtesy(self, work: Any) -> None:  # noqa: ANN401 - any coroutine
        task = asyncio.ensure_future(_quietly(work))
        self._courtesies.add(task)
        task.add_done_callback(self._courtesies.discard)


async def _quietly(work: Awaitable[object]) -> None:
    with suppress(LocalProtocolError, *NETWORK):
        await work
