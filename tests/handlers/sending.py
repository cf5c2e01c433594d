"""What the tests of files that agents send share."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from bot.app import House
from bot.platforms.markup import plain
from bot.talk.fetching import FileError, Why
from bot.talk.message import Address, FileRef, Message

PLATFORM = "telegram"


@dataclass
class Shelf:
    """A messenger that holds files. `fetched`: how many times each was asked for; `fails`: why the next ones fail."""

    house: House
    files: dict[str, bytes] = field(default_factory=dict)
    fetched: Counter[str] = field(default_factory=Counter)
    fails: list[Why] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.house.dialogue.fetching.platforms[PLATFORM] = self.fetch

    async def fetch(self, handle: str, _most: int) -> bytes:
        self.fetched[handle] += 1
        if self.fails:
            raise FileError(self.fails.pop(0))
        return self.files[handle]

    async def send(
        self, name: str, content: str | bytes, caption: str = "", *, who: str = "agente", group: bool = False
    ) -> str:
        """Send a file; gives the answer."""
        held = content.encode() if isinstance(content, str) else content
        self.files[name] = held
        address = Address(PLATFORM, f"-5 {who}" if group else who)
        file = FileRef.of(name, len(held), name)
        message = Message(address, caption, file=file, group=group, author=who)
        return plain(await self.house.dialogue.answer(message))
