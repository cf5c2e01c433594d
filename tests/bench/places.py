"""Services and questions for the benchmark: around real communes, where people live, some needs far commoner."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from math import exp

from directory.communes.gazetteer import Gazetteer
from directory.demo.catalogue import catalogue
from directory.flags import Flag
from directory.needs import Needs
from directory.snapshot import IndexRow
from directory.texts.terms import telling

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
SMALL = Needs.load().small
_RADII = (5.0, 10.0, 20.0, 50.0)


@dataclass(frozen=True, slots=True)
class Question:
    """One need or one theme, or some words of a text, around one point."""

    need: str
    latitude: float
    longitude: float
    radius_km: float
    words: tuple[str, ...] = ()


class Speech:
    """Draws what services are called and say, and the words by which somebody looks for one."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed + 1)
        self.kinds = catalogue().structures
        self.names = catalogue().words["noms"]

    def service(self, city: str) -> tuple[str, str, str]:
        """Name, name of the structure, description."""
        kind = self.chance.choice(self.kinds)
        service = self.chance.choice(kind.services)
        invented = self.chance.choice(self.names)
        structure = self.chance.choice(kind.names).format(n=city, de=f"de {city}", nom=invented, q=f"de {city}")
        return service.name, structure, service.text

    def words(self) -> tuple[str, ...]:
        """Two to four words of a name, of a structure's name, or of both a name and a description."""
        name, _, description = self.service("")
        text = self.chance.choice((name, self.chance.choice(self.names), f"{name} {description}"))
        known = telling(text.replace("'", " ").replace("’", " ").lower().split(), SMALL)
        known = tuple(word for word in known if word.isalpha())
        return tuple(self.chance.sample(known, min(len(known), self.chance.choice((1, 2, 2, 3)))))


class Country:
    """Draws points around communes, as often as they have inhabitants."""

    def __init__(self) -> None:
        found = Gazetteer.load()
        communes = (found.by_code(code) for code in found._index["code"])
        self.communes = [c for c in communes if c and c.latitude is not None and c.longitude is not None]
        self.weights = list(accumulate(max(1, c.population) for c in self.communes))

    def services(self, count: int, seed: int = 42) -> Iterator[IndexRow]:
        """As many services, the same for the same seed."""
        chance, speech = random.Random(seed), Speech(seed)
        communes = chance.choices(self.communes, cum_weights=self.weights, k=count)
        for number, commune in enumerate(communes):
            name, structure, description = speech.service(commune.name)
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
                name=name,
                structure_name=structure,
                description=description,
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

    def typed(self, count: int, seed: int = 8) -> list[Question]:
        """As many questions in free text, the same for the same seed."""
        chance, speech = random.Random(seed), Speech(seed)
        communes = chance.choices(self.communes, cum_weights=self.weights, k=count)
        return [
            Question("", commune.latitude or 0, commune.longitude or 0, chance.choice(_RADII), words)
            for commune in communes
            for words in [speech.words()]
            if words
        ]
