"""An editor hands an entry over to somebody in charge of the place: a code for them; how many there are; an end."""

from __future__ import annotations

from functools import partial

from bot.handlers.service_desk import COMMAND, QUEUE, shown, territory_of, within_reach
from bot.records import stewards
from bot.records.codes import grouped, new_code
from bot.records.effects import Act
from bot.records.steward_codes import LENGTH
from bot.records.steward_effects import EndStewards, OfferPlace
from bot.talk.message import Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from directory.ledger.held import Held
from directory.words import words

router = Router()

_ENTRUST, _END = f"{COMMAND}.confier", f"{COMMAND}.responsables"
_CODE, _STOP, _BACK, _YES = "code", "fin", "retour", "oui"


async def entrust(turn: Turn, service: str) -> Reply:
    """What it means, and how many are in charge of it already."""
    voice, found = turn.voice, await within_reach(turn, service)
    if found is None:
        return Reply((Text(voice("service-unknown")),))
    if found.withdrawn_on:
        return await shown(turn, service, Text(voice("service-entrust-withdrawn")))
    count = await turn.read(partial(stewards.count_of, service=service))
    full = count >= stewards.MOST_OF_ONE
    said = [Text(voice("service-entrust", name=found.name)), Text(voice("service-entrust-count", count=count))]
    if full:
        said.append(Text(voice("service-entrust-full")))
    choices = (
        *(() if full else (Choice(voice("service-entrust-code"), _CODE),)),
        *((Choice(voice("service-entrust-end", count=count), _STOP),) if count else ()),
        Choice(voice("service-leave"), _BACK),
    )
    return Reply(tuple(said), choices, then=Step(_ENTRUST, {"service": service}))


@router.step(_ENTRUST, of=COMMAND)
async def entrusted(turn: Turn) -> Reply:
    """A code, or the end of it."""
    service, said = turn.known["service"], words(turn.argument)
    found = await within_reach(turn, service)
    if found is None:
        return Reply((Text(turn.voice("service-unknown")),))
    count = await turn.read(partial(stewards.count_of, service=service))
    if _STOP in said and count:
        asked = Text(turn.voice("service-entrust-sure", count=count, name=found.name))
        choices = (Choice(turn.voice("service-entrust-yes"), _YES), Choice(turn.voice("service-no"), "non"))
        return Reply((asked,), choices, then=Step(_END, {"service": service}))
    if _CODE not in said or count >= stewards.MOST_OF_ONE or found.withdrawn_on:
        return await shown(turn, service)
    return _given(turn, found)


@router.step(_END, of=COMMAND)
async def ended(turn: Turn) -> Reply:
    """Whoever is in charge of it is told, and its codes serve no more."""
    service = turn.known["service"]
    found = await within_reach(turn, service)
    if found is None:
        return Reply((Text(turn.voice("service-unknown")),))
    if turn.argument.strip().lower() != _YES:
        return await shown(turn, service, Text(turn.voice("service-nothing-written")))
    act = Act(COMMAND, f"{service} unentrusted", turn.around(territory_of(found.place)))
    return Reply((Text(turn.voice("service-entrust-ended")),), _after(turn, found), effects=(act, EndStewards(service)))


def _given(turn: Turn, found: Held) -> Reply:
    """The code, with what to hand to the person."""
    voice, code = turn.voice, new_code(LENGTH)
    act = Act(COMMAND, f"{found.id} entrusted", turn.around(territory_of(found.place)))
    said = (Text(voice("service-entrust-given")), Text(voice("service-entrust-hand", code=grouped(code))))
    return Reply(said, _after(turn, found), effects=(act, OfferPlace(found.id, code)))


def _after(turn: Turn, found: Held) -> tuple[Choice, ...]:
    back = Choice(turn.voice("service-back"), f"/{COMMAND} {found.id}"[:64])
    return (back, Choice(turn.voice("service-to-queue"), f"/{QUEUE}"))
