"""Something has changed: whoever is in charge of a place says what, in their words, and its editors read it first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot.handlers.participate_answers import clean
from bot.handlers.report_error import LONGEST_WORD, MOST_A_DAY
from bot.handlers.steward_own import Meant, and_the_next, meant, mine
from bot.handlers.steward_words import CHANGED, COMMAND
from bot.records import reports
from bot.records.report import Reason, Said
from bot.records.report_effects import SendReport
from bot.records.steward import Steward
from bot.records.steward_effects import AnswerPlace
from bot.talk.message import Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from bot.talk.word_lists import word_lists
from directory.importers.places import departement
from directory.ledger.held import held
from directory.words import words

router = Router()

_WHAT, _WORD = f"{COMMAND}.quoi", f"{COMMAND}.mot"
_LEAVE, _NOTHING_MORE = "/annuler", "sans"
_REASONS = (Reason.HOURS, Reason.PHONE, Reason.MOVED, Reason.CLOSED, Reason.OTHER)
# So few words name what changed rather than tell it.
_NAMES = 3


async def asks_what(turn: Turn, found: Meant, reason: str = "") -> Reply:
    """What has changed: a choice, or told at once in words."""
    if reason in [each.value for each in _REASONS]:
        return _asks_word(turn, found.steward.key, Reason(reason))
    return _what(turn, found.steward.key)


async def asks_days(turn: Turn, found: Meant) -> Reply:
    """From when to when it is closed."""
    return _asks_word(turn, found.steward.key, Reason.SHUT)


def _what(turn: Turn, key: str) -> Reply:
    voice = turn.voice
    choices = tuple(
        Choice(voice(f"steward-changed-{reason}"), f"/{COMMAND} {CHANGED} {key} {reason}") for reason in _REASONS
    )
    leave = Choice(voice("report-leave"), _LEAVE)
    return Reply((Text(voice("steward-what")),), (*choices, leave), then=Step(_WHAT, {"key": key}))


async def _what_again(turn: Turn) -> Reply:
    return _what(turn, turn.known["key"])


@router.form(_WHAT, asks=_what_again, of=COMMAND, whole=True)
async def what(turn: Turn) -> Reply:
    """The name of what changed, or what is right now."""
    said = clean(turn.argument)
    spoken, known = words(said), word_lists("report_words.toml", "reason")
    named = next((Reason(name) for name in known.lists if known.any_of(name, spoken)), Reason.OTHER)
    if not said:
        return _what(turn, turn.known["key"])
    if len(spoken) <= _NAMES and named is not Reason.OTHER:
        return _asks_word(turn, turn.known["key"], named)
    return await _sent(turn, turn.known["key"], named, said)


def _asks_word(turn: Turn, key: str, reason: Reason, *before: Text) -> Reply:
    voice = turn.voice
    nothing = (Choice(voice("steward-no-word"), _NOTHING_MORE),) if reason is Reason.CLOSED else ()
    choices = (*nothing, Choice(voice("report-leave"), _LEAVE))
    asked = Text(voice(f"steward-word-{reason}"))
    return Reply((*before, asked), choices, then=Step(_WORD, {"key": key, "reason": reason.value}))


async def _word_again(turn: Turn) -> Reply:
    return _asks_word(turn, turn.known["key"], Reason(turn.known["reason"]))


@router.form(_WORD, asks=_word_again, of=COMMAND, whole=True)
async def word(turn: Turn) -> Reply:
    """What is right now, in their words."""
    key, reason, said = turn.known["key"], Reason(turn.known["reason"]), clean(turn.argument)
    if reason is Reason.CLOSED and said == _NOTHING_MORE:
        return await _sent(turn, key, reason, "")
    return await _sent(turn, key, reason, said) if said else _asks_word(turn, key, reason)


async def _sent(turn: Turn, key: str, reason: Reason, said: str) -> Reply:
    """It goes to the editors of the territory, before what others report."""
    voice, kept = turn.voice, await mine(turn)
    if len(said) > LONGEST_WORD:
        wrong = Text(voice("report-word-long", most=LONGEST_WORD, count=len(said)))
        return _asks_word(turn, key, reason, wrong)
    found = await meant(turn, kept, key)
    if found is None:
        return Reply((Text(voice("steward-not-yours")),))
    count = partial(reports.count_since, uid=turn.person.uid, since=turn.now - timedelta(days=1))
    if await turn.read(count) >= MOST_A_DAY:
        return Reply((Text(voice("report-too-many")),))
    return await _thanked(turn, kept, found, (reason, said))


async def _thanked(turn: Turn, kept: Sequence[Steward], found: Meant, what: tuple[Reason, str]) -> Reply:
    service = found.steward.service
    there = await turn.read(partial(held, service_id=service))
    if there is None:
        return Reply((Text(turn.voice("steward-gone")),))
    territory = f"dep-{departement(there.place)}" if there.place else ""
    told = SendReport(Said(service, territory, *what, steward=True), turn.voice.language)
    thanks = Reply((Text(turn.voice("steward-told", name=there.name)),), effects=(AnswerPlace(found.steward.key), told))
    return await and_the_next(turn, kept, found.steward.key, replace(thanks))
