"""Values taken out of what a source wrote, whatever it wrote. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from directory.importers import cleaning
from directory.importers.records import Reason
from directory.importers.schema import RecordRefusedError

_FRENCH = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_NAME = range(3, 151)
_LONGEST_DESCRIPTION = 10_000


def fields(value: object) -> Mapping[str, Any]:
    """An object. Raises RecordRefusedError when it is none."""
    if not isinstance(value, Mapping):
        raise RecordRefusedError(Reason.NOT_AN_OBJECT)
    return value


def inside(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """An object held by another; an empty one when there is none."""
    found = value.get(name)
    return found if isinstance(found, Mapping) else {}


def items(value: Mapping[str, Any], name: str) -> Sequence[Mapping[str, Any]]:
    """The objects of a list; none when there is no list."""
    found = value.get(name)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def words(value: Mapping[str, Any], name: str) -> Sequence[str]:
    """The texts of a list; none when there is no list."""
    found = value.get(name)
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def text(value: Mapping[str, Any], name: str) -> str:
    """A text as it stands, "" when there is none."""
    found = value.get(name)
    return found.strip() if isinstance(found, str) else ""


def required(value: Mapping[str, Any], name: str) -> str:
    """A text or a whole number. Raises RecordRefusedError when there is none."""
    found = value.get(name)
    said = str(found) if isinstance(found, int) and not isinstance(found, bool) else text(value, name)
    if not said:
        raise RecordRefusedError(Reason.MISSING_FIELD, name)
    return said


def degrees(found: object) -> float | None:
    """Degrees, from a number or its text with a dot or a comma; None when it is none."""
    if isinstance(found, bool) or not isinstance(found, int | float | str):
        return None
    try:
        said = float(found.replace(",", ".")) if isinstance(found, str) else float(found)
    except (ValueError, OverflowError):
        return None
    return said if abs(said) <= 180 else None


def day(said: str) -> date | None:
    """A date as sources write it ("2026-03-10T…", "10/03/2026 09:12:00"), None when it is none."""
    french = _FRENCH.match(said)
    try:
        return date(int(french[3]), int(french[2]), int(french[1])) if french else date.fromisoformat(said[:10])
    except ValueError:
        return None


def name(said: str) -> str:
    """A name within what data·inclusion allows: 150 characters, no final stop. Raises RecordRefusedError."""
    found = cleaning.line(said)[: _NAME.stop - 1].rstrip(" .")
    if len(found) not in _NAME:
        raise RecordRefusedError(Reason.MISSING_FIELD, "nom")
    return found


def description(*said: str) -> str:
    """The first text that says something, cut where data·inclusion stops."""
    found = next((clean for one in said if len(clean := cleaning.text(one)) >= 5), "")
    return found[:_LONGEST_DESCRIPTION]


def postal_code(said: str) -> str:
    """Five digits: a spreadsheet drops the first zero, and may add a decimal."""
    digits = said.replace(" ", "").removesuffix(".0")
    return digits.zfill(5) if digits.isdecimal() and len(digits) in (4, 5) else said


def told(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record without what says nothing."""
    return {name: value for name, value in record.items() if value not in (None, "", [], ())}
