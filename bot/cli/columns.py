"""The columns of a table, shown as they were understood, confirmed or changed by whoever imports it."""

from __future__ import annotations

import re

import typer

from bot.cli.keeping import say
from bot.talk.wording import Wording
from directory.importers.association.matching import Matching, fields

_CHANGE = re.compile(r"\s*(\d{1,3})\s*=\s*([a-z_]*)\s*")
_YES, _NO = frozenset(("", "oui", "o")), frozenset(("non", "n"))


def show(matching: Matching) -> None:
    """Each column: its name, the field it seems to be, how surely, and some of its cells."""
    for match in matching.matches:
        samples = " | ".join(match.samples)
        key = "import-column" if match.field else "import-column-unread"
        shown = {"number": str(match.column + 1), "title": match.title, "field": match.field, "samples": samples}
        say(key, **shown, score=round(match.score))


def taken(matching: Matching) -> Matching:
    """Show them, and take them as they are."""
    show(matching)
    return matching


def settle(matching: Matching) -> Matching | None:
    """Ask until they are right; None when the person gives up."""
    while True:
        show(matching)
        said = typer.prompt(Wording().say("fr", "import-columns-right"), default="", show_default=False).strip().lower()
        if said in _YES:
            return matching
        if said in _NO:
            return None
        matching = _changed(matching, said)


def _changed(matching: Matching, said: str) -> Matching:
    found = _CHANGE.fullmatch(said)
    if not found or not 1 <= int(found[1]) <= len(matching.matches) or (found[2] and found[2] not in fields()):
        say("import-column-how", fields=", ".join(fields()))
        return matching
    return matching.changed(int(found[1]) - 1, found[2])
