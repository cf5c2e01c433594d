"""The département of a person: asked once, remembered, named in the answers; `/departement` changes it."""

from __future__ import annotations

from bot.handlers.menu import main_choices
from bot.handlers.pact_places import ASKS_DEPARTEMENT, own_territory
from bot.records.effects import SetDepartement
from bot.talk.message import Reply, Step, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from bot.talk.understanding import Understood

router = Router()

# More words are a message like another.
_MOST_WORDS = 4
_FORGET = frozenset(["non", "no", "aucun", "oublier", "oublie", "effacer"])


@router.command("departement", "region")
async def change(turn: Turn) -> Reply:
    """`/departement 44`, `/departement nièvre`, `/departement non`."""
    voice, said = turn.voice, turn.argument.strip()
    if said.lower() in _FORGET:
        return Reply((Text(voice("pact-departement-forgotten")),), main_choices(voice), effects=(SetDepartement(None),))
    if said:
        return _set(turn, said) or Reply((Text(voice("pact-departement-unknown")),), then=Step(ASKS_DEPARTEMENT))
    own = own_territory(turn)
    if own:
        return Reply(
            (Text(voice("pact-departement-now", place=turn.knowledge.territories.name(own))),), main_choices(voice)
        )
    return Reply((Text(voice("pact-departement-none")),), then=Step(ASKS_DEPARTEMENT))


@router.step(ASKS_DEPARTEMENT)
async def given(turn: Turn) -> Reply:
    """The answer to "Dans quel département ?"; anything else is a message like another."""
    from bot.handlers.free_text import understand  # noqa: PLC0415 - free text asks for the département, and takes over here

    goes_on = turn.argument.endswith(("?", "؟")) or turn.understood.words[:1] in (("et",), ("and",))
    return (None if goes_on else _set(turn, turn.argument)) or await understand(turn)


def departement_of(turn: Turn, said: str) -> str | None:
    """The département that words or a number say ("44", "dep-44", "nièvre"), as the knowledge writes it."""
    said = said.strip().lower().removeprefix("dep-")
    found = turn.finder.gazetteer.departement(said)
    if found:
        return f"dep-{found.code.lower()}"
    understood = turn.understand(said)
    if len(understood.words) > _MOST_WORDS or understood.needs.needs:
        return None
    return departement_around(understood)


def departement_around(understood: Understood) -> str | None:
    """The département of the place that a sentence names, as the knowledge writes it."""
    place = understood.place
    code = place.commune.departement if place.commune and not place.ambiguous else place.departement
    return f"dep-{code.lower()}" if code else None


def _set(turn: Turn, said: str) -> Reply | None:
    found = departement_of(turn, said)
    if not found:
        return None
    said_back = Text(turn.voice("pact-departement-set", place=turn.knowledge.territories.name(found)))
    kept = f"dep-{found.removeprefix('dep-').upper()}"
    return Reply((said_back,), main_choices(turn.voice), effects=(SetDepartement(kept),))
