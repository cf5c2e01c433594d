"""Who speaks with the bot: people and groups, and what they hear."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.telegram_server.server import TelegramServer

Raw = dict[str, Any]


@dataclass(frozen=True)
class Sent:
    """Something the bot sent. `text`: as people see it; `at`: seconds of the server's clock."""

    method: str
    chat: int
    message_id: int
    text: str
    at: float
    parameters: Mapping[str, Any] = field(repr=False)
    entities: tuple[Raw, ...] = ()
    document: bytes | None = None
    file_name: str | None = None

    @property
    def markup(self) -> Raw:
        """The keyboard, `{}` when there is none."""
        return self.parameters.get("reply_markup") or {}

    @property
    def buttons(self) -> dict[str, str]:
        """What each inline button sends, by its label."""
        rows = self.markup.get("inline_keyboard", ())
        return {button["text"]: button.get("callback_data", "") for row in rows for button in row}

    @property
    def reply_to(self) -> int | None:
        """The message that it answers."""
        return (self.parameters.get("reply_parameters") or {}).get("message_id")


class Speaker:
    """Somebody in a chat: what they do becomes an update."""

    def __init__(self, server: TelegramServer, user: Raw, chat: Raw) -> None:
        self.server, self.user, self.chat = server, user, chat

    @property
    def heard(self) -> list[Sent]:
        """What the bot sent to this chat, in order."""
        return [sent for sent in self.server.sent if sent.chat == self.chat["id"]]

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
        """A message of this chat, as the Bot API writes it."""
        number = self.server.next_message()
        return {"message_id": number, "date": int(self.server.wall()), "chat": self.chat, "from": self.user, **content}

    def says(self, text: str, **more: Any) -> int:
        """Write; gives the update id."""
        entities = (
            [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}] if text[:1] == "/" else []
        )
        return self.server.deliver(
            message=self.message(text=text, **({"entities": entities} if entities else {}), **more)
        )

    def edits(self, text: str) -> int:
        """Write a message again."""
        return self.server.deliver(edited_message=self.message(text=text, edit_date=int(self.server.wall())))

    def shares(self, latitude: float, longitude: float, *, live: bool = False) -> int:
        """Share a position."""
        location: Raw = {"latitude": latitude, "longitude": longitude} | ({"live_period": 900} if live else {})
        return self.server.deliver(message=self.message(location=location))

    def sends(self, kind: str, *, caption: str | None = None, **content: Any) -> int:
        """Send a document, a voice, a photo, a sticker, a contact…"""
        thing: Any = {"file_id": "f", "file_unique_id": "u", **content}
        thing = [thing | {"width": 1, "height": 1}] if kind == "photo" else thing
        return self.server.deliver(message=self.message(**{kind: thing}, **({"caption": caption} if caption else {})))

    def presses(self, data: str, *, of: Sent | None, by: Raw | None = None) -> int:
        """Press an inline button of a message of the bot (None: one that is too old to be seen)."""
        press: Raw = {"id": str(self.server.next_query()), "from": by or self.user, "chat_instance": "1", "data": data}
        if of is None:
            press["message"] = {"chat": self.chat, "message_id": 1, "date": 0}
        else:
            press["message"] = self.server.shown(of, self.chat)
        return self.server.deliver(callback_query=press)

    def asks_inline(self, query: str) -> str:
        """Write `@bot query` in any chat; gives the id of the query."""
        number = str(self.server.next_query())
        self.server.deliver(inline_query={"id": number, "from": self.user, "query": query, "offset": ""})
        return number


class Person(Speaker):
    """A private chat."""

    def blocks(self, *, told: bool = True) -> None:
        """Block the bot; `told`: it is told at once."""
        self.server.blocked.add(self.chat["id"])
        if told:
            self.server.deliver(my_chat_member=self._member("kicked"))

    def unblocks(self) -> None:
        """Let the bot write again."""
        self.server.blocked.discard(self.chat["id"])
        self.server.deliver(my_chat_member=self._member("member"))

    def leaves_telegram(self) -> None:
        """The account is no more."""
        self.server.deactivated.add(self.chat["id"])

    def _member(self, status: str) -> Raw:
        return {
            "chat": self.chat,
            "from": self.user,
            "date": int(self.server.wall()),
            "old_chat_member": {"user": self.server.me, "status": "member"},
            "new_chat_member": {"user": self.server.me, "status": status, "until_date": 0},
        }


class Group(Speaker):
    """A member of a group; `of` gives another one."""

    def of(self, person: Person) -> Group:
        """The same group, as somebody else speaks in it."""
        return Group(self.server, person.user, self.chat)

    def mentions(self, text: str) -> int:
        """Write with the bot's name in front."""
        name = f"@{self.server.username}"
        entity = {"type": "mention", "offset": 0, "length": len(name)}
        return self.says(f"{name} {text}", entities=[entity])

    def replies(self, text: str, to: Sent) -> int:
        """Answer a message of the bot."""
        return self.says(text, reply_to_message=self.server.shown(to, self.chat))

    def migrates(self) -> int:
        """Become a supergroup; gives its new id."""
        old = int(self.chat["id"])
        new = old - 1_000_000_000_000
        self.server.migrated[old] = new
        self.server.deliver(message=self.message(migrate_to_chat_id=new))
        self.chat = {**self.chat, "id": new, "type": "supergroup"}
        self.server.chats.add(new)
        return new
