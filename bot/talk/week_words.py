"""The hours of a week in words, as they are printed: "du lundi au vendredi : 9 h – 12 h, 14 h – 17 h"."""

from __future__ import annotations

from datetime import time

from bot.talk.opening_words import cut
from bot.talk.times import clock, weekday_name
from bot.talk.wording import Voice
from directory.hours_grammar import comment_of
from directory.week import DAYS, Pattern, Slot, Week, read_week

_FEWEST_IN_A_ROW = 3


def week_words(voice: Voice, expression: str | None) -> str:
    """OSM hours on one line; what cannot be said in words is shown as it is written; empty when nothing is told."""
    week = read_week(expression)
    if week is None:
        said = comment_of(expression or "")
        return voice("week-as-written", said=cut(said)) if said else ""
    return voice("week-join").join(_parts(voice, week))


def _parts(voice: Voice, week: Week) -> list[str]:
    if week.always:
        return [voice("open-always")]
    parts = [
        voice("week-days", days=_days(voice, pattern), hours=voice.listed(_slot(voice, slot) for slot in pattern.slots))
        for pattern in week.patterns
    ]
    return [*parts, voice("week-holidays-off")] if week.holidays_off else parts


def _days(voice: Voice, pattern: Pattern) -> str:
    if pattern.nth is not None:
        return voice(f"week-nth-{pattern.nth % 10}", day=weekday_name(voice, DAYS.index(pattern.days[0])))
    if pattern.days == DAYS:
        return voice("week-every-day")
    places = [DAYS.index(day) for day in pattern.days]
    if len(places) >= _FEWEST_IN_A_ROW and places[-1] - places[0] == len(places) - 1:
        return voice("week-from-to", first=weekday_name(voice, places[0]), last=weekday_name(voice, places[-1]))
    return voice.listed(weekday_name(voice, place) for place in places)


def _slot(voice: Voice, slot: Slot) -> str:
    said = voice("week-slot", opens=_clock(voice, slot.opens), closes=_clock(voice, slot.closes))
    return said.replace(" ", "\u00a0")  # an hour is never cut by the end of a line


def _clock(voice: Voice, written: str) -> str:
    """Midnight, the end of a day, is no `time`."""
    return voice("week-midnight") if written == "24:00" else clock(voice, time.fromisoformat(written))
