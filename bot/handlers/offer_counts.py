"""How many offers a territory has, for everybody: rounded, so that nobody can be told from two counts."""

from __future__ import annotations

from bot.calendars.territories import named
from bot.handlers.audiences import inside
from bot.handlers.offer_text import mid_sentence
from bot.handlers.pact_places import own_territory
from bot.records.offer import Profile, State
from bot.talk.message import Choice, Reply, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from bot.talk.wording import Voice

router = Router()

# Below it a figure might point at somebody; steps of it hide who came between two counts.
STEP = 5


@router.command("bilan")
async def counted(turn: Turn) -> Reply:
    """`/bilan 44`, `/bilan Pays de la Loire`; without a territory, one's own département."""
    voice, territories = turn.voice, turn.knowledge.territories
    asked = named(territories, turn.argument) if turn.argument.strip() else own_territory(turn)
    if asked is None or turn.offers is None:
        return Reply((Text(voice("offers-counts-where")),))
    found = await turn.offers.counts(inside(territories, asked))
    head = voice("offers-counts", place=territories.name(asked), total=rounded(voice, found[""]))
    told = [(mid_sentence(voice(f"offer-profile-{each}")), found[each]) for each in Profile]
    states = [(voice(f"offer-state-{each}"), found[each]) for each in State]
    blocks = [Text(head)]
    if found[""] >= STEP:
        blocks += [_lines(voice, told), _lines(voice, states), Text(voice("offers-counts-how"))]
    return Reply(tuple(blocks), (Choice(voice("offers-participate"), "/participer"),))


def rounded(voice: Voice, count: int) -> str:
    """A figure in steps of five."""
    if count < STEP:
        return voice("offers-counts-fewer")
    return voice("offers-counts-least", count=count // STEP * STEP)


def _lines(voice: Voice, told: list[tuple[str, int]]) -> Text:
    lines = [voice("offers-counts-each", what=what, count=rounded(voice, count)) for what, count in told]
    return Text("\n".join(lines))
