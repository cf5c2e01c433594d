"""Who speaks with the bot: people and groups, and what they hear."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

from tests.telegram_server.html import units
from tests.telegram_server.sent import Raw, Sent

if TYPE_CHECKING:
    from tests.telegram_server.server import TelegramServer

_COMMAND = re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>])")
_MENTION = re.compile(r"(?<!\w)@[a-zA-Z][a-zA-Z0-9_]{3,31}\b")


def entities_of(text: str) -> list[Raw]:
    """The commands and the mentions of a text, as Telegram finds them by itself."""
    found = [("bot_command", match) for match in _COMMAND.finditer(text)]
    found += [
        ("mention", match)
        for match in _MENTION.finditer(text)
        if not any(command.start() < match.start() < command.end() for _, command in found)
    ]
    return [
        {"type": kind, "offset": units(text[: match.start()]), "length": units(match[0])}
        for kind, match in sorted(found, key=lambda each: each[1].start())
    ]


class Speaker:
    """Somebody in a chat: what they do becomes an update, whose id is given. `last`: their last message's id."""

    def __init__(self, server: TelegramServer, user: Raw, chat: Raw) -> None:
        self.server, self.user, self.chat = server, user, chat
        self.last = 0

    @property
    def heard(self) -> list[Sent]:
        """What the bot sent to this chat, in order."""
        return self.server.heard[self.chat["id"]]

    async def hears(self, number: int = 1, *, after: int = 0, within: float = 10) -> list[Sent]:
        """Wait for `number` sends to this chat, those `after` the first ones."""
        try:
            async with asyncio.timeout(within):
                while len(self.heard) < after + number:  # noqa: ASYNC110 - a test waits, nobody tells
                    await asyncio.sleep(0.005)
        except TimeoutError:
            raise AssertionError(f"heard {self.heard[after:]} only") from None
        return self.heard[after : after + number]

    def message(self, **content: Any) -> Raw:
        """A new message in this chat, as the Bot API writes it."""
        message = {
            "message_id": self.server.next_message(),
            "date": int(self.server.wall()),
            "chat": dict(self.chat),
            "from": self.user,
            **content,
        }
        self.last = message["message_id"]
        self.server.chats.add(self.chat["id"])
        self.server.remember(message)
        return message

    def says(self, text: str, **more: Any) -> int:
        """Write."""
        entities = more.pop("entities", None) or entities_of(text)
        return self.server.deliver(
            message=self.message(text=text, **({"entities": entities} if entities else {}), **more)
        )

    def replies(self, text: str, to: Sent) -> int:
        """Answer a message of the bot."""
        return self.says(text, reply_to_message=self.server.shown(to))

    def opens_link(self, payload: str) -> int:
        """Open `https://t.me/<bot>?start=payload`."""
        return self.says(f"/start {payload}".strip())

    def edits(self, text: str, *, message: int | None = None) -> int:
        """Write a message again, the last one unless told."""
        number = message or self.last
        before = self.server.remembered(self.chat["id"], number) or self.message()
        found = entities_of(text)
        edited = {key: value for key, value in before.items() if key != "entities"}
        edited |= {"text": text, "edit_date": int(self.server.wall())} | ({"entities": found} if found else {})
        self.server.remember(edited)
        return self.server.deliver(edited_message=edited)

    def shares(self, latitude: float, longitude: float, *, live: bool = False) -> int:
        """Share a position."""
        location: Raw = {"latitude": latitude, "longitude": longitude} | ({"live_period": 900} if live else {})
        return self.server.deliver(message=self.message(location=location))

    def moves(self, latitude: float, longitude: float) -> int:
        """Go on, while the position is shared live."""
        before = self.server.remembered(self.chat["id"], self.last) or self.message()
        location = {"latitude": latitude, "longitude": longitude, "live_period": 900}
        edited = before | {"location": location, "edit_date": int(self.server.wall())}
        return self.server.deliver(edited_message=edited)

    def presses(self, button: str, *, of: Sent | None, by: Raw | None = None) -> int:
        """Press an inline button (its label, or what it sends); `of` None: of a message too old to be seen."""
        press: Raw = {"id": self.server.ask("callback"), "from": by or self.user, "chat_instance": "1"}
        press["data"] = (of.buttons if of else {}).get(button, button)
        inaccessible = {"chat": dict(self.chat), "message_id": 1, "date": 0}
        press["message"] = inaccessible if of is None else self.server.shown(of)
        return self.server.deliver(callback_query=press)

    def asks_inline(self, query: str) -> str:
        """Write `@bot query` in any chat; gives the id of the query."""
        number = self.server.ask("inline")
        self.server.deliver(inline_query={"id": number, "from": self.user, "query": query, "offset": ""})
        return number

    def chooses(self, result: str, *, of: str) -> int:
        """Send the result of an inline query (its id) to the chat."""
        results = self.server.inline[of]["results"]
        assert any(each["id"] == result for each in results), f"{result} is none of the results"
        chosen = {"result_id": result, "from": self.user, "query": ""}
        return self.server.deliver(chosen_inline_result=chosen)

    def sends(self, kind: str, *, caption: str | None = None, held: bytes = b"", **content: Any) -> int:
        """Send a document, a voice, a photo, a sticker, a contact… `held`: what it holds, zeros unless told."""
        size = len(held) or int(content.get("file_size") or 0)
        thing: Any = {"file_id": self.server.store_file(size, held), **content}
        thing |= {"file_unique_id": thing["file_id"][-8:]}
        if kind == "photo":
            thing = [thing | {"width": 1, "height": 1}]
        return self.server.deliver(message=self.message(**{kind: thing}, **({"caption": caption} if caption else {})))

    def sends_file(self, name: str, *, size: int = 1000, held: bytes = b"", caption: str | None = None) -> int:
        """Send a file of so many bytes, or what it holds."""
        told = {"file_name": name, "mime_type": "application/pdf", "file_size": len(held) or size}
        return self.sends("document", caption=caption, held=held, **told)

    def sends_voice(self, *, seconds: int = 3) -> int:
        """Speak."""
        return self.sends("voice", duration=seconds, mime_type="audio/ogg", file_size=4000)

    def sends_photo(self, *, caption: str | None = None) -> int:
        """Show a picture."""
        return self.sends("photo", caption=caption, file_size=60_000)

    def sends_sticker(self) -> int:
        """Send a sticker."""
        shape: Raw = {"width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular"}
        return self.sends("sticker", emoji="👍", file_size=20_000, **shape)

    def shares_contact(self) -> int:
        """Share somebody's number."""
        return self.server.deliver(message=self.message(contact={"phone_number": "+33100000000", "first_name": "Zoé"}))
