"""What an import would do, counted; and the same as sentences to be said (`import.ftl`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from directory.importers.records import Mending, Reason, Spot, Table

# Beyond, a reader scrolls and learns nothing more.
MOST_EXAMPLES = 20


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


@dataclass(slots=True)
class Report:
    """What an import would do. `absent`: services of the same sources that the files no longer hold."""

    tables: Mapping[Table, Counts] = field(default_factory=lambda: {"structure": Counts(), "service": Counts()})
    refused: dict[Reason, Cases] = field(default_factory=dict)
    mended: dict[Mending, Cases] = field(default_factory=dict)
    absent: int = 0
    fictional_removed: int = 0

    @property
    def refusals(self) -> int:
        """How many records would be left out."""
        return sum(cases.count for cases in self.refused.values())

    @property
    def changes(self) -> int:
        """How many rows would be written or removed."""
        return self.fictional_removed + sum(counts.added + counts.changed for counts in self.tables.values())


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
    if report.fictional_removed:
        yield Sentence("import-fictional-removed", {"count": report.fictional_removed})
    if report.absent:
        yield Sentence("import-absent", {"count": report.absent})
    for reason, cases in report.refused.items():
        yield from _told(f"import-refused-{reason}", cases)
    for mending, cases in report.mended.items():
        yield from _told(f"import-mended-{mending}", cases)
    if not report.changes and not report.refusals:
        yield Sentence("import-nothing-new", {})


def _told(key: str, cases: Cases) -> Iterator[Sentence]:
    yield Sentence(key, {"count": cases.count})
    for spot, detail in cases.examples:
        yield Sentence(
            "import-example", {"file": spot.file, "line": spot.line, "id": spot.id or "?", "detail": detail}, depth=1
        )
