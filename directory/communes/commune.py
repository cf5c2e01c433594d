"""What is known of a commune, and what was understood of a place somebody named."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Commune:
    """A current commune or an arrondissement of Paris, Lyon, Marseille (then `parent` is the city's code).

    `code` is the INSEE code; `departement` and `region` are official codes; degrees are WGS 84, None when unknown.
    """

    code: str
    name: str
    departement: str
    region: str
    epci: str | None
    epci_name: str | None
    population: int
    latitude: float | None
    longitude: float | None
    postal_codes: tuple[str, ...]
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Territory:
    """A département (with its region's code) or a region (`region` is then its own code)."""

    code: str
    name: str
    region: str


@dataclass(frozen=True, slots=True)
class Place:
    """The place a text names.

    `commune`: the one, None when unsure which. `candidates`: the possible ones, largest first, when `ambiguous`
    or misspelt. `departement`, `region`: official codes, when said or deduced. `certain`: False when the name
    was guessed from a misspelling: ask before relying on it. `span`: characters [start, end) of the text.
    `misses`: near names when nothing was recognised in an answer.
    """

    commune: Commune | None = None
    candidates: tuple[Commune, ...] = ()
    ambiguous: bool = False
    postal: str | None = None
    departement: str | None = None
    region: str | None = None
    certain: bool = True
    span: tuple[int, int] = (0, 0)
    misses: tuple[Commune, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything was recognised."""
        return bool(self.commune or self.candidates or self.postal or self.departement or self.region)
