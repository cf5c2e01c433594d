"""Where invented structures stand: real communes, and how many services each has."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

# The regions whose documents the bot knows: Bourgogne-Franche-Comté, Hauts-de-France, Pays de la Loire, Occitanie.
REGIONS = ("27", "32", "52", "76")

# What ARCEP keeps for fiction (décision 2018-0881), by the first two digits of the place.
_FICTION = {"01": "019900", "02": "026191", "03": "035301", "04": "046571", "05": "053649"}
MOBILE_FICTION = "063998"
_ZONES = {"11": "01", "24": "02", "28": "02", "52": "02", "53": "02", "04": "02", "06": "02"}
_ZONES |= {"27": "03", "32": "03", "44": "03", "75": "05", "76": "05", "01": "05", "02": "05", "03": "05"}
_LANGUEDOC = frozenset(("11", "30", "34", "48", "66"))  # in Occitanie, but its numbers begin with 04


class Commune(Protocol):
    """What is asked of the gazetteer (`directory.communes`)."""

    @property
    def code(self) -> str:
        """INSEE."""

    @property
    def name(self) -> str:
        """Official name."""

    @property
    def departement(self) -> str:
        """Its code."""

    @property
    def region(self) -> str:
        """Its code."""

    @property
    def epci(self) -> str | None:
        """SIREN of its intercommunality."""

    @property
    def population(self) -> int:
        """Inhabitants."""

    @property
    def latitude(self) -> float | None:
        """Degrees."""

    @property
    def longitude(self) -> float | None:
        """Degrees."""

    @property
    def postal_codes(self) -> tuple[str, ...]:
        """All of them."""


@dataclass(frozen=True, slots=True)
class Town:
    """A commune and the number of services invented there. `first`: the largest of its département."""

    commune: Commune
    latitude: float
    longitude: float
    services: int
    first: bool

    @property
    def size(self) -> int:
        """0 under 2,000 inhabitants, 1 under 10,000, 2 under 50,000, 3 above."""
        return sum(self.commune.population >= least for least in (2_000, 10_000, 50_000))

    @property
    def phone_prefix(self) -> str:
        """Six digits that the fixed telephones of the place begin with, in fiction."""
        commune = self.commune
        zone = "04" if commune.departement in _LANGUEDOC else _ZONES.get(commune.region, "04")
        return _FICTION[zone]

    @property
    def city(self) -> str:
        """The name in an address: arrondissements are in "Lyon", not in "Lyon 7e Arrondissement"."""
        head, _, tail = self.commune.name.partition(" ")
        return head if tail.endswith("Arrondissement") else self.commune.name


def towns(
    communes: Iterable[Commune], services: int, *, departements: Sequence[str] = (), seed: int = 42
) -> list[Town]:
    """Share a number of services among communes, by population; the same arguments give the same answer.

    Without `departements`: the four regions of the documents.
    """
    whole = ("75056", "69123", "13055")  # their arrondissements stand for them
    wanted = sorted(
        (
            c
            for c in communes
            if (c.departement in departements if departements else c.region in REGIONS)
            and c.latitude is not None
            and c.postal_codes
            and c.code not in whole
        ),
        key=lambda c: c.code,
    )
    largest: dict[str, Commune] = {}
    for commune in wanted:
        if commune.population > (largest[commune.departement].population if commune.departement in largest else -1):
            largest[commune.departement] = commune
    shares = _shares([max(c.population, 1) ** 1.05 for c in wanted], services, seed)
    return [
        Town(c, c.latitude, c.longitude, n, largest[c.departement].code == c.code)
        for c, n in zip(wanted, shares, strict=True)
        if n and c.latitude is not None and c.longitude is not None
    ]


def _shares(weights: Sequence[float], total: int, seed: int) -> list[int]:
    """Whole numbers in proportion to weights, whose sum is the total (systematic sampling)."""
    if not weights:
        return []
    start, whole = random.Random(f"shares-{seed}").random(), sum(weights)
    ends = [int(reached / whole * total + start) for reached in accumulate(weights)]
    ends[-1] = total
    return [end - begin for begin, end in zip([0, *ends], ends, strict=False)]
