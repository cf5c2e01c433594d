"""What an editor is about to do with a service: read again, planned once more at "oui", carried out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from sqlalchemy import Connection

from bot.handlers.agenda import zones_of
from bot.handlers.service_desk import COMMAND, QUEUE, shown, territory_of, within_reach
from bot.handlers.service_fields import FIELDS, Field, emptied
from bot.handlers.service_story import changed_lines
from bot.records import reports
from bot.records.effects import Act
from bot.records.report import Outcome
from bot.records.report_effects import ChangeDirectory, SettleReports
from bot.talk.message import Block, Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.times import short_date
from bot.talk.turn import Turn
from directory.ledger import editing, sharing, undoing
from directory.ledger.editing import EditRefusedError, Planned
from directory.ledger.held import Held
from directory.words import words

router = Router()

_SURE = f"{COMMAND}.sur"
_YES = frozenset(["oui", "ok", "d accord", "1"])
_SETTLES = {
    "correct": Outcome.CORRECTED,
    "close": Outcome.CORRECTED,
    "withdraw": Outcome.WITHDRAWN,
    "confirm": Outcome.CONFIRMED,
}
"""What doing it tells those who said that something was wrong."""
Known = Mapping[str, str]


async def sure(turn: Turn, known: Known, *before: Text) -> Reply:
    """What would be done, read again; `before`: said first."""
    voice, found = turn.voice, await within_reach(turn, known["service"])
    if found is None:
        return Reply((Text(voice("service-unknown")),))
    try:
        planned = await _planned(turn, found, known)
    except EditRefusedError as wrong:
        return await shown(turn, found.id, _refused(turn, wrong))
    said = [
        *before,
        Text(voice(f"service-sure-{known['do']}", name=found.name)),
        Text("\n".join(_lines(turn, planned, known))),
    ]
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
        Choice(voice("service-to-queue"), f"/{QUEUE}"),
    )
    said = await turn.read(partial(reports.of_service, vault=turn.vault, service=found.id)) if turn.vault else []
    blocks = [
        Text(voice("service-done")),
        *([Text(voice("service-done-told", count=len(said)))] if told_of and said else []),
    ]
    return Reply(tuple(blocks), choices, effects=(act, ChangeDirectory(planned), *told_of))


async def _planned(turn: Turn, found: Held, known: Known) -> Planned:
    """What is to be carried out. Raises EditRefusedError."""
    today = today_of(turn, found)

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
    named = field_of(known)
    values = emptied(named, known["value"]) or named.read(known["value"])
    reader = turn.clerk.reader(connection, fictional=turn.finder.fictional)
    shares = {"address": sharing.same_address, "position": sharing.same_door}.get(named.name)
    whole = shares(connection, known["service"]) if shares else None
    if whole:
        return editing.correct(connection, reader, "structure", whole, values, today=today)
    return editing.correct(connection, reader, "service", known["service"], values, today=today)


def _undone(connection: Connection, found: Held, number: int) -> Planned:
    planned = undoing.plan(connection, number)
    if not any(change.row in (found.id, found.structure_id) for change in planned.changes):
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


def field_of(known: Known) -> Field:
    """The field that is being corrected."""
    return next(each for each in FIELDS if each.name == known["field"])


def _span(known: Known) -> tuple[date, date]:
    return date.fromisoformat(known["first"]), date.fromisoformat(known["last"])


def today_of(turn: Turn, found: Held | None) -> date:
    """By the clock of the place."""
    territory = territory_of(found.place) if found else ""
    return turn.now.astimezone(zones_of(turn.knowledge)(territory or None)).date()
