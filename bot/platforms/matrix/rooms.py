"""Rooms entered, followed and lost."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from nio import AsyncClient
from nio.responses import JoinError, SyncResponse

from bot.platforms.matrix.calls import Calls
from bot.platforms.matrix.carrier import MatrixCarrier
from bot.platforms.matrix.settings import PLATFORM
from bot.post.arrival import Post
from bot.records.store import StoreUnavailable
from bot.talk.message import Address


@dataclass(frozen=True, slots=True)
class Rooms:
    """`allowed_servers`: only their people may invite, when any is named."""

    client: AsyncClient
    carrier: MatrixCarrier
    calls: Calls
    post: Post
    allowed_servers: tuple[str, ...]

    async def enter(self, responses: Iterable[SyncResponse]) -> None:
        """Accept invitations, of the servers that may invite; follow rooms that were replaced."""
        for response in responses:
            for room, invited in response.rooms.invite.items():
                await self._invited(room, {str(event.sender) for event in invited.invite_state if event.sender})
            for room, joined in response.rooms.join.items():
                for event in joined.timeline.events:
                    if event.source.get("type") == "m.room.tombstone":
                        await self._follow(room, event.source.get("content", {}).get("replacement_room"))

    async def lose(self, responses: Iterable[SyncResponse]) -> None:
        """Who left is written to no more; a room where we are alone is left too."""
        for response in responses:
            for room in response.rooms.leave:
                await self._gone(room)
            for room in response.rooms.join:
                known = self.client.rooms.get(room)
                if known and len(known.users) <= 1 and not known.invited_users:
                    await self.calls.asked(lambda room=room: self.client.room_leave(room))  # type: ignore[misc]  # the default is the room
                    await self._gone(room)

    async def _invited(self, room: str, people: set[str]) -> None:
        servers = {person.partition(":")[2] for person in people}
        allowed = not self.allowed_servers or servers & set(self.allowed_servers)
        # An invitation is told once: it is answered however long the homeserver is away.
        await self.calls.asked(lambda: self.client.join(room) if allowed else self.client.room_leave(room))

    async def _follow(self, room: str, replacement: object) -> None:
        if not isinstance(replacement, str):
            return
        if not isinstance(await self.calls.asked(lambda: self.client.join(replacement)), JoinError):
            self.carrier.moved[room] = replacement

    async def _gone(self, room: str) -> None:
        with suppress(StoreUnavailable):  # the next send will be refused, and says the same
            await self.post.gone(Address(PLATFORM, room))
