"""What a sync brought: every message since the last one, in order, decrypted when its key came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from nio import AsyncClient, MessageDirection
from nio.events.room_events import MegolmEvent
from nio.exceptions import EncryptionError
from nio.responses import RoomGetEventResponse, RoomMessagesResponse, SyncResponse

from bot.platforms.matrix import events
from bot.platforms.matrix.events import Room
from bot.platforms.matrix.trouble import unless_refused
from bot.post.arrival import Arrival

# Events read at once when a sync left some out, and how many times.
_PAGE, _PAGES = 100, 50
# Nobody else than us and one person.
_TWO = 2


@dataclass(slots=True)
class Batch:
    """Events by room, oldest first; `sealed`: whether the key of one has not come."""

    rooms: dict[str, list[Any]] = field(default_factory=dict)

    def unopened(self) -> bool:
        """Whether a key is missing."""
        return any(isinstance(event, MegolmEvent) for found in self.rooms.values() for event in found)


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads with one client."""

    client: AsyncClient

    async def collected(self, response: SyncResponse, since: str) -> Batch:
        """What a sync brought, and what it left out. Raises what nio raises."""
        batch = Batch()
        for name, joined in response.rooms.join.items():
            found = list(joined.timeline.events)
            if joined.timeline.limited and joined.timeline.prev_batch:
                found = [*await self._left_out(name, joined.timeline.prev_batch, since), *found]
            entered = [place for place, event in enumerate(found) if self._enters(event)]
            batch.rooms[name] = found[entered[-1] + 1 :] if entered else found
        return batch

    def open(self, batch: Batch) -> None:
        """Try again what could not be decrypted."""
        for found in batch.rooms.values():
            for place, event in enumerate(found):
                if isinstance(event, MegolmEvent):
                    found[place] = self._opened(event)

    async def arrivals(self, batch: Batch) -> list[Arrival]:
        """What was said to us."""
        said = []
        for name, found in batch.rooms.items():
            room = self.room(name)
            for event in found:
                arrival = await self._arrival(event, room)
                if arrival:
                    said.append(arrival)
        return said

    def room(self, name: str) -> Room:
        """What is known of a room."""
        known = self.client.rooms.get(name)
        members = known.member_count if known else _TWO
        my_name = (known.user_name(self.client.user_id) or "") if known else ""
        return Room(name, group=members > _TWO, me=self.client.user_id, my_name=my_name)

    async def _arrival(self, event: Any, room: Room) -> Arrival | None:  # noqa: ANN401 - any kind of event
        raw: Mapping[str, Any] = event.source
        if isinstance(event, MegolmEvent):
            return events.sealed(raw, room)
        if raw.get("sender") == room.me:
            return None
        if target := events.reacts_to(raw):
            answered = await self._event(room.id, target)
            return events.pressed(raw, room, answered) if answered else None
        to_us = False
        if room.group and (target := events.answers_to(raw)):
            answered = await self._event(room.id, target)
            to_us = bool(answered and answered.get("sender") == room.me)
        return events.read(raw, room, to_us=to_us)

    async def _event(self, room: str, name: str) -> Mapping[str, Any] | None:
        """An event, decrypted if it can be."""
        response = await self.client.room_get_event(room, name)
        if not isinstance(response, RoomGetEventResponse):
            unless_refused(response)
            return None
        event: Any = response.event
        if isinstance(event, MegolmEvent):
            event.room_id = room
            event = self._opened(event)
        source: Mapping[str, Any] = event.source
        return source

    def _opened(self, event: MegolmEvent) -> Any:  # noqa: ANN401 - any kind of event
        try:
            return self.client.decrypt_event(event)
        except EncryptionError:
            return event

    async def _left_out(self, room: str, start: str, since: str) -> list[Any]:
        """What was said between the last sync and the beginning of this one, oldest first."""
        found: list[Any] = []
        for _ in range(_PAGES):
            page = await self.client.room_messages(room, start, end=since, direction=MessageDirection.back, limit=_PAGE)
            if not isinstance(page, RoomMessagesResponse):
                unless_refused(page)
                break
            found += page.chunk
            if not page.chunk or not page.end or page.end == start or any(self._enters(e) for e in page.chunk):
                break
            start = page.end
        return found[::-1]

    def _enters(self, event: Any) -> bool:  # noqa: ANN401 - any kind of event
        """Whether we entered the room here: what was said before was not said to us."""
        raw: Mapping[str, Any] = getattr(event, "source", {})
        content = raw.get("content")
        previous = raw.get("unsigned", {}).get("prev_content", {}) if isinstance(raw.get("unsigned"), dict) else {}
        return (
            raw.get("type") == "m.room.member"
            and raw.get("state_key") == self.client.user_id
            and isinstance(content, dict)
            and content.get("membership") == "join"
            and previous.get("membership") != "join"
        )
