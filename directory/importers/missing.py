"""What the directory holds of some sources and their files no longer do: counted, or withdrawn."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, and_, select

from directory import tables
from directory.importers import records
from directory.importers.places import departement
from directory.importers.report import Report
from directory.importers.spool import Gone, Spool
from directory.ledger.history import Change
from directory.ledger.rows import whole_rows

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Scope:
    """Sources are held to say all they know of these départements (None: of everywhere): what they no longer say is
    withdrawn.
    """

    departements: frozenset[str] | None = None

    def holds(self, place: str | None) -> bool:
        """Whether a commune (INSEE code) lies within; None, which lies nowhere, only when everything does."""
        return self.departements is None or (place is not None and departement(place) in self.departements)


@dataclass(frozen=True, slots=True)
class Seen:
    """The ids that the files held, by table, and those of records that were refused: these are not missing."""

    ids: Mapping[records.Table, Collection[str]]
    refused: Mapping[records.Table, Collection[str]]

    def lacks(self, name: records.Table, row: str) -> bool:
        """Whether files that speak of this table hold no such row."""
        return bool(self.ids[name]) and row not in self.ids[name] and row not in self.refused[name]


def missing(
    connection: Connection, spool: Spool, report: Report, seen: Seen, *, scope: Scope | None, fictional: bool
) -> None:
    """Count what is missing of the report's sources, by département; within `scope`, put its withdrawal aside."""
    services = tables.SERVICES.c
    query = select(services.id, services.structure_id, services.place).where(
        and_(services.source.in_(sorted(report.sources)), services.fictional.is_(fictional))
    )
    gone: dict[str, str] = {}
    for row in connection.execute(query):
        territory = report.territory(row.place)
        territory.held += 1
        if row.id in seen.ids["service"]:
            continue
        if scope and scope.holds(row.place) and seen.lacks("service", row.id):
            gone[row.id] = row.structure_id
            territory.withdrawn += 1
        else:
            report.absent += 1
            territory.absent += seen.lacks("service", row.id)
    _withdraw(connection, spool, report, "service", gone)
    emptied = [row for row in _emptied(connection, gone) if seen.lacks("structure", row)]
    _withdraw(connection, spool, report, "structure", emptied)


def _withdraw(connection: Connection, spool: Spool, report: Report, name: records.Table, ids: Iterable[str]) -> None:
    for some in _cut(sorted(ids)):
        rows = whole_rows(connection, name, some)
        # In one order whatever the database: what was read and what is written are compared.
        spool.add(Gone(name, [Change(name, row, rows[row], None) for row in sorted(rows)]))
        report.tables[name].withdrawn += len(rows)


def _emptied(connection: Connection, gone: Mapping[str, str]) -> Iterator[str]:
    """The structures of which no service stays."""
    services = tables.SERVICES.c
    for some in _cut(sorted(set(gone.values()))):
        query = select(services.id, services.structure_id).where(services.structure_id.in_(some))
        stay = {row.structure_id for row in connection.execute(query) if row.id not in gone}
        yield from (row for row in some if row not in stay)


def _cut(ids: Iterable[str]) -> Iterator[list[str]]:
    wanted = list(ids)
    return (wanted[first : first + _BATCH] for first in range(0, len(wanted), _BATCH))
