"""Saying that a service is not as the directory tells: `/signaler`, which one, what is wrong; a word may be added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial

from bot.handlers.find_help import sought_before
from bot.handlers.free_text import understand
from bot.handlers.participate_answers import clean
from bot.records import reports
from bot.records.report import Reason, Said
from bot.records.report_effects import CompleteReport, SendReport
from bot.talk.message import Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.standing import MOST_CHOICES
from bot.talk.turn import Turn
from bot.talk.word_lists import word_lists
from directory.importers.places import departement
from directory.rows import ServiceRow
from directory.words import words

router = Router()

COMMAND = "signaler"
MOST_A_DAY = 20
LONGEST_WORD = 500
_WHICH, _WHAT, _WORD = f"{COMMAND}.lequel", f"{COMMAND}.quoi", f"{COMMAND}.mot"
_ADD, _LEAVE = "mot", "/annuler"
_REASONS = (Reason.CLOSED, Reason.HOURS, Reason.PHONE, Reason.MOVED, Reason.OTHER)


@router.command(COMMAND)
async def report(turn: Turn) -> Reply:
    """`/signaler` of the last list; with a rank in it or the id of a service, that one.

    "Le numéro est faux" is this command too, and the answer when that is what was asked.
    """
    said, listed = turn.argument.strip(), sought_before(turn).listed
    step, told = turn.person.state.step, _reason(turn.message.text) if not turn.message.text.startswith("/") else None
    if not said and step and step.name == _WHAT and told:
        return await _sent(turn, step.known["service"], told)
    if not said:
        if not listed:
            return Reply((Text(turn.voice("report-nothing")),))
        return await _what(turn, listed[0], told) if len(listed) == 1 else await _which(turn, listed, told)
    if said == _ADD:
        return _asks_word(turn)
    if said.isdecimal() and len(said) <= 2:
        return await _ranked(turn, said, listed)
    return await _what(turn, said)


async def _ranked(turn: Turn, said: str, listed: Sequence[str], told: Reason | None = None) -> Reply:
    rank = int(said)
    if not listed:
        return Reply((Text(turn.voice("report-nothing")),))
    if not 1 <= rank <= len(listed):
        return Reply((Text(turn.voice("report-no-such-rank", count=len(listed))),), then=turn.person.state.step)
    return await _what(turn, listed[rank - 1], told)


async def _which(turn: Turn, listed: Sequence[str], told: Reason | None) -> Reply:
    rows = await turn.finder.details(listed)
    shown = [(rank, rows[one]) for rank, one in enumerate(listed, 1) if one in rows][: MOST_CHOICES - 1]
    choices = tuple(Choice(_short(row), str(rank)) for rank, row in shown)
    leave = Choice(turn.voice("report-leave"), _LEAVE)
    step = Step(_WHICH, {"reason": told.value} if told else {})
    return Reply((Text(turn.voice("report-which")),), (*choices, leave), then=step)


@router.step(_WHICH)
async def which(turn: Turn) -> Reply:
    """Which of the services of the last list: its rank, or words of its name; anything else is another message."""
    listed = sought_before(turn).listed
    told = Reason(turn.known["reason"]) if "reason" in turn.known else None
    if turn.argument.isdecimal():
        return await _ranked(turn, turn.argument[:3], listed, told)
    named = _named(turn.argument, await turn.finder.details(listed))
    return await _what(turn, named, told) if named else await understand(turn)


async def _what(turn: Turn, service: str, told: Reason | None = None) -> Reply:
    if told:
        return await _sent(turn, service, told)
    row = (await turn.finder.details((service,))).get(service)
    if row is None:
        return Reply((Text(turn.voice("report-gone")),))
    voice = turn.voice
    choices = [Choice(voice(f"report-{reason}"), str(at)) for at, reason in enumerate(_REASONS, 1)]
    asked = Text(voice("report-what", name=_name(row)))
    leave = Choice(voice("report-leave"), _LEAVE)
    return Reply((asked,), (*choices, leave), then=Step(_WHAT, {"service": service}))


@router.step(_WHAT)
async def what(turn: Turn) -> Reply:
    """What is wrong: the number of a choice, or words that tell; anything else is another message."""
    reason = _reason(turn.argument)
    return await _sent(turn, turn.known["service"], reason) if reason else await understand(turn)


async def _sent(turn: Turn, service: str, reason: Reason) -> Reply:
    """It is kept at once: a word may follow."""
    row = (await turn.finder.details((service,))).get(service)
    if row is None:
        return Reply((Text(turn.voice("report-gone")),))
    count = partial(reports.count_since, uid=turn.person.uid, since=turn.now - timedelta(days=1))
    if await turn.read(count) >= MOST_A_DAY:
        return Reply((Text(turn.voice("report-too-many")),))
    territory = f"dep-{departement(row.place)}" if row.place else ""
    effect = SendReport(Said(service, territory, reason), turn.voice.language)
    choices = (Choice(turn.voice("report-add"), f"/{COMMAND} {_ADD}"), Choice(turn.voice("other-need"), "/menu"))
    return Reply((Text(turn.voice("report-thanks")),), choices, effects=(effect,))


def _asks_word(turn: Turn, *before: Text) -> Reply:
    choices = (Choice(turn.voice("report-leave"), _LEAVE),)
    return Reply((*before, Text(turn.voice("report-word"))), choices, then=Step(_WORD))


async def _word_again(turn: Turn) -> Reply:
    return _asks_word(turn)


@router.form(_WORD, asks=_word_again, whole=True)
async def word(turn: Turn) -> Reply:
    """What they know of it, for the editors."""
    said = clean(turn.argument)
    if len(said) > LONGEST_WORD:
        return _asks_word(turn, Text(turn.voice("report-word-long", most=LONGEST_WORD, count=len(said))))
    if not said:
        return _asks_word(turn)
    return Reply((Text(turn.voice("report-added")),), effects=(CompleteReport(said),))


def _named(said: str, rows: Mapping[str, ServiceRow]) -> str:
    """The service whose name shares more words with what is said than any other; "" when there is none."""
    spoken = set(words(said))
    shared = {one: len(spoken & set(words(f"{row.name} {row.structure_name}"))) for one, row in rows.items()}
    most = max(shared.values(), default=0)
    best = [one for one, count in shared.items() if count == most > 0]
    return best[0] if len(best) == 1 else ""


def _reason(said: str) -> Reason | None:
    if said.isdecimal():
        return _REASONS[int(said) - 1] if len(said) == 1 and 1 <= int(said) <= len(_REASONS) else None
    known, spoken = word_lists("report_words.toml", "reason"), words(said)
    return next((Reason(name) for name in known.lists if known.any_of(name, spoken)), None)


def _name(row: ServiceRow) -> str:
    return row.name if row.name == row.structure_name else f"{row.name} ({row.structure_name})"


def _short(row: ServiceRow) -> str:
    """For a button: what, then where."""
    return _name(row)[:60]
