"""`/accord`: a second person reads what a full export would hold and why, and says yes or no."""

from __future__ import annotations

from bot.handlers.audiences import inside
from bot.handlers.offer_export_words import held_in_words
from bot.handlers.offer_text import mid_sentence
from bot.handlers.word_to_copy import copied, drawn
from bot.records.effects import Act
from bot.records.offer import Offer
from bot.records.offer_export import Export
from bot.records.offer_export_effects import AGREES, AgreeExport, RefuseExport
from bot.records.offer_exports import digest
from bot.talk.message import Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.standing import MOST_CHOICES
from bot.talk.turn import Turn

router = Router()

_WORD = "accord.mot"
_NO = "non"


@router.command(AGREES, personal=True)
async def decide(turn: Turn) -> Reply:
    """`/accord`, `/accord E-52817`, `/accord non E-52817`."""
    voice, said = turn.voice, turn.argument.strip().lower()
    waiting = await _waiting(turn)
    if not waiting:
        return Reply((Text(voice("offers-whole-none")),))
    number = said.removeprefix(_NO).strip().upper()
    chosen = next((each for each in waiting if each.wish.number == number), None)
    if chosen is None and not number and len(waiting) == 1:
        chosen = waiting[0]
    if chosen is None:
        numbers = [each.wish.number for each in waiting[:MOST_CHOICES]]
        return Reply((Text(voice("offers-whole-which")),), tuple(Choice(each, f"/{AGREES} {each}") for each in numbers))
    if said.startswith(_NO):
        return _refused(turn, chosen)
    return await _read(turn, chosen)


@router.step(_WORD, of=AGREES)
async def confirmed(turn: Turn) -> Reply:
    """The word, copied: bound to the offers that were counted, for ten minutes, once."""
    voice, number = turn.voice, turn.known["number"]
    export = next((each for each in await _waiting(turn) if each.wish.number == number), None)
    held = digest(await _held(turn, export)) if export else ""
    if export is None or not copied(turn, turn.known, held):
        again = Choice(voice("broadcast-look-again"), f"/{AGREES} {number}")
        return Reply((Text(voice("offers-whole-not-agreed")),), (again,))
    around, territory = turn.around(export.wish.territory), export.wish.territory
    effects = (
        Act(AGREES, f"export {number} agreed", around),
        AgreeExport(number, held, inside(turn.knowledge.territories, territory), around),
    )
    return Reply((Text(voice("offers-whole-agreed", number=number)),), effects=effects)


async def _waiting(turn: Turn) -> list[Export]:
    """Those that others asked for, where this agent may agree."""
    found = await turn.offers.exports(now=turn.now) if turn.offers else []
    return [each for each in found if each.author != turn.speaker and turn.may(AGREES, each.wish.territory)]


async def _held(turn: Turn, export: Export) -> list[Offer]:
    within = inside(turn.knowledge.territories, export.wish.territory)
    return await turn.offers.held(export.wish.selection, within=within, until=export.asked_at) if turn.offers else []


async def _read(turn: Turn, export: Export) -> Reply:
    """What who asked has read, who they are and why; and the word to copy."""
    voice, wish, held = turn.voice, export.wish, await _held(turn, export)
    labels = await turn.offers.labels() if turn.offers else {}
    who, reason = labels.get(export.author, "?"), mid_sentence(voice(f"offers-whole-reason-{wish.reason}"))
    known = {"number": wish.number, **drawn(turn, digest(held))}
    blocks = (
        Text(voice("offers-whole-asks", number=wish.number, who=who, reason=reason)),
        *held_in_words(voice, turn.knowledge.territories, wish.territory, wish.selection, len(held)),
        Text(voice("broadcast-agree", word=known["word"])),
    )
    decline = Choice(voice("broadcast-decline"), f"/{AGREES} {_NO} {wish.number}")
    return Reply(blocks, (decline,), then=Step(_WORD, known))


def _refused(turn: Turn, export: Export) -> Reply:
    number = export.wish.number
    effects = (Act(AGREES, f"export {number} refused", turn.around(export.wish.territory)), RefuseExport(number))
    return Reply((Text(turn.voice("offers-whole-refused-now", number=number)),), effects=effects)
