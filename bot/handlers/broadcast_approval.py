"""A second person reads what another wrote to many people, word for word, and says yes or no: `/valider`."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.handlers.audiences import place_name
from bot.handlers.broadcast_words import change_of, event_message, event_with, message
from bot.handlers.broadcasts import chosen_of, short
from bot.handlers.word_to_copy import copied, drawn
from bot.records import campaigns
from bot.records.audience import count
from bot.records.broadcast_effects import Agree, Decline
from bot.records.broadcast_rules import GRACE, digest
from bot.records.campaign import Campaign, Kind, State
from bot.records.effects import Act
from bot.talk.message import Block, Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from knowledge.model import Event

router = Router()

_COMMAND, _WORD = "valider", "valider.mot"
_FRESH = timedelta(days=1)
_NO = "non"


@router.command(_COMMAND, personal=True)
async def approve(turn: Turn) -> Reply:
    """`/valider`, `/valider 12`, `/valider non 12`."""
    voice, said = turn.voice, turn.argument.strip().lower()
    waiting = await _proposals(turn)
    if not waiting:
        return Reply((Text(voice("broadcast-nothing-proposed")),))
    declined = said.startswith(_NO)
    chosen = chosen_of(turn, waiting, said.removeprefix(_NO).strip())
    if chosen is None:
        choices = tuple(Choice(short(voice, each), f"/{_COMMAND} {each.id}") for each in waiting[:6])
        return Reply((Text(voice("broadcast-which")),), choices)
    if declined:
        effects = (Act(_COMMAND, f"non {chosen.id}", turn.around(chosen.territory)), Decline(chosen.id))
        return Reply((Text(voice("broadcast-declined-now", number=str(chosen.id))),), effects=effects)
    return await _read(turn, chosen)


@router.step(_WORD, of=_COMMAND)
async def confirmed(turn: Turn) -> Reply:
    """The word, copied: bound to what was read, for ten minutes, once."""
    voice, known, number = turn.voice, turn.known, int(turn.known["number"])
    proposed = next((each for each in await _proposals(turn) if each.id == number), None)
    if proposed is None or not copied(turn, known, digest(proposed)):
        return Reply(
            (Text(voice("broadcast-not-agreed")),), (Choice(voice("broadcast-look-again"), f"/{_COMMAND} {number}"),)
        )
    due = max(proposed.due_at, turn.now + GRACE)
    effects = (
        Act(_COMMAND, str(number), turn.around(proposed.territory)),
        Agree(number, known["digest"], due),
    )
    return Reply(
        (Text(voice("broadcast-agreed", number=str(number))),),
        (Choice(voice("broadcast-stop"), f"/stopenvoi {number}"),),
        effects=effects,
    )


async def _proposals(turn: Turn) -> list[Campaign]:
    """What others wrote and this agent may agree to; nothing older than a day: it would be no news."""
    every = await turn.read(lambda connection: campaigns.standing(connection, State.PROPOSED))
    mine = [each for each in every if turn.may(_COMMAND, each.territory) and each.author != turn.speaker]
    return [each for each in mine if turn.now - each.created_at < _FRESH]


async def _read(turn: Turn, proposed: Campaign) -> Reply:
    voice, number = turn.voice, proposed.id
    people = await turn.read(lambda connection: count(connection, campaigns.whom(connection, proposed)))
    of = proposed.of
    corrected = await turn.read(lambda connection: campaigns.find(connection, of)) if of else None
    event = await event_with(turn, proposed.event)
    corrects = corrected.begun_at if corrected else None
    blocks: list[Block] = [
        Text(
            voice(
                "broadcast-proposed",
                number=str(number),
                count=people,
                place=place_name(voice, turn.knowledge.territories, proposed.territory),
            )
        )
    ]
    if proposed.night:
        blocks.append(Text(voice("broadcast-at-night")))
    for language in proposed.texts or ("fr",):
        blocks.append(Text(voice("broadcast-as-read", language=voice(f"name-{language}"))))
        blocks += _as_read(turn, proposed, language, event, corrects).blocks
    known = {"number": str(number), **drawn(turn, digest(proposed))}
    blocks.append(Text(voice("broadcast-agree", word=known["word"])))
    return Reply(
        tuple(blocks), (Choice(voice("broadcast-decline"), f"/{_COMMAND} {_NO} {number}"),), then=Step(_WORD, known)
    )


def _as_read(turn: Turn, proposed: Campaign, language: str, event: Event | None, corrects: datetime | None) -> Reply:
    """Word for word what is sent."""
    voice, knowledge = turn.voice.wording.voice(language), turn.knowledge
    if proposed.kind is Kind.CHANGE and event:
        return event_message(voice, knowledge, event, change_of(voice, event))
    return message(voice, knowledge, proposed.territory, proposed.texts, event=event, corrects=corrects)
