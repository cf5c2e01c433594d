"""An event announced question by question: `/evenement nouveau`. It ends in the preview of the one-line way."""

from __future__ import annotations

from collections.abc import Awaitable

from bot.calendars.found import EntryError
from bot.handlers.event_form_answers import (
    read_axes,
    read_day,
    read_hour,
    read_link,
    read_own_territory,
    read_where,
    read_words,
    tells_hour,
)
from bot.handlers.event_preview import COMMAND, own_territories, preview, refused
from bot.handlers.form import AnswerError, Form, Known, Question
from bot.talk.event_line import LineError, cleaned
from bot.talk.message import Choice, Reply, Text
from bot.talk.router import Router
from bot.talk.standing import MOST_CHOICES
from bot.talk.turn import Turn

router = Router()

_MOST_OFFERED = MOST_CHOICES - 2
"""Territories, beside "retour" and "arrêter"."""


def _online(turn: Turn, _known: Known) -> tuple[Choice, ...]:
    return (Choice(turn.voice("event-form-online"), "en visio"),)


def _axes(turn: Turn, _known: Known) -> tuple[Choice, ...]:
    """First, so that the number of a choice is that of the axis."""
    return tuple(Choice(turn.voice("event-form-axis", axis=axis), f"axe {axis}") for axis in "1234")


def _territories(turn: Turn, _known: Known) -> tuple[Choice, ...]:
    own = own_territories(turn)[:_MOST_OFFERED]
    return tuple(Choice(turn.knowledge.territories.name(territory), territory) for territory in own)


QUESTIONS = (
    Question("title", read_words, whole=True),
    Question("date", read_day),
    Question("hour", read_hour, optional=True, asked=lambda turn, known: not tells_hour(turn, known.get("date", ""))),
    Question("place", read_where, offers=_online),
    Question("registration", read_link, optional=True),
    Question("axes", read_axes, optional=True, offers=_axes),
    Question(
        "territory", read_own_territory, offers=_territories, asked=lambda turn, _: len(own_territories(turn)) != 1
    ),
)


async def _done(turn: Turn, known: Known) -> Reply:
    return await preview(turn, _line(turn, known))


def _in_one_line(turn: Turn, question: Question, said: str) -> Awaitable[Reply] | None:
    """A whole line in the place of a title."""
    return preview(turn, said) if question is QUESTIONS[0] and "|" in said else None


FORM = Form(
    step=COMMAND,
    sentences="event-form",
    questions=QUESTIONS,
    done=_done,
    refused=refused,
    errors=(AnswerError, LineError, EntryError),
    clean=cleaned,
    of=COMMAND,
    at_once=_in_one_line,
)
FORM.register(router)


def begin(turn: Turn) -> Reply:
    """The first question."""
    return FORM.ask(turn, QUESTIONS[0], {}, Text(turn.voice("event-form-how")))


def _line(turn: Turn, known: Known) -> str:
    """The answers, as they would be written in one line."""
    hour = known.get("hour", "") if not tells_hour(turn, known["date"]) else ""
    axes = f"axes {known['axes']}" if known.get("axes") else ""
    territory = known.get("territory", "")
    parts = (known["title"], f"{known['date']} {hour}", known["place"], known["registration"], axes, territory)
    return " | ".join(part for part in parts if part)
