"""What a source holds, against what the directory holds: batch by batch, nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select

from directory import tables
from directory.flags import Flag
from directory.importers import records
from directory.importers.missing import Scope, Seen, missing
from directory.importers.report import Cases, Report
from directory.importers.spool import Batch, Spool
from directory.ledger import corrections
from directory.ledger.corrections import Kept
from directory.ledger.history import Change
from directory.ledger.rows import HOUSE, TABLES, whole_rows
from directory.ledger.values import Values, differences, read, record

Redo = Callable[[records.Table, Mapping[str, Any]], records.Row | records.Refused]
"""Reads one record again once corrections are laid over it, so that what is deduced of it follows."""

_BATCH = 500


@dataclass(slots=True)
class Comparison:
    """One preview under way. `scope`: None when nothing that is missing is withdrawn."""

    connection: Connection
    spool: Spool
    fictional: bool
    redo: Redo | None = None
    scope: Scope | None = None
    report: Report = field(default_factory=Report)
    _lines: dict[records.Table, dict[str, int]] = field(default_factory=lambda: {"structure": {}, "service": {}})
    _left_out: dict[records.Table, set[str]] = field(default_factory=lambda: {"structure": set(), "service": set()})

    def run(self, found: Iterable[records.Row | records.Refused]) -> None:
        """Compare everything; the report and the spool then say what an import would do."""
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
        seen = Seen({name: lines.keys() for name, lines in self._lines.items()}, self._left_out)
        missing(self.connection, self.spool, self.report, seen, scope=self.scope, fictional=self.fictional)
        if not self.fictional:
            self.report.fictional_removed = self._count(tables.SERVICES.c.fictional)

    def _refuse(self, refused: records.Refused) -> None:
        self.report.refused.setdefault(refused.reason, Cases()).add(refused.spot, refused.detail)
        self._left_out[refused.table].add(refused.spot.id)

    def _compare(self, batch: list[records.Row]) -> None:
        name = batch[0].table
        held = self._held(name, batch)
        entry = Batch(name, [])
        fresh = [row for row in batch if row.id not in held or held[row.id] != row.values["digest"]]
        before = whole_rows(self.connection, name, [row.id for row in fresh if row.id in held])
        kept = corrections.of_rows(self.connection, name, before)
        for row in batch:
            self.report.sources.add(str(row.values["source"]))
            for mending, detail in row.mendings:
                self.report.mended.setdefault(mending, Cases()).add(row.spot, detail)
        for row in fresh:
            self._one(entry, row, before.get(row.id), kept.get(row.id, ()))
        self.report.tables[name].unchanged += len(batch) - len(fresh)
        self.spool.add(entry)

    def _one(self, entry: Batch, row: records.Row, before: Values | None, kept: tuple[Kept, ...]) -> None:
        counts = self.report.tables[entry.table]
        new = self._columns(entry.table, self._corrected(entry, row, kept))
        entry.rows.append(new)
        if before is None:
            counts.added += 1
        else:
            counts.changed += 1
            was, now = differences(before, {name: value for name, value in new.items() if name not in HOUSE})
            entry.changes.append(Change(entry.table, row.id, was, now))
        if entry.table == "service":
            self.report.territory(new["place"]).count(added=before is None)

    def _corrected(self, entry: Batch, row: records.Row, kept: tuple[Kept, ...]) -> records.Row:
        """The record with what editors say over it; as it is when they say nothing, or nothing that still holds."""
        if not kept:
            return row
        found = corrections.reconcile(kept, row.values)
        entry.reconciled[row.id] = found
        for name in found.agreed:
            self.report.agreed.add(row.spot, name)
        for name in found.disputed:
            self.report.disputed.add(row.spot, name)
        if not found.standing:
            return row
        laid = {**row.values, **read(TABLES[entry.table], found.standing)}
        again = self.redo(entry.table, record(laid)) if self.redo else None
        values = again.values if isinstance(again, records.Row) else laid
        return records.Row(row.table, row.spot, {**values, "digest": row.values["digest"]}, row.mendings)

    def _columns(self, name: records.Table, row: records.Row) -> dict[str, Any]:
        columns: dict[str, Any] = {column.name: row.values.get(column.name) for column in TABLES[name].columns}
        columns["fictional"] = self.fictional
        if self.fictional and "flags" in columns:
            columns["flags"] = int(columns["flags"]) | Flag.FICTIONAL
        return columns

    def _held(self, name: records.Table, batch: list[records.Row]) -> dict[str, bytes]:
        table = TABLES[name]
        query = select(table.c.id, table.c.digest).where(
            and_(table.c.id.in_([row.id for row in batch]), table.c.fictional.is_(self.fictional))
        )
        return {row.id: bytes(row.digest) for row in self.connection.execute(query)}

    def _count(self, condition: ColumnElement[bool]) -> int:
        return self.connection.scalar(select(func.count()).select_from(tables.SERVICES).where(condition)) or 0
