"""What was planned for the calendar, done: all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from bot.calendars.found import Found
from bot.calendars.plan import Plan, plan
from bot.records import audit
from bot.records.agents import tell
from bot.records.diary import (
    Announcement,
    ChangedError,
    Kept,
    Origin,
    announce,
    cancel,
    identifier,
    kept,
    matters,
    own_number,
    revise,
)
from bot.records.effects import Desk, record_effect
from bot.records.event_news import TellChange, tell_change
from bot.records.people import Person
from bot.records.permissions import FRANCE
from bot.talk.message import Effect

ACTION = "import-events"


@dataclass(frozen=True, slots=True)
class ImportEvents(Effect):
    """What a file changes in the calendar, as it was planned on the day `today`; recording it raises ChangedError.

    `departements`: those of a territory, whose people learn what changes.
    """

    planned: Plan
    found: Found
    today: date
    departements: Callable[[str], tuple[str, ...]]


@record_effect.register
def _(effect: ImportEvents, desk: Desk, person: Person) -> Person:
    carry_out(desk, effect)
    return person


def note(desk: Desk, planned: Plan) -> None:
    """Write down that whoever holds the machine did it."""
    for territory, done in planned.places.items():
        tell(desk.connection, desk.vault, audit.NOBODY, ACTION, done, territory, desk.now)


def carry_out(desk: Desk, wanted: ImportEvents) -> None:
    """Do what was planned, in the caller's transaction, and have it told to who was reminded of it, or keeps it.

    Raises ChangedError when the calendar is not any more what the plan was made for.
    """
    connection, planned = desk.connection, wanted.planned
    if plan(wanted.found, kept(connection), today=wanted.today) != planned:
        raise ChangedError
    for draft in planned.added:
        announce(connection, draft.what, now=desk.now, origin=Origin(draft.source, draft.content))
    for change in planned.changed:
        before, draft = change.before, change.draft
        # Our own export, corrected: the event stays that of the file it came from.
        origin = None if own_number(draft.name) else Origin(draft.source, draft.content)
        revise(connection, before.number, draft.what, revision=before.revision, now=desk.now, origin=origin)
        change_told = _told(before, draft.what, wanted.departements)
        tell_change(desk, replace(change_told, matters=matters(before.what, draft.what)))
    for each in planned.called_off:
        cancel(connection, each.number, now=desk.now)
        tell_change(desk, _told(each, each.what, wanted.departements))


def _told(before: Kept, after: Announcement, departements: Callable[[str], tuple[str, ...]]) -> TellChange:
    fixed = before.what.start is None and after.start is not None
    whose = departements(after.territory)
    name = identifier(before.number)
    return TellChange(name, before.revision + 1, whose, after.axes, after.territory or FRANCE, fixed)
