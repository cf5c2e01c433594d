"""The events that agents announce, beside those of the documents."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import date, datetime, time

from sqlalchemy import insert, select, update
from sqlalchemy.engine import Connection

from bot.records.statements import EVENT
from knowledge.model import ANNOUNCED, Event

_PREFIX = "agenda-"
_OWN = re.compile(rf"{_PREFIX}(\d{{1,9}})@solipacte", re.ASCII)
# Before it is written.
_NEW = 0


class ChangedError(RuntimeError):
    """Somebody else changed an event meanwhile."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """What an agent announces. `said`: a date in words, when it has no day."""

    title: str
    start: date | None = None
    end: date | None = None
    hour: time | None = None
    said: str = ""
    place: str = ""
    online: bool = False
    registration: str = ""
    territory: str = ""
    axes: str = ""
    """Their figures, in order: "13"."""

    def event(self, number: int = _NEW, *, day: date, revision: int = 0, cancelled: bool = False) -> Event:
        """The event as the calendar knows it; `day`: when it was last changed."""
        return Event(
            id=f"{_PREFIX}{number}",
            document=ANNOUNCED,
            quote=self.title,
            cancelled=cancelled,
            revision=revision,
            announced=day,
            **{**asdict(self), "axes": tuple(map(int, self.axes))},
        )


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that an event comes from. `source`: a digest of its name there; `imported`: of what was said of it."""

    source: str = ""
    imported: str = ""


_BY_HAND = Origin()


@dataclass(frozen=True, slots=True)
class Kept:
    """An event as it is written down."""

    number: int
    what: Announcement
    cancelled: bool
    revision: int
    origin: Origin


def announce(connection: Connection, what: Announcement, *, now: datetime, origin: Origin = _BY_HAND) -> int:
    """Write an event; gives its number."""
    row = {**asdict(what), **asdict(origin), "cancelled": False, "revision": 0, "changed_at": now}
    return int(connection.execute(insert(EVENT).returning(EVENT.c.id), row).scalar_one())


def revise(
    connection: Connection,
    number: int,
    what: Announcement,
    *,
    revision: int,
    now: datetime,
    origin: Origin | None = None,
) -> None:
    """Write an event anew, as of the revision that was read. Raises ChangedError when somebody changed it since.

    `origin`: the file that says it anew; None: somebody by hand, and it stays that of its file.
    """
    told = {**asdict(what), **(asdict(origin) if origin else {})}
    read = update(EVENT).where(EVENT.c.id == number, EVENT.c.revision == revision, EVENT.c.cancelled.is_(False))
    if not connection.execute(read.values(**told, revision=revision + 1, changed_at=now)).rowcount:
        raise ChangedError


def cancel(connection: Connection, number: int, *, now: datetime) -> bool:
    """Say that an event will not take place; it stays, so that calendars learn it. False when it is so already."""
    standing = update(EVENT).where(EVENT.c.id == number, EVENT.c.cancelled.is_(False))
    changed = standing.values(cancelled=True, revision=EVENT.c.revision + 1, changed_at=now)
    return bool(connection.execute(changed).rowcount)


def announced(connection: Connection) -> list[Event]:
    """All of them, oldest first."""
    found = []
    for row in connection.execute(select(EVENT).order_by(EVENT.c.id)):
        written = {name: getattr(row, name) for name in Announcement.__slots__}
        told = {"day": row.changed_at.date(), "revision": row.revision, "cancelled": row.cancelled}
        found.append(Announcement(**written).event(row.id, **told))
    return found


def kept(connection: Connection) -> list[Kept]:
    """All of them as they are written down, oldest first."""
    found = []
    for row in connection.execute(select(EVENT).order_by(EVENT.c.id)):
        what = Announcement(**{name: getattr(row, name) for name in Announcement.__slots__})
        found.append(Kept(row.id, what, row.cancelled, row.revision, Origin(row.source, row.imported)))
    return found


def matters(before: Announcement | Event, after: Announcement) -> bool:
    """Whether somebody who had read an event as it was would go wrong."""
    when_and_where = (before.start, before.end, before.hour, before.place, before.online)
    return when_and_where != (after.start, after.end, after.hour, after.place, after.online)


def identifier(number: int) -> str:
    """The name of an event by its number, as the calendar knows it."""
    return f"{_PREFIX}{number}"


def number_of(event: Event) -> int | None:
    """The number of an event that an agent announced; None for one of the documents."""
    return int(event.id.removeprefix(_PREFIX)) if event.document == ANNOUNCED else None


def own_number(name: str) -> int | None:
    """The number of the event that a calendar of ours gives this name (`knowledge.ics`); None for another's."""
    found = _OWN.fullmatch(name)
    return int(found[1]) if found else None
