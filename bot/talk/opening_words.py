"""Open or not, in one line: "Ouvert, ferme à 17 h", "Fermé, ouvre lundi à 9 h", "Horaires inconnus…"."""

from __future__ import annotations

from datetime import datetime

from bot.talk.times import clock, day_name, short_date
from bot.talk.wording import Voice
from directory.hours import Closed, Opening, State

# What a source wrote is shown to that length at most.
LONGEST_TEXT = 160


def cut(text: str) -> str:
    """A text from a source, at its length or cut at a word."""
    if len(text) <= LONGEST_TEXT:
        return text
    return text[: LONGEST_TEXT - 1].rsplit(" ", 1)[0] + "…"


def opening_line(voice: Voice, opening: Opening, *, local_now: datetime, phone: bool) -> str:
    """What is known of a door; `local_now`: the clock of the place; `phone`: there is a number to call."""
    if opening.state is State.OPEN:
        line = _open(voice, opening, local_now)
    elif opening.state is State.CLOSED:
        line = _closed(voice, opening, local_now)
    else:
        return _unknown(voice, opening, phone=phone)
    return voice("hours-comment", hours=line, comment=cut(opening.comment)) if opening.comment else line


def _open(voice: Voice, opening: Opening, local_now: datetime) -> str:
    if opening.always:
        return voice("open-always")
    if opening.since and opening.since > local_now:
        since = f"{day_name(voice, opening.since.date(), local_now.date())} {clock(voice, opening.since)}"
        until = clock(voice, opening.until) if opening.until else "…"
        return voice("open-then", moment=f"{since} – {until}")
    if not opening.until:
        return voice("open-then", moment=voice("moment-now"))
    if opening.until.date() == local_now.date() or (opening.until - local_now).total_seconds() < 12 * 3600:
        return voice("open-until", time=clock(voice, opening.until))
    day = day_name(voice, opening.until.date(), local_now.date())
    return voice("open-until-day", day=day, time=clock(voice, opening.until))


def _closed(voice: Voice, opening: Opening, local_now: datetime) -> str:
    if opening.closure:
        return _closed_for_now(voice, opening.closure)
    return _closed_until(voice, opening.next, local_now) if opening.next else voice("closed")


def _closed_for_now(voice: Voice, closure: Closed) -> str:
    last = short_date(voice, closure.last_day)
    if closure.message:
        return voice("closed-for-now-reason", date=last, reason=cut(closure.message))
    return voice("closed-for-now", date=last)


def _closed_until(voice: Voice, following: datetime, local_now: datetime) -> str:
    time = clock(voice, following)
    ahead = (following.date() - local_now.date()).days
    if ahead == 0:
        return voice("closed-until-today", time=time)
    if ahead == 1:
        return voice("closed-until-tomorrow", time=time)
    if ahead < 7:
        return voice("closed-until-day", day=day_name(voice, following.date(), local_now.date()), time=time)
    return voice("closed-until-date", date=short_date(voice, following.date()), time=time)


def _unknown(voice: Voice, opening: Opening, *, phone: bool) -> str:
    if opening.raw:
        return voice("hours-raw", raw=cut(opening.raw))
    return voice("door-unknown" if phone else "door-unknown-no-phone")
