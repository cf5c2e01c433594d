"""`/offres export complet`: an agent asks for all that some offers hold, and says why; a second person must agree."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.audiences import inside, place_name
from bot.handlers.offer_export_words import held_in_words
from bot.handlers.offer_filters import Wanted
from bot.records.effects import Act
from bot.records.offer_export import Reason, Selection, Wish
from bot.records.offer_export_effects import ASKS, AskExport
from bot.records.offer_exports import new_number
from bot.records.permissions import FRANCE
from bot.talk.message import Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.standing import MOST_CHOICES
from bot.talk.turn import Turn
from directory.words import words

router = Router()

WHOLE = "complet"
_WHY = "offres.pourquoi"
_LEAVES = "/annuler"


async def begin(turn: Turn, said: str) -> Reply:
    """What was asked for in words ("44 association"), in one territory: what it holds, and the question why."""
    voice, wanted = turn.voice, Wanted.read(turn, said)
    if wanted is None or wanted.older or wanted.mine:
        return Reply((Text(voice("offers-whole-how")),))
    own = _own(turn)
    territory = wanted.territory or (own[0] if len(own) == 1 else "")
    if not territory:
        choices = (
            Choice(place_name(voice, turn.knowledge.territories, each), f"/{ASKS} export {WHOLE} {each}")
            for each in own
        )
        return Reply((Text(voice("offers-whole-where")),), tuple(choices)[:MOST_CHOICES])
    if not turn.may(ASKS, territory):
        return Reply((Text(voice("offers-whole-elsewhere")),))
    return await _asks_why(turn, territory, wanted.selection)


async def _asks_why(turn: Turn, territory: str, selection: Selection, *before: Text) -> Reply:
    """What it holds, and the reasons to choose from; unless it cannot be."""
    voice, book = turn.voice, turn.offers
    within = inside(turn.knowledge.territories, territory)
    found = await book.held(selection, within=within, until=turn.now) if book else []
    if book is None or not found:
        return Reply((Text(voice("offers-empty")),))
    if any(each.author == turn.speaker for each in await book.exports(now=turn.now)):
        return Reply((Text(voice("offers-whole-already")),))
    if not await book.approvers(turn.around(territory), but=turn.speaker):
        return Reply((Text(voice("offers-whole-nobody")),))
    holds = held_in_words(voice, turn.knowledge.territories, territory, selection, len(found))
    choices = [Choice(voice(f"offers-whole-reason-{each}"), each.value) for each in Reason]
    choices.append(Choice(voice("offers-whole-leave"), _LEAVES))
    known = {
        "territory": territory,
        "axis": selection.axis,
        "profile": selection.profile,
        "state": selection.state,
    }
    return Reply((*before, *holds, Text(voice("offers-whole-why"))), tuple(choices), then=Step(_WHY, known))


@router.step(_WHY, of=ASKS)
async def why(turn: Turn) -> Reply:
    """The reason, chosen: it is asked for."""
    voice, known, said = turn.voice, turn.known, " ".join(words(turn.argument))
    selection, territory = _selection(known), known["territory"]
    if said not in list(Reason):
        return await _asks_why(turn, territory, selection, Text(voice("offers-whole-choose")))
    wish = Wish(new_number(), territory, selection, Reason(said))
    effects = (Act(ASKS, f"export {wish.number} asked {said}", turn.around(territory)), AskExport(wish))
    return Reply((Text(voice("offers-whole-asked", number=wish.number)),), effects=effects)


def _selection(known: Mapping[str, str]) -> Selection:
    return Selection(known["axis"], known["profile"], known["state"])


def _own(turn: Turn) -> list[str]:
    """The territories of one's rights; a file of the whole country is nobody's."""
    own = dict.fromkeys(right.territory for right in turn.rights if turn.may(ASKS, right.territory))
    return [each for each in own if each != FRANCE]
