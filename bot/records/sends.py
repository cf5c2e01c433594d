"""Where a send of the outbox stands, and what many of them have come to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from sqlalchemy import case, func, select, update
from sqlalchemy.engine import Connection

from bot.records.statements import OUTBOX


class Status(IntEnum):
    """Where a send stands. More than 1: settled."""

    HELD = -1
    """Its campaign is paused."""
    WAITING = 0
    CLAIMED = 1
    """Being sent; found so at start, nobody knows whether it arrived."""
    SENT = 2
    REFUSED = 3
    GONE = 4
    IN_DOUBT = 5
    """Given up without knowing whether it arrived."""
    STOPPED = 6
    """Taken back before it left."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What the sends of a campaign have come to. `repeated`: of those sent, perhaps received twice."""

    sent: int = 0
    refused: int = 0
    gone: int = 0
    in_doubt: int = 0
    repeated: int = 0
    on_their_way: int = 0
    """Waiting, held or being sent."""


def tally(connection: Connection, campaign: int) -> Tally:
    """Count the sends of a campaign."""
    doubtful = func.sum(case((OUTBOX.c.doubts > 0, 1), else_=0))
    asked = select(OUTBOX.c.status, func.count(), doubtful).where(OUTBOX.c.campaign == campaign)
    counts: dict[int, int] = {}
    repeated = 0
    for status, number, doubts in connection.execute(asked.group_by(OUTBOX.c.status)):
        counts[status] = number
        repeated += int(doubts) if status == Status.SENT else 0
    return Tally(
        sent=counts.get(Status.SENT, 0),
        refused=counts.get(Status.REFUSED, 0),
        gone=counts.get(Status.GONE, 0),
        in_doubt=counts.get(Status.IN_DOUBT, 0),
        repeated=repeated,
        on_their_way=sum(counts.get(status, 0) for status in (Status.HELD, Status.WAITING, Status.CLAIMED)),
    )


def hold(connection: Connection, campaign: int) -> None:
    """Let nothing more of a campaign leave, for now; what is being sent at this moment goes."""
    waiting = (OUTBOX.c.campaign == campaign) & (OUTBOX.c.status == Status.WAITING)
    connection.execute(update(OUTBOX).where(waiting).values(status=int(Status.HELD)))


def release(connection: Connection, campaign: int) -> None:
    """Let it go on."""
    held = (OUTBOX.c.campaign == campaign) & (OUTBOX.c.status == Status.HELD)
    connection.execute(update(OUTBOX).where(held).values(status=int(Status.WAITING)))


def take_back(connection: Connection, campaign: int) -> int:
    """Drop what has not left; gives how many sends."""
    waiting = (OUTBOX.c.campaign == campaign) & OUTBOX.c.status.in_((Status.WAITING, Status.HELD))
    emptied = update(OUTBOX).where(waiting).values(status=int(Status.STOPPED), uid=None, parcel=None)
    return connection.execute(emptied).rowcount
