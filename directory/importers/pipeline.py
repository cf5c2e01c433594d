"""From rows to the directory: a preview that writes nothing, then all of it in one transaction, or nothing.

The preview reads the source once and puts what would change aside; applying it is then a short transaction,
during which the bot waits little. A source that holds refused records is applied only when the caller accepts
to leave them out: whoever imports has seen which ones, and why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, delete, select

from directory import tables, versions
from directory.importers import records
from directory.importers.comparison import Comparison, Redo
from directory.importers.missing import Scope
from directory.importers.report import Report
from directory.importers.spool import Batch, Spool
from directory.ledger import corrections, history, removal, runs
from directory.ledger.history import Signed
from directory.ledger.rows import put


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
    connection: Connection,
    found: Iterable[records.Row | records.Refused],
    *,
    fictional: bool = False,
    redo: Redo | None = None,
    scope: Scope | None = None,
) -> Iterator[Preview]:
    """Compare what a source holds with the directory; nothing is written.

    Editors' corrections are laid over what the source says; `redo` then deduces needs, place and flags again.
    `scope`: what is missing within it is withdrawn. Raises FileRefusedError (from the source) before anything is given.
    """
    spool = Spool()
    try:
        comparison = Comparison(connection, spool, fictional=fictional, redo=redo, scope=scope)
        version = versions.current(connection)
        comparison.run(found)
        yield Preview(comparison.report, version, fictional, spool)
    finally:
        spool.close()


def apply(
    connection: Connection,
    previewed: Preview,
    *,
    signed: Signed,
    accept_refused: bool = False,
    accept_heavy: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> int | None:
    """Write what was previewed, in the caller's transaction; gives the number of the run, None when there was nothing
    to write.

    The first real import removes all that was fictional. `progress` is told (rows written, rows to write).
    Raises ImportRefusedError, before writing anything, when records are refused and not accepted to be, when a
    territory changes so much that a second person must agree, or when the directory has changed since the preview.
    """
    report = previewed.report
    if report.refusals and not accept_refused:
        raise ImportRefusedError("import-not-applied-refused")
    if report.heavy and not accept_heavy:
        raise ImportRefusedError("import-not-applied-heavy")
    if versions.current(connection) != previewed.version:
        raise ImportRefusedError("import-not-applied-stale")
    if not report.changes:
        return None
    if not previewed.fictional:
        remove_fictional(connection)
    run = runs.begin(connection, _counted(report), signed)
    _write(connection, previewed.spool, replace(signed, run=run), progress)
    versions.bump(connection, now=signed.at, fictional=previewed.fictional)
    return run


def refuse_fiction(connection: Connection) -> None:
    """Raise ImportRefusedError when the directory holds anything real: inventions do not mix with it."""
    if connection.execute(select(tables.SERVICES.c.id).limit(1)).first() and not versions.is_fictional(connection):
        raise ImportRefusedError("import-not-applied-real")


def remove_fictional(connection: Connection) -> None:
    """Delete all that was invented, in the caller's transaction."""
    closures = tables.CLOSURES
    for table, column in ((tables.SERVICES, closures.c.service_id), (tables.STRUCTURES, closures.c.structure_id)):
        connection.execute(delete(closures).where(column.in_(select(table.c.id).where(table.c.fictional))))
    for table in (tables.SERVICES, tables.STRUCTURES):
        connection.execute(delete(table).where(table.c.fictional))


def structure_of(connection: Connection, *, fictional: bool = False) -> Callable[[str], Mapping[str, Any] | None]:
    """Ask the directory for the columns of a structure, by id; real and fictional ones do not mix."""
    table = tables.STRUCTURES

    def read(structure_id: str) -> Mapping[str, Any] | None:
        query = select(table).where(table.c.id == structure_id, table.c.fictional.is_(fictional))
        found = connection.execute(query).mappings().one_or_none()
        return {**found} if found else None

    return read


def _write(connection: Connection, spool: Spool, signed: Signed, progress: Callable[[int, int], None] | None) -> None:
    done = 0
    for entry in spool.entries():
        history.write(connection, entry.changes, signed)
        if isinstance(entry, Batch):
            put(connection, entry.table, ({**row, "added_in": signed.run} for row in entry.rows))
            for row, reconciled in entry.reconciled.items():
                corrections.settle(connection, entry.table, row, reconciled)
            done += len(entry.rows)
        else:
            removal.remove(connection, entry.table, [change.row for change in entry.changes], signed)
            done += len(entry.changes)
        if progress:
            progress(done, spool.rows)


def _counted(report: Report) -> runs.Counted:
    services = report.tables["service"]
    return runs.Counted(tuple(sorted(report.sources)), services.added, services.changed, services.withdrawn)
