"""What an importer gives to the pipeline: rows ready to be written, or refusals that say where and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Literal

Table = Literal["structure", "service"]


class Reason(StrEnum):
    """Why a record is left out; each has its sentence, `import-refused-…` in `import.ftl`."""

    NOT_AN_OBJECT = "not-an-object"
    MISSING_FIELD = "missing-field"
    WRONG_VALUE = "wrong-value"
    DUPLICATE = "duplicate"
    NO_STRUCTURE = "no-structure"
    STRUCTURE_REFUSED = "structure-refused"
    ELSEWHERE = "elsewhere"
    NOWHERE = "nowhere"


class Mending(StrEnum):
    """What was put right or set aside in a record that is kept; `import-mended-…` in `import.ftl`."""

    FIELD_DROPPED = "field-dropped"
    PHONE_UNREADABLE = "phone-unreadable"
    POSITION_SWAPPED = "position-swapped"
    POSITION_DROPPED = "position-dropped"
    PLACE_UNKNOWN = "place-unknown"
    NO_NEED = "no-need"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a record stands. `id`: what it says of itself, empty when it says nothing."""

    file: str
    line: int
    id: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A record left out. `detail`: the field, the structure or the first line, as the reason asks."""

    table: Table
    spot: Spot
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A record kept. `values`: the columns of its table, `digest` included, `fictional` aside."""

    table: Table
    spot: Spot
    values: Mapping[str, object]
    mendings: tuple[tuple[Mending, str], ...] = ()

    @property
    def id(self) -> str:
        """The primary key."""
        return self.spot.id


def digest(values: Mapping[str, object]) -> bytes:
    """SHA-256 of columns, deduced ones included, so that a better deduction is a change too.

    A column that says nothing counts as one that is not there: both are the same row.
    """
    said = sorted((name, value) for name, value in values.items() if value is not None)
    return sha256(repr(said).encode()).digest()
