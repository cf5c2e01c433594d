"""The offers of a territory, for its agents: listed, filtered, read. What is read is written down."""

from __future__ import annotations

import re
from datetime import datetime

from babel.dates import format_date

from bot.handlers import offer_export
from bot.handlers.agenda import zones_of
from bot.handlers.offer_filters import Wanted
from bot.handlers.offer_month import MONTH, of_month
from bot.handlers.offer_sheet import KINDS, offers_file
from bot.handlers.offer_text import mid_sentence, proposal_lines
from bot.records.effects import Act
from bot.records.offer import Offer
from bot.records.offer_lines import Line
from bot.talk.message import Choice, Reply, Text
from bot.talk.router import Router
from bot.talk.standing import MOST_CHOICES
from bot.talk.turn import Turn
from directory.words import words

router = Router()

COMMAND = "offres"
NUMBER = re.compile(r"(?:\d{2,3}|2[AB]|R\d{2})-\d{5}", re.IGNORECASE)
_PAGE = 10
_PAGED = re.compile(r"\s*\bpage (\d{1,3})\s*$")
EXPORT = "export"


@router.command(COMMAND, personal=True)
async def offers(turn: Turn) -> Reply:
    """`/offres`; with words, those they tell; with a number, one, or what `offer_moves` does to it; `export xlsx`;
    `bilan octobre`.
    """
    from bot.handlers.offer_moves import begin  # noqa: PLC0415 - the moves come back here

    what, _, last = turn.argument.strip().rpartition(" ")
    if NUMBER.fullmatch(last):
        offer = await within_reach(turn, last)
        if offer is None:
            return Reply((Text(turn.voice("offers-unknown")),))
        return await begin(turn, offer, what.lower()) if what else await shown(turn, offer)
    first, _, rest = turn.argument.strip().lower().partition(" ")
    if first == EXPORT:
        whole, _, wanted = rest.partition(" ")
        return await offer_export.begin(turn, wanted) if whole == offer_export.WHOLE else await _exported(turn, rest)
    if words(turn.argument)[:1] == (MONTH,):
        return await of_month(turn, COMMAND)
    return await _listed(turn, turn.argument)


async def within_reach(turn: Turn, number: str) -> Offer | None:
    """An offer of a territory where who speaks has a right; any other is as if it were not."""
    offer = await turn.offers.find(number) if turn.offers else None
    return offer if offer and turn.may(COMMAND, offer.proposal.territory) else None


async def all_of_them(turn: Turn) -> list[Offer]:
    """Those of every territory where who speaks has a right."""
    if turn.offers is None:
        return []
    reached = [each for each in await turn.offers.territories() if turn.may(COMMAND, each)]
    return await turn.offers.inside(reached)


async def shown(turn: Turn, offer: Offer, *before: Text) -> Reply:
    """One offer, whole, with what can be done; that it was read is written down."""
    voice, name = turn.voice, offer.number
    found = await turn.offers.readers(turn.around(offer.proposal.territory)) if turn.offers else []
    labels = {each.author: each.label for each in found}
    steps = await turn.offers.lines(name) if turn.offers else []
    state, since = voice(f"offer-state-{offer.state}"), day(turn, offer, offer.moved_at)
    who = labels.get(offer.assignee or b"") or voice("offers-nobody")
    here = offer.address is not None and offer.address.platform != "web"
    lines = [*proposal_lines(turn, offer.proposal, here=here), voice("offers-assignee", who=who)]
    head = Text(voice("offers-head", number=name, state=state, date=since))
    blocks = (*before, head, Text("\n".join(lines)), Text("\n".join(_step(turn, offer, step) for step in steps)))
    charge = "laisser" if offer.assignee == turn.speaker else "prendre"
    does = ("repondre", "etat", "note", charge, "confier")
    choices = tuple(Choice(voice(f"offers-do-{what}"), f"/{COMMAND} {what} {name}") for what in does)
    read = Act(COMMAND, f"{name} read", turn.around(offer.proposal.territory))
    return Reply(blocks, (*choices, Choice(voice("offers-list"), f"/{COMMAND}")), effects=(read,))


def _step(turn: Turn, offer: Offer, step: Line) -> str:
    state = turn.voice(f"offer-state-{step.state}") if step.state else ""
    what = turn.voice(f"offers-step-{step.kind}", state=state)
    return turn.voice("offers-step", date=day(turn, offer, step.at), what=what, said=step.said or "–")


async def _listed(turn: Turn, said: str) -> Reply:
    voice = turn.voice
    paged = _PAGED.search(said)
    words = said[: paged.start()] if paged else said
    wanted = Wanted.read(turn, words)
    if wanted is None:
        return Reply((Text(voice("offers-filters")),))
    found = [each for each in await all_of_them(turn) if wanted.takes(turn, each)]
    if not found:
        return Reply((Text(voice("offers-empty")), Text(voice("offers-filters"))))
    at = (int(paged[1]) - 1) * _PAGE if paged else 0
    page = found[max(at, 0) : max(at, 0) + _PAGE]
    lines = [_line(turn, each) for each in page]
    choices = [Choice(each.number, f"/{COMMAND} {each.number}") for each in page[: MOST_CHOICES - 1]]
    if len(found) > at + _PAGE:
        more = f"/{COMMAND} {words.strip()} page {at // _PAGE + 2}".replace("  ", " ")
        choices.append(Choice(voice("offers-more"), more[:64]))
    return Reply((Text(voice("offers-count", count=len(found))), Text("\n".join(lines))), tuple(choices))


def _line(turn: Turn, offer: Offer) -> str:
    voice = turn.voice
    return voice(
        "offers-line",
        number=offer.number,
        profile=mid_sentence(voice(f"offer-profile-{offer.proposal.profile}")),
        state=voice(f"offer-state-{offer.state}"),
        days=(turn.now - offer.moved_at).days,
    )


async def _exported(turn: Turn, kind: str) -> Reply:
    """Without names, contacts nor words: those need a second person, and are read one by one meanwhile."""
    voice, found = turn.voice, await all_of_them(turn)
    if kind not in KINDS:
        return Reply((Text(voice("offers-export-how")),))
    if not found:
        return Reply((Text(voice("offers-empty")),))
    acts = tuple(
        Act(COMMAND, f"export {kind}", turn.around(territory))
        for territory in dict.fromkeys(each.proposal.territory for each in found)
    )
    file = offers_file(turn, found, kind, personal=False)
    return Reply((Text(voice("offers-exported", count=len(found))),), effects=acts, attachments=(file,))


def day(turn: Turn, offer: Offer, at: datetime) -> str:
    """A day as it was there."""
    return format_date(at.astimezone(zones_of(turn.knowledge)(offer.proposal.territory)), "long", locale="fr")
