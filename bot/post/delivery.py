"""One send, and what becomes of it: marked, put back, given up; never both lost and unsaid."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog
from sqlalchemy.engine import Connection

from bot.post import outbox
from bot.post.carrier import (
    Carrier,
    ClosedError,
    DoubtError,
    GoneError,
    LaterError,
    MovedError,
    NotSentError,
    RefusedError,
    SendError,
    TooFastError,
)
from bot.post.figures import Figures
from bot.post.outbox import Letter
from bot.post.pace import Pace
from bot.post.patience import patiently
from bot.post.weather import Weather
from bot.records.privacy import Vault
from bot.records.rights import lose
from bot.records.sends import Status
from bot.records.store import Store
from bot.records.workers import ERASED
from bot.talk.failures import where

log = structlog.get_logger(__name__)

# Sends of one letter that nobody can tell the end of, while the platform answered others: then it is given up.
MOST_DOUBTS = 5
# A letter that is not taken now waits as long again as it has waited, within these; a mail server tries four days
# (RFC 5321, 4.5.4.1), then it is given up.
SOONEST, LATEST = timedelta(minutes=1), timedelta(hours=1)
LONGEST_WAIT = timedelta(days=4)


@dataclass(slots=True, kw_only=True)
class Delivery:
    """`now`: seconds of a clock that never goes back; `clock`: aware.

    `closed`: the platform refuses us altogether; `refusal` says what the operator must do.
    """

    store: Store
    vault: Vault
    carrier: Carrier
    weather: Weather
    pace: Pace
    figures: Figures
    now: Callable[[], float]
    clock: Callable[[], datetime]
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    closed: bool = False
    refusal: str = ""
    troubled: Counter[str] = field(default_factory=Counter)
    """Rooms by the sends that failed since the last one that succeeded: while the platform is away, another tries."""
    _faults: Counter[int] = field(default_factory=Counter)

    async def deliver(self, letter: Letter) -> bool:
        """Send a letter that is claimed, and write down what became of it; whether it waits again."""
        begun = self.now()
        self.weather.begin(begun)
        try:
            await self._send(letter)
        except SendError as error:
            await self._failed(letter, error, begun)
            return True
        except Exception as error:  # noqa: BLE001 - one delivery: an error of ours must not stop the others
            log.error("a send failed", platform=self.carrier.name, error=type(error).__name__, where=where(error))  # noqa: TRY400 - the values may quote the person
            await self._settle(letter, Status.REFUSED, "refused")
        else:
            self.weather.succeeded()
            await self._settle(letter, Status.SENT, "sent")
        return False

    async def recover(self) -> None:
        """Take up what was being sent when the last sender died."""
        name = self.carrier.name
        found: list[tuple[int, int]] = []
        await self.write(lambda connection: found.append(outbox.recover(connection, platform=name)))
        again, left = found[-1]
        if again or left:
            log.warning("sends were interrupted", platform=name, sent_again=again, left_in_doubt=left)
            self.figures.sent(name, "doubt", again + left)

    async def write(self, work: Callable[[Connection], object]) -> None:
        """Write something down, however long the database is away: else it would be sent twice."""
        await patiently(lambda: self.store.write(work), self.sleep)

    async def _send(self, letter: Letter) -> None:
        if letter.parcel is None:
            raise RefusedError("a parcel cannot be read any more")
        await self.carrier.send(letter.room, letter.parcel, letter.ticket)

    async def _failed(self, letter: Letter, error: SendError, begun: float) -> None:
        if not isinstance(error, NotSentError | DoubtError | ClosedError):
            self.weather.succeeded()
        match error:
            case LaterError():
                await self._later(letter, begun if error.away else None)
            case TooFastError():
                self.pace.silence(error.seconds, self.now())
                await self._put_back(letter, "slowed")
            case NotSentError():
                self._away(letter, begun)
                await self._put_back(letter, "not_sent")
            case DoubtError():
                await self._in_doubt(letter, begun)
            case MovedError():
                room = error.room
                await self.write(lambda connection: outbox.move(connection, self.vault, letter, room=room))
                self.figures.sent(self.carrier.name, "moved")
            case GoneError():
                await self._settle(letter, Status.GONE, "gone")
            case ClosedError():
                self.closed, self.refusal = True, str(error)
                await self._put_back(letter, "not_sent")
            case _:
                log.error("a send was refused", platform=self.carrier.name)
                await self._settle(letter, Status.REFUSED, "refused")

    async def _in_doubt(self, letter: Letter, begun: float) -> None:
        """Nobody knows whether it arrived: sent again, or left, as its sender decided; counted in any case."""
        if self.weather.fair:
            # The platform answers others: this very letter may be what it does not stand.
            self._faults[letter.id] += 1
        self._away(letter, begun)
        self.figures.sent(self.carrier.name, "doubt")
        if letter.resend and self._faults[letter.id] < MOST_DOUBTS:
            await self.write(lambda connection: outbox.put_back(connection, letter.id, doubtful=True))
            return
        await self._settle(letter, Status.IN_DOUBT, "given_up")

    async def _later(self, letter: Letter, begun: float | None) -> None:
        """Not now for this room; `begun`: perhaps for nobody."""
        if begun is None:
            self.weather.succeeded()
        else:
            self._away(letter, begun)
        now = self.clock()
        waited = now - (letter.since or now)
        if waited >= LONGEST_WAIT:
            log.error("a send was given up", platform=self.carrier.name)
            await self._settle(letter, Status.REFUSED, "refused")
            return
        self.pace.put_off(letter.chat, min(max(waited, SOONEST), LATEST).total_seconds(), self.now())
        await self._put_back(letter, "not_sent")

    def _away(self, letter: Letter, begun: float) -> None:
        self.weather.failed(self.now(), begun=begun)
        self.troubled[letter.chat] += 1

    async def _put_back(self, letter: Letter, outcome: str) -> None:
        await self.write(lambda connection: outbox.put_back(connection, letter.id))
        self.figures.sent(self.carrier.name, outcome)

    async def _settle(self, letter: Letter, status: Status, outcome: str) -> None:
        def settle(connection: Connection) -> None:
            outbox.settle(connection, letter.id, status)
            if status is Status.GONE and lose(connection, uid=letter.uid):
                connection.info[ERASED] = True

        await self.write(settle)
        self._faults.pop(letter.id, None)
        self.troubled.pop(letter.chat, None)
        self.figures.sent(self.carrier.name, outcome)
