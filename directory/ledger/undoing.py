"""Taking back: one change made by hand, or a whole import within thirty days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from directory import versions
from directory.ledger import closings, history, removal, runs
from directory.ledger.editing import EditRefusedError, Planned
from directory.ledger.history import CHANGES, Change, Kind, Signed, Told
from directory.ledger.rows import DEDUCED, TABLES, put, whole_rows
from directory.ledger.values import Values, read, written
from directory.tables import CLOSURES, SERVICES, STRUCTURES

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking an import back did. `kept`: rows that others had changed since, of which those changes stay."""

    restored: int = 0
    removed: int = 0
    kept: int = 0


def plan(connection: Connection, number: int) -> Planned:
    """Plan to take back one change made by hand, with what moved with it: a structure's services, first the change of
    the structure. Raises EditRefusedError when it cannot be any more.
    """
    told = history.one(connection, number)
    if told is None or told.signed.run is not None:
        raise EditRefusedError("edit-unknown")
    if history.undone(connection, number):
        raise EditRefusedError("edit-undone-already")
    together = history.made_together(connection, told)
    left = [one for one in together if one.id == number or not history.undone(connection, one.id)]
    changes = tuple(_back(one) for one in left)
    by_hand = tuple(
        frozenset(change.after or {}) - DEDUCED if change.kind != "closure" else frozenset() for change in changes
    )
    return Planned(changes, by_hand)


def undo_run(connection: Connection, number: int, signed: Signed) -> Undone:
    """Take a whole import back, in the caller's transaction: what it added goes, what it changed or withdrew returns,
    closures included. What editors closed stays closed.

    A column that somebody changed since stays as they made it. Raises EditRefusedError when there is no such import,
    when it is older than thirty days, or taken back already.
    """
    run = runs.one(connection, number)
    if run is None:
        raise EditRefusedError("edit-unknown")
    if run.undone_at is not None:
        raise EditRefusedError("edit-undone-already")
    if run.too_old(signed.at):
        raise EditRefusedError("edit-too-old")
    closings.take_back(connection, number, signed)
    removed = _remove_added(connection, number, signed)
    restored = kept = 0
    for batch in _changes(connection, number):
        rows = whole_rows(connection, batch[0].change.kind, [told.change.row for told in batch])
        found = [(told, _restored(connection, told, rows.get(told.change.row))) for told in batch]
        back = [(told, change) for told, change in found if change is not None]
        history.write(connection, [change for _, change in back], signed)
        restored += len(back)
        kept += sum(len(change.after or {}) < len(told.change.before or {}) for told, change in back)
    closings.put_back(connection, number, signed)
    runs.close(connection, number, now=signed.at)
    versions.bump(connection, now=signed.at, fictional=versions.is_fictional(connection))
    return Undone(restored, removed, kept)


def _back(told: Told) -> Change:
    """A change the other way round. Raises EditRefusedError when the row came or went by it."""
    change = told.change
    if change.kind != "closure" and (change.before is None or change.after is None):
        raise EditRefusedError("edit-cannot-undo")
    table = TABLES.get(change.kind, CLOSURES)
    was, becomes = (None if side is None else read(table, side) for side in (change.after, change.before))
    return Change(change.kind, change.row, was, becomes, undoes=told.id)


def _changes(connection: Connection, run: int) -> Iterator[list[Told]]:
    """The changes of a run, structures before their services, by the hundreds."""
    for kind in ("structure", "service"):
        of_kind = select(CHANGES).where(CHANGES.c.run == run, CHANGES.c.kind == kind).order_by(CHANGES.c.id)
        last = 0
        while rows := connection.execute(of_kind.where(CHANGES.c.id > last).limit(_BATCH)).mappings().all():
            last = rows[-1]["id"]
            yield [history.told(row) for row in rows]


def _restored(connection: Connection, told: Told, held: Values | None) -> Change | None:
    """Put one row back, `held` as it is now; gives what changed, None when others took it out, or put it in."""
    change, table = told.change, TABLES[told.change.kind]
    before = read(table, change.before or {})
    if change.after is None:
        if held is not None:
            return None
        put(connection, change.kind, [before])
        return Change(change.kind, change.row, None, before, undoes=told.id)
    if held is None:
        return None
    now = written(held)
    same = {name: value for name, value in before.items() if now[name] == change.after[name]}
    if same:
        connection.execute(update(table).where(table.c.id == change.row).values(**same))
    return Change(change.kind, change.row, {name: held[name] for name in same}, same, undoes=told.id)


def _remove_added(connection: Connection, run: int, signed: Signed) -> int:
    """Remove what a run added; a structure that others use meanwhile stays."""
    services = list(connection.scalars(select(SERVICES.c.id).where(SERVICES.c.added_in == run)))
    _remove(connection, "service", services, signed)
    unused = ~select(SERVICES.c.id).where(SERVICES.c.structure_id == STRUCTURES.c.id).exists()
    query = select(STRUCTURES.c.id).where(STRUCTURES.c.added_in == run, unused)
    _remove(connection, "structure", list(connection.scalars(query)), signed)
    return len(services)


def _remove(connection: Connection, kind: Kind, ids: list[str], signed: Signed) -> None:
    for first in range(0, len(ids), _BATCH):
        rows = whole_rows(connection, kind, ids[first : first + _BATCH])
        history.write(connection, [Change(kind, row, columns, None) for row, columns in rows.items()], signed)
        removal.remove(connection, kind, rows, signed)
