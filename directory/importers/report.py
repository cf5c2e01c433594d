"""What an import would do, counted; and the same as sentences to be said (`import.ftl`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from directory.importers.places import departement
from directory.importers.records import Mending, Reason, Spot, Table

# Beyond, a reader scrolls and learns nothing more.
MOST_EXAMPLES = 20
# In one département; beyond either, a second person agrees.
MOST_CHANGES = 500
MOST_WITHDRAWN = 0.2


@dataclass(slots=True)
class Cases:
    """How many times, and the first ones: where and what."""

    count: int = 0
    examples: list[tuple[Spot, str]] = field(default_factory=list)

    def add(self, spot: Spot, detail: str) -> None:
        """One more."""
        self.count += 1
        if len(self.examples) < MOST_EXAMPLES:
            self.examples.append((spot, detail))


@dataclass(slots=True)
class Counts:
    """What would become of the rows of one table."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0

    @property
    def changes(self) -> int:
        """How many rows would be written or removed."""
        return self.added + self.changed + self.withdrawn


@dataclass(slots=True)
class Territory:
    """Services of one département. `held`: those of the same sources, before; `absent`: those that the files hold no
    more, and that stay.
    """

    held: int = 0
    absent: int = 0
    added: int = 0
    changed: int = 0
    withdrawn: int = 0

    def count(self, *, added: bool) -> None:
        """One more service that is written."""
        if added:
            self.added += 1
        else:
            self.changed += 1

    @property
    def heavy(self) -> bool:
        """Whether one person alone must not decide of it. What a source says the first time takes nothing away."""
        changes = self.added + self.changed + self.withdrawn
        return bool(self.held) and (changes > MOST_CHANGES or self.withdrawn > self.held * MOST_WITHDRAWN)


@dataclass(slots=True)
class Report:
    """What an import would do.

    `sources`: those that the records name. `absent`: services of these that the files no longer hold, and that stay.
    `agreed`: corrections that the source now says too; `disputed`: those of which it says something new, and else.
    `territories`: by département, "" for services that are nowhere.
    """

    tables: Mapping[Table, Counts] = field(default_factory=lambda: {"structure": Counts(), "service": Counts()})
    sources: set[str] = field(default_factory=set)
    refused: dict[Reason, Cases] = field(default_factory=dict)
    mended: dict[Mending, Cases] = field(default_factory=dict)
    agreed: Cases = field(default_factory=Cases)
    disputed: Cases = field(default_factory=Cases)
    territories: dict[str, Territory] = field(default_factory=dict)
    absent: int = 0
    fictional_removed: int = 0

    def territory(self, place: str | None) -> Territory:
        """The counts of the département of a commune (INSEE code)."""
        return self.territories.setdefault(departement(place) if place else "", Territory())

    @property
    def heavy(self) -> list[str]:
        """Départements of which one person alone must not decide."""
        return sorted(code for code, counts in self.territories.items() if counts.heavy)

    @property
    def refusals(self) -> int:
        """How many records would be left out."""
        return sum(cases.count for cases in self.refused.values())

    @property
    def changes(self) -> int:
        """How many rows would be written or removed."""
        return self.fictional_removed + sum(counts.changes for counts in self.tables.values())


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of `import.ftl` and what completes it. `depth`: 0 for a fact, 1 for an example under it."""

    key: str
    arguments: Mapping[str, str | int]
    depth: int = 0


def sentences(report: Report) -> Iterator[Sentence]:
    """A report as an operator reads it: what changes, what is left out and where, what was put right."""
    for table, counts in report.tables.items():
        yield Sentence(
            f"import-{table}s", {"added": counts.added, "changed": counts.changed, "unchanged": counts.unchanged}
        )
    for key, count in (
        ("import-fictional-removed", report.fictional_removed),
        ("import-withdrawn", report.tables["service"].withdrawn),
        ("import-absent", report.absent),
    ):
        if count:
            yield Sentence(key, {"count": count})
    yield from _heavy(report)
    yield from _told("import-agreed", report.agreed)
    yield from _told("import-disputed", report.disputed)
    for reason, cases in report.refused.items():
        yield from _told(f"import-refused-{reason}", cases)
    for mending, cases in report.mended.items():
        yield from _told(f"import-mended-{mending}", cases)
    if not report.changes and not report.refusals:
        yield Sentence("import-nothing-new", {})


def _heavy(report: Report) -> Iterator[Sentence]:
    for code in report.heavy:
        found = report.territories[code]
        counts = {"changes": found.added + found.changed, "withdrawn": found.withdrawn, "held": found.held}
        yield Sentence("import-heavy", {"departement": code, **counts})


def _told(key: str, cases: Cases) -> Iterator[Sentence]:
    if not cases.count:
        return
    yield Sentence(key, {"count": cases.count})
    for spot, detail in cases.examples:
        yield Sentence(
            "import-example", {"file": spot.file, "line": spot.line, "id": spot.id or "?", "detail": detail}, depth=1
        )
