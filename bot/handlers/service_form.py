"""A service added question by question: `/service nouveau`; it is read again before it is written."""

from __future__ import annotations

import asyncio
import secrets
from functools import partial
from typing import Any

from sqlalchemy import Connection

from bot.handlers.agenda import zones_of
from bot.handlers.form import AnswerError, Form, Known, Question
from bot.handlers.participate_answers import clean
from bot.handlers.service_desk import COMMAND, NEW, QUEUE, may_keep, territory_of
from bot.handlers.service_fields import FIELDS, Values
from bot.handlers.service_position import QUESTION as DOOR
from bot.handlers.service_position import after_door, at_door
from bot.records.effects import Act
from bot.records.report_effects import ChangeDirectory
from bot.talk import points
from bot.talk.message import Card, Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from directory import phones
from directory.ledger import editing
from directory.ledger.editing import OWN, EditRefusedError, Planned
from directory.words import words

router = Router()

_SURE = f"{COMMAND}.ajouter"
_SHORTEST_NAME, _SHORTEST_DESCRIPTION = 3, 10
_YES = frozenset(["oui", "ok", "d accord", "1"])


def _read(name: str) -> Any:  # noqa: ANN401 - a reader of `Question`
    """What a field accepts; the answer itself is kept, and read again when all is known."""
    of = next(each for each in FIELDS if each.name == name)

    def read(turn: Turn, said: str, _known: Known) -> str:
        values = of.read(said)
        if name == "address":
            _in_reach(turn, values)
        return said

    return read


def _in_reach(turn: Turn, values: Values) -> None:
    """Raise AnswerError for a commune that is unknown, or of a territory where who speaks has no right."""
    where = (str(values["code_postal"]), str(values["commune"]))
    place = turn.clerk.places.resolve(None, *where, None, None) if turn.clerk else None
    if place is None:
        raise AnswerError("service-bad-commune")
    if not may_keep(turn, place.code):
        raise AnswerError("service-elsewhere")


def _at_least(name: str, shortest: int) -> Any:  # noqa: ANN401 - idem
    inner = _read(name)

    def read(turn: Turn, said: str, known: Known) -> str:
        if len(said) < shortest:
            raise AnswerError("service-short")
        return str(inner(turn, said, known))

    return read


QUESTIONS = (
    Question("name", _at_least("name", _SHORTEST_NAME), whole=True),
    Question("structure", _at_least("name", _SHORTEST_NAME), whole=True),
    Question("description", _at_least("description", _SHORTEST_DESCRIPTION), whole=True, tells=True),
    Question("address", _read("address")),
    DOOR,
    Question("phone", _read("phone"), optional=True, before=after_door),
    Question("hours", _read("hours"), optional=True),
    Question("fees", _read("fees"), optional=True),
)


async def _done(turn: Turn, known: Known) -> Reply:
    """Everything read again, with the needs that it will be found by."""
    voice = turn.voice
    try:
        planned = await _planned(turn, known)
    except EditRefusedError as wrong:
        return Reply((Text(voice(wrong.key, field=wrong.field)),))
    service = planned.changes[-1].after or {}
    needs = [turn.finder.needs.label(need, voice.language) for need in service["needs"]]
    found_by = voice("service-found-by", needs=voice.listed(needs)) if needs else voice("service-found-by-none")
    lines = [
        voice("service-field-structure", value=known["structure"]),
        voice("service-field-description", value=known["description"]),
        voice("service-field-address", value=known["address"]),
        at_door(turn, known["door"]) if known.get("door") else voice("door-middle-line"),
        *(voice(f"service-field-{name}", value=known[name]) for name in ("phone", "hours", "fees") if known.get(name)),
        found_by,
    ]
    choices = (Choice(voice("service-yes"), "oui"), Choice(voice("service-no"), "non"))
    asked = Text(voice("service-sure-add"))
    return Reply((Card(known["name"], tuple(lines)), asked), choices, then=Step(_SURE, dict(known)))


FORM = Form(
    step=f"{COMMAND}.nouveau",
    sentences="service-form",
    questions=QUESTIONS,
    done=_done,
    refused=lambda turn, wrong: Text(turn.voice(str(wrong), **getattr(wrong, "values", {}))),
    clean=clean,
    of=COMMAND,
    skip_words=frozenset((DOOR.name,)),
)
FORM.register(router)


def begin(turn: Turn) -> Reply:
    """The first question."""
    return FORM.ask(turn, QUESTIONS[0], {}, Text(turn.voice("service-form-how")))


@router.step(_SURE, of=COMMAND)
async def added(turn: Turn) -> Reply:
    """The answer to "j'ajoute ?"."""
    voice = turn.voice
    if " ".join(words(turn.argument)) not in _YES:
        return Reply((Text(voice("service-nothing-written")),))
    try:
        planned = await _planned(turn, turn.known)
    except EditRefusedError as wrong:
        return Reply((Text(voice(wrong.key, field=wrong.field)),))
    service = planned.changes[-1]
    act = Act(COMMAND, f"{service.row} add", turn.around(territory_of((service.after or {})["place"])))
    choices = (
        Choice(voice("service-back"), f"/{COMMAND} {service.row}"),
        Choice(voice("service-to-new"), f"/{COMMAND} {NEW}"),
        Choice(voice("service-to-queue"), f"/{QUEUE}"),
    )
    return Reply((Text(voice("service-added-done")),), choices, effects=(act, ChangeDirectory(planned)))


async def _planned(turn: Turn, known: Known) -> Planned:
    """Raises EditRefusedError."""
    if turn.clerk:
        await asyncio.to_thread(turn.clerk.prepare)
    return await turn.read(partial(_plan, turn, known))


def _plan(turn: Turn, known: Known, connection: Connection) -> Planned:
    """The structure and the service, as records of our own source. Raises EditRefusedError."""
    if turn.clerk is None:
        raise EditRefusedError("edit-unknown")
    address = next(each for each in FIELDS if each.name == "address").read(known["address"])
    today = turn.now.astimezone(zones_of(turn.knowledge)(None)).date().isoformat()
    name = secrets.token_hex(6)
    door = dict(zip(("latitude", "longitude"), points.point(known["door"]), strict=True)) if known.get("door") else {}
    shared = {"source": OWN, "date_maj": today, **address, **door}
    answered = [each for each in FIELDS if each.name in ("phone", "hours", "fees") and known.get(each.name)]
    optional = {column: value for each in answered for column, value in each.read(known[each.name]).items()}
    if optional.get("telephone"):
        kept = phones.kept(str(optional["telephone"]))
        optional["telephone"] = " ou ".join(phone.number for phone in kept)
    structure = {**shared, "id": f"{OWN}--s-{name}", "nom": known["structure"]}
    service = {
        **shared,
        **optional,
        "id": f"{OWN}--{name}",
        "structure_id": structure["id"],
        "nom": known["name"],
        "description": known["description"],
        "modes_accueil": ["en-presentiel"],
    }
    reader = turn.clerk.reader(connection, fictional=turn.finder.fictional)
    return editing.add(reader, structure, service)
