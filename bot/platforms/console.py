"""The conversation in a terminal."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from bot.platforms.markup import plain
from bot.talk.fetching import FileError
from bot.talk.message import Address, FileRef, Message, Reply

PLATFORM = "console"
# What stands before the path of a file: elsewhere, files are sent.
SEND = "/import"
Answer = Callable[[Message], Awaitable[Reply]]
PROMPT = "> "


@dataclass(frozen=True, slots=True)
class Console:
    """Reads lines, prints replies; ends with the end of its input."""

    answer: Answer
    source: TextIO
    sink: TextIO
    room: str = "terminal"

    async def run(self) -> None:
        """Greet, then answer line by line."""
        await self._say("/start")
        while True:
            self.sink.write(PROMPT)
            self.sink.flush()
            line = await asyncio.to_thread(self.source.readline)
            if not line:
                self.sink.write("\n")
                return
            await self._say(line.rstrip("\n"))

    async def _say(self, text: str) -> None:
        reply = await self.answer(self._message(text))
        self.sink.write(f"{plain(reply)}\n\n")
        self.sink.flush()

    def _message(self, line: str) -> Message:
        """What a line says; `/import agenda.ics` sends a file."""
        address, (command, _, rest) = Address(PLATFORM, self.room), line.strip().partition(" ")
        # Terminals put quotation marks around the name of a file that is dropped on them.
        path = rest.strip().strip("'\"")
        if command != SEND or not path:
            return Message(address, line)
        return Message(address, "", file=FileRef.of(path, None, path))


async def fetched(handle: str, most: int) -> bytes:
    """The content of a file of this machine. Raises FileError."""
    return await asyncio.to_thread(_read, handle, most)


def _read(handle: str, most: int) -> bytes:
    try:
        path = Path(handle).expanduser()
        if not path.is_file():  # a pipe would be waited for
            raise FileError("gone")
        with path.open("rb") as file:
            content = file.read(most + 1)
    except (OSError, ValueError, RuntimeError):  # no right to read it, no such name, nobody's home
        raise FileError("refused") from None
    if len(content) > most:
        raise FileError("large")
    return content
