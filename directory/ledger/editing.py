"""What an editor changes by hand: planned while reading, then carried out only if nothing moved meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from sqlalchemy import Connection, delete, insert, select, update

from directory import versions
from directory.importers.places import Resolve
from directory.importers.records import Mending, Refused, Row, Table
from directory.ledger import corrections, history
from directory.ledger.history import Change, Signed
from directory.ledger.rows import ADDRESS, HOUSE, TABLES, whole_rows
from directory.ledger.values import Values, differences, record
from directory.tables import CLOSURES, SERVICES

OWN = "solipacte"
"""The source of what was written in the chat: no import speaks of it."""


class Reading(Protocol):
    """Reads records as an import would (`directory.importers.data_inclusion.Reader`)."""

    @property
    def resolve(self) -> Resolve:
        """Which commune an address speaks of."""

    def again(self, table: Table, record: Mapping[str, Any]) -> Row | Refused:
        """One record by itself; a service after its structure, when that is new."""


_TOWN = frozenset({"commune", "code_postal"})
_POINT = frozenset({"latitude", "longitude"})


class EditRefusedError(Exception):
    """An edit that cannot be; `key` names the sentence, `field` what it is about."""

    def __init__(self, key: str, field: str = "") -> None:
        super().__init__(key, field)
        self.key = key
        self.field = field


@dataclass(frozen=True, slots=True)
class Planned:
    """Changes to be carried out together. `corrected`: the fields, by change, that outlive imports."""

    changes: tuple[Change, ...]
    corrected: tuple[frozenset[str], ...]


def correct(connection: Connection, reader: Reading, kind: Table, row: str, fields: Values, *, today: date) -> Planned:
    """Plan new values of some fields (data·inclusion's names, as records write them); reads only.

    The services of a structure that moves move with it. Raises EditRefusedError when there is no such row, when a
    value is not one that can be kept, or when nothing would change.
    """
    held = row_of(connection, kind, row)
    laid = {**_moved(fields), "date_maj": today.isoformat()}
    _in_a_commune(reader, {**held, **laid}, fields)
    planned = [_redone(reader, kind, held, laid)]
    if kind == "structure":
        planned += [_redone(reader, "service", one, _followed(one, held, laid)) for one in _services(connection, row)]
    found = [(change, names) for change, names in planned if change.after]
    if not any(names - {"date_maj"} for _, names in found):
        raise EditRefusedError("edit-nothing-changes")
    return Planned(tuple(change for change, _ in found), tuple(names for _, names in found))


def confirm(connection: Connection, service_id: str, *, today: date) -> Planned:
    """Plan to say that nothing has changed: the service was checked today."""
    held = row_of(connection, "service", service_id)
    change = Change("service", service_id, {"date_maj": held["date_maj"]}, {"date_maj": today})
    return Planned((change,), (frozenset(),))


def withdraw(connection: Connection, service_id: str, *, on: date | None) -> Planned:
    """Plan to keep a service from being shown, or (`on` None) to show it again."""
    held = row_of(connection, "service", service_id)
    if (held["withdrawn_on"] is None) == (on is None):
        raise EditRefusedError("edit-nothing-changes")
    before = {"withdrawn_on": held["withdrawn_on"]}
    return Planned((Change("service", service_id, before, {"withdrawn_on": on}),), (frozenset(),))


def close(connection: Connection, service_id: str, first_day: date, last_day: date, message: str | None) -> Planned:
    """Plan a temporary closure of a service, days included."""
    row_of(connection, "service", service_id)
    if last_day < first_day:
        raise EditRefusedError("edit-days-reversed")
    after = {"service_id": service_id, "first_day": first_day, "last_day": last_day, "message": message}
    return Planned((Change("closure", service_id, None, after),), (frozenset(),))


def reopen(connection: Connection, closure: int) -> Planned:
    """Plan to take a temporary closure back."""
    found = connection.execute(select(CLOSURES).where(CLOSURES.c.id == closure)).mappings().one_or_none()
    if found is None:
        raise EditRefusedError("edit-unknown")
    return Planned((Change("closure", found["service_id"] or found["structure_id"], {**found}, None),), (frozenset(),))


def add(reader: Reading, structure: Values | None, service: Values) -> Planned:
    """Plan a new service, and its structure when that is new too; records of the source `OWN`."""
    parts: list[tuple[Table, Values]] = [("structure", structure)] if structure else []
    changes = []
    for kind, said in [*parts, ("service", service)]:
        found = _accepted(reader.again(kind, said), frozenset(said))
        columns = {column.name: found.values.get(column.name) for column in TABLES[kind].columns}
        _in_a_commune(reader, said, said)
        changes.append(Change(kind, found.id, None, {**columns, "fictional": False}))
    return Planned(tuple(changes), tuple(frozenset() for _ in changes))


def row_of(connection: Connection, kind: str, row: str) -> dict[str, Any]:
    """A row, whole. Raises EditRefusedError when there is none."""
    found = whole_rows(connection, kind, [row])
    if row not in found:
        raise EditRefusedError("edit-unknown")
    return found[row]


def carry_out(connection: Connection, planned: Planned, signed: Signed) -> int:
    """Make planned changes in the caller's transaction; gives the directory's new version.

    Raises EditRefusedError("edit-stale") when a row is not as it was when the change was planned.
    """
    for change, names in zip(planned.changes, planned.corrected, strict=True):
        history.write(connection, [_made(connection, change, names, signed.at)], signed)
    return versions.bump(connection, now=signed.at, fictional=versions.is_fictional(connection))


def _services(connection: Connection, structure: str) -> Iterable[dict[str, Any]]:
    ids = connection.scalars(select(SERVICES.c.id).where(SERVICES.c.structure_id == structure).order_by(SERVICES.c.id))
    return whole_rows(connection, "service", ids).values()


def _moved(fields: Values) -> Values:
    """Who moves leaves the old point of the map, and the old commune, behind."""
    moved = {"latitude": None, "longitude": None} if _TOWN.union(("adresse",)) & fields.keys() else {}
    return {**moved, **({"code_insee": None} if _TOWN & fields.keys() else {}), **fields}


def _followed(service: Values, structure: Values, laid: Values) -> Values:
    """What becomes of the address of a service when that of its structure changes: it follows when it was the same."""
    shared = ("adresse", "code_postal", "commune", *(() if "adresse" in laid else _POINT))
    same = all(service[name] == structure[name] for name in shared)
    return {name: laid[name] for name in ADDRESS if name in laid} if same else {}


def _redone(reader: Reading, kind: Table, held: Values, laid: Values) -> tuple[Change, frozenset[str]]:
    """The row once some fields are laid over it, and which of them now differ from what was held."""
    found = _accepted(reader.again(kind, {**record(held), **laid}), frozenset(laid))
    apart = HOUSE | {"digest", "fictional"}
    after = {column.name: found.values.get(column.name) for column in TABLES[kind].columns if column.name not in apart}
    was, becomes = differences(held, after)
    if _POINT & becomes.keys():
        was, becomes = (
            {**{name: row[name] for name in _POINT}, **changed} for row, changed in ((held, was), (after, becomes))
        )
    return Change(kind, held["id"], was, becomes), frozenset(laid.keys() & becomes.keys())


def _accepted(found: Row | Refused, fields: frozenset[str]) -> Row:
    """The record that was read. Raises EditRefusedError when an import would have refused it, or left a field out."""
    if isinstance(found, Refused):
        raise EditRefusedError("edit-wrong-value", found.detail)
    for mending, detail in found.mendings:
        if mending is Mending.PHONE_UNREADABLE and "telephone" in fields:
            raise EditRefusedError("edit-wrong-value", "telephone")
        if mending is Mending.FIELD_DROPPED and detail in fields:
            raise EditRefusedError("edit-wrong-value", detail)
    return found


def _in_a_commune(reader: Reading, record: Values, fields: Values) -> None:
    """Raise EditRefusedError when a town is told that nobody finds."""
    if any(fields.get(name) for name in _TOWN):
        address = (record.get("code_insee"), record.get("code_postal"), record.get("commune"))
        if reader.resolve(*address, None, None) is None:
            raise EditRefusedError("edit-wrong-value", "commune")


def _made(connection: Connection, change: Change, names: frozenset[str], now: datetime) -> Change:
    if change.kind == "closure":
        return _closure(connection, change)
    if change.before is None:
        _add(connection, change)
    else:
        _change(connection, change, names, now)
    return change


def _change(connection: Connection, change: Change, names: frozenset[str], now: datetime) -> None:
    before, after = change.before or {}, change.after or {}
    held = row_of(connection, change.kind, change.row)
    if any(held[name] != value for name, value in before.items()):
        raise EditRefusedError("edit-stale")
    table = TABLES[change.kind]
    connection.execute(update(table).where(table.c.id == change.row).values(**after))
    if names and held["source"] != OWN:
        said = {name: before[name] for name in names}
        becomes = {name: after[name] for name in names}
        corrections.keep(connection, change.kind, change.row, before=said, after=becomes, now=now)


def _add(connection: Connection, change: Change) -> None:
    table = TABLES[change.kind]
    if connection.execute(select(table.c.id).where(table.c.id == change.row)).first():
        raise EditRefusedError("edit-stale")
    connection.execute(insert(table).values(**(change.after or {})))


def _closure(connection: Connection, change: Change) -> Change:
    """Close or reopen; the change then names the row of `closure`."""
    if change.after is not None:
        number = connection.scalar(insert(CLOSURES).values(**change.after).returning(CLOSURES.c.id))
        return Change("closure", change.row, None, {**change.after, "id": number}, change.undoes)
    before = change.before or {}
    if not connection.execute(delete(CLOSURES).where(CLOSURES.c.id == before["id"])).rowcount:
        raise EditRefusedError("edit-stale")
    return change
