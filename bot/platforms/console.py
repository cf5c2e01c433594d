"""The conversation in a terminal."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TextIO

from bot.platforms.markup import plain
from bot.talk.message import Address, Message, Reply

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
        reply = await self.answer(Message(Address("console", self.room), text))
        self.sink.write(f"{plain(reply)}\n\n")
        self.sink.flush()
