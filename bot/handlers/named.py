"""Places that a person calls by their name: the words are looked for in the directory before they are believed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.handlers import places
from bot.handlers.searching import query_of
from bot.talk.names import Names
from bot.talk.sought import Sought
from bot.talk.turn import Turn
from bot.talk.understanding import Understood
from directory.finder import Finder
from directory.texts.terms import term

# So many words of several needs, all in the names of one place, are its name: "épicerie solidaire La Marmite".
_A_NAME = 3


def by_name(turn: Turn, before: Sought, *, needs: bool) -> Sought | None:
    """The search of the places that bear the words of the message; None when the words are no name of any.

    `needs`: the message says a need too, so that its words must be more than that need's. A place that was said is
    still to be settled. One word alone is a name only where the place is said.
    """
    said, placed = turn.understood.names, turn.understood.has_place
    if not said.words or not (placed or said.several):
        return None
    sought = _placed(turn, before)
    found = _believed(turn, sought, needs=needs)
    if not found and sought.somewhere and not placed and not needs:
        # Elsewhere than where the last search was.
        sought, found = Sought(), _believed(turn, Sought(), needs=needs)
    return replace(sought, words=turn.finder.spelt(said.words)) if found else None


def _believed(turn: Turn, sought: Sought, *, needs: bool) -> bool:
    """Whether the words name a place to go where they are looked for."""
    said = turn.understood.names
    if needs and misread(turn.understood.names, turn.finder, turn.understand):
        return False
    typed = replace(query_of(turn, replace(sought, words=said.words)), named=True)
    if needs and not said.likely:
        whole = len(said.words) >= _A_NAME and len(turn.understood.needs.needs) > 1
        return whole and turn.finder.holds(typed, entirely=True)
    # Several words of a place that is said may also stand in what its services do.
    told = turn.understood.has_place and not needs and len(said.words) > 1
    return turn.finder.holds(typed) or (told and turn.finder.holds(replace(typed, named=False)))


def misread(said: Names, finder: Finder, understand: Callable[[str], Understood]) -> bool:
    """Whether the directory only holds a word of a need as another word, that says no need: "manger" as "Maing"."""
    explained = [word for word in said.words if word not in said.unexplained]
    spelt = ((word, held) for word in explained for held in finder.spelt([word]) if held != word)
    return any(term(held) != term(word) and not understand(held).needs.needs for word, held in spelt)


def plainly_named(turn: Turn) -> bool:
    """Whether a message is nothing but the whole name of a place to go, and its town."""
    said, understood = turn.understood.names, turn.understood
    if (
        not understood.place.commune
        or len(said.words) < 2
        or turn.argument.endswith(("?", "؟"))
        or misread(turn.understood.names, turn.finder, turn.understand)
    ):
        return False
    typed = query_of(turn, replace(_placed(turn, Sought()), words=said.words))
    return turn.finder.holds(replace(typed, named=True), entirely=True)


def _placed(turn: Turn, before: Sought) -> Sought:
    """Where the words are looked for: the place that is said, else the last one; anywhere when it is not sure."""
    sought = Sought(commune=before.commune, postal=before.postal)
    if not turn.understood.has_place:
        return sought
    settled = places.settle(turn, sought, turn.understood.place)
    return settled if isinstance(settled, Sought) else Sought()
