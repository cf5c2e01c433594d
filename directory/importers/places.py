"""Which commune an address speaks of, from the little that files say of it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from directory.communes.commune import Commune
from directory.words import fold

# "NANTES CEDEX 3", "LYON 7E ARRONDISSEMENT", "ST DENIS", "NANTES (44)".
_CEDEX = re.compile(r"\bcedex\b.*$|\(.*?\)|\b\d{1,2}\s*(?:er?|eme)?\s*(?:arrondissement|arrdt|arr)?\s*$")
_NOT_LETTERS = re.compile(r"[^\w]+")
_SHORT_WORDS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "s": "sur", "ss": "sous"}
_ARTICLES = frozenset(("l", "le", "la", "les"))
_NEAR = 3.0  # km: farther than this from a commune's centre, a position alone does not say which commune


class Place(Protocol):
    """A commune or an arrondissement. `code`: INSEE; degrees (WGS 84); `departement`: "44", "2A", "974"."""

    @property
    def code(self) -> str:
        """INSEE."""

    @property
    def latitude(self) -> float:
        """Degrees."""

    @property
    def longitude(self) -> float:
        """Degrees."""

    @property
    def departement(self) -> str:
        """Its code."""


class NamedPlace(Place, Protocol):
    """A place as the gazetteer lists it."""

    @property
    def name(self) -> str:
        """As the Code officiel géographique writes it."""

    @property
    def postal_codes(self) -> tuple[str, ...]:
        """All of them."""


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A commune of the gazetteer that has a position."""

    code: str
    name: str
    departement: str
    latitude: float
    longitude: float
    postal_codes: tuple[str, ...]


Resolve = Callable[[str | None, str | None, str | None, float | None, float | None], Place | None]
"""(code_insee, code_postal, commune, latitude, longitude) → the commune, None when nothing tells."""


def distance(latitude: float, longitude: float, place: Place) -> float:
    """Kilometres to the centre of a place (equirectangular: right to 1 % within a département)."""
    north = (latitude - place.latitude) * 111.2
    east = (longitude - place.longitude) * 111.2 * math.cos(math.radians(place.latitude))
    return math.hypot(north, east)


def departement(code: str) -> str:
    """The département of an INSEE or postal code ("20…" postal codes: "2A" or "2B" is not told, so "20").

    >>> departement("97410"), departement("2A004")
    ('974', '2A')
    """
    return code[:3] if code[:2] in ("97", "98") else code[:2]


def key(name: str) -> str:
    """A commune's name reduced to what spellings share: "ST-DENIS CEDEX 2" and "Saint-Denis" are one."""
    return _joined(_CEDEX.sub("", fold(name)))


def _joined(folded: str) -> str:
    words = [_SHORT_WORDS.get(word, word) for word in _NOT_LETTERS.sub(" ", folded.replace("/", " s ")).split()]
    return "".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


def known(communes: Iterable[Commune]) -> Iterator[KnownPlace]:
    """The communes whose position is known."""
    for c in communes:
        if c.latitude is not None and c.longitude is not None:
            yield KnownPlace(c.code, c.name, c.departement, c.latitude, c.longitude, c.postal_codes)


class Places:
    """The communes by code, by postal code and by name, made once for an import."""

    def __init__(self, places: Iterable[NamedPlace]) -> None:
        self._by_code: dict[str, NamedPlace] = {}
        self._by_postal_code: dict[str, list[NamedPlace]] = {}
        self._by_name: dict[tuple[str, str], list[NamedPlace]] = {}
        self._by_square: dict[tuple[int, int], list[NamedPlace]] = {}
        for place in places:
            self._by_code.setdefault(place.code, place)
            for code in place.postal_codes:
                self._by_postal_code.setdefault(code, []).append(place)
            departements = {place.departement, *(departement(code) for code in place.postal_codes)}
            for dep in departements:
                self._by_name.setdefault((_joined(fold(place.name)), dep), []).append(place)
            self._by_square.setdefault(_square(place.latitude, place.longitude), []).append(place)

    def resolve(
        self,
        code_insee: str | None,
        code_postal: str | None,
        commune: str | None,
        latitude: float | None,
        longitude: float | None,
    ) -> Place | None:
        """The commune of an address (see `Resolve`)."""
        shared = self._by_postal_code.get(code_postal or "", [])
        if code_insee and (known := self._by_code.get(code_insee)):
            return _arrondissement(known, shared) or known
        named = self._named(commune, code_postal, code_insee)
        candidates = [place for place in named if place in shared] or named or shared
        if len(candidates) == 1:
            return candidates[0]
        if latitude is None or longitude is None:
            return None
        if candidates:
            return min(candidates, key=lambda place: distance(latitude, longitude, place))
        return self._around(latitude, longitude)

    def only(self, commune: str, departements: Iterable[str]) -> str | None:
        """The INSEE code of the only commune of that name in some départements; None when there is none, or several."""
        found = {place.code for code in departements for place in self._by_name.get((key(commune), code), ())}
        return next(iter(found)) if len(found) == 1 else None

    def _named(self, commune: str | None, code_postal: str | None, code_insee: str | None) -> list[NamedPlace]:
        if not commune:
            return []
        found: list[NamedPlace] = []
        for code in (code_insee, code_postal):
            if code and (places := self._by_name.get((key(commune), departement(code)))):
                found = places
                break
        by_code = self._by_postal_code.get(code_postal or "", [])
        for place in found:
            if arrondissement := _arrondissement(place, by_code):
                return [arrondissement]
        return found

    def _around(self, latitude: float, longitude: float) -> Place | None:
        row, column = _square(latitude, longitude)
        squares = ((row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        near = (place for square in squares for place in self._by_square.get(square, ()))
        nearest = min(near, key=lambda place: distance(latitude, longitude, place), default=None)
        return nearest if nearest and distance(latitude, longitude, nearest) <= _NEAR else None


def _square(latitude: float, longitude: float) -> tuple[int, int]:
    """Squares of a twentieth of a degree: at least 3.6 km wide in France."""
    return math.floor(latitude * 20), math.floor(longitude * 20)


def _arrondissement(place: NamedPlace, shared: list[NamedPlace]) -> NamedPlace | None:
    """Paris, Lyon or Marseille with "69007": the seventh arrondissement says more."""
    if place.code not in ("75056", "69123", "13055"):
        return None
    inside = [other for other in shared if other.code != place.code and other.departement == place.departement]
    inside = [other for other in inside if fold(other.name).startswith(fold(place.name))]
    return inside[0] if len(inside) == 1 else None
