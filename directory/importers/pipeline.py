"""From rows to the directory: a preview that writes nothing, then all of it in one transaction, or nothing.

The preview reads the source once and puts what would change aside; applying it is then a short transaction,
during which the bot waits little. A source that holds refused records is applied only when the caller accepts
to leave them out: whoever imports has seen which ones, and why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from directory import tables, versions
from directory.flags import Flag
from directory.importers import records
from directory.importers.report import Cases, Report
from directory.importers.spool import Spool

_TABLES: Mapping[records.Table, Table] = {
    "structure": tables.Structure.__table__,  # type: ignore[attr-defined]  # SQLModel gives it at run time
    "service": tables.Service.__table__,  # type: ignore[attr-defined]  # idem
}
_CLOSURE: Table = tables.Closure.__table__  # type: ignore[attr-defined]  # idem
_BATCH = 500


class ImportRefusedError(Exception):
    """Nothing was written; `key` names the sentence in `import.ftl`."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do to the directory at `version`, ready to be applied."""

    report: Report
    version: int
    fictional: bool
    spool: Spool


@contextmanager
def preview(
    connection: Connection, found: Iterable[records.Row | records.Refused], *, fictional: bool = False
) -> Iterator[Preview]:
    """Compare what a source holds with the directory; nothing is written.

    Raises FileRefusedError (from the source) before anything is given.
    """
    spool = Spool()
    try:
        comparison = _Comparison(connection, spool, fictional=fictional)
        version = versions.current(connection)
        comparison.run(found)
        yield Preview(comparison.report, version, fictional, spool)
    finally:
        spool.close()


def apply(
    connection: Connection,
    previewed: Preview,
    *,
    now: datetime,
    accept_refused: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> bool:
    """Write what was previewed, in the caller's transaction; False when there was nothing to write.

    The first real import removes all that was fictional. `progress` is told (rows written, rows to write).
    Raises ImportRefusedError, before writing anything, when records are refused and not accepted to be, or when
    the directory has changed since the preview.
    """
    if previewed.report.refusals and not accept_refused:
        raise ImportRefusedError("import-not-applied-refused")
    if versions.current(connection) != previewed.version:
        raise ImportRefusedError("import-not-applied-stale")
    if not previewed.report.changes:
        return False
    if not previewed.fictional:
        remove_fictional(connection)
    done = 0
    for table, rows in previewed.spool.batches():
        _write(connection, _TABLES[table], rows)
        done += len(rows)
        if progress:
            progress(done, previewed.spool.rows)
    versions.bump(connection, now=now, fictional=previewed.fictional)
    return True


def refuse_fiction(connection: Connection) -> None:
    """Raise ImportRefusedError when the directory holds anything real: inventions do not mix with it."""
    if connection.scalar(select(func.count()).select_from(_TABLES["service"])) and not versions.is_fictional(
        connection
    ):
        raise ImportRefusedError("import-not-applied-real")


def remove_fictional(connection: Connection) -> None:
    """Delete all that was invented, in the caller's transaction."""
    for name, column in (("service", _CLOSURE.c.service_id), ("structure", _CLOSURE.c.structure_id)):
        invented = select(_TABLES[name].c.id).where(_TABLES[name].c.fictional)  # type: ignore[index]  # both are tables
        connection.execute(delete(_CLOSURE).where(column.in_(invented)))
    for table in (_TABLES["service"], _TABLES["structure"]):
        connection.execute(delete(table).where(table.c.fictional))


def structure_of(connection: Connection, *, fictional: bool = False) -> Callable[[str], Mapping[str, Any] | None]:
    """Ask the directory for the columns of a structure, by id; real and fictional ones do not mix."""
    table = _TABLES["structure"]

    def read(structure_id: str) -> Mapping[str, Any] | None:
        query = select(table).where(table.c.id == structure_id, table.c.fictional.is_(fictional))
        found = connection.execute(query).mappings().one_or_none()
        return {**found} if found else None

    return read


def _write(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(table)
    others = {column.name: statement.excluded[column.name] for column in table.columns if column.name != "id"}
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=others), rows)


@dataclass(slots=True)
class _Comparison:
    """Rows, batch by batch, against those of the directory."""

    connection: Connection
    spool: Spool
    fictional: bool
    report: Report = field(default_factory=Report)
    _lines: dict[records.Table, dict[str, int]] = field(default_factory=lambda: {"structure": {}, "service": {}})
    _sources: set[str] = field(default_factory=set)

    def run(self, found: Iterable[records.Row | records.Refused]) -> None:
        batch: list[records.Row] = []
        for one in found:
            if isinstance(one, records.Refused):
                self._refuse(one)
            elif (first := self._lines[one.table].setdefault(one.id, one.spot.line)) != one.spot.line:
                self._refuse(records.Refused(one.table, one.spot, records.Reason.DUPLICATE, str(first)))
            else:
                if batch and (len(batch) == _BATCH or batch[0].table != one.table):
                    self._compare(batch)
                    batch = []
                batch.append(one)
        if batch:
            self._compare(batch)
        self.report.absent = self._held_of_sources() - self._seen()
        if not self.fictional:
            self.report.fictional_removed = self._count(_TABLES["service"].c.fictional)

    def _refuse(self, refused: records.Refused) -> None:
        self.report.refused.setdefault(refused.reason, Cases()).add(refused.spot, refused.detail)

    def _compare(self, batch: list[records.Row]) -> None:
        name = batch[0].table
        table, counts = _TABLES[name], self.report.tables[name]
        query = select(table.c.id, table.c.digest).where(
            and_(table.c.id.in_([row.id for row in batch]), table.c.fictional.is_(self.fictional))
        )
        held = {row.id: bytes(row.digest) for row in self.connection.execute(query)}
        changed: list[dict[str, Any]] = []
        for row in batch:
            self._sources.add(str(row.values["source"]))
            for mending, detail in row.mendings:
                self.report.mended.setdefault(mending, Cases()).add(row.spot, detail)
            if row.id not in held:
                counts.added += 1
            elif held[row.id] != row.values["digest"]:
                counts.changed += 1
            else:
                counts.unchanged += 1
                continue
            changed.append(self._columns(table, row))
        self.spool.add(name, changed)

    def _columns(self, table: Table, row: records.Row) -> dict[str, Any]:
        columns: dict[str, Any] = {column.name: row.values.get(column.name) for column in table.columns}
        columns["fictional"] = self.fictional
        if self.fictional and "flags" in columns:
            columns["flags"] = int(columns["flags"]) | Flag.FICTIONAL
        return columns

    def _seen(self) -> int:
        counts = self.report.tables["service"]
        return counts.changed + counts.unchanged

    def _held_of_sources(self) -> int:
        table = _TABLES["service"]
        return self._count(and_(table.c.source.in_(sorted(self._sources)), table.c.fictional.is_(self.fictional)))

    def _count(self, condition: Any) -> int:  # noqa: ANN401  any SQL condition
        return self.connection.scalar(select(func.count()).select_from(_TABLES["service"]).where(condition)) or 0
