"""Who to ask about the pact, by region, with the document that says so."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent / "contacts.toml"


@dataclass(frozen=True, slots=True)
class Contact:
    """Someone to write to. `region`: INSEE code; `source`: file name of the document; `on`: its date."""

    region: str
    who: str
    address: str
    document: str
    source: str
    on: date


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


@cache
def contacts() -> tuple[Contact, ...]:
    """The contacts of `contacts.toml`."""
    return tuple(Contact(on=entry.pop("date"), **entry) for entry in (dict(row) for row in _read()["contact"]))


def contact_of(region: str | None) -> Contact | None:
    """The contact of a region (INSEE code), None when the documents give none."""
    return next((contact for contact in contacts() if contact.region == region), None)


def is_about_the_pact(words: Sequence[str]) -> bool:
    """Whether folded words ask about the pact rather than for help nearby."""
    return not frozenset(_read()["about"]["words"]).isdisjoint(words)
