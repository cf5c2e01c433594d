"""Invent structures and their services, in data·inclusion v1. The same arguments give the same bytes."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from directory.demo.catalogue import Catalogue, ServiceKind, StructureKind, catalogue
from directory.demo.towns import MOBILE_FICTION, Town
from directory.words import fold

SOURCE = "demonstration"
NEWEST = date(2026, 6, 30)
"""No invented record is more recent, so that the schema takes it whatever the clock says later."""

_VOWELS = "AEIOUYÂÉÈÊÎÔŒH"


@dataclass(frozen=True, slots=True)
class Made:
    """A structure, its services, and which kind each service was made of; `closed`: from, to (days), why."""

    structure: dict[str, Any]
    services: tuple[dict[str, Any], ...]
    kinds: tuple[str, ...]
    closed: tuple[int, int, str] | None


def generate(towns: Iterable[Town], *, seed: int = 42) -> Iterator[Made]:
    """All the structures of these towns, one at a time."""
    for town in towns:
        yield from _Builder(town, random.Random(f"{seed}-{town.commune.code}"), catalogue()).structures()


@dataclass(frozen=True, slots=True)
class _Builder:
    """Invents what one town holds."""

    town: Town
    chance: random.Random
    catalogue: Catalogue

    def structures(self) -> Iterator[Made]:
        left = self.town.services
        for number, kind in enumerate(self._kinds()):
            if not left:
                return
            everything = kind.first and self.town.first and number < len(self.catalogue.structures)
            most = len(kind.services) if everything else self.chance.randint(1, len(kind.services))
            services = kind.services if everything else self._some(kind.services, most)
            yield self._structure(kind, services[:left])
            left -= min(left, len(services))

    def _kinds(self) -> Iterator[StructureKind]:
        """Kinds without end; none comes again before all that a town of this size can have came once."""
        size = self.town.size
        possible = [kind for kind in self.catalogue.structures if kind.weights[size]]
        first = [kind for kind in possible if kind.first and self.town.first]
        yield from first
        while True:
            # Weighted order without replacement (Efraimidis and Spirakis, 2006).
            draws = {id(kind): self.chance.random() ** (1 / kind.weights[size]) for kind in possible}
            ordered = sorted(possible, key=lambda kind: -draws[id(kind)])
            yield from (kind for kind in ordered if kind not in first)
            first = []

    def _some(self, services: Sequence[ServiceKind], most: int) -> tuple[ServiceKind, ...]:
        """The main service of a kind of structure, listed first, is the likeliest."""
        others = self.chance.sample(services[1:], min(most, len(services) - 1))
        return (
            (services[0], *others[: most - 1]) if self.chance.random() < 0.7 else tuple(others[:most] or services[:1])
        )

    def _structure(self, kind: StructureKind, services: Sequence[ServiceKind]) -> Made:
        structure = self._identity(kind)
        made = tuple(self._service(service, structure) for service in services)
        closed = None
        if self.chance.random() < 0.02:
            first = self.chance.randrange(-5, 25)
            closed = (first, first + self.chance.randrange(14), self.chance.choice(self.catalogue.words["fermetures"]))
        return Made(structure, made, tuple(service.key for service in services), closed)

    def _identity(self, kind: StructureKind) -> dict[str, Any]:
        words, chance, town = self.catalogue.words, self.chance, self.town
        city, commune = town.city, town.commune
        district = f"{city} {chance.choice(words['quartiers'])}" if town.size >= 2 else city
        invented = chance.choice(words["noms"])
        name = chance.choice(kind.names).format(n=city, de=_de(city), nom=invented, q=_de(district))
        name = name if invented in name or town.size < 2 else f"{name} - {chance.choice(words['quartiers'])}"
        latitude, longitude = self._position()
        slug = _slug(name)
        return {
            "source": SOURCE,
            "id": f"{SOURCE}--{chance.getrandbits(64):016x}",
            "nom": name,
            "date_maj": self._date(),
            "description": chance.choice(words["presentations"]).format(de=_de(city)),
            "commune": city,
            "code_postal": chance.choice(commune.postal_codes),
            "code_insee": commune.code,
            "adresse": f"{chance.randrange(1, 160)} {chance.choice(words['rues'])}",
            "complement_adresse": chance.choice(words["complements"]) if chance.random() < 0.12 else None,
            "longitude": longitude,
            "latitude": latitude,
            "telephone": self._phone() if chance.random() < 0.93 else None,
            "courriel": f"contact@{slug}.example.org" if chance.random() < 0.7 else None,
            "site_web": f"https://www.example.org/{slug}" if chance.random() < 0.5 else None,
            "horaires_accueil": chance.choice(words["horaires"]["bureau"]) if chance.random() < 0.5 else None,
            "reseaux_porteurs": list(kind.reseaux) or None,
        }

    def _service(self, kind: ServiceKind, structure: dict[str, Any]) -> dict[str, Any]:
        chance = self.chance
        shared = ("commune", "code_postal", "code_insee", "adresse", "complement_adresse", "longitude", "latitude")
        return {
            "source": SOURCE,
            "structure_id": structure["id"],
            "id": f"{SOURCE}--{chance.getrandbits(64):016x}",
            "nom": kind.name,
            "description": self._description(kind),
            "date_maj": self._date(),
            "type": kind.type,
            "thematiques": list(kind.thematiques) or None,
            "frais": "payant" if kind.access == "payant" else "gratuit",
            "publics": list(kind.publics) or ["tous-publics"],
            "conditions_acces": self.catalogue.words["conditions"].get(kind.access),
            **{name: structure[name] for name in shared},
            "telephone": structure["telephone"] if chance.random() < 0.8 else None,
            "courriel": structure["courriel"] if chance.random() < 0.6 else None,
            "modes_accueil": _MODES[kind.remote],
            "zone_eligibilite": self._zone(kind),
            "modes_mobilisation": self._ways(kind, structure),
            "mobilisable_par": ["professionnels"] if kind.access == "orientation" else ["professionnels", "usagers"],
            "horaires_accueil": chance.choice(kind.hours) if chance.random() < 0.88 else None,
        }

    def _description(self, kind: ServiceKind) -> str:
        words, sentences = self.catalogue.words, [kind.text]
        if "personnes-exilees" in kind.publics and self.chance.random() < 0.5:
            sentences.append(words["langues"])
        if kind.key in _WITH_ANIMALS and self.chance.random() < 0.4:
            sentences.append(words["animaux"])
        if kind.accessible and self.chance.random() < 0.6:
            sentences.append(words["presentations"][3])
        return " ".join(sentences)

    def _ways(self, kind: ServiceKind, structure: dict[str, Any]) -> list[str] | None:
        ways = {
            "se-presenter": kind.access in ("libre", "inscription", "payant") and kind.remote != "seulement",
            "telephoner": bool(structure["telephone"]),
            "envoyer-un-courriel": bool(structure["courriel"]),
        }
        return [way for way, possible in ways.items() if possible] or None

    def _zone(self, kind: ServiceKind) -> list[str] | None:
        commune, drawn = self.town.commune, self.chance.random()
        if kind.remote == "seulement":
            return ["france"]
        if kind.access == "libre" or drawn < 0.3:
            return None
        if drawn < 0.5:
            return [commune.code]
        return [commune.epci] if commune.epci and drawn < 0.7 else [commune.departement]

    def _position(self) -> tuple[float, float]:
        """In degrees, nearer to the centre than to the edge of the commune."""
        spread = min(4.0, 0.25 + math.sqrt(max(self.town.commune.population, 1)) / 160)  # km
        angle, away = self.chance.random() * math.tau, abs(self.chance.gauss(0, spread / 2))
        east = away * math.sin(angle) / (111.2 * math.cos(math.radians(self.town.latitude)))
        return round(self.town.latitude + away * math.cos(angle) / 111.2, 6), round(self.town.longitude + east, 6)

    def _phone(self) -> str:
        prefix = MOBILE_FICTION if self.chance.random() < 0.15 else self.town.phone_prefix
        return f"+33{prefix[1:]}{self.chance.randrange(10_000):04d}"

    def _date(self) -> str:
        drawn = self.chance.random()
        days = self.chance.randrange(180) if drawn < 0.6 else 180 + self.chance.randrange(900)
        return (NEWEST - timedelta(days=days)).isoformat()


_MODES = {"": ["en-presentiel"], "aussi": ["a-distance", "en-presentiel"], "seulement": ["a-distance"]}
_WITH_ANIMALS = frozenset(("douche", "halte_nuit", "repas", "hebergement_urgence", "petit_dejeuner"))


def _de(name: str) -> str:
    """ "de Nantes", "du Mans", "d'Arras", "des Herbiers"."""
    if name.startswith("Le "):
        return f"du {name[3:]}"
    if name.startswith("Les "):
        return f"des {name[4:]}"
    return f"d'{name}" if name[0] in _VOWELS else f"de {name}"


def _slug(name: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in fold(name)).split())[:40].strip("-")
