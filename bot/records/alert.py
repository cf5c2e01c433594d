"""A search of which somebody wants to know what is new, as values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.talk.message import Address
from directory.rows import ServiceRow
from directory.search_query import Hit

Search = Mapping[str, Any]
"""What is sought and how far, as JSON can write it: codes of ours, no word of the person's."""


@dataclass(frozen=True, slots=True)
class Places:
    """Ids of services. `known`: there at the last look; `told`: told once, and never again."""

    known: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Alert:
    """`address` and `search` are None when no key opens them any more; `sealed`: the places as they were read."""

    key: str
    uid: bytes = field(repr=False)
    address: Address | None = field(repr=False)
    search: Search | None = field(repr=False)
    places: Places = field(repr=False)
    sealed: bytes = field(repr=False)
    looked: int | None
    told_at: datetime | None
    language: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody agrees to; `known`: what the search finds at `version` of the directory."""

    search: Search = field(repr=False)
    known: frozenset[str] = field(repr=False)
    version: int
    language: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What a search finds now. `found`: the ids of all; `open`: those that may be told, the nearest first.

    `shut`: the ids of those closed for a while, to be looked at again.
    """

    found: frozenset[str] = frozenset()
    open: tuple[Hit, ...] = ()
    shut: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Fresh:
    """What is new of one search."""

    search: Search
    found: Sequence[tuple[Hit, ServiceRow]]
