"""The only telephone numbers the bot gives of its own: dated, sourced, and signed against accidental edits."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

Hours = Literal["always", "daily", "weekdays", "unknown"]
Cost = Literal["free", "local"]

TABLE = Path(__file__).parent.parent / "data" / "numbers.toml"
FRESH_DAYS = 365
"""A number whose source was read longer ago is shown with a warning."""
_SATURDAY = 5


class TableChangedError(Exception):
    """The table of emergency numbers is not the one that was signed."""


@dataclass(frozen=True, slots=True)
class Line:
    """One telephone line. `opens` and `closes` are local hours of the day, 0 to 24; None when not known."""

    number: str
    purpose: str
    reach: tuple[str, ...]
    hours: Hours
    cost: Cost
    source: str
    checked: date
    opens: int | None = None
    closes: int | None = None
    languages: tuple[str, ...] = ()
    notes: str = ""
    replaced_by: str | None = None

    @property
    def code(self) -> str:
        """The digits alone, as in message ids and `tel:` links."""
        return self.number.replace(" ", "")

    @property
    def voice(self) -> bool:
        """Whether it can be telephoned; 114 cannot."""
        return "voice" in self.reach

    def open_at(self, at: datetime) -> bool:
        """Whether somebody answers at this local time; hours that are not known are never open."""
        if self.hours == "always":
            return True
        if self.hours == "unknown" or self.opens is None or self.closes is None:
            return False
        if self.hours == "weekdays" and at.weekday() >= _SATURDAY:
            return False
        return self.opens <= at.hour < self.closes


@cache
def lines(table: Path = TABLE) -> Mapping[str, Line]:
    """Every line by its digits. Raises TableChangedError when the file is not the one that was signed."""
    content = table.read_bytes()
    if _signature(content) != _seal(table).read_text(encoding="ascii").strip():
        raise TableChangedError(
            f"{table.name} has changed since it was signed: check every number against its source, "
            "then run `python -m bot.talk.crisis.numbers`."
        )
    found = (_line(number, entry) for number, entry in tomllib.loads(content.decode()).items())
    return MappingProxyType({line.code: line for line in found})


def _line(number: str, entry: dict[str, Any]) -> Line:
    return Line(
        number=number,
        purpose=entry["for"],
        reach=tuple(entry["reach"]),
        hours=entry["hours"],
        cost=entry["cost"],
        source=entry["source"],
        checked=entry["verifie_le"],
        opens=entry.get("from"),
        closes=entry.get("to"),
        languages=tuple(entry.get("languages", ())),
        notes=entry.get("notes", ""),
        replaced_by=entry.get("replaced_by"),
    )


def line(number: str) -> Line:
    """The line of a number, written with or without spaces; raises KeyError for one that is not in the table."""
    return lines()[number.replace(" ", "")]


def is_open(number: str, *, at: datetime) -> bool:
    """Whether the line answers at this time, in the zone of the place where the person is."""
    return line(number).open_at(at)


def stale(number: str, *, on: date) -> bool:
    """Whether the number was last checked more than a year before, and is to be shown as « à vérifier »."""
    return (on - line(number).checked).days > FRESH_DAYS


def _seal(table: Path) -> Path:
    return table.with_name(table.name + ".sha256")


def _signature(content: bytes) -> str:
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def sign(table: Path = TABLE) -> str:
    """Sign the table as it now is, once every number has been checked; returns the signature."""
    signature = _signature(table.read_bytes())
    _seal(table).write_text(signature + "\n", encoding="ascii")
    return signature


if __name__ == "__main__":
    sign()
