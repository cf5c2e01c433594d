"""What a file would change in the calendar, and the change itself: all of it or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sqlalchemy.engine import Connection

from bot.calendars.found import Draft, Found, Refusal
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
from bot.records.effects import Desk as Recording
from bot.records.event_news import TellChange, tell_change
from bot.records.permissions import FRANCE
from bot.records.privacy import Vault

ACTION = "import-events"


@dataclass(frozen=True, slots=True)
class Change:
    """An event that the file says otherwise than the calendar."""

    before: Kept
    draft: Draft


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be done. `same`: how many stay as they are; `stay_off`: called off here, whatever the file says.

    `never`: called off before they were announced.
    """

    added: tuple[Draft, ...] = ()
    changed: tuple[Change, ...] = ()
    called_off: tuple[Kept, ...] = ()
    refused: tuple[Refusal, ...] = ()
    same: int = 0
    stay_off: int = 0
    never: int = 0
    past: int = 0
    unread: tuple[str, ...] = ()

    @property
    def changes(self) -> int:
        """How many events would be written."""
        return len(self.added) + len(self.changed) + len(self.called_off)


def plan(found: Found, held: Sequence[Kept], *, today: date) -> Plan:
    """Compare a file with the calendar."""
    drafts, twice = _once(found.drafts)
    comparison = _Comparison(_Held(held, {draft.source for draft in drafts}))
    for draft in drafts:
        comparison.compare(draft)
    gone = [each for each in comparison.held.of_series(found.whole) if _to_come(each.what, today)]
    refused = sorted((*found.refused, *twice), key=lambda each: each.line)
    counts = comparison.counts
    return Plan(
        tuple(comparison.added),
        tuple(comparison.changed),
        (*comparison.called_off, *gone),
        tuple(refused),
        counts["same"],
        counts["stay_off"],
        counts["never"],
        found.past,
        found.unread,
    )


def carry_out(
    connection: Connection,
    vault: Vault,
    planned: Plan,
    found: Found,
    *,
    today: date,
    now: datetime,
    departements: Callable[[str], tuple[str, ...]],
) -> None:
    """Do what was planned, in the caller's transaction; write down that it was done, and have it told.

    `departements`: those of a territory. Who was reminded of an event that changes, or keeps it, learns it.
    Raises ChangedError when the calendar is not any more what the plan was made for.
    """
    if plan(found, kept(connection), today=today) != planned:
        raise ChangedError
    done: Counter[tuple[str, str]] = Counter()
    desk = Recording(connection, vault, now)
    for draft in planned.added:
        announce(connection, draft.what, now=now, origin=Origin(draft.source, draft.content))
        done[draft.what.territory, "new"] += 1
    for change in planned.changed:
        before, draft = change.before, change.draft
        # Our own export, corrected: the event stays that of the file it came from.
        origin = None if own_number(draft.name) else Origin(draft.source, draft.content)
        revise(connection, before.number, draft.what, revision=before.revision, now=now, origin=origin)
        change_told = _told(before, draft.what, departements)
        tell_change(desk, replace(change_told, matters=matters(before.what, draft.what)))
        done[draft.what.territory, "changed"] += 1
    for each in planned.called_off:
        cancel(connection, each.number, now=now)
        tell_change(desk, _told(each, each.what, departements))
        done[each.what.territory, "called-off"] += 1
    for territory in sorted({territory for territory, _ in done}):
        told = ", ".join(f"{kind} {number}" for (where, kind), number in done.items() if where == territory)
        tell(connection, vault, audit.NOBODY, ACTION, told, territory, now)


def _told(before: Kept, after: Announcement, departements: Callable[[str], tuple[str, ...]]) -> TellChange:
    fixed = before.what.start is None and after.start is not None
    whose = departements(after.territory)
    name = identifier(before.number)
    return TellChange(name, before.revision + 1, whose, after.axes, after.territory or FRANCE, fixed)


class _Held:
    """The events of the calendar, as a file may know them; each answers once. `sources`: those of the file."""

    def __init__(self, held: Sequence[Kept], sources: Collection[str]) -> None:
        self._by_source = {each.origin.source: each for each in held if each.origin.source}
        self._by_words: dict[tuple[str, ...], Kept] = {}
        for each in held:
            if each.origin.source in sources:
                continue
            # One that takes place is meant before one that was called off.
            if each.cancelled:
                self._by_words.setdefault(_words(each.what), each)
            else:
                self._by_words[_words(each.what)] = each
        self._by_number = {each.number: each for each in held}
        self._taken: set[int] = set()

    def find(self, draft: Draft) -> Kept | None:
        """The same event: by the name it has in the file, else by territory, title and date."""
        own = self._by_number.get(own_number(draft.name) or 0)
        exported = own if own and _alike(own.what, draft.what) else None
        for each in (self._by_source.get(draft.source), exported, self._by_words.get(_words(draft.what))):
            if each and each.number not in self._taken:
                self._taken.add(each.number)
                return each
        return None

    def of_series(self, series: Iterable[str]) -> list[Kept]:
        """Those of these series that take place and that the file no longer holds."""
        wanted = set(series)
        return [
            each
            for source, each in self._by_source.items()
            if source.partition("/")[0] in wanted and each.number not in self._taken and not each.cancelled
        ]


@dataclass(slots=True)
class _Comparison:
    """What would become of each event."""

    held: _Held
    added: list[Draft] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    called_off: list[Kept] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def compare(self, draft: Draft) -> None:
        """One event of the file."""
        before = self.held.find(draft)
        if before is None:
            if draft.cancelled:
                self.counts["never"] += 1
            else:
                self.added.append(draft)
        elif draft.cancelled and not before.cancelled:
            self.called_off.append(before)
        elif before.what == draft.what or before.origin.imported == draft.content or draft.cancelled:
            # The file says nothing new: what an agent changed since by hand stays.
            self.counts["stay_off" if before.cancelled and not draft.cancelled else "same"] += 1
        elif before.cancelled:
            self.counts["stay_off"] += 1
        else:
            self.changed.append(Change(before, draft))


def _alike(one: Announcement, other: Announcement) -> bool:
    """Whether two may be the same event, one of them corrected; a number may be that of another calendar."""
    same = (one.title == other.title) + ((one.start, one.said) == (other.start, other.said))
    return one.territory == other.territory and bool(same)


def _once(drafts: Sequence[Draft]) -> tuple[list[Draft], list[Refusal]]:
    """The events, and those that stand twice in the file."""
    first: dict[str, Draft] = {}
    kept_once: list[Draft] = []
    twice: list[Refusal] = []
    for draft in drafts:
        if before := first.get(draft.source):
            twice.append(Refusal(draft.line, "events-twice", draft.what.title, {"first": before.line}))
        else:
            first[draft.source] = draft
            kept_once.append(draft)
    return kept_once, twice


def _to_come(what: Announcement, today: date) -> bool:
    last = what.end or what.start
    return last is None or last >= today


def _words(what: Announcement) -> tuple[str, ...]:
    return what.territory, what.title.casefold(), str(what.start or what.said.casefold())
