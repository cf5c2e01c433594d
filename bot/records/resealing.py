"""Sealed values, sealed again with the newest key: a few rows at a time, while the robot goes on writing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlalchemy.engine import Connection, Engine

from bot.records.privacy import SealBroken, Vault
from bot.records.sealed import Sealed, bound_to, open_sealed, sealed_tables

# Rows of one transaction: a robot that serves waits for it, some hundredths of a second.
TOGETHER = 200


@dataclass(frozen=True, slots=True)
class Resealed:
    """What was done so far. `broken`: values that no key opens, left as they were."""

    values: int = 0
    broken: int = 0

    def __add__(self, other: Resealed) -> Resealed:
        """Both together."""
        return Resealed(self.values + other.values, self.broken + other.broken)


def reseal(engine: Engine, vault: Vault) -> Iterator[Resealed]:
    """Seal again what another key sealed; gives, after each transaction, what it did."""
    for sealed in sealed_tables():
        last: tuple[Any, ...] | None = None
        while True:
            with engine.begin() as connection:
                rows = _some(connection, sealed, vault.newest, last)
                done = sum((_reseal_row(connection, vault, sealed, row) for row in rows), Resealed())
            if not rows:
                break
            last = tuple(rows[-1][column] for column in sealed.table.primary_key)
            yield done


def to_reseal(connection: Connection, key: bytes) -> int:
    """How many values another key than this one sealed."""
    counted = 0
    for sealed in sealed_tables():
        for column in sealed.columns:
            asked = select(func.count()).select_from(sealed.table).where(sealed.not_by(key, column))
            counted += connection.execute(asked).scalar_one()
    return counted


def _some(connection: Connection, sealed: Sealed, key: bytes, last: tuple[Any, ...] | None) -> list[Mapping[Any, Any]]:
    """The next rows, in the order of their primary key, so that what no key opens is passed over once."""
    (primary,) = sealed.table.primary_key
    asked = select(sealed.table).where(or_(*(sealed.not_by(key, column) for column in sealed.columns)))
    if last is not None:
        asked = asked.where(primary > last[0])
    return list(connection.execute(asked.order_by(primary).limit(TOGETHER)).mappings())


def _reseal_row(connection: Connection, vault: Vault, sealed: Sealed, row: Mapping[Any, Any]) -> Resealed:
    done, table = Resealed(), sealed.table
    (primary,) = table.primary_key
    for name in sealed.columns:
        value = row[name]
        if value is None or value.startswith(vault.newest):
            continue
        try:
            plain = open_sealed(vault, table, row, name)
        except SealBroken:
            done += Resealed(broken=1)
            continue
        again = vault.seal(plain, table=table.name, row=bound_to(table, row), column=name)
        # Somebody may have written meanwhile, on PostgreSQL: theirs stays.
        same = (primary == row[primary]) & (table.c[name] == value)
        done += Resealed(connection.execute(update(table).where(same).values({name: again})).rowcount)
    return done
