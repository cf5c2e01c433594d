"""What a file would change in the calendar."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.calendars.found import Draft, Found, Refusal
from bot.records.diary import Announcement, Kept, own_number


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

    @property
    def digest(self) -> str:
        """Another one whenever anything else would be done, or told."""
        return hashlib.sha256(repr(self).encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def places(self) -> dict[str, str]:
        """What would be written in each territory, by kinds, as the journal keeps it: "new 3, changed 1"."""
        done = Counter((draft.what.territory, "new") for draft in self.added)
        done.update((change.draft.what.territory, "changed") for change in self.changed)
        done.update((each.what.territory, "called-off") for each in self.called_off)
        told: dict[str, list[str]] = {}
        for (territory, kind), number in done.items():
            told.setdefault(territory, []).append(f"{kind} {number}")
        return {territory: ", ".join(told[territory]) for territory in sorted(told)}


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
