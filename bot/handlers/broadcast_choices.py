"""What can be chosen of a message to many people: versions, axes, languages, date."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.handlers.broadcast_menu import menu, with_text
from bot.handlers.broadcast_words import plan_of
from bot.handlers.broadcasts import COMMAND
from bot.talk.broadcast_draft import Draft
from bot.talk.message import Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from bot.talk.wording import OFFERED

router = Router()

_LANGUAGE, _VERSION = "diffusion.langue", "diffusion.version"
_AXES, _LANGUAGES, _WHEN = "diffusion.sujets", "diffusion.langues", "diffusion.quand"


@router.step(_LANGUAGE, of=COMMAND)
async def language(turn: Turn) -> Reply:
    """Which version is added."""
    said, draft = turn.argument.strip().lower(), Draft.of_step(turn.known)
    if said not in OFFERED or said == "fr":
        return await menu(turn, draft)
    asked = Text(turn.voice("broadcast-version", language=turn.voice(f"name-{said}")))
    return Reply((asked,), then=Step(_VERSION, draft.known() | {"language": said}))


async def asks_version(turn: Turn) -> Reply:
    """The question of a version again."""
    asked = Text(turn.voice("broadcast-version", language=turn.voice(f"name-{turn.known['language']}")))
    return Reply((asked,), then=Step(_VERSION, dict(turn.known)))


@router.form(_VERSION, asks=asks_version, of=COMMAND, whole=True)
async def version(turn: Turn) -> Reply:
    """The words, in another language or simpler."""
    return await with_text(turn, turn.known["language"], _VERSION)


@router.step(_AXES, of=COMMAND)
async def axes(turn: Turn) -> Reply:
    """Which axes."""
    return await menu(turn, Draft.of_step(turn.known).about(turn.argument))


@router.step(_LANGUAGES, of=COMMAND)
async def languages(turn: Turn) -> Reply:
    """Which languages."""
    return await menu(turn, Draft.of_step(turn.known).reading(turn.argument))


@router.step(_WHEN, of=COMMAND)
async def when(turn: Turn) -> Reply:
    """A day and an hour, or at once."""
    draft, said = Draft.of_step(turn.known), turn.argument.strip()
    if said.lower() in ("maintenant", "revenir"):
        return await menu(turn, replace(draft, due=""))
    try:
        local = datetime.strptime(said, "%d/%m/%Y %H:%M")  # noqa: DTZ007 - by the clock of the territory
    except ValueError:
        return await asks_when(turn, draft, "broadcast-when-wrong")
    after = replace(draft, due=local.isoformat())
    if not turn.now < plan_of(turn, after).due_at < turn.now + timedelta(days=366):
        return await asks_when(turn, draft, "broadcast-when-past")
    return await menu(turn, after)


async def asks_language(turn: Turn, draft: Draft) -> Reply:
    """Which version?"""
    choices = tuple(Choice(turn.voice(f"name-{each}"), each) for each in OFFERED if each != "fr")
    return Reply((Text(turn.voice("broadcast-which-language")),), choices, then=Step(_LANGUAGE, draft.known()))


async def asks_axes(turn: Turn, draft: Draft) -> Reply:
    """Which axes?"""
    choices = [Choice(turn.voice(f"subscribe-axis-{axis}"), axis) for axis in "1234"]
    choices.append(Choice(turn.voice("subscribe-choice-all"), "tous"))
    return Reply((Text(turn.voice("broadcast-which-axes")),), tuple(choices), then=Step(_AXES, draft.known()))


async def asks_languages(turn: Turn, draft: Draft) -> Reply:
    """Which languages?"""
    choices = [Choice(turn.voice(f"name-{each}"), each) for each in OFFERED if each != "fr-x-simple"]
    choices.append(Choice(turn.voice("broadcast-all-languages"), "toutes"))
    return Reply((Text(turn.voice("broadcast-which-readers")),), tuple(choices), then=Step(_LANGUAGES, draft.known()))


async def asks_when(turn: Turn, draft: Draft, sentence: str = "broadcast-when") -> Reply:
    """When?"""
    choices = (Choice(turn.voice("broadcast-at-once"), "maintenant"),)
    return Reply((Text(turn.voice(sentence)),), choices, then=Step(_WHEN, draft.known()))
