"""Invented services for the tests and the benchmark of search."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

from directory.flags import Flag
from directory.hours import Closed
from directory.snapshot import IndexRow

# Roughly the largest towns: services gather there, as real ones do. Latitude, longitude, département.
TOWNS = (
    (48.857, 2.352, "75"),
    (43.296, 5.370, "13"),
    (45.758, 4.832, "69"),
    (43.605, 1.444, "31"),
    (47.218, -1.554, "44"),
    (50.637, 3.063, "59"),
    (48.584, 7.746, "67"),
    (44.838, -0.579, "33"),
    (46.990, 3.159, "58"),
    (-20.882, 55.450, "974"),
)
NEEDS = tuple(f"need-{number:02}" for number in range(90))
THEMES = {need: f"theme-{number % 22:02}" for number, need in enumerate(NEEDS)}
PUBLICS = ("femmes", "jeunes", "familles", "seniors", "etudiants", "personnes-exilees")
HOURS = (
    "Mo-Fr 08:30-12:00,13:30-17:30; PH off",
    "Mo-Su 19:00-08:00",
    "24/7",
    "Tu[1] 14:00-17:00",
    "We,Sa 10:00-12:00",
    "Lu-Ve 9h-12h",
    '"sur rendez-vous"',
    None,
)
# Words of names and of descriptions: accents, plurals and small words as real ones have them.
WORDS = (
    *("épicerie", "solidaire", "panier", "restos", "cœur", "trait", "union", "atelier", "couture", "secours"),
    *("accueil", "écoute", "jardins", "partagés", "vestiaire", "fraternité", "étape", "l'escale", "les", "du", "d'"),
    "Saint-Éloi",
)


def services(count: int, seed: int = 42) -> Iterator[IndexRow]:
    """As many services, the same for the same seed: two in three around towns, the others anywhere."""
    chance, saying = random.Random(seed), random.Random(seed + 1)
    for number in range(count):
        latitude, longitude, departement = chance.choice(TOWNS)
        if chance.random() < 0.65:
            latitude, longitude = latitude + chance.gauss(0, 0.08), longitude + chance.gauss(0, 0.11)
        else:
            latitude, longitude, departement = chance.uniform(42.5, 51.0), chance.uniform(-4.5, 8.0), "58"
        yield IndexRow(
            id=f"invented--{number:07}",
            structure_id=f"structure--{number // 2}",
            needs=tuple(chance.sample(NEEDS, chance.choice((1, 1, 2)))),
            latitude=latitude if chance.random() < 0.99 else None,
            longitude=longitude,
            flags=_flags(chance),
            publics=tuple(chance.sample(PUBLICS, chance.choice((0, 0, 1, 2)))),
            hours=chance.choice(HOURS),
            zone=chance.choice(((), (), ("france",), (departement,), (departement, "200000000"))),
            departement=departement,
            closures=(Closed(date(2026, 11, 1), date(2026, 11, 30), "Travaux"),) if chance.random() < 0.02 else (),
            name=_said(saying, 3).capitalize(),
            structure_name=_said(saying, 2).title(),
            description=_said(saying, 7),
        )


def _said(chance: random.Random, most: int) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(0, most)))


def _flags(chance: random.Random) -> int:
    flags = chance.choices((Flag.ON_SITE, Flag.REMOTE, Flag.ON_SITE | Flag.REMOTE, Flag(0)), (80, 8, 8, 4))[0]
    for flag, share in ((Flag.PROFESSIONALS_ONLY, 0.05), (Flag.WHEELCHAIR, 0.3), (Flag.ANIMALS, 0.1)):
        flags |= flag if chance.random() < share else Flag(0)
    return int(flags)
