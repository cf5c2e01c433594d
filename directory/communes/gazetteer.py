"""The communes of France in memory: by code, by position, by the way people write them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

from directory.communes import cache
from directory.communes.answer import answered
from directory.communes.clues import Sentence
from directory.communes.commune import Commune, Place, Territory
from directory.communes.index import Index
from directory.communes.reading import read
from directory.communes.territories import territories, territory
from directory.words import Token

# Nobody is asked for a place farther than this from every town hall: they are abroad or at sea.
_FARTHEST_KM = 60.0
_KM_PER_DEGREE = 111.2


class Gazetteer:
    """Every commune; `Gazetteer.load` reads them quickly from its cache. Immutable, safe between threads."""

    __slots__ = ("_departements", "_index", "_regions")

    def __init__(self, index: Index) -> None:
        self._index = index
        self._departements = territories(index, "dep")
        self._regions = territories(index, "reg")

    @classmethod
    def load(cls, folder: Path | None = None) -> Gazetteer:
        """Read the shipped list; `folder` keeps the index between two starts."""
        return cls(cache.load(folder))

    def __len__(self) -> int:
        """How many communes and arrondissements there are."""
        return len(self._index["code"])

    @property
    def ordinary(self) -> frozenset[str]:
        """Usual French words, folded: none is taken for a misspelt name."""
        ordinary: frozenset[str] = self._index["ordinary"]
        return ordinary

    def by_code(self, insee: str) -> Commune | None:
        """The commune or arrondissement of an INSEE code, `com-44109` or `44109`."""
        row = self._index["row"].get(insee.removeprefix("com-").upper())
        return None if row is None else self.commune(row)

    def inside(self, departement: str) -> tuple[Commune, ...]:
        """The communes and arrondissements of a département, by its code."""
        rows = enumerate(self._index["departement"])
        return tuple(self.commune(row) for row, code in rows if code == departement)

    def by_postal(self, code: str) -> tuple[Commune, ...]:
        """The communes of a postal code, largest first."""
        return tuple(self.commune(row) for row in self._index["postal"].get(code, ()))

    def departement(self, code_or_name: str) -> Territory | None:
        """The département of a code (`44`, `dep-44`) or of a name however accented."""
        found = territory(self._index, code_or_name.removeprefix("dep-"))
        return found[1] if found and found[0] == "dep" else None

    def region(self, code: str) -> Territory | None:
        """The region of a code (`52`, `reg-52`)."""
        return self._regions.get(code.removeprefix("reg-"))

    @property
    def departements(self) -> tuple[Territory, ...]:
        """All the départements and collectivities overseas."""
        return tuple(self._departements.values())

    def named(self, text: str, *, departement: str | None = None) -> Place:
        """The place that answers "in which commune?"; `departement`: code of the person's, when known."""
        return answered(self._index, self.commune, text, departement=departement)

    def mentions(
        self,
        tokens: Sequence[Token],
        *,
        taken: Sequence[tuple[int, int]] = (),
        text: str = "",
        departement: str | None = None,
    ) -> Place:
        """The place said inside a sentence: `tokens` as `directory.words.tokens(text)` gives them.

        `taken`: characters [start, end) that other meanings explain. Without `text` capitals and commas are unknown.
        """
        return read(Sentence(self._index, tokens, text, taken), self.commune, departement=departement)

    def nearest(self, latitude: float, longitude: float) -> Commune | None:
        """The commune or arrondissement whose centre is nearest, None beyond 60 km (degrees, WGS 84), or nowhere."""
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            return None
        narrowing = math.cos(math.radians(latitude))
        best, limit = None, (_FARTHEST_KM / _KM_PER_DEGREE) ** 2
        index = self._index
        for row, (north, east) in enumerate(zip(index["latitude"], index["longitude"], strict=True)):
            if north is None or abs(north - latitude) > 0.6:
                continue
            distance = (north - latitude) ** 2 + ((east - longitude) * narrowing) ** 2
            if distance < limit and index["code"][row] not in ("75056", "69123", "13055"):
                best, limit = row, distance
        return None if best is None else self.commune(best)

    def commune(self, row: int) -> Commune:
        """The commune of a row of the list, 0 … len - 1."""
        index = self._index
        departement = index["departement"][row]
        return Commune(
            code=index["code"][row],
            name=index["name"][row],
            departement=departement,
            region=self._departements[departement].region,
            epci=index["epci"][row] or None,
            epci_name=index["epci_name"][row] or None,
            population=index["population"][row],
            latitude=index["latitude"][row],
            longitude=index["longitude"][row],
            postal_codes=tuple(index["postal_codes"][row].split()),
            parent=index["parent"][row] or None,
        )
