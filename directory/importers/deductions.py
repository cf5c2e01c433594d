"""What a service's own words and codes tell: the bits of `directory.flags`. Pure.

Each rule prefers silence to a promise: a bit that is missing sends a person to the telephone, a wrong one
sends them out for nothing, or shows where a shelter is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from directory.flags import Flag
from directory.words import fold

_READ = (
    "nom",
    "description",
    "conditions_acces",
    "publics_precisions",
    "mobilisation_precisions",
    "frais_precisions",
    "complement_adresse",
    "horaires_accueil",
)
_FAMILY_VIOLENCE = "famille--surmonter-conflits-separation-violence"
_TEMPORARY_SHELTER = "logement-hebergement--rechercher-une-solution-dhebergement-temporaire"

# Looked for before anything dearer: most texts hold none of them.
_HINTS = re.compile(
    r"anim|chien|chenil|pmr|fauteuil|mobilit|handicap|plain|rampe|interpr|traduc|rendez|rdv|gratuit|payant|violence"
    r"|confidenti|secr|maltrait",
    re.IGNORECASE,
)
_ANIMALS = re.compile(
    r"\b(?:animaux|animal|chiens?|compagnons a quatre pattes)\b[^.;!?\n]{0,40}?"
    r"\b(?:accept|admis|autoris|bienvenu|accueilli|possible|tolere)"
    r"|\b(?:accept|accueil|admet|autoris)\w*\b[^.;!?\n]{0,40}?\b(?:animaux|animal|chiens?)\b"
    r"|\bavec\s+(?:(?:vos|votre|leurs?|ses|son|mon|un|des)\s+)?(?:animaux|animal|chiens?)\b|\bchenil\b"
)
_NO_ANIMALS = re.compile(
    r"\b(?:animaux|animal|chiens?)\b[^.;!?\n]{0,40}?\b(?:interdit|refus|non |pas |exclu|sauf)"
    r"|\b(?:sans|ni|pas d'?|aucun|sauf|interdits? aux|refus\w* (?:les|des))\s*(?:animaux|animal|chiens?)\b"
    r"|\bn'\s*accept\w* pas\b[^.;!?\n]{0,20}(?:animaux|chiens?)|\bchiens? guides?\b"
)
_WHEELCHAIR = re.compile(
    r"\b(?:accessib\w*|acces|adapte\w*|amenage\w*)\b[^.;!?\n]{0,60}?\b(?:pmr|mobilite reduite|fauteuils?|handicap\w*)"
    r"|\b(?:rampe d'acces|acces de plain[ -]pied|locaux de plain[ -]pied)\b"
)
_NO_WHEELCHAIR = re.compile(
    r"\b(?:non|pas|peu|difficilement|ni)\s+(?:\w+\s+)?(?:accessib|adapte|amenage)|\binaccessib"
    r"|\bsans acces\b[^.;!?\n]{0,30}(?:pmr|fauteuil|handicap|mobilite)"
)
_INTERPRETERS = re.compile(r"\binterpret(?:e|es|ariat|ation)\b|\btraduct(?:eur|rice|ion)s?\b")
_NO_INTERPRETERS = re.compile(r"\b(?:sans|pas d'?|ni|absence d'?|aucun)\s*(?:interpret|traduc)")
_APPOINTMENT = re.compile(
    r"\b(?:sur|uniquement sur|prendre|prise de|prenez|avec|fixer un|demander un)\s+(?:un\s+)?(?:rendez[ -]?vous|rdv)\b"
)
_NO_APPOINTMENT = re.compile(r"\b(?:sans|avec ou sans|pas de|sur ou sans)\s+(?:prise de |prendre )?(?:rendez|rdv)")
_FREE = re.compile(r"\bgratuit(?:e|s|es|ement)?\b")
_NOT_FREE = re.compile(r"\b(?:payants?|payantes?|non gratuits?|pas gratuits?|participation (?:financiere|demandee))\b")
_VICTIMS = re.compile(
    r"\bviolences?\s+(?:conjugale|intra-?familiale|sexuelle|sexiste|domestique|faites? aux femmes|au sein du couple)"
    r"|\bvictimes? d[e']\s*(?:violence|traite|maltraitance|proxenetisme|mariage force)"
    r"|\bfemmes?\s+(?:\w+\s+)?battues?\b"
)
_HOUSING = re.compile(
    r"\bheberge|\bfoyer\b|\brefuge\b|\bmaison d'accueil\b|\bchrs\b|\bappartements?\b|\blogements? (?:securise|relais)"
    r"|\bmise (?:a l'abri|en securite)|\bresidence\b|\bhalte\b"
)
_LODGED = re.compile(r"\bheberge\w*|\bappartements? (?:relais|securise)|\bplaces? en (?:foyer|chrs)")
_SECRET = re.compile(
    r"\badresse\b[^.;!?\n]{0,30}\b(?:confidentiel|secret|tenue? secrete|non (?:communique|diffuse)|protegee)"
    r"|\blieu\b[^.;!?\n]{0,20}\b(?:tenu secret|secret|confidentiel)\b"
)


def flags(values: Mapping[str, Any], *, structure: str, reseaux: tuple[str, ...]) -> Flag:
    """The bits of a service. `values`: its cleaned fields. `structure`: the name and description of its structure."""
    name = f"{values['nom']}\n{structure.partition(chr(10))[0]}"
    said = "\n".join(str(values.get(field) or "") for field in _READ)
    return _from_codes(values) | _from_words(values, said=said, name=name, structure=structure, reseaux=reseaux)


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    """The services of one structure follow each other, and networks give the same words to all their places."""
    return fold(text)


def _from_codes(values: Mapping[str, Any]) -> Flag:
    modes = values.get("modes_accueil") or ("en-presentiel",)
    found = Flag(0)
    if "en-presentiel" in modes:
        found |= Flag.ON_SITE
    if "a-distance" in modes:
        found |= Flag.REMOTE
    if values.get("mobilisable_par") == ["professionnels"]:
        found |= Flag.PROFESSIONALS_ONLY
    if "tous-publics" in (values.get("publics") or ("tous-publics",)):
        found |= Flag.EVERYONE
    if {"france", "99100"} & set(values.get("zone_eligibilite") or ("france",)):
        found |= Flag.EVERYWHERE
    if values.get("frais") == "gratuit":
        found |= Flag.FREE
    return found


def _from_words(values: Mapping[str, Any], *, said: str, name: str, structure: str, reseaux: tuple[str, ...]) -> Flag:
    thematiques = values.get("thematiques") or ()
    hinted = _HINTS.search(said) or _HINTS.search(structure) or _FAMILY_VIOLENCE in thematiques
    if not hinted:
        return Flag(0)
    own = _folded(said)
    everything = f"{own}\n{_folded(structure)}"
    found = Flag(0)
    if _ANIMALS.search(everything) and not _NO_ANIMALS.search(everything):
        found |= Flag.ANIMALS
    if _WHEELCHAIR.search(everything) and not _NO_WHEELCHAIR.search(everything):
        found |= Flag.WHEELCHAIR
    if _INTERPRETERS.search(own) and not _NO_INTERPRETERS.search(own):
        found |= Flag.INTERPRETERS
    if _APPOINTMENT.search(own) and not _NO_APPOINTMENT.search(own):
        found |= Flag.APPOINTMENT
    if not values.get("frais") and _FREE.search(own) and not _NOT_FREE.search(own):
        found |= Flag.FREE
    if _discreet(everything, name=fold(name), thematiques=thematiques, reseaux=reseaux):
        found |= Flag.DISCREET
    return found


def _discreet(said: str, *, name: str, thematiques: tuple[str, ...] | list[str], reseaux: tuple[str, ...]) -> bool:
    """A place where victims live; a place that only receives and listens keeps its address."""
    if _SECRET.search(said):
        return True
    if _FAMILY_VIOLENCE not in thematiques and not _VICTIMS.search(said):
        return False
    lodges = _TEMPORARY_SHELTER in thematiques or bool({"chrs", "chu"} & set(reseaux))
    return lodges or bool(_HOUSING.search(name)) or bool(_LODGED.search(said))
