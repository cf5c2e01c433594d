"""Calls to the homeserver, through every outage; and how it fares."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import structlog
from nio.exceptions import LocalProtocolError
from nio.responses import ErrorResponse

from bot.platforms.matrix.trouble import NETWORK, raised, told
from bot.post.carrier import ClosedError, DoubtError, SendError, TooFastError
from bot.post.door import Health
from bot.post.weather import Weather

log = structlog.get_logger(__name__)

Call = Callable[[], Awaitable[Any]]


@dataclass(slots=True, kw_only=True)
class Calls:
    """`weather` is shared with the sender; `now`: seconds of a clock that never goes back."""

    weather: Weather
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    health: Health = Health.STARTING
    opened: bool = False

    async def tried(self, call: Call) -> Any:  # noqa: ANN401 - any of nio's answers
        """The good answer to a call, however long the homeserver is away. Raises ClosedError."""
        while True:
            begun = await self._turn()
            answer, trouble = await _made(call)
            if trouble is None:
                return self.answered(answer)
            await self._waited(trouble, begun)

    async def asked(self, call: Call) -> Any:  # noqa: ANN401 - any of nio's answers
        """The answer to a call, a refusal included, however long the homeserver is away. Raises ClosedError."""
        while True:
            begun = await self._turn()
            answer, trouble = await _made(call)
            if answer is not None and not isinstance(trouble, ClosedError | TooFastError | DoubtError):
                self.weather.succeeded()
                return answer
            await self._waited(trouble or DoubtError("no answer"), begun)

    def answered(self, answer: Any) -> Any:  # noqa: ANN401 - any of nio's answers
        """The homeserver answers."""
        if self.health is not Health.OPEN:
            log.info("matrix answers")
        self.health, self.opened = Health.OPEN, True
        self.weather.succeeded()
        return answer

    async def _turn(self) -> float:
        """Wait until a try is allowed; gives the moment it begins."""
        while (wait := self.weather.when() - self.now()) > 0:
            await self.sleep(wait)
        begun = self.now()
        self.weather.begin(begun)
        return begun

    async def _waited(self, trouble: SendError, begun: float) -> None:
        if isinstance(trouble, ClosedError):
            self.health = Health.CLOSED
            raise trouble
        if isinstance(trouble, TooFastError):
            self.weather.succeeded()
            await self.sleep(trouble.seconds)
            return
        if self.health is not Health.UNREACHABLE:
            log.warning("matrix does not answer", error=type(trouble).__name__)
        self.health = Health.UNREACHABLE
        self.weather.failed(self.now(), begun=begun)


async def _made(call: Call) -> tuple[Any, SendError | None]:
    """The answer to a call, and what went wrong."""
    try:
        answer = await call()
    except (SendError, LocalProtocolError, *NETWORK) as error:
        return None, raised(error)
    return answer, told(answer) if isinstance(answer, ErrorResponse) else None
