"""A file of services that somebody sends: read within the bounds of a conversation, compared with the directory.

Its content is written nowhere but in a folder that lasts as long as it is read.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from sqlalchemy import Connection

from directory.importers import closing, sniffing
from directory.importers.archives import unpacked, unpacked_pair
from directory.importers.association.matching import Matching, propose
from directory.importers.association.reading import Town, named
from directory.importers.files import FileRefusedError
from directory.importers.lines import lines
from directory.importers.missing import Scope
from directory.importers.origins import Asked, Kind, origin
from directory.importers.pipeline import Preview, apply, preview
from directory.importers.raw import Closing, Origin
from directory.importers.records import Reason, Refused, Row, Table
from directory.importers.report import Report
from directory.importers.shown import Shown
from directory.importers.within import Within
from directory.ledger.clerk import Clerk
from directory.ledger.editing import OWN
from directory.ledger.history import Signed

MOST_ROWS = 4000
"""Structures, and services; more would be written for too long while others wait."""
MOST_UNPACKED = 50_000_000
_ENDING = re.compile(r"(?:\.[a-z0-9]{1,6}){1,2}\Z")
_COPIES = re.compile(r"\(\d+\)|\b(?:copie|copy|v\d+)\b", re.IGNORECASE)
_TAKEN = frozenset((OWN, "data-inclusion", *Kind, "annuaire-administration"))


@dataclass(frozen=True, slots=True)
class Offered:
    """A file and how it is to be read. `day`: its date, for rows that tell none.

    `columns`: for a table, the field of each column in order, "" for none; None: as they are recognised.
    `whole`: it says all that its sources know of the territory, so that what it does not say is withdrawn.
    """

    name: str
    content: bytes = field(repr=False)
    day: date
    columns: tuple[str, ...] | None = None
    whole: bool = False

    @property
    def source(self) -> str:
        """What a table is called in identifiers: by its name, that of a copy or of a known source aside."""
        found = named(_COPIES.sub(" ", Path(self.name).stem))
        return f"tableau-{found}" if found in _TAKEN else found


@dataclass(frozen=True, slots=True)
class Compared:
    """What a file would change. `skipped`, `repeated`: records left out without being wrong; `closes`: whether
    temporary closures change; `scope`: where it may write. Hold it until it is applied, then let it go.
    """

    kind: Kind
    previewed: Preview
    shown: Shown
    scope: Scope
    skipped: int
    repeated: int
    closings: tuple[str, tuple[Closing, ...], frozenset[str]]
    closes: bool
    held: ExitStack = field(repr=False)

    @property
    def report(self) -> Report:
        """Counts."""
        return self.previewed.report

    @property
    def heavy(self) -> bool:
        """Whether one person alone must not decide of it."""
        return bool(self.report.heavy or self.report.fictional_removed)

    @property
    def absent(self) -> int:
        """Services of the territory, of the same sources, that the file does not say and that stay."""
        return sum(one.absent for code, one in self.report.territories.items() if self._mine(code))

    @property
    def departements(self) -> tuple[str, ...]:
        """The codes of those where something is written; "" for what lies nowhere."""
        touched = ((code, one) for code, one in self.report.territories.items())
        found = sorted(code for code, one in touched if one.added or one.changed or one.withdrawn)
        return tuple(found) or tuple(sorted(self.scope.departements or ("",)))

    @property
    def mistakes(self) -> bool:
        """Whether records are left out for what they say, not for where they are."""
        return bool(self.report.refused.keys() - {Reason.ELSEWHERE, Reason.NOWHERE})

    @property
    def changes(self) -> bool:
        """Whether anything would be written."""
        return bool(self.report.changes or self.closes)

    def apply(self, connection: Connection, signed: Signed, *, agreed: bool = False) -> int | None:
        """Write it in the caller's transaction; gives the number of the run, None when there was nothing to write.

        `agreed`: a second person read it. Raises ImportRefusedError.
        """
        run = apply(connection, self.previewed, signed=signed, accept_refused=True, accept_heavy=agreed)
        source, closings, among = self.closings
        if source:
            of_run = replace(signed, run=run)
            run = closing.replace(connection, source, closings, signed=of_run, among=among) or run
        return run

    def _mine(self, code: str) -> bool:
        return self.scope.departements is None or code in self.scope.departements


def kind_of(name: str, content: bytes) -> Kind:
    """The kind of source that a file is. Raises FileRefusedError."""
    with _laid_down(name, content) as path:
        return sniffing.kind_of(path)


def is_of_services(content: bytes) -> bool:
    """Whether a file is surely one of services."""
    try:
        with _laid_down("", content) as path:
            return sniffing.kind_of(path) is not Kind.TABLE or not propose(lines(path), file="").lacks
    except FileRefusedError:
        return False


def is_readable(content: bytes) -> bool:
    """Whether a file is a table, or records, whatever it speaks of."""
    try:
        kind_of("", content)
    except FileRefusedError as refused:
        return refused.key in ("import-file-no-columns", "import-file-unknown", "import-file-calendar")
    return True


def columns_of(offered: Offered) -> Matching:
    """The columns of a table, as they are recognised, or as they were chosen. Raises FileRefusedError."""
    with _laid_down(offered.name, offered.content) as path:
        return _chosen(propose(lines(path), file=path.name), offered)


def compare(connection: Connection, clerk: Clerk, offered: Offered, scope: Scope) -> Compared:
    """What a file would change where one may; nothing is written. Raises FileRefusedError."""
    with ExitStack() as held, _laid_down(offered.name, offered.content) as path:
        places = clerk.places
        of = _origin(path, offered, lambda name: places.only(name, scope.departements or ()))
        reader, redo = clerk.reader(connection), clerk.reader(connection).again
        kept: set[str] = set()
        rows = _seen(Within(connection, scope, places.resolve).keep(_bounded(reader.read(of), path)), kept)
        previewed = held.enter_context(preview(connection, rows, redo=redo, scope=scope if offered.whole else None))
        # So many closings as the file tells; those of structures that are set aside stay as they are.
        told = tuple(one for one in reader.closings if one.structure_id in kept)
        among = frozenset(kept)
        closes = bool(of.closes) and closing.differ(connection, of.closes, told, among=among)
        shown = Shown.of(previewed, sorted(map(repr, told)), _refusals(previewed.report), offered.columns)
        closings = (of.closes, told, among)
        counted = (of.tally.skipped, of.tally.repeated)
        return Compared(sniffing.kind_of(path), previewed, shown, scope, *counted, closings, closes, held.pop_all())


def _refusals(report: Report) -> list[tuple[str, int]]:
    return sorted((reason.value, cases.count) for reason, cases in report.refused.items())


def _origin(path: Path, offered: Offered, town: Town) -> Origin:
    asked = Asked(path, offered.day, offered.source, lambda matching: _chosen(matching, offered), town)
    of = origin(sniffing.kind_of(path), asked)
    if of is None or of.fictional:
        raise FileRefusedError("import-file-fictional", file=path.name)
    return of


def _chosen(matching: Matching, offered: Offered) -> Matching:
    if offered.columns is None:
        return matching
    pairs = zip(matching.matches, offered.columns, strict=False)
    return replace(matching, matches=tuple(replace(match, field=said) for match, said in pairs))


def _bounded(found: Iterable[Row | Refused], path: Path) -> Iterator[Row | Refused]:
    counts: dict[Table, int] = {"structure": 0, "service": 0}
    for one in found:
        counts[one.table] += 1
        if counts[one.table] > MOST_ROWS:
            raise FileRefusedError("import-file-many", file=path.name, most=MOST_ROWS)
        yield one


def _seen(found: Iterable[Row | Refused], kept: set[str]) -> Iterator[Row | Refused]:
    """The same, noting the structures that are written or were."""
    for one in found:
        if isinstance(one, Row) and one.table == "structure":
            kept.add(one.id)
        yield one


@contextmanager
def _laid_down(name: str, content: bytes) -> Iterator[Path]:
    """The file, unpacked, as a path that lasts as long as this; records of data·inclusion as their folder."""
    ending = _ENDING.search(name.lower())
    with tempfile.TemporaryDirectory(prefix="solipacte-") as folder:
        path = Path(folder) / f"fichier{ending[0] if ending else ''}"
        path.write_bytes(content)
        pair = Path(folder) / "pair"
        pair.mkdir()
        if unpacked_pair(path, pair, most=MOST_UNPACKED):
            yield pair
            return
        found = unpacked(path, Path(folder), most=MOST_UNPACKED)
        yield _alone(found, pair) if sniffing.kind_of(found) is Kind.DATA_INCLUSION else found


def _alone(path: Path, folder: Path) -> Path:
    """A file of structures, or of services, in the folder that an import reads."""
    ending = ".ndjson" if sniffing.is_json(path) else ".csv"
    return path.rename(folder / f"{'services' if sniffing.tells_services(path) else 'structures'}{ending}").parent
