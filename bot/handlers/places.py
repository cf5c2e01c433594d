"""Where: settle the place of a search, or ask for it."""

from __future__ import annotations

import json
from dataclasses import replace

from bot.talk.message import Choice, Reply, Step, Text
from bot.talk.sought import Remember, Sought
from bot.talk.turn import Turn
from directory.communes.commune import Commune, Place

STEP = "find.place"
MOST_OFFERED = 5


def settle(turn: Turn, sought: Sought, place: Place) -> Sought | Reply:
    """The search at the place that was named, or a question when it cannot be told which place it is.

    Communes that share a postal code are searched at once: their people know no better.
    """
    if place.postal and place.ambiguous:
        return _at(sought, postal=place.postal)
    if place.commune and not place.ambiguous:
        return _at(sought, commune=place.commune.code)
    if place.candidates:
        return _which(turn, sought, place)
    if wide := _wide_name(turn, place):
        return _asked(sought, turn.voice("place-too-wide", name=wide))
    return _not_found(turn, sought, place)


def ask(turn: Turn, sought: Sought) -> Reply:
    """Ask where, saying what is sought."""
    said = turn.voice("ask-place-for", need=needs_named(turn, sought))
    return _asked(sought, said)


def departement(turn: Turn) -> str | None:
    """The département code of the person: chosen, or that of the commune of this conversation."""
    if turn.person.departement:
        return turn.person.departement.removeprefix("dep-")
    commune = turn.finder.gazetteer.by_code(turn.person.state.commune or "")
    return commune.departement if commune else None


def pending(turn: Turn) -> Sought | None:
    """The search that waits for its place, None when none does."""
    step = turn.person.state.step
    if not step or step.name != STEP:
        return None
    return Sought.from_json(json.loads(step.known.get("sought", "{}")))


def name_of(turn: Turn, sought: Sought) -> str:
    """The place of a search in words: "Nantes (44)", or its postal code."""
    commune = turn.finder.gazetteer.by_code(sought.commune) if sought.commune else None
    return named(commune) if commune else sought.postal or ""


def named(commune: Commune) -> str:
    """ "Nantes (44)"."""
    return f"{commune.name} ({commune.departement})"


def needs_named(turn: Turn, sought: Sought) -> str:
    """The needs of a search in words, or the words that were typed."""
    if sought.words:
        return turn.voice("words-typed", words=" ".join(sought.words))
    labels = dict.fromkeys(turn.finder.needs.label(need, turn.voice.language, short=True) for need in sought.needs)
    return turn.voice.listed(labels)


def _at(sought: Sought, *, commune: str | None = None, postal: str | None = None) -> Sought:
    return replace(sought, commune=commune, postal=postal, offset=0, listed=())


def _asked(sought: Sought, said: str, choices: tuple[Choice, ...] = ()) -> Reply:
    waiting = Step(STEP, {"sought": json.dumps(sought.to_json())})
    return Reply((Text(said),), choices, then=waiting, effects=(Remember(sought),), asks_position=not choices)


def _which(turn: Turn, sought: Sought, place: Place) -> Reply:
    offered = place.candidates[:MOST_OFFERED]
    # "gare de lyon" may be in Paris: no commune has that name.
    typed = turn.message.text[slice(*place.span)] if any(each.parent for each in offered) else ""
    said = turn.voice("which-place", name=typed or offered[0].name)
    return _asked(sought, said, _choices(turn, offered))


def _choices(turn: Turn, communes: tuple[Commune, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(_option(turn, commune), f"/commune {commune.code}") for commune in communes)


def _option(turn: Turn, commune: Commune) -> str:
    territory = turn.finder.gazetteer.departement(commune.departement)
    name = f"{commune.departement}, {territory.name}" if territory else commune.departement
    return turn.voice("which-place-option", commune=commune.name, departement=name)


def _wide_name(turn: Turn, place: Place) -> str | None:
    gazetteer = turn.finder.gazetteer
    territory = gazetteer.departement(place.departement) if place.departement else None
    territory = territory or (gazetteer.region(place.region) if place.region else None)
    return territory.name if territory else None


def _not_found(turn: Turn, sought: Sought, place: Place) -> Reply:
    name = turn.argument[:60] or "?"
    if place.misses:
        said = turn.voice("place-did-you-mean", name=name)
        return _asked(sought, said, _choices(turn, place.misses[:MOST_OFFERED]))
    return _asked(sought, turn.voice("place-unknown", name=name))
