"""What a person must not see is not given out either: where a shelter is, and what would tell it.

More careful than a result, which a person reads alone: a file is searched, crossed with others and kept. So what
leads to the address goes too (SIRET, links, coordinates, free texts), and an address shared with a shelter.
Names of persons are never given out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from directory.flags import HIDDEN_PLACE, Flag
from directory.importers import deductions
from directory.words import fold

Values = Mapping[str, Any]

_WHERE = ("adresse", "complement_adresse", "longitude", "latitude", "place_longitude", "place_latitude")
_LEADS = ("siret", "courriel", "site_web", "lien_source", "lien_mobilisation", "accessibilite_lieu")
# Not on a card: a person is told only how to call, and on what conditions.
_TEXTS = ("description", "mobilisation_precisions")
_PERSONS = ("contact_nom_prenom",)


def without_secrets(structure: Values, services: Sequence[Values]) -> tuple[Values, list[Values]]:
    """A structure and all its services, as anybody may see them."""
    discreet = [service for service in services if Flag(service["flags"]) & Flag.DISCREET]
    shelter = bool(discreet) or _is_shelter(structure)
    secret = {_address(each) or _address(structure) for each in (*discreet, structure)} if shelter else set()
    shown = [_shown(service, shared=(_address(service) or _address(structure)) in secret) for service in services]
    if shelter:
        return _without(structure, (*_WHERE, *_LEADS, *_TEXTS)), shown
    for_professionals = services and all(Flag(service["flags"]) & HIDDEN_PLACE for service in services)
    return (_without(structure, (*_WHERE, *_LEADS)) if for_professionals else structure), shown


def _shown(service: Values, *, shared: bool) -> Values:
    """A service as anybody may see it; `shared`: where it is, is where victims live."""
    flags = Flag(service["flags"])
    if shared or flags & Flag.DISCREET:
        return _without(service, (*_WHERE, *_LEADS, *_TEXTS, *_PERSONS))
    return _without(service, (*_WHERE, *_LEADS, *_PERSONS) if flags & HIDDEN_PLACE else _PERSONS)


def _is_shelter(structure: Values) -> bool:
    """Whether its own words say so: nobody is shown a structure without services, but a file holds it."""
    reseaux = tuple(structure["reseaux_porteurs"] or ())
    said = f"{structure['nom']}\n{structure['description'] or ''}"
    return bool(deductions.flags(structure, structure=said, reseaux=reseaux) & Flag.DISCREET)


def _address(values: Values) -> str:
    return fold(values["adresse"] or "")


def _without(values: Values, names: Iterable[str]) -> Values:
    return {**values, **{name: None for name in names if name in values}}
