"""Being put in charge of an entry: `/lieu` and the code that an editor gave; agreed to before anything is kept."""

from __future__ import annotations

from functools import partial

from bot.handlers.menu import main_choices
from bot.handlers.steward_words import COMMAND, card_of, local_day, name_of
from bot.handlers.subscribe import NO, YES, agrees
from bot.records import steward_codes, stewards
from bot.records.steward_effects import TakePlace, WrongPlaceCode
from bot.talk.message import Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from directory.ledger.facts import Facts, facts_of

router = Router()

_LIEU = "lieu"
_CODE, _AGREES = f"{_LIEU}.code", f"{_LIEU}.accord"
_LONGEST = 100


@router.command(_LIEU, personal=True)
async def place(turn: Turn) -> Reply:
    """`/lieu CODE`, or the code asked for."""
    if not turn.message.author:
        return Reply((Text(turn.voice("steward-not-here")),), main_choices(turn.voice))
    if not turn.argument:
        return Reply((Text(turn.voice("steward-code")),), then=Step(_CODE))
    return await coded(turn)


@router.step(_CODE, of=_LIEU)
async def coded(turn: Turn) -> Reply:
    """What the code is for, and what agreeing means."""
    code = turn.argument[:_LONGEST]
    found = await _opened(turn, code)
    if isinstance(found, Reply):
        return found
    voice = turn.voice
    asked = Text(voice("steward-consent", name=name_of(found.row)))
    choices = (Choice(voice("subscribe-yes"), YES), Choice(voice("subscribe-no"), NO))
    card = card_of(voice, found, local_day(found.row.place, turn.now))
    return Reply((card, asked), choices, then=Step(_AGREES, {"code": code}))


@router.step(_AGREES, of=_LIEU)
async def agreed(turn: Turn) -> Reply:
    """The answer to "d'accord ?": nothing is kept before a yes, and the code serves with it."""
    voice, code = turn.voice, turn.known.get("code", "")
    if not agrees(turn):
        return Reply((Text(voice("steward-refused")),), main_choices(voice))
    found = await _opened(turn, code)
    if isinstance(found, Reply):
        return found
    done = Text(voice("steward-done", name=name_of(found.row)))
    choices = (Choice(voice("steward-list"), f"/{COMMAND}"), Choice(voice("other-need"), "/menu"))
    return Reply((done,), choices, effects=(TakePlace(code, found.row.updated, voice.language),))


async def _opened(turn: Turn, code: str) -> Facts | Reply:
    """The entry of a code, or why it cannot be used by who speaks, now."""
    voice, vault, uid = turn.voice, turn.vault, turn.person.uid
    if vault is None or not turn.message.author:
        return Reply((Text(voice("steward-not-here")),), main_choices(voice))
    service = await turn.read(partial(steward_codes.offered, vault=vault, written=code, now=turn.now))
    if service is None:
        return Reply((Text(voice("steward-code-wrong")),), main_choices(voice), effects=(WrongPlaceCode(code),))
    facts = (await turn.read(partial(facts_of, ids=(service,)))).get(service)
    if facts is None:
        return Reply((Text(voice("steward-code-gone")),), main_choices(voice))
    own = await turn.read(partial(stewards.of_person, vault=vault, uid=uid))
    others = await turn.read(partial(stewards.count_of, service=service))
    to_own = (Choice(voice("steward-list"), f"/{COMMAND}"),)
    why = ""
    if any(each.service == service for each in own):
        why = voice("steward-have-already", name=name_of(facts.row))
    elif len(own) >= stewards.MOST:
        why = voice("steward-too-many", most=stewards.MOST)
    elif others >= stewards.MOST_OF_ONE:
        why = voice("steward-full", most=stewards.MOST_OF_ONE)
    return Reply((Text(why),), to_own if own else main_choices(voice)) if why else facts
