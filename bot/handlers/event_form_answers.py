"""What is kept of each answer of the form of an event; LineError or EntryError names the sentence that refuses it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.calendars.found import EntryError
from bot.calendars.repeated import read_lines
from bot.calendars.territories import named
from bot.handlers.event_preview import COMMAND, today_of
from bot.records.diary import Announcement
from bot.talk.event_line import LineError, read_registration, read_title, read_where_or_how
from bot.talk.turn import Turn

_NOTHING_YET = Announcement("")
_AXES = re.compile(r"(?:axes?\s*)?([1-4](?:\s*(?:,|et)?\s*[1-4])*)", re.IGNORECASE)
Known = Mapping[str, str]


def read_words(_turn: Turn, said: str, _known: Known) -> str:
    """The title."""
    if not said:
        raise LineError("events-no-title")
    return read_title(said).title


def read_day(turn: Turn, said: str, _known: Known) -> str:
    """The days, perhaps with the hour."""
    _when(turn, said)
    return said


def read_hour(turn: Turn, said: str, known: Known) -> str:
    """The hour, on the days that are known."""
    try:
        written = _when(turn, f"{known['date']} {said}")
    except (LineError, EntryError) as wrong:
        raise LineError("event-past" if str(wrong) == "event-past" else "event-no-such-hour") from None
    if not written.hour:
        raise LineError("event-no-such-hour")
    return f"{written.hour:%H:%M}"


def tells_hour(turn: Turn, said: str) -> bool:
    """Whether a date that was read has its hour, or is too vague to have one."""
    try:
        written = _when(turn, said)
    except (LineError, EntryError):  # midnight passed meanwhile
        return False
    return bool(written.hour or written.said)


def read_where(_turn: Turn, said: str, _known: Known) -> str:
    """The place, or that it is online."""
    _whole(said)
    written = read_where_or_how(said, _NOTHING_YET)
    if not (written.place or written.online):
        raise LineError("event-form-bad-place")
    return said


def read_link(_turn: Turn, said: str, _known: Known) -> str:
    """How to register."""
    return read_registration(said, _NOTHING_YET).registration


def read_axes(_turn: Turn, said: str, _known: Known) -> str:
    """The axes, as "1, 3"."""
    found = _AXES.fullmatch(said)
    if not found:
        raise LineError("events-axes")
    return ", ".join(sorted(set(re.findall("[1-4]", found[1]))))


def read_own_territory(turn: Turn, said: str, _known: Known) -> str:
    """A territory where the agent may announce events."""
    territory = named(turn.knowledge.territories, said)
    if territory is None:
        raise LineError("event-form-bad-territory")
    if not turn.may(COMMAND, territory):
        raise LineError("agents-elsewhere")
    return territory


def _when(turn: Turn, said: str) -> Announcement:
    _whole(said)
    # A title of one letter stands for the one that is known.
    return read_lines(f"a | {said}", today=today_of(turn, None))[0]


def _whole(said: str) -> None:
    """What holds the sign between two parts of a line would be read as two."""
    if not said or "|" in said:
        raise LineError("event-form-one-thing")
