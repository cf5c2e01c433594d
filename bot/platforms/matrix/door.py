"""Listens to Matrix: our own sync loop, so that nothing is acknowledged before it is stored."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import structlog
from nio import AsyncClient
from nio.exceptions import LocalProtocolError
from nio.responses import ErrorResponse, JoinError, LoginResponse, SyncResponse

from bot.platforms.matrix.carrier import MatrixCarrier
from bot.platforms.matrix.reading import Batch, Reading
from bot.platforms.matrix.session import (
    DEVICE_NAME,
    PASSWORD,
    DeviceFolder,
    NotHereError,
    restore,
    session_of,
)
from bot.platforms.matrix.settings import PLATFORM, MatrixSettings
from bot.platforms.matrix.signing import sign_device
from bot.platforms.matrix.trouble import NETWORK, raised, told
from bot.post.arrival import Arrival, Cursor, Post
from bot.post.carrier import ClosedError, SendError, TooFastError
from bot.post.door import Health
from bot.post.weather import Weather
from bot.records.store import StoreUnavailable
from bot.talk.message import Address

log = structlog.get_logger(__name__)

DEVICE = "matrix-device"
# Milliseconds that a sync waits for news; a short one when a key is awaited.
NEWS, SOON = 30_000, 2_000
# Syncs that a missing key is waited for.
KEY_SYNCS = 3
# Tries to hold a folder that another worker still holds, and seconds between two.
HOLDS, HOLD = 30, 1
# Seconds between two tries to store what came, while the database is away.
PAUSES = (1, 2, 4, 8, 15)
FILTER: dict[str, Any] = {
    "room": {"timeline": {"limit": 100}, "ephemeral": {"types": []}, "account_data": {"types": []}},
    "presence": {"types": []},
    "account_data": {"types": []},
}
_TYPING = 15_000


@dataclass(slots=True, kw_only=True)
class MatrixDoor:
    """`weather` is shared with the sender."""

    settings: MatrixSettings
    client: AsyncClient
    carrier: MatrixCarrier
    post: Post
    weather: Weather
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    name: str = PLATFORM
    health: Health = Health.STARTING
    opened: bool = False
    folder: DeviceFolder = field(init=False)
    reading: Reading = field(init=False)
    _courtesies: set[asyncio.Task[Any]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.folder = DeviceFolder(self.settings.folder)
        self.reading = Reading(self.client)

    async def listen(self) -> None:
        """Listen until cancelled; returns when another worker holds the device. Raises ClosedError."""
        try:
            await self._hold()
            await self._enter()
            since = await self._cursor(self.name)
            first = True
            while True:
                since = await self._sync(since, first=first)
                first = False
        except NotHereError:
            log.warning(
                "the device of this robot on Matrix is held by another worker, or lost", folder=str(self.folder.path)
            )
            self.health = Health.ELSEWHERE
        except ClosedError:
            self.health = Health.CLOSED
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
                await self.sleep(HOLD)
        return self.folder.hold()

    async def _enter(self) -> None:
        """Be the device that the folder holds, or become a new one."""
        session = self.folder.session(recorded=await self._cursor(DEVICE), shared=self.settings.shared)
        if session is None:
            response = await self._tried(lambda: self.client.login(self.settings.password, device_name=DEVICE_NAME))
            session = session_of(response)
            self.client.user_id = session.user_id
            restore(self.client, self.folder, session)
            self.folder.keep(session)
        else:
            restore(self.client, self.folder, session)
        await self._stored([], Cursor(DEVICE, session.device_id))
        if self.client.should_upload_keys:
            await self._tried(self.client.keys_upload)
        self.folder.close_to_others()
        self._courtesy(self._sign())

    async def _sign(self) -> None:
        settings = self.settings
        if not await sign_device(self.client, settings.folder, settings.pickle_key, settings.password):
            log.warning("the device of this robot could not be signed: others may see a warning beside it")

    async def _sync(self, since: str | None, *, first: bool) -> str:
        """One round: read, wait for missing keys, store, and only then go on; gives where to go on from."""
        response = await self._tried(lambda: self._read(since, NEWS if not first else 0, full=first))
        batch, token = Batch(), str(response.next_batch)
        await self._keys(response)
        if since is not None:
            await self._collected(batch, response, since)
        for _ in range(KEY_SYNCS):
            if not batch.unopened():
                break
            response = await self._tried(lambda token=token: self._read(token, SOON, full=False))  # type: ignore[misc]  # the default is the token
            await self._keys(response)
            await self._collected(batch, response, token)
            token = str(response.next_batch)
            self.reading.open(batch)
        await self._enter_rooms(response)
        arrivals = await self._answered(batch)
        await self._stored(arrivals, Cursor(self.name, token))
        await self._lose_rooms(response)
        return token

    async def _read(self, since: str | None, timeout: int, *, full: bool) -> Any:  # noqa: ANN401, ASYNC109 - nio's own
        return await self.client.sync(timeout or None, FILTER, since=since, full_state=full)

    async def _collected(self, batch: Batch, response: SyncResponse, since: str) -> None:
        """Take what a sync brought, however many times the homeserver must be asked for what it left out."""
        while True:
            taken = Batch()
            try:
                await self.reading.collect(taken, response, since)
            except NETWORK as error:
                await self._away(self.now(), raised(error))
            else:
                break
        for room, found in taken.rooms.items():
            batch.rooms.setdefault(room, []).extend(found)

    async def _answered(self, batch: Batch) -> list[Arrival]:
        while True:
            try:
                arrivals = await self.reading.arrivals(batch)
            except NETWORK as error:
                await self._away(self.now(), raised(error))
            else:
                break
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

    async def _enter_rooms(self, response: SyncResponse) -> None:
        """Accept invitations, of the servers that may invite; follow rooms that were replaced."""
        for room, invited in response.rooms.invite.items():
            servers = {str(event.sender).partition(":")[2] for event in invited.invite_state if event.sender}
            allowed = not self.settings.allowed_servers or servers & set(self.settings.allowed_servers)
            with suppress(*NETWORK):
                await (self.client.join(room) if allowed else self.client.room_leave(room))
        for room, joined in response.rooms.join.items():
            for event in joined.timeline.events:
                raw = event.source
                if raw.get("type") == "m.room.tombstone":
                    await self._follow(room, raw.get("content", {}).get("replacement_room"))

    async def _follow(self, room: str, replacement: object) -> None:
        if not isinstance(replacement, str):
            return
        with suppress(*NETWORK):
            if not isinstance(await self.client.join(replacement), JoinError):
                self.carrier.moved[room] = replacement

    async def _lose_rooms(self, response: SyncResponse) -> None:
        """Who left is written to no more; a room where we are alone is left too."""
        for room in response.rooms.leave:
            await self._gone(room)
        for room in response.rooms.join:
            known = self.client.rooms.get(room)
            if known and len(known.users) <= 1 and not known.invited_users:
                with suppress(*NETWORK):
                    await self.client.room_leave(room)
                await self._gone(room)

    async def _gone(self, room: str) -> None:
        with suppress(StoreUnavailable):
            await self.post.gone(Address(PLATFORM, room))

    async def _cursor(self, name: str) -> str | None:
        for failures in range(10**9):
            try:
                return await self.post.cursor(name)
            except StoreUnavailable:
                await self.sleep(PAUSES[min(failures, len(PAUSES) - 1)])
        return None

    async def _stored(self, arrivals: Sequence[Arrival], cursor: Cursor) -> None:
        """Store what came, with how far it was read, however long the database is away."""
        for failures in range(10**9):
            try:
                await self.post.receive(arrivals, cursor=cursor)
            except StoreUnavailable:
                await self.sleep(PAUSES[min(failures, len(PAUSES) - 1)])
            else:
                return

    async def _tried(self, call: Callable[[], Awaitable[Any]]) -> Any:  # noqa: ANN401 - any of nio's answers
        """The answer to a call, however long the homeserver is away. Raises ClosedError."""
        while True:
            while (wait := self.weather.when() - self.now()) > 0:
                await self.sleep(wait)
            begun = self.now()
            self.weather.begin(begun)
            try:
                response = await call()
            except (*NETWORK, LocalProtocolError) as error:
                await self._away(begun, raised(error))
                continue
            if not isinstance(response, ErrorResponse):
                self._open(response)
                return response
            await self._refused(response, begun)

    async def _refused(self, response: ErrorResponse, begun: float) -> None:
        trouble = told(response)
        if (
            isinstance(response, ErrorResponse)
            and response.status_code == "M_FORBIDDEN"
            and not self.client.access_token
        ):
            trouble = ClosedError(PASSWORD)
        if isinstance(trouble, ClosedError):
            self.health = Health.CLOSED
            raise trouble
        if isinstance(trouble, TooFastError):
            self.weather.succeeded()
            await self.sleep(trouble.seconds)
            return
        await self._away(begun, trouble)

    def _open(self, response: object) -> None:
        if self.health is not Health.OPEN and not isinstance(response, LoginResponse):
            log.info("matrix answers")
            self.health, self.opened = Health.OPEN, True
        self.weather.succeeded()

    async def _away(self, begun: float, trouble: SendError) -> None:
        if isinstance(trouble, ClosedError):
            raise trouble
        if self.health is not Health.UNREACHABLE:
            log.warning("matrix does not answer", error=type(trouble).__name__)
        self.health = Health.UNREACHABLE
        self.weather.failed(self.now(), begun=begun)
        while (wait := self.weather.when() - self.now()) > 0:
            await self.sleep(wait)

    def _courtesy(self, work: Any) -> None:  # noqa: ANN401 - any coroutine
        task = asyncio.ensure_future(_quietly(work))
        self._courtesies.add(task)
        task.add_done_callback(self._courtesies.discard)


async def _quietly(work: Awaitable[object]) -> None:
    with suppress(LocalProtocolError, *NETWORK):
        await work
