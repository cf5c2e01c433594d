"""An event announced question by question: `/evenement nouveau`. It ends in the preview of the one-line way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

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
from bot.talk.event_line import LineError, cleaned
from bot.talk.message import Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.standing import MOST_CHOICES
from bot.talk.turn import Turn
from directory.words import words

router = Router()

_BACK, _SKIP = "retour", "passer"
_SKIPS = frozenset({_SKIP, "passe", "rien", "aucun", "aucune", "non", "sans"})
_MOST_OFFERED = MOST_CHOICES - 2
"""Territories, beside "retour" and "arrêter"."""
Known = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """One of them. `read` gives what is kept of an answer, or raises LineError or EntryError.

    `offers`: answers to choose from; `asked`: whether it is, knowing what was answered before.
    """

    name: str
    read: Callable[[Turn, str, Known], str]
    optional: bool = False
    offers: Callable[[Turn], tuple[Choice, ...]] = lambda _turn: ()
    asked: Callable[[Turn, Known], bool] = lambda _turn, _known: True

    @property
    def step(self) -> str:
        """The name of its step."""
        return f"{COMMAND}.{self.name}"


def _online(turn: Turn) -> tuple[Choice, ...]:
    return (Choice(turn.voice("event-form-online"), "en visio"),)


def _axes(turn: Turn) -> tuple[Choice, ...]:
    """First, so that the number of a choice is that of the axis."""
    return tuple(Choice(turn.voice("event-form-axis", axis=axis), f"axe {axis}") for axis in "1234")


def _territories(turn: Turn) -> tuple[Choice, ...]:
    own = own_territories(turn)[:_MOST_OFFERED]
    return tuple(Choice(turn.knowledge.territories.name(territory), territory) for territory in own)


QUESTIONS = (
    Question("title", read_words),
    Question("date", read_day),
    Question("hour", read_hour, optional=True, asked=lambda turn, known: not tells_hour(turn, known.get("date", ""))),
    Question("place", read_where, offers=_online),
    Question("registration", read_link, optional=True),
    Question("axes", read_axes, optional=True, offers=_axes),
    Question(
        "territory", read_own_territory, offers=_territories, asked=lambda turn, _: len(own_territories(turn)) != 1
    ),
)


def begin(turn: Turn) -> Reply:
    """The first question."""
    return _ask(turn, QUESTIONS[0], {}, Text(turn.voice("event-form-how")))


def _ask(turn: Turn, question: Question, known: Known, *before: Text) -> Reply:
    voice, choices = turn.voice, question.offers(turn)
    if question.optional:
        choices += (Choice(voice("event-form-skip"), _SKIP),)
    if question is not QUESTIONS[0]:
        choices += (Choice(voice("event-form-back"), _BACK),)
    choices += (Choice(voice("event-form-leave"), "/annuler"),)
    asked = Text(voice(f"event-form-{question.name}"))
    # A choice that is not remembered could not be chosen by its number.
    return Reply((*before, asked), choices[:MOST_CHOICES], then=Step(question.step, known))


async def _answer(turn: Turn, question: Question) -> Reply:
    """What follows an answer: the next question, the one before, the same again, or the preview."""
    said, known = cleaned(turn.argument), turn.known
    asked = [each for each in QUESTIONS if each is question or each.asked(turn, known)]
    if words(said) == (_BACK,):
        at = asked.index(question)
        return _ask(turn, asked[at - 1], known) if at else begin(turn)
    if question is QUESTIONS[0] and "|" in said:
        return await preview(turn, said)
    try:
        read = _read(turn, question, said)
    except (LineError, EntryError) as wrong:
        return _ask(turn, question, known, refused(turn, wrong))
    known = {**known, question.name: read}
    later = QUESTIONS[QUESTIONS.index(question) + 1 :]
    following = next((each for each in later if each.asked(turn, known)), None)
    return _ask(turn, following, known) if following else await preview(turn, _line(turn, known))


def _read(turn: Turn, question: Question, said: str) -> str:
    """What is kept of an answer. Raises LineError or EntryError."""
    folded = " ".join(words(said))
    if question.optional and folded in _SKIPS:
        return ""
    if folded == _SKIP:
        raise LineError("event-form-needed")
    return question.read(turn, said, turn.known)


def _line(turn: Turn, known: Known) -> str:
    """The answers, as they would be written in one line."""
    hour = known.get("hour", "") if not tells_hour(turn, known["date"]) else ""
    axes = f"axes {known['axes']}" if known.get("axes") else ""
    territory = known.get("territory", "")
    parts = (known["title"], f"{known['date']} {hour}", known["place"], known["registration"], axes, territory)
    return " | ".join(part for part in parts if part)


def _register(question: Question) -> None:
    async def asks(turn: Turn) -> Reply:
        return _ask(turn, question, turn.known)

    @router.form(question.step, asks=asks, of=COMMAND, words=(_BACK,), whole=question is QUESTIONS[0])
    async def answered(turn: Turn) -> Reply:
        return await _answer(turn, question)


for _question in QUESTIONS:
    _register(_question)
