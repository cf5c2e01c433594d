"""Rows of data·inclusion's open export in CSV: its lists are Python's, its whole numbers have a decimal. Pure."""

from __future__ import annotations

import ast
from collections.abc import Mapping

_LISTS = frozenset(
    (
        "thematiques",
        "publics",
        "modes_accueil",
        "zone_eligibilite",
        "modes_mobilisation",
        "mobilisable_par",
        "reseaux_porteurs",
    )
)
_NUMBERS = frozenset(("longitude", "latitude", "volume_horaire_hebdomadaire", "nombre_semaines"))
_CODES = frozenset(("code_postal", "code_insee", "siret"))
_LONGEST_LIST = 10_000

NEEDED = ("id", "source", "nom")


def record(row: object) -> object:
    """The fields of a row as JSON would give them; what is no row stays as it is, to be refused."""
    if not isinstance(row, Mapping):
        return row
    return {name: _value(name, cell.strip()) for name, cell in row.items() if cell.strip()}


def _value(name: str, cell: str) -> object:
    if name in _LISTS:
        return _items(cell)
    if name in _NUMBERS:
        return _number(cell)
    if name in _CODES and cell.endswith(".0"):
        number = _number(cell)
        # The reader of records gives back the zeros that a number has lost.
        return int(number) if isinstance(number, float) and number == int(number) else cell
    return cell


def _items(cell: str) -> object:
    """A list; the text itself when it is none."""
    if len(cell) > _LONGEST_LIST or cell[0] not in "[{(":
        return cell
    try:
        found = ast.literal_eval(cell)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return cell
    return [*found] if isinstance(found, list | set | tuple) else cell


def _number(cell: str) -> float | str:
    try:
        found = float(cell)
    except ValueError:
        return cell
    return found if abs(found) < 1e15 else cell
