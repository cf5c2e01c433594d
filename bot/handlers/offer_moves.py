"""What an agent does with an offer: answers, notes, takes charge, moves it; its author is told."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.handlers.offers import COMMAND, shown, within_reach
from bot.handlers.participate_answers import LONGEST_SAID, clean
from bot.records.effects import Act
from bot.records.offer import Offer, State
from bot.records.offer_effects import AssignOffer, MoveOffer, WriteOfOffer
from bot.records.offer_lines import Kind
from bot.talk.message import Choice, Effect, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.standing import MOST_CHOICES
from bot.talk.turn import Turn
from directory.words import words

router = Router()

_WRITES, _SAYS = "offres.ecrire", "offres.mot"
_SHORTEST = 3
_WITHOUT = frozenset(["sans", "passer", "rien", "non"])
_LEAVES = frozenset(["annuler", "annule"])
_NEED_A_WORD = frozenset({State.DECLINED, State.LINKED})
"""States whose author is to read why, or to what."""


async def begin(turn: Turn, offer: Offer, what: str) -> Reply:
    """`repondre`, `note`, `etat`, `etat studied`, `prendre`, `laisser`, `confier`, `confier 2`."""
    verb, _, rest = what.partition(" ")
    done: dict[str, Callable[[Turn, Offer, str], Awaitable[Reply]]] = {
        "repondre": _asks_answer,
        "note": _asks_note,
        "etat": _moves,
        "prendre": _takes,
        "laisser": _leaves,
        "confier": _hands_over,
    }
    return await done[verb](turn, offer, rest) if verb in done else await shown(turn, offer)


async def _asks_answer(turn: Turn, offer: Offer, _rest: str) -> Reply:
    return _asks(turn, {"number": offer.number, "kind": Kind.ANSWER})


async def _asks_note(turn: Turn, offer: Offer, _rest: str) -> Reply:
    return _asks(turn, {"number": offer.number, "kind": Kind.NOTE})


def _asks(turn: Turn, known: dict[str, str]) -> Reply:
    return Reply((Text(turn.voice(f"offers-asks-{known['kind']}", number=known["number"])),), then=Step(_WRITES, known))


async def _again(turn: Turn) -> Reply:
    return _asks(turn, dict(turn.known))


@router.form(_WRITES, asks=_again, of=COMMAND, words=_LEAVES, whole=True)
async def written(turn: Turn) -> Reply:
    """An answer to the author, or a note for agents."""
    known = dict(turn.known)
    offer = await within_reach(turn, known["number"])
    if offer is None:
        return Reply((Text(turn.voice("offers-unknown")),))
    if " ".join(words(turn.argument)) in _LEAVES:
        return await shown(turn, offer)
    said = clean(turn.argument)
    if wrong := _wrong(turn, said):
        return Reply((wrong,), then=Step(_WRITES, known))
    kind = Kind(known["kind"])
    return _done(turn, offer, f"offers-done-{kind}", WriteOfOffer(offer.number, kind, said), kind.value)


async def _moves(turn: Turn, offer: Offer, rest: str) -> Reply:
    """Into which state, then what is said to the author."""
    voice = turn.voice
    states = {state.value: state for state in State if state is not offer.state and state is not State.RECEIVED}
    if rest not in states:
        choices = tuple(
            Choice(voice(f"offer-state-{each}"), f"/{COMMAND} etat {each} {offer.number}") for each in states
        )
        return Reply((Text(voice("offers-which-state", number=offer.number)),), choices[:MOST_CHOICES])
    return _asks_word(turn, {"number": offer.number, "state": rest})


def _asks_word(turn: Turn, known: dict[str, str]) -> Reply:
    state, voice = State(known["state"]), turn.voice
    sentence = f"offers-word-{state}" if state in _NEED_A_WORD else "offers-word"
    said = Text(voice(sentence, state=voice(f"offer-state-{state}")))
    choices = () if state in _NEED_A_WORD else (Choice(voice("offers-no-word"), "sans"),)
    return Reply((said,), choices, then=Step(_SAYS, known))


async def _word_again(turn: Turn) -> Reply:
    return _asks_word(turn, dict(turn.known))


@router.form(_SAYS, asks=_word_again, of=COMMAND, words=_LEAVES, whole=True)
async def said(turn: Turn) -> Reply:
    """A word for the author, or none; the offer is moved."""
    known = dict(turn.known)
    offer, state = await within_reach(turn, known["number"]), State(known["state"])
    if offer is None:
        return Reply((Text(turn.voice("offers-unknown")),))
    folded = " ".join(words(turn.argument))
    if folded in _LEAVES:
        return await shown(turn, offer)
    word = "" if folded in _WITHOUT else clean(turn.argument)
    if (word or state in _NEED_A_WORD) and (wrong := _wrong(turn, word)):
        return Reply((wrong, *_word_again_blocks(turn, known)), then=Step(_SAYS, known))
    return _done(turn, offer, "offers-done-moved", MoveOffer(offer.number, state, word), state.value)


def _word_again_blocks(turn: Turn, known: dict[str, str]) -> tuple[Text, ...]:
    return tuple(block for block in _asks_word(turn, known).blocks if isinstance(block, Text))


async def _takes(turn: Turn, offer: Offer, _rest: str) -> Reply:
    return _done(turn, offer, "offers-done-taken", AssignOffer(offer.number, turn.speaker), "assigned")


async def _leaves(turn: Turn, offer: Offer, _rest: str) -> Reply:
    return _done(turn, offer, "offers-done-left", AssignOffer(offer.number, None), "unassigned")


async def _hands_over(turn: Turn, offer: Offer, rest: str) -> Reply:
    """To another agent of the territory."""
    found = await turn.offers.readers(turn.around(offer.proposal.territory)) if turn.offers else []
    others = [each for each in found if each.author != turn.speaker][:MOST_CHOICES]
    if not others:
        return await shown(turn, offer, Text(turn.voice("offers-nobody-else")))
    if rest.isdecimal() and 0 < int(rest) <= len(others):
        effect = AssignOffer(offer.number, others[int(rest) - 1].author)
        return _done(turn, offer, "offers-done-handed", effect, "assigned")
    choices = tuple(
        Choice(each.label[:30] or "?", f"/{COMMAND} confier {at} {offer.number}") for at, each in enumerate(others, 1)
    )
    return Reply((Text(turn.voice("offers-to-whom")),), choices)


def _wrong(turn: Turn, text: str) -> Text | None:
    if len(text) > LONGEST_SAID:
        return Text(turn.voice("offer-long", most=LONGEST_SAID, count=len(text)))
    return Text(turn.voice("offer-short")) if len(text) < _SHORTEST else None


def _done(turn: Turn, offer: Offer, sentence: str, effect: Effect, what: str) -> Reply:
    act = Act(COMMAND, f"{offer.number} {what}", turn.around(offer.proposal.territory))
    choices = (
        Choice(turn.voice("offers-back", number=offer.number), f"/{COMMAND} {offer.number}"),
        Choice(turn.voice("offers-list"), f"/{COMMAND}"),
    )
    return Reply((Text(turn.voice(sentence, number=offer.number)),), choices, effects=(act, effect))
