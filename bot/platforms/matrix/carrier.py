"""Sends to Matrix rooms, encrypted where they are, and says what became of it."""

from __future__ import annotations

import asyncio
import base64
import io
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from nio import AsyncClient
from nio.exceptions import EncryptionError, LocalProtocolError
from nio.responses import ErrorResponse, RoomSendResponse, UploadResponse

from bot.platforms.matrix import render
from bot.platforms.matrix.events import CHOICES, KEYCAPS
from bot.platforms.matrix.files import fetched
from bot.platforms.matrix.settings import PLATFORM
from bot.platforms.matrix.trouble import NETWORK, raised, told
from bot.post.carrier import Manner, MovedError, NotSentError, Parcel
from bot.post.pace import Limits
from bot.talk.message import Message, Reply

TOGETHER = 8
# Reactions under way; beyond, they are left out: the numbers stay.
MOST_COURTESIES = 60
# Slots remembered.
MOST_SLOTS = 200


@dataclass(slots=True)
class MatrixCarrier:
    """`moved`: rooms that were replaced, by the one that replaces them; `entered`: the homeserver let us in."""

    client: AsyncClient
    name: str = PLATFORM
    moved: dict[str, str] = field(default_factory=dict)
    entered: asyncio.Event = field(default_factory=asyncio.Event)
    _rooms: defaultdict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))
    _courtesies: set[asyncio.Task[None]] = field(default_factory=set)
    _slots: dict[tuple[str, str], str] = field(default_factory=dict)
    """The event of each slot; forgotten at a restart, when another one begins."""

    @property
    def manner(self) -> Manner:
        """A send repeated under its transaction id arrives once."""
        return Manner(Limits(), together=TOGETHER, repeatable=True)

    def pack(self, reply: Reply, to: Message | None) -> tuple[Parcel, ...]:
        """The sends that make up a reply."""
        return render.parcels(reply, to)

    async def send(self, room: str, parcel: Parcel, key: str) -> None:
        """Deliver one parcel. Raises a SendError."""
        chat, _, person = room.partition(" ")
        if chat in self.moved:
            raise MovedError(f"{self.moved[chat]} {person}".strip())
        try:
            # Two sends at once to a room may use a key that one of them is replacing.
            async with self._rooms[chat]:
                await self._send(chat, parcel, key)
        except (*NETWORK, LocalProtocolError, EncryptionError) as error:
            raise raised(error) from None

    async def fetch(self, handle: str, most: int) -> bytes:
        """The content of a file that somebody sent. Raises FileError.

        Before we are let in, it waits: what was said before a start is answered at once after it.
        """
        await self.entered.wait()
        return await fetched(self.client, handle, most)

    async def close(self) -> None:
        """Let go of what is under way."""
        for task in self._courtesies:
            task.cancel()
        await asyncio.gather(*self._courtesies, return_exceptions=True)

    async def _send(self, room: str, parcel: Parcel, key: str) -> None:
        if not self.client.logged_in or room not in self.client.rooms:
            raise NotSentError("the room is not known yet")
        content = await self._uploaded(room, parcel) if parcel["type"] == "file" else parcel["content"]
        if self.client.olm and self.client.should_query_keys:
            await self.client.keys_query()
        slot = parcel.get("slot", "")
        if slot and (known := self._slots.get((room, slot))):
            await self._event(room, render.MESSAGE, render.in_place_of(known, content), key)
            return
        sent = await self._event(room, render.MESSAGE, content, key)
        if slot:
            if len(self._slots) >= MOST_SLOTS:
                del self._slots[next(iter(self._slots))]
            self._slots[room, slot] = sent.event_id
        if offered := content.get(CHOICES):
            self._courtesy(self._react(room, sent.event_id, len(offered), key))

    async def _event(self, room: str, kind: str, content: dict[str, Any], key: str) -> RoomSendResponse:
        sent = await self.client.room_send(room, kind, content, tx_id=key, ignore_unverified_devices=True)
        if isinstance(sent, ErrorResponse):
            raise told(sent)
        return sent

    async def _uploaded(self, room: str, parcel: Parcel) -> dict[str, Any]:
        """Upload a file, encrypted where the room is."""
        content, encrypted = base64.b64decode(parcel["content"]), self.client.rooms[room].encrypted
        response, keys = await self.client.upload(
            io.BytesIO(content), parcel["media_type"], parcel["name"], encrypt=encrypted, filesize=len(content)
        )
        if not isinstance(response, UploadResponse):
            raise told(response)
        where = {"file": {**keys, "url": response.content_uri}} if keys else {"url": response.content_uri}
        return {
            "msgtype": "m.file",
            "body": parcel["name"],
            "filename": parcel["name"],
            "info": {"mimetype": parcel["media_type"], "size": len(content)},
            "m.mentions": {},
            **where,
        }

    async def _react(self, room: str, event: str, choices: int, key: str) -> None:
        """Put the numbers under a message, so that a tap is enough."""
        for number in range(choices):
            relation = {"rel_type": "m.annotation", "event_id": event, "key": KEYCAPS[number]}
            await self._event(room, "m.reaction", {"m.relates_to": relation}, f"{key}-{number}")

    def _courtesy(self, work: Any) -> None:  # noqa: ANN401 - any coroutine
        if len(self._courtesies) >= MOST_COURTESIES:
            work.close()
            return
        task = asyncio.create_task(_quietly(work))
        self._courtesies.add(task)
        task.add_done_callback(self._courtesies.discard)


async def _quietly(work: Any) -> None:  # noqa: ANN401 - any coroutine
    """A courtesy that fails harms nobody: the text has been sent."""
    try:
        await work
    except Exception as error:  # noqa: BLE001 - see above
        raised(error)
