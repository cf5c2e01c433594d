"""The times of an event that comes again, never more than a calendar can hold."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from bot.calendars.found import EntryError
from bot.calendars.rule import Rule

MOST_DATES = 200
# Nobody promises a weekly meeting for longer.
AHEAD = timedelta(days=3 * 365 + 1)
# A rule is followed from its beginning: one that began long ago would keep us busy for nothing.
_BEHIND = timedelta(days=10 * 365)


def starts(
    rule: Rule, begins: datetime, *, until: datetime | None, today: date, without: Collection[datetime] = ()
) -> list[datetime]:
    """When it begins each time, on the clock of the rule, those over included; without those of `without`.

    `begins`: the first time; `until`: the end that the rule says, on the same clock. Raises EntryError when there is
    no end, when the end is too far, or when too many are to come.
    """
    if begins.date() < today - _BEHIND:
        raise EntryError("events-rule-old")
    if until is None and rule.count is None:
        raise EntryError("events-rule-endless")
    if until and until.date() > today + AHEAD:
        raise EntryError("events-rule-far")
    found: list[datetime] = []
    number = coming = 0
    for day in rule.between(begins.date(), until.date() if until else today + AHEAD):
        each = datetime.combine(day, begins.time())
        # When a rule has both a count and an end, which none should, the first to come ends it.
        if (until and each > until) or number == rule.count:
            break
        number += 1
        if each not in without:
            found.append(each)
            coming += day >= today
        if coming > MOST_DATES:
            raise EntryError("events-rule-many", most=MOST_DATES)
    if until is None and rule.count and number < rule.count:
        raise EntryError("events-rule-far")
    return found
