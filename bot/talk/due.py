"""When a reminder leaves. Pure: the moment, aware, is an argument; the clock is that of the territory."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.records.subscriptions import Moment
from knowledge.model import Event

# Nobody is written to from 21:00 to 8:00.
EVENING, MORNING = time(21), time(8)
# What falls in the night leaves the evening before; an event without an hour is recalled in the morning.
BEFORE_NIGHT, WITHOUT_HOUR = time(20), time(10)
# A week before is no news any more three days later: the day before will tell.
# A look at the days first: nothing leaves earlier or later, in whatever zone.
_A_DAY, _FARTHEST = timedelta(days=1), timedelta(days=9)
_LATEST = {Moment.WEEK: timedelta(days=3)}


def begins(event: Event, zone: ZoneInfo) -> datetime | None:
    """The instant at which an event begins, that of its day when it has no hour; None when its date is vague."""
    return _instant(event.start, event.hour or time(), zone) if event.start else None


def due(event: Event, moment: Moment, zone: ZoneInfo) -> datetime | None:
    """The instant at which people are reminded; None: never at this moment."""
    if not event.start:
        return None
    if event.hour is None:
        return _without_hour(event.start, moment, zone)
    if moment is Moment.HOURS:
        at = (_instant(event.start, event.hour, zone) - timedelta(hours=2)).astimezone(zone)
    else:
        at = datetime.combine(event.start - timedelta(days=7 if moment is Moment.WEEK else 1), event.hour)
    if at.time() >= EVENING:
        return _instant(at.date(), BEFORE_NIGHT, zone)
    if at.time() < MORNING:
        return _instant(at.date() - timedelta(days=1), BEFORE_NIGHT, zone)
    return _instant(at.date(), at.time(), zone)


def recalled(event: Event, moment: Moment) -> tuple[Moment, ...]:
    """Whoever chose one of these is reminded then: without an hour, two hours before is the day before."""
    return (Moment.DAY, Moment.HOURS) if moment is Moment.DAY and event.hour is None else (moment,)


def is_due(event: Event, moment: Moment, zone: ZoneInfo, now: datetime) -> bool:
    """Whether people are to be reminded now: it is time, not too late, and not at night."""
    if event.start is None or not -_A_DAY <= event.start - now.date() <= _FARTHEST:
        return False
    at = due(event, moment, zone)
    if at is None or now < at or now - at >= _LATEST.get(moment, timedelta.max):
        return False
    start = begins(event, zone)
    return start is not None and now < start and not is_night(now, zone)


def is_night(now: datetime, zone: ZoneInfo) -> bool:
    """Whether people sleep there."""
    return not MORNING <= now.astimezone(zone).time() < EVENING


def quiet_until(now: datetime, zone: ZoneInfo) -> datetime | None:
    """When people there may be written to, while they sleep; None: now."""
    if not is_night(now, zone):
        return None
    local = now.astimezone(zone)
    return _instant(local.date() + (_A_DAY if local.time() >= EVENING else timedelta()), MORNING, zone)


def _without_hour(start: date, moment: Moment, zone: ZoneInfo) -> datetime | None:
    if moment is Moment.HOURS:
        return None
    return _instant(start - timedelta(days=7 if moment is Moment.WEEK else 1), WITHOUT_HOUR, zone)


def _instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)
