"""What an editor does with a service: corrects it, closes it for some days, withdraws it, confirms it, takes back."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from functools import partial

from sqlalchemy import Connection

from bot.handlers.agenda import zones_of
from bot.handlers.form import AnswerError
from bot.handlers.participate_answers import clean
from bot.handlers.service_desk import COMMAND, WHAT, shown, territory_of, within_reach
from bot.handlers.service_fields import FIELDS, Field, emptied, field_named
from bot.handlers.service_story import changed_lines, told
from bot.records import reports
from bot.records.agents import labels
from bot.records.effects import Act
from bot.records.report import Outcome
from bot.records.report_effects import ChangeDirectory, SettleReports
from bot.talk.closed_days import DaysError, closed_days
from bot.talk.message import Block, Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.standing import MOST_CHOICES
from bot.talk.times import short_date
from bot.talk.turn import Turn
from bot.talk.word_lists import word_lists
from directory.ledger import editing, history, undoing
from directory.ledger.editing import EditRefusedError, Planned
from directory.ledger.held import Held
from directory.words import words

router = Router()

_FIELD, _VALUE, _DAYS, _SURE, _STORY = (f"{COMMAND}.{name}" for name in ("champ", "valeur", "jours", "sur", "histoire"))
_LEAVES = frozenset(["annuler", "annule", "retour"])
_YES = frozenset(["oui", "ok", "d accord", "1"])
_MOST_TOLD = 8
_OFFERED = ("hours", "phone", "address", "name", "description")
_SETTLES = {
    "correct": Outcome.CORRECTED,
    "close": Outcome.CORRECTED,
    "withdraw": Outcome.WITHDRAWN,
    "confirm": Outcome.CONFIRMED,
}
"""What doing it tells those who said that something was wrong."""
Known = Mapping[str, str]


async def _what_again(turn: Turn) -> Reply:
    return await shown(turn, turn.known["service"])


@router.form(WHAT, asks=_what_again, of=COMMAND, words=_LEAVES)
async def what(turn: Turn) -> Reply:
    """The number of what can be done, or its word; the name of a field corrects it."""
    known, spoken = turn.known, words(turn.argument)
    lists = word_lists("service_words.toml", "verb")
    verb = known.get(turn.argument) or next((name for name in lists.lists if lists.any_of(name, spoken)), "")
    service = known["service"]
    if " ".join(spoken) in _LEAVES:
        return Reply((Text(turn.voice("service-left")),))
    if not verb and (field := field_named(turn.argument)):
        return await _asks_value(turn, service, field)
    does: dict[str, Callable[[Turn, str], Awaitable[Reply]]] = {
        "correct": _asks_field,
        "close": _asks_days,
        "story": _story,
    }
    if verb in does:
        return await does[verb](turn, service)
    if verb:
        return await _sure(turn, {"service": service, "do": verb})
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


@router.form(_FIELD, asks=_field_again, of=COMMAND, words=_LEAVES)
async def field(turn: Turn) -> Reply:
    """Which field."""
    service = turn.known["service"]
    if " ".join(words(turn.argument)) in _LEAVES:
        return await shown(turn, service)
    named = next((each for each in FIELDS if each.name == turn.argument), None) or field_named(turn.argument)
    if named is None:
        return await _asks_field(turn, service, Text(turn.voice("service-no-such-field")))
    return await _asks_value(turn, service, named)


async def _asks_value(turn: Turn, service: str, named: Field, *before: Text) -> Reply:
    voice = turn.voice
    if await within_reach(turn, service) is None:
        return Reply((Text(voice("service-unknown")),))
    asked = [Text(voice(f"service-asks-{named.name}"))]
    if named.empties:
        asked.append(Text(voice("service-asks-empty")))
    choices = (Choice(voice("service-leave"), "retour"),)
    return Reply((*before, *asked), choices, then=Step(_VALUE, {"service": service, "field": named.name}))


async def _value_again(turn: Turn) -> Reply:
    return await _asks_value(turn, turn.known["service"], _field_of(turn.known))


@router.form(_VALUE, asks=_value_again, of=COMMAND, words=_LEAVES, whole=True)
async def value(turn: Turn) -> Reply:
    """The new value, read again before it is written."""
    known, named = turn.known, _field_of(turn.known)
    if " ".join(words(turn.argument)) in _LEAVES:
        return await shown(turn, known["service"])
    try:
        if emptied(named, turn.argument) is None:
            named.read(turn.argument)
    except AnswerError as wrong:
        return await _asks_value(turn, known["service"], named, Text(turn.voice(str(wrong), **wrong.values)))
    return await _sure(turn, {**known, "do": "correct", "value": clean(turn.argument)})


async def _asks_days(turn: Turn, service: str, *before: Text) -> Reply:
    choices = (Choice(turn.voice("service-leave"), "retour"),)
    return Reply((*before, Text(turn.voice("service-asks-days"))), choices, then=Step(_DAYS, {"service": service}))


async def _days_again(turn: Turn) -> Reply:
    return await _asks_days(turn, turn.known["service"])


@router.form(_DAYS, asks=_days_again, of=COMMAND, words=_LEAVES)
async def days(turn: Turn) -> Reply:
    """From when to when it is closed; after a comma, why."""
    service = turn.known["service"]
    if " ".join(words(turn.argument)) in _LEAVES:
        return await shown(turn, service)
    found = await within_reach(turn, service)
    said, _, why = clean(turn.argument).partition(",")
    try:
        first, last = closed_days(said, today=_today(turn, found))
    except DaysError as wrong:
        return await _asks_days(turn, service, Text(turn.voice(str(wrong))))
    span = {"first": first.isoformat(), "last": last.isoformat(), "why": why.strip()[:100]}
    return await _sure(turn, {"service": service, "do": "close", **span})


async def _story(turn: Turn, service: str) -> Reply:
    """The last changes, by number; the last that was made by hand can be taken back."""
    voice, found = turn.voice, await within_reach(turn, service)
    if found is None:
        return Reply((Text(voice("service-unknown")),))
    changes = await turn.read(partial(history.of_service, service_id=service, most=_MOST_TOLD))
    names = await turn.read(partial(labels, vault=turn.vault)) if turn.vault else {}
    lines = [told(turn, change, names, territory_of(found.place)) for change in changes]
    by_hand = [change for change in changes if change.signed.run is None][: MOST_CHOICES - 1]
    choices = [Choice(voice("service-take-back", number=change.id), str(change.id)) for change in by_hand]
    choices.append(Choice(voice("service-leave"), "retour"))
    said = Text("\n".join(lines) if lines else voice("service-no-story"))
    return Reply((said,), tuple(choices), then=Step(_STORY, {"service": service}))


@router.step(_STORY, of=COMMAND)
async def taken_back(turn: Turn) -> Reply:
    """Which change to take back."""
    if not turn.argument.isdecimal():
        return await shown(turn, turn.known["service"])
    return await _sure(turn, {"service": turn.known["service"], "do": "undo", "change": turn.argument[:12]})


async def _sure(turn: Turn, known: Known) -> Reply:
    """What would be done, read again."""
    voice, found = turn.voice, await within_reach(turn, known["service"])
    if found is None:
        return Reply((Text(voice("service-unknown")),))
    try:
        planned = await _planned(turn, found, known)
    except EditRefusedError as wrong:
        return await shown(turn, found.id, _refused(turn, wrong))
    said = [Text(voice(f"service-sure-{known['do']}", name=found.name)), Text("\n".join(_lines(turn, planned, known)))]
    choices = (Choice(voice("service-yes"), "oui"), Choice(voice("service-no"), "non"))
    return Reply(tuple(block for block in said if block.text), choices, then=Step(_SURE, dict(known)))


@router.step(_SURE, of=COMMAND)
async def done(turn: Turn) -> Reply:
    """The answer to "j'écris ?": planned once more, so that nothing that changed meanwhile is written over."""
    voice, known = turn.voice, turn.known
    found = await within_reach(turn, known["service"])
    if found is None:
        return Reply((Text(voice("service-unknown")),))
    if " ".join(words(turn.argument)) not in _YES:
        return await shown(turn, found.id, Text(voice("service-nothing-written")))
    try:
        planned = await _planned(turn, found, known)
    except EditRefusedError as wrong:
        return await shown(turn, found.id, _refused(turn, wrong))
    act = Act(COMMAND, f"{found.id} {known['do']}", turn.around(territory_of(found.place)))
    told_of = (SettleReports(found.id, _SETTLES[known["do"]]),) if known["do"] in _SETTLES else ()
    choices = (
        Choice(voice("service-back"), f"/{COMMAND} {found.id}"[:64]),
        Choice(voice("service-to-queue"), "/signalements"),
    )
    said = await turn.read(partial(reports.of_service, vault=turn.vault, service=found.id)) if turn.vault else []
    blocks = [
        Text(voice("service-done")),
        *([Text(voice("service-done-told", count=len(said)))] if told_of and said else []),
    ]
    return Reply(tuple(blocks), choices, effects=(act, ChangeDirectory(planned), *told_of))


async def _planned(turn: Turn, found: Held, known: Known) -> Planned:
    """What is to be carried out. Raises EditRefusedError."""
    today = _today(turn, found)

    def plan(connection: Connection) -> Planned:
        does: dict[str, Callable[[], Planned]] = {
            "correct": lambda: _corrected(turn, connection, known, today),
            "close": lambda: editing.close(connection, found.id, *_span(known), known["why"] or None),
            "withdraw": lambda: editing.withdraw(connection, found.id, on=today),
            "restore": lambda: editing.withdraw(connection, found.id, on=None),
            "confirm": lambda: editing.confirm(connection, found.id, today=today),
            "undo": lambda: _undone(connection, found, int(known["change"])),
        }
        return does[known["do"]]()

    if turn.clerk and known["do"] == "correct":
        await asyncio.to_thread(turn.clerk.prepare)
    return await turn.read(plan)


def _corrected(turn: Turn, connection: Connection, known: Known, today: date) -> Planned:
    """A correction of the service; its structure moves with it when both are at the same place."""
    if turn.clerk is None:
        raise EditRefusedError("edit-unknown")
    named = _field_of(known)
    values = emptied(named, known["value"]) or named.read(known["value"])
    reader = turn.clerk.reader(connection, fictional=turn.finder.fictional)
    whole = editing.same_address(connection, known["service"]) if named.name == "address" else None
    if whole:
        return editing.correct(connection, reader, "structure", whole, values, today=today)
    return editing.correct(connection, reader, "service", known["service"], values, today=today)


def _undone(connection: Connection, found: Held, number: int) -> Planned:
    planned = undoing.plan(connection, number)
    if any(change.row not in (found.id, found.structure_id) for change in planned.changes):
        raise EditRefusedError("edit-unknown")
    return planned


def _lines(turn: Turn, planned: Planned, known: Known) -> list[str]:
    voice = turn.voice
    if known["do"] == "close":
        first, last = (short_date(voice, day) for day in _span(known))
        return [voice("service-closed", first=first, last=last, why=known["why"] or "–")]
    if known["do"] not in ("correct", "undo"):
        return []
    others = len({change.row for change in planned.changes if change.kind == "service"} - {known["service"]})
    moved = [voice("service-others-move", count=others)] if others else []
    return [*changed_lines(turn, planned.changes[0]), *moved]


def _refused(turn: Turn, wrong: EditRefusedError) -> Block:
    return Text(turn.voice(wrong.key, field=wrong.field))


def _field_of(known: Known) -> Field:
    return next(each for each in FIELDS if each.name == known["field"])


def _span(known: Known) -> tuple[date, date]:
    return date.fromisoformat(known["first"]), date.fromisoformat(known["last"])


def _today(turn: Turn, found: Held | None) -> date:
    """By the clock of the place."""
    territory = territory_of(found.place) if found else ""
    return turn.now.astimezone(zones_of(turn.knowledge)(territory or None)).date()
