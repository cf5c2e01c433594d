"""What an editor does with a service: corrects it, closes it for some days, withdraws it, confirms it, takes back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from bot.handlers import service_position
from bot.handlers.form import AnswerError
from bot.handlers.participate_answers import clean
from bot.handlers.service_desk import COMMAND, LEAVES, WHAT, leaves, shown, territory_of, within_reach
from bot.handlers.service_entrust import entrust
from bot.handlers.service_fields import FIELDS, Field, emptied, field_named
from bot.handlers.service_story import told
from bot.handlers.service_sure import field_of, sure, today_of
from bot.records.agents import labels
from bot.talk.closed_days import DaysError, closed_days
from bot.talk.message import Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.standing import MOST_CHOICES
from bot.talk.turn import Turn
from bot.talk.word_lists import word_lists
from directory.ledger import history
from directory.words import words

router = Router()

_FIELD, _VALUE, _DAYS, _STORY = (f"{COMMAND}.{name}" for name in ("champ", "valeur", "jours", "histoire"))
_SAME = frozenset(["rien n a change", "rien a change"])
_MOST_TOLD = 8
_OFFERED = ("hours", "phone", "address", "name", "description")


async def _what_again(turn: Turn) -> Reply:
    return await shown(turn, turn.known["service"])


@router.form(WHAT, asks=_what_again, of=COMMAND, words=LEAVES | _SAME)
async def what(turn: Turn) -> Reply:
    """The number of what can be done, or its word; the name of a field corrects it."""
    known, spoken = turn.known, words(turn.argument)
    lists = word_lists("service_words.toml", "verb")
    verb = known.get(turn.argument) or next((name for name in lists.lists if lists.any_of(name, spoken)), "")
    service = known["service"]
    if leaves(turn):
        return Reply((Text(turn.voice("service-left")),))
    if not verb and (field := field_named(turn.argument)):
        return await _asks_value(turn, service, field)
    does: dict[str, Callable[[Turn, str], Awaitable[Reply]]] = {
        "correct": _asks_field,
        "close": _asks_days,
        "story": _story,
        "entrust": entrust,
    }
    if verb in does:
        return await does[verb](turn, service)
    if verb:
        return await sure(turn, {"service": service, "do": verb})
    return await shown(turn, service, Text(turn.voice("service-not-understood")))


async def _asks_field(turn: Turn, service: str, *before: Text) -> Reply:
    voice = turn.voice
    choices = tuple(Choice(voice(f"service-name-{name}"), name) for name in _OFFERED)
    leave = Choice(voice("service-leave"), "retour")
    return Reply(
        (*before, Text(voice("service-which-field"))), (*choices, leave), then=Step(_FIELD, {"service": service})
    )


async def _field_again(turn: Turn) -> Reply:
    return await _asks_field(turn, turn.known["service"])


@router.form(_FIELD, asks=_field_again, of=COMMAND, words=LEAVES)
async def field(turn: Turn) -> Reply:
    """Which field."""
    service = turn.known["service"]
    if leaves(turn):
        return await shown(turn, service)
    named = next((each for each in FIELDS if each.name == turn.argument), None) or field_named(turn.argument)
    if named is None:
        return await _asks_field(turn, service, Text(turn.voice("service-no-such-field")))
    return await _asks_value(turn, service, named)


async def _asks_value(turn: Turn, service: str, named: Field, *before: Text) -> Reply:
    voice = turn.voice
    if named.name == service_position.NAME:
        return await service_position.ask(turn, service, *before)
    if await within_reach(turn, service) is None:
        return Reply((Text(voice("service-unknown")),))
    asked = [Text(voice(f"service-asks-{named.name}"))]
    if named.empties:
        asked.append(Text(voice("service-asks-empty")))
    choices = (Choice(voice("service-leave"), "retour"),)
    return Reply((*before, *asked), choices, then=Step(_VALUE, {"service": service, "field": named.name}))


async def _value_again(turn: Turn) -> Reply:
    return await _asks_value(turn, turn.known["service"], field_of(turn.known))


@router.form(_VALUE, asks=_value_again, of=COMMAND, words=LEAVES, whole=True)
async def value(turn: Turn) -> Reply:
    """The new value, read again before it is written."""
    known, named = turn.known, field_of(turn.known)
    if leaves(turn):
        return await shown(turn, known["service"])
    try:
        if emptied(named, turn.argument) is None:
            named.read(turn.argument)
    except AnswerError as wrong:
        return await _asks_value(turn, known["service"], named, Text(turn.voice(str(wrong), **wrong.values)))
    return await sure(turn, {**known, "do": "correct", "value": clean(turn.argument)})


async def _asks_days(turn: Turn, service: str, *before: Text) -> Reply:
    choices = (Choice(turn.voice("service-leave"), "retour"),)
    return Reply((*before, Text(turn.voice("service-asks-days"))), choices, then=Step(_DAYS, {"service": service}))


async def _days_again(turn: Turn) -> Reply:
    return await _asks_days(turn, turn.known["service"])


@router.form(_DAYS, asks=_days_again, of=COMMAND, words=LEAVES)
async def days(turn: Turn) -> Reply:
    """From when to when it is closed; after a comma, why."""
    service = turn.known["service"]
    if leaves(turn):
        return await shown(turn, service)
    found = await within_reach(turn, service)
    said, _, why = clean(turn.argument).partition(",")
    try:
        first, last = closed_days(said, today=today_of(turn, found))
    except DaysError as wrong:
        return await _asks_days(turn, service, Text(turn.voice(str(wrong))))
    span = {"first": first.isoformat(), "last": last.isoformat(), "why": why.strip()[:100]}
    return await sure(turn, {"service": service, "do": "close", **span})


async def _story(turn: Turn, service: str) -> Reply:
    """The last changes, by number; the last that was made by hand can be taken back."""
    voice, found = turn.voice, await within_reach(turn, service)
    if found is None:
        return Reply((Text(voice("service-unknown")),))
    made = await turn.read(partial(history.of_service, service_id=service, most=2 * _MOST_TOLD))
    changes = history.as_one(made)[:_MOST_TOLD]
    names = await turn.read(partial(labels, vault=turn.vault)) if turn.vault else {}
    lines = [told(turn, change, names, territory_of(found.place)) for change in changes]
    by_hand = [change for change in changes if change.signed.run is None][: MOST_CHOICES - 1]
    choices = [Choice(voice("service-take-back", number=change.id), str(change.id)) for change in by_hand]
    choices.append(Choice(voice("service-leave"), "retour"))
    said = Text("\n".join(lines) if lines else voice("service-no-story"))
    return Reply((said,), tuple(choices), then=Step(_STORY, {"service": service}))


async def _story_again(turn: Turn) -> Reply:
    return await _story(turn, turn.known["service"])


@router.form(_STORY, asks=_story_again, of=COMMAND, words=LEAVES)
async def taken_back(turn: Turn) -> Reply:
    """Which change to take back."""
    if not turn.argument.isdecimal():
        return await shown(turn, turn.known["service"])
    return await sure(turn, {"service": turn.known["service"], "do": "undo", "change": turn.argument[:12]})
