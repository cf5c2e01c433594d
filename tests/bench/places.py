"""Services and questions for the benchmark: around real communes, where people live, some needs far commoner."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from math import exp

from directory.communes.gazetteer import Gazetteer
from directory.flags import Flag
from directory.snapshot import IndexRow

NEEDS = tuple(f"need-{number:02}" for number in range(90))
THEMES = {need: f"theme-{number % 22:02}" for number, need in enumerate(NEEDS)}
# As in directories of social services: the ten commonest needs make half of what is offered, and of what is asked.
_WEIGHTS = tuple(accumulate(exp(-number / 14) for number in range(90)))
_HOURS = tuple(
    f"{days} {start:02}:{half}-{start + 3:02}:{half}{after}"
    for days in ("Mo-Fr", "Mo-Sa", "Tu,Th", "Mo,We,Fr", "Sa", "Mo-Su", "We[1,3]")
    for start in range(7, 19)
    for half in ("00", "30")
    for after in ("; PH off", "")
)
_RADII = (5.0, 10.0, 20.0, 50.0)


@dataclass(frozen=True, slots=True)
class Question:
    """One need, or one theme, around one point."""

    need: str
    latitude: float
    longitude: float
    radius_km: float


class Country:
    """Draws points around communes, as often as they have inhabitants."""

    def __init__(self) -> None:
        found = Gazetteer.load()
        communes = (found.by_code(code) for code in found._index["code"])
        self.communes = [c for c in communes if c and c.latitude is not None and c.longitude is not None]
        self.weights = list(accumulate(max(1, c.population) for c in self.communes))

    def services(self, count: int, seed: int = 42) -> Iterator[IndexRow]:
        """As many services, the same for the same seed."""
        chance = random.Random(seed)
        communes = chance.choices(self.communes, cum_weights=self.weights, k=count)
        for number, commune in enumerate(communes):
            needs = {*chance.choices(NEEDS, cum_weights=_WEIGHTS, k=chance.choice((1, 1, 2, 3)))}
            yield IndexRow(
                id=f"source-{number % 7}--{chance.getrandbits(64):016x}",
                structure_id=f"source--{number * 11 // 20}",
                needs=tuple(sorted(needs)),
                latitude=round((commune.latitude or 0) + chance.gauss(0, 0.02), 6),
                longitude=round((commune.longitude or 0) + chance.gauss(0, 0.03), 6),
                flags=int(Flag.ON_SITE | Flag.EVERYONE),
                hours=chance.choice(_HOURS),
                zone=chance.choice(((), (commune.departement,), (commune.code,))),
                departement=commune.departement,
                place=commune.code,
            )

    def questions(self, count: int, seed: int = 7) -> list[Question]:
        """As many questions, the same for the same seed: half name a need, half a theme."""
        chance = random.Random(seed)
        communes = chance.choices(self.communes, cum_weights=self.weights, k=count)
        needs = chance.choices(NEEDS, cum_weights=_WEIGHTS, k=count)
        return [
            Question(
                chance.choice((need, THEMES[need])),
                commune.latitude or 0,
                commune.longitude or 0,
                chance.choice(_RADII),
            )
            for need, commune in zip(needs, communes, strict=True)
        ]
