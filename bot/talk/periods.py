"""When what is told each month or each week is told: the first working morning. Pure; the clock is the territory's."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.talk.due import is_night
from directory.holidays import holidays

# Offices are open, and the day is still to be planned.
AT = time(9)
_SUNDAY, _A_DAY = 6, timedelta(days=1)


class Period(StrEnum):
    """What comes back."""

    WEEK = "week"
    MONTH = "month"

    def start(self, day: date) -> date:
        """The first day of the month or of the week that a day belongs to."""
        return day.replace(day=1) if self is Period.MONTH else day - timedelta(days=day.weekday())

    def before(self, start: date) -> date:
        """The first day of the one before."""
        return self.start(start - _A_DAY)

    def after(self, start: date) -> date:
        """The first day of the next one."""
        return self.start(start + timedelta(days=31 if self is Period.MONTH else 7))


def first_working_day(start: date, zone: ZoneInfo, departement: str | None = None) -> date:
    """The first day from a day on that is neither a week end nor a public holiday there."""
    day = start
    while day.weekday() >= _SUNDAY - 1 or day in holidays(day.year, zone.key, departement):
        day += _A_DAY
    return day


def begun(period: Period, now: datetime, zone: ZoneInfo, departement: str | None = None) -> date | None:
    """The first day of the month or week whose first working morning has come; None before it, and at night.

    What could not be told that morning is told as soon as it can be, until the next one.
    """
    local = now.astimezone(zone)
    start = period.start(local.date())
    come = local.replace(tzinfo=None) >= datetime.combine(first_working_day(start, zone, departement), AT)
    return start if come and not is_night(now, zone) else None


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """The instant at which a day begins there."""
    return datetime.combine(day, time(), zone)
