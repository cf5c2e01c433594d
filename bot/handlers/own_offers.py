"""What somebody offered: where it stands, written to the agents about, taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from babel.dates import format_date

from bot.handlers.agenda import zones_of
from bot.handlers.menu import main_choices
from bot.handlers.offer_text import proposal_lines
from bot.handlers.participate import OWN
from bot.handlers.participate_answers import LONGEST_SAID, clean
from bot.records.offer import Offer
from bot.records.offer_effects import ReplyToOffer, WithdrawOffer
from bot.records.offer_lines import Kind, Line
from bot.talk.message import Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.standing import MOST_CHOICES
from bot.talk.turn import Turn

router = Router()

_WRITES = "mesoffres.ecrire"
_SHORTEST = 3
_SHOWN = (Kind.SENT, Kind.MOVED, Kind.ANSWER, Kind.REPLY)


@router.command(OWN, "mespropositions", personal=True)
async def own(turn: Turn) -> Reply:
    """`/mesoffres`; with a number, one of them; `ecrire`, `retirer`, `retirer-oui` and a number."""
    mine = await turn.offers.of_author(turn.person.uid) if turn.offers else []
    what, _, number = turn.argument.strip().rpartition(" ")
    if not turn.argument.strip():
        return await _listed(turn, mine)
    offer = next((each for each in mine if each.number == number.upper()), None)
    if offer is None:
        return Reply((Text(turn.voice("offer-no-such")),))
    done = {"ecrire": _ask_words, "retirer": _sure, "retirer-oui": _withdrawn, "garder": _left}
    decided = done.get(what.lower())
    return decided(turn, offer) if decided else await _shown(turn, offer)


def _ask_words(turn: Turn, offer: Offer) -> Reply:
    return Reply((Text(turn.voice("offer-ask-reply")),), then=Step(_WRITES, {"number": offer.number}))


def _withdrawn(turn: Turn, offer: Offer) -> Reply:
    said = Text(turn.voice("offer-withdrawn", number=offer.number))
    return Reply((said,), main_choices(turn.voice), effects=(WithdrawOffer(offer.number),))


def _left(turn: Turn, _offer: Offer) -> Reply:
    return Reply((Text(turn.voice("offer-kept")),), main_choices(turn.voice))


async def _asks(turn: Turn) -> Reply:
    return Reply((Text(turn.voice("offer-ask-reply")),), then=Step(_WRITES, turn.known))


@router.form(_WRITES, asks=_asks, of=OWN, tells=True)
async def written(turn: Turn) -> Reply:
    """A word for the agents."""
    said, number = clean(turn.argument), turn.known["number"]
    if len(said) > LONGEST_SAID:
        too_long = Text(turn.voice("offer-long", most=LONGEST_SAID, count=len(said)))
        return Reply((too_long,), then=Step(_WRITES, turn.known))
    if len(said) < _SHORTEST:
        return Reply((Text(turn.voice("offer-short")),), then=Step(_WRITES, turn.known))
    offer = await turn.offers.find(number) if turn.offers else None
    if offer is None or offer.uid != turn.person.uid:
        return Reply((Text(turn.voice("offer-no-such")),))
    return Reply((Text(turn.voice("offer-replied")),), effects=(ReplyToOffer(number, said),))


async def _listed(turn: Turn, mine: Sequence[Offer]) -> Reply:
    voice = turn.voice
    participate = Choice(voice("offers-participate"), "/participer")
    if not mine:
        return Reply((Text(voice("offers-none")),), (participate, *main_choices(voice))[:MOST_CHOICES])
    if len(mine) == 1:
        return await _shown(turn, mine[0])
    lines = [
        voice("offers-mine-line", number=each.number, state=voice(f"offer-state-{each.state}"), date=_day(turn, each))
        for each in mine
    ]
    choices = tuple(Choice(each.number, f"/{OWN} {each.number}") for each in mine[: MOST_CHOICES - 1])
    return Reply((Text(voice("offers-mine")), Text("\n".join(f"- {line}" for line in lines))), (*choices, participate))


async def _shown(turn: Turn, offer: Offer) -> Reply:
    voice = turn.voice
    steps = await turn.offers.lines(offer.number) if turn.offers else []
    first = voice(
        "offers-mine-line", number=offer.number, state=voice(f"offer-state-{offer.state}"), date=_day(turn, offer)
    )
    here = bool(turn.message.author) and not (offer.proposal.reach.mail or offer.proposal.reach.phone)
    blocks = [Text(first), Text("\n".join(proposal_lines(turn, offer.proposal, here=here)))]
    told = [_told(turn, step) for step in steps if step.kind in _SHOWN]
    blocks.append(Text("\n".join(told)))
    choices = (
        Choice(voice("offer-complete"), f"/{OWN} ecrire {offer.number}"),
        Choice(voice("offer-withdraw"), f"/{OWN} retirer {offer.number}"),
    )
    return Reply(tuple(blocks), choices)


def _told(turn: Turn, step: Line) -> str:
    voice = turn.voice
    state = voice(f"offer-state-{step.state}") if step.state else ""
    said = voice(f"offer-step-{step.kind}", date=_date(turn, step.territory, step.at), state=state)
    return f"{said}\n{voice('offer-told-quoted', said=step.said)}" if step.said else said


def _sure(turn: Turn, offer: Offer) -> Reply:
    voice = turn.voice
    choices = (
        Choice(voice("offer-withdraw-yes"), f"/{OWN} retirer-oui {offer.number}"),
        Choice(voice("offer-withdraw-no"), f"/{OWN} garder {offer.number}"),
    )
    return Reply((Text(voice("offer-withdraw-sure")),), choices)


def _day(turn: Turn, offer: Offer) -> str:
    return _date(turn, offer.proposal.territory, offer.moved_at)


def _date(turn: Turn, territory: str, at: datetime) -> str:
    """A day as it was there."""
    local = at.astimezone(zones_of(turn.knowledge)(territory))
    return format_date(local, "long", locale=turn.voice.locale)
