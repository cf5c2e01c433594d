"""Communes as an operator names them on the command line."""

from __future__ import annotations

from bot.cli.keeping import say
from directory.communes.commune import Commune
from directory.communes.gazetteer import Gazetteer


def commune_named(gazetteer: Gazetteer, wanted: str) -> Commune | None:
    """The commune of a code or of a name; when it is not sure which, a sentence lists them."""
    if found := gazetteer.by_code(wanted):
        return found
    place = gazetteer.named(wanted, departement=None)
    if place.commune and place.certain and not place.ambiguous:
        return place.commune
    near = [place.commune] if place.commune and not place.candidates else [*place.candidates, *place.misses]
    known = ", ".join(f"{each.name} ({each.departement}) {each.code}" for each in near[:8] if each)
    if known:
        say("poster-which", name=wanted, communes=known)
    else:
        say("poster-nowhere", name=wanted)
    return None
