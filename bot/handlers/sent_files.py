"""A file that an agent sent, while it is being read: what a step remembers of it, and who may take it.

Its content is kept nowhere. What a step remembers is where it is and the SHA-256 of what was read: after a question,
it is fetched again, and must be the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Self

from bot.records.permissions import may
from bot.talk.choosing import asked_again
from bot.talk.fetching import MOST_BYTES, FileError
from bot.talk.message import FileRef, Reply, Text
from bot.talk.turn import Turn

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Sent:
    """`name`: to be shown; `caption`: what was written with it."""

    name: str
    handle: str = field(repr=False)
    content: bytes = field(repr=False)
    caption: str = ""

    @classmethod
    async def now(cls, turn: Turn) -> Self:
        """The file of this message. Raises FileError."""
        file = turn.message.file
        if file is None:
            raise FileError("gone")
        return cls(file.name or turn.voice("file-unnamed"), file.handle, await turn.fetch(file), turn.argument)

    @classmethod
    async def before(cls, turn: Turn) -> Self:
        """The file that a step remembers. Raises FileError, also when it is not the same any more."""
        known = turn.known
        name, handle = known["file"], known["handle"]
        found = cls(name, handle, await turn.fetch(FileRef(name, None, handle)), known["caption"])
        if found.digest != known["sha256"]:
            raise FileError("altered")
        return found

    @property
    def digest(self) -> str:
        """SHA-256, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def known(self) -> dict[str, str]:
        """What a step remembers of it."""
        return {"file": self.name, "handle": self.handle, "sha256": self.digest, "caption": self.caption}


@dataclass(frozen=True, slots=True)
class Taker:
    """What may be done with a file of some kind. `name`: that of its sentences (`file-is-…`, `file-how-…`).

    `of`: the command whose right it takes; `knows`: whether a content is surely of that kind; `takes`: what follows,
    which also says what is wrong with a content of another kind.
    """

    name: str
    of: str
    knows: Callable[[bytes], bool]
    takes: Callable[[Turn, Sent], Awaitable[Reply]]

    def may(self, turn: Turn) -> bool:
        """Whether who speaks may use it somewhere."""
        return may(self.of, turn.rights)


def missed(turn: Turn, error: FileError) -> Reply:
    """A file that could not be had: what was awaited still is."""
    said = Text(turn.voice(f"file-{error.why}", most=MOST_BYTES // MEGABYTE))
    return asked_again(turn.person.state, turn.voice, said)
