"""The same place told by several sources under different ids: found, so that people see it once. Pure.

Two structures are one place when they stand in the same commune, come from different sources, and either have the same
SIRET (which names an establishment, not a company) or nearly the same name and one more thing in common: telephone,
address, or a point of the map. Less than that, they stay apart: a place shown twice costs a moment, two places shown
as one send somebody to the wrong door.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from directory.phones import kept
from directory.words import fold

# Metres between two points that may be the same door, as geocoders differ; a SIRET forgives more.
NEAR, NEAR_WITH_SIRET = 150.0, 1000.0
SAME_NAME = 88.0
# A number or an address that more structures share (a town hall, a national line) tells nothing.
MOST_SHARED = 40
_WORD = re.compile(r"[a-z0-9]+")
_EMPTY = frozenset(
    ["de", "du", "des", "d", "la", "le", "les", "l", "et", "a", "au", "aux", "en", "pour", "association", "asso"]
)
_STREETS = {"av": "avenue", "ave": "avenue", "bd": "boulevard", "bld": "boulevard", "pl": "place", "r": "rue"}


@dataclass(frozen=True, slots=True)
class Told:
    """A structure as one source tells it. `place`: INSEE code; `phones`: as the directory keeps them; `point`: latitude
    and longitude in degrees (WGS 84).
    """

    id: str
    source: str
    name: str
    place: str | None
    siret: str | None = None
    address: str | None = None
    phones: str | None = None
    point: tuple[float, float] | None = None


def twins(told: Iterable[Told]) -> dict[str, tuple[str, ...]]:
    """The ids of each group of structures that are one place, sorted, under each of its ids; those alone are missing.

    >>> one = Told("a--1", "a", "Restos du Cœur", "44109", address="8 rue de Strasbourg")
    >>> two = Told("b--7", "b", "Les Restos du coeur", "44109", address="8, r. de Strasbourg")
    >>> twins([one, two])["a--1"]
    ('a--1', 'b--7')
    """
    above: dict[str, str] = {}
    for one, other in _pairs(told):
        if same_place(one, other):
            above[_top(above, one.id)] = _top(above, other.id)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in {*above, *above.values()}:
        groups[_top(above, name)].append(name)
    return {name: tuple(sorted(group)) for group in groups.values() for name in group if len(group) > 1}


def same_place(one: Told, other: Told) -> bool:
    """Whether two structures of different sources are the same place."""
    if one.source == other.source or one.place != other.place or one.place is None:
        return False
    metres = _metres(one, other)
    if one.siret and one.siret == other.siret:
        return metres is None or metres <= NEAR_WITH_SIRET
    if fuzz.token_set_ratio(_name(one.name), _name(other.name)) < SAME_NAME:
        return False
    shared_phone = bool(set(kept(one.phones)) & set(kept(other.phones)))
    street, others = _street(one.address), _street(other.address)
    if street and others and street != others and not shared_phone:
        return False
    return shared_phone or bool(street and street == others) or (metres is not None and metres <= NEAR)


def _pairs(told: Iterable[Told]) -> Iterator[tuple[Told, Told]]:
    """Those that have a telling thing in common; a pair may come twice."""
    having: defaultdict[Hashable, list[Told]] = defaultdict(list)
    for one in told:
        for key in _keys(one):
            having[key].append(one)
    for alike in having.values():
        if 1 < len(alike) <= MOST_SHARED:
            yield from combinations(alike, 2)


def _keys(one: Told) -> Iterator[Hashable]:
    if one.place is None:
        return
    if one.siret:
        yield one.place, "siret", one.siret
    for phone in kept(one.phones):
        yield one.place, "phone", phone
    if street := _street(one.address):
        yield one.place, "street", street
    yield one.place, "name", frozenset(_name(one.name).split())


def _name(name: str) -> str:
    """The telling words of a name, folded."""
    words = _WORD.findall(fold(name))
    return " ".join(word for word in words if word not in _EMPTY) or " ".join(words)


def _street(address: str | None) -> str:
    """A number and a street, spelt one way; "" when there is no number to tell the door by."""
    words = [_STREETS.get(word, word) for word in _WORD.findall(fold(address or ""))]
    return " ".join(word for word in words if word not in _EMPTY) if words and words[0].isdigit() else ""


def _metres(one: Told, other: Told) -> float | None:
    if one.point is None or other.point is None:
        return None
    north = (one.point[0] - other.point[0]) * 111_200
    east = (one.point[1] - other.point[1]) * 111_200 * math.cos(math.radians(one.point[0]))
    return math.hypot(north, east)


def _top(above: Mapping[str, str], name: str) -> str:
    while (upper := above.get(name, name)) != name:
        name = upper
    return name
