"""Mail only goes out: the door looks whether the server takes it, and hears nothing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog

from bot.platforms.mail.line import Line, heed_cancellation
from bot.platforms.mail.settings import PLATFORM
from bot.platforms.mail.trouble import Trouble, TroubleError
from bot.post.carrier import ClosedError
from bot.post.door import Health
from bot.post.weather import Weather

log = structlog.get_logger(__name__)

# Seconds between two looks at whether somebody ought to look.
EVERY = 10.0


@dataclass(slots=True, kw_only=True)
class MailDoor:
    """`weather` is shared with the sender; `now`: seconds of a clock that never goes back."""

    line: Line
    weather: Weather
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    name: str = PLATFORM
    opened: bool = True
    """Nobody waits for mail: refused from the beginning, it must not keep the rest of the house from opening."""
    _answered: bool = False
    _closed: bool = False
    _trouble: Trouble | None = None

    @property
    def health(self) -> Health:
        """How it fares, by the last mail or the last look."""
        if self._closed:
            return Health.CLOSED
        if not self.weather.fair:
            return Health.UNREACHABLE
        return Health.OPEN if self._answered else Health.STARTING

    async def listen(self) -> None:
        """Look at the server until it answers, and whenever it does not, until cancelled. Raises ClosedError."""
        while True:
            if not (self._answered and self.weather.fair) and self.weather.when() <= self.now():
                await self._look()
                heed_cancellation()
            await self.sleep(EVERY if self.weather.fair else max(1.0, self.weather.when() - self.now()))

    async def close(self) -> None:
        """Nothing is held open."""

    async def _look(self) -> None:
        begun = self.now()
        self.weather.begin(begun)
        trouble = await trouble_of(self.line)
        if trouble is not self._trouble and trouble:
            log.warning("mail does not leave", reason=trouble.value)
        self._trouble = trouble
        if trouble is None:
            self._answered = True
            self.weather.succeeded()
            return
        told = TroubleError(trouble).told
        if isinstance(told, ClosedError):
            self._closed = True
            raise told
        self.weather.failed(self.now(), begun=begun)


async def trouble_of(line: Line) -> Trouble | None:
    """What keeps mail from leaving, tried as far as the sender's name; None: nothing does."""
    try:
        async with line.session():
            return None
    except TroubleError as error:
        return error.kind
