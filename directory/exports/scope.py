"""Which services are given out: all that are shown, those of a territory, those that answer some needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Table, Text, and_, cast, or_, true

from directory import tables

_SERVICE: Table = tables.Service.__table__  # type: ignore[attr-defined]  # SQLModel gives it at run time


@dataclass(frozen=True, slots=True)
class Scope:
    """What is asked for; empty: everything.

    `departement`: its code. `communes`: INSEE codes, a city's with those of its arrondissements. `needs`: ours, any
    of them. A service whose commune is not known belongs to no territory.
    """

    departement: str = ""
    communes: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether something is left out."""
        return bool(self.departement or self.communes or self.needs)

    @property
    def condition(self) -> ColumnElement[Any]:
        """The services that are in it, for SQL."""
        asked: list[ColumnElement[Any]] = [_SERVICE.c.withdrawn_on.is_(None)]
        if self.departement:
            asked.append(_SERVICE.c.place.startswith(self.departement, autoescape=True))
        if self.communes:
            asked.append(_SERVICE.c.place.in_(sorted(self.communes)))
        if self.needs:
            written = cast(_SERVICE.c.needs, Text)
            asked.append(or_(*(written.contains(f'"{need}"', autoescape=True) for need in sorted(self.needs))))
        return and_(true(), *asked)
