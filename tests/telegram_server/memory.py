"""What the server knows of chats, messages, files and questions, and what it recorded of the bot."""

from __future__ import annotations

import itertools
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.telegram_server.sent import Raw, Refused, Sent

# Seconds that a question waits for its answer.
PATIENCE = {"callback": 150, "inline": 30}


@dataclass
class Memory:
    """`clock`: seconds for the flood limits and `Sent.at`; `wall`: the time told in messages.

    `remembers`: False records nothing but numbers (`accepted`, `requests`), for benches; `anyone`: every person is
    known, as if they had written. `left`, `blocked`, `deactivated`, `migrated`: chats that the bot may not write to.
    """

    token: str = "4242:test-token"
    username: str = "solipacte_bot"
    clock: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    remembers: bool = True
    anyone: bool = False
    sent: list[Sent] = field(default_factory=list)
    heard: dict[int, list[Sent]] = field(default_factory=lambda: defaultdict(list))
    refused: list[Refused] = field(default_factory=list)
    edited: list[Raw] = field(default_factory=list)
    accepted: Counter[str] = field(default_factory=Counter)
    requests: Counter[str] = field(default_factory=Counter)
    answered: list[Raw] = field(default_factory=list)
    inline: dict[str, Raw] = field(default_factory=dict)
    commands: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    descriptions: dict[tuple[str, str], str] = field(default_factory=dict)
    chats: set[int] = field(default_factory=set)
    rooms: dict[int, Raw] = field(default_factory=dict)
    blocked: set[int] = field(default_factory=set)
    left: set[int] = field(default_factory=set)
    deactivated: set[int] = field(default_factory=set)
    migrated: dict[int, int] = field(default_factory=dict)
    files: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    queries: set[str] = field(default_factory=set)
    _messages: dict[tuple[int, int], Raw] = field(default_factory=dict)
    _too_old: dict[str, float] = field(default_factory=dict)
    _message_numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))
    _query_numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def me(self) -> Raw:
        """The bot."""
        return {
            "id": int(self.token.partition(":")[0]),
            "is_bot": True,
            "first_name": "Solipacte",
            "username": self.username,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
        }

    def knows(self, chat: int) -> bool:
        """Whether somebody there ever wrote to the bot."""
        return chat in self.chats or (self.anyone and chat > 0)

    def room(self, chat: int) -> Raw:
        """A chat, as messages name it."""
        return dict(self.rooms.get(chat) or {"id": chat, "type": "private", "first_name": "x"})

    def next_message(self) -> int:
        """A fresh message id."""
        return next(self._message_numbers)

    def remember(self, message: Raw) -> None:
        """Keep a message, or what it became."""
        if self.remembers:
            self._messages[message["chat"]["id"], message["message_id"]] = message

    def remembered(self, chat: int, number: int) -> Raw | None:
        """A message of a chat."""
        return self._messages.get((chat, number))

    def forget(self, message: Raw) -> None:
        """A message is no more."""
        self._messages.pop((message["chat"]["id"], message["message_id"]), None)

    def speak(self, chat: int, content: Raw) -> Raw:
        """A new message of the bot."""
        number = self.next_message()
        me = {key: value for key, value in self.me.items() if key in ("id", "is_bot", "first_name", "username")}
        message = {
            "message_id": number,
            "from": me,
            "chat": self.room(chat),
            "date": int(self.wall()),
            **content,
        }
        self.remember(message)
        return message

    def shown(self, sent: Sent) -> Raw:
        """A message of the bot, as it comes back in an update."""
        return self._messages[sent.chat, sent.message_id]

    def accept(self, sent: Sent) -> None:
        """Record a send."""
        self.accepted[sent.method] += 1
        if self.remembers:
            self.sent.append(sent)
            self.heard[sent.chat].append(sent)

    def refuse(self, refused: Refused) -> None:
        """Record what was refused."""
        if self.remembers:
            self.refused.append(refused)

    def store_file(self, size: int, content: bytes = b"") -> str:
        """Keep a file; gives its id."""
        number = f"BQACAgQAAxkBAAI{len(self.files) + 1:08d}"
        self.files[number] = (size, content if self.remembers else b"")
        return number

    def ask(self, kind: str) -> str:
        """A fresh id of a callback or inline query."""
        number = str(next(self._query_numbers))
        self.queries.add(number)
        self._too_old[number] = self.wall() + PATIENCE[kind]
        return number

    def asked(self, number: str) -> bool:
        """Whether a question still waits for an answer; it does no more after that."""
        waits = number in self.queries and self.wall() < self._too_old.pop(number, float("inf"))
        self.queries.discard(number)
        return waits
