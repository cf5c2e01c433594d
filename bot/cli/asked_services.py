"""Which services an operator asks for on the command line: a territory, a need."""

from __future__ import annotations

from dataclasses import dataclass

from bot.cli.keeping import say
from bot.cli.naming import commune_named
from directory.communes.gazetteer import Gazetteer
from directory.exports.scope import Scope
from directory.needs import Needs
from directory.words import tokens


@dataclass(frozen=True, slots=True)
class Asked:
    """As typed; empty: all. `departement`: a code or a name; `commune`: idem; `need`: an identifier, or words."""

    departement: str = ""
    commune: str = ""
    need: str = ""

    @property
    def place(self) -> bool:
        """Whether a territory is named."""
        return bool(self.departement or self.commune)


def scope_of(asked: Asked, gazetteer: Gazetteer | None, needs: Needs) -> Scope | None:
    """What it means; None, once a sentence has said why, when it means nothing. `gazetteer`: needed for a place."""
    departement, communes = "", frozenset[str]()
    if gazetteer and asked.departement:
        found = gazetteer.departement(asked.departement)
        if found is None:
            say("export-departement", name=asked.departement)
            return None
        departement = found.code
    if gazetteer and asked.commune:
        commune = commune_named(gazetteer, asked.commune)
        if commune is None:
            return None
        every = (gazetteer.commune(row) for row in range(len(gazetteer)))
        communes = frozenset((commune.code, *(each.code for each in every if each.parent == commune.code)))
    wanted = _needs_of(asked.need, needs)
    if asked.need and not wanted:
        say("export-need", need=asked.need, needs=", ".join(sorted(need.id for need in needs.all)))
        return None
    return Scope(departement, communes, wanted)


def _needs_of(said: str, needs: Needs) -> frozenset[str]:
    """A need, a theme with its needs, or what words mean ("colis alimentaire")."""
    known = {need.id for need in needs.all}
    found = [said] if said in known else [hit.need for hit in needs.match(tokens(said)).needs]
    themes = [need for need in found if needs.get(need).is_theme]
    return frozenset((*found, *(child for theme in themes for child in needs.children(theme))))
