"""What an import would do, as whoever decides of it reads it: its first rows by name, and a digest of all of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from directory.importers.pipeline import Preview
from directory.importers.records import Table
from directory.importers.spool import Batch, Entry
from directory.ledger.history import Change
from directory.ledger.rows import DEDUCED

MOST_SHOWN = 5
_DATE = "date_maj"


@dataclass(frozen=True, slots=True)
class Named:
    """A row by its name, its structure and its commune; `change`: what becomes of it, None when it is new."""

    table: Table
    name: str
    structure: str
    commune: str
    change: Change | None = None


@dataclass(slots=True)
class Shown:
    """The first rows of each kind. `founded`, `structures`: those that are added, that change; `dated`: how many rows
    of each table change by their date only; `digest`: SHA-256, in hexadecimal, of everything that would be written.
    """

    added: list[Named] = field(default_factory=list)
    changed: list[Named] = field(default_factory=list)
    founded: list[Named] = field(default_factory=list)
    structures: list[Named] = field(default_factory=list)
    withdrawn: list[Named] = field(default_factory=list)
    dated: dict[Table, int] = field(default_factory=lambda: {"structure": 0, "service": 0})
    digest: str = ""
    _structures: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, previewed: Preview, *also: object) -> Shown:
        """Read a preview; `also`: what else is to be the same."""
        shown, said = cls(), hashlib.sha256(repr(also).encode())
        for entry in previewed.spool.entries():
            shown._read(entry)
            if isinstance(entry, Batch):
                said.update(repr([(entry.table, row["id"], row["digest"]) for row in entry.rows]).encode())
            said.update(repr([(one.kind, one.row, one.before, one.after) for one in entry.changes]).encode())
        shown.digest = said.hexdigest()
        return shown

    def _read(self, entry: Entry) -> None:
        if not isinstance(entry, Batch):
            for gone in entry.changes if entry.table == "service" else ():
                _put(self.withdrawn, self._named(entry.table, gone.before or {}, gone))
            return
        changes = {one.row: one for one in entry.changes}
        if entry.table == "structure":
            self._structures |= {row["id"]: row["nom"] for row in entry.rows}
        for row in entry.rows:
            change = changes.get(row["id"])
            if change is None:
                _put(self.added if entry.table == "service" else self.founded, self._named(entry.table, row))
            elif _says(change):
                kind = self.changed if entry.table == "service" else self.structures
                _put(kind, self._named(entry.table, row, change))
            else:
                self.dated[entry.table] += 1

    def _named(self, table: Table, row: Mapping[str, Any], change: Change | None = None) -> Named:
        whose = self._structures.get(row.get("structure_id") or "", "")
        return Named(table, row["nom"], "" if whose == row["nom"] else whose, row.get("commune") or "", change)


def _says(change: Change) -> bool:
    """Whether anything that a person reads changes, the date of the record aside."""
    return bool((change.after or {}).keys() - DEDUCED - {_DATE})


def _put(some: list[Named], one: Named) -> None:
    if len(some) < MOST_SHOWN:
        some.append(one)
