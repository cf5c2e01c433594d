"""Writing a message to many people: text, versions, whom it is for, exact preview, a word to copy, a minute to undo."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.handlers.audiences import departements, place_name
from bot.handlers.broadcast_choices import asks_axes, asks_language, asks_languages, asks_when
from bot.handlers.broadcast_menu import MENU, menu, with_text
from bot.handlers.broadcast_words import digest_of, leaves_at_night, midnight, people_of, plan_of, preview, summary
from bot.handlers.broadcasts import COMMAND, STOP, chosen_of, looked_after
from bot.records import campaigns
from bot.records.broadcast_effects import Propose
from bot.records.broadcast_rules import MOST_A_DAY, needs_two, of_today
from bot.records.effects import Act
from bot.talk.broadcast_draft import Draft
from bot.talk.message import Block, Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.turn import Turn

router = Router()

_TEXT = "diffusion.texte"
_PREVIEW, _CONFIRM, _TERRITORY = "diffusion.apercu", "diffusion.mot", "diffusion.territoire"
_WORDS = ("PLATANE", "TILLEUL", "BOULEAU", "OLIVIER", "NOYER", "CERISIER", "ROSEAU", "GALET", "RIVAGE", "COLLINE")
_VALID = timedelta(minutes=10)
_BACK = "revenir"


@router.command(COMMAND, personal=True)
async def broadcast(turn: Turn) -> Reply:
    """`/diffusion`; `nouvelle`, with the number of an event if one goes with it; `corriger 12`; `12`, `pause 12`…"""
    said = turn.argument.strip().lower()
    what, _, rest = said.partition(" ")
    if what == "nouvelle":
        return _begin(turn, f"agenda-{rest}" if rest.isdecimal() else "")
    if what == "corriger":
        return await _correct(turn, rest)
    return await looked_after(turn, said)


async def asks_text(turn: Turn) -> Reply:
    """The first question."""
    return Reply((Text(turn.voice("broadcast-text")),), then=Step(_TEXT, dict(turn.known)))


@router.form(_TEXT, asks=asks_text, of=COMMAND, whole=True)
async def written(turn: Turn) -> Reply:
    """The words, in French."""
    return await with_text(turn, "fr", _TEXT)


@router.step(_TERRITORY, of=COMMAND)
async def placed(turn: Turn) -> Reply:
    """Which of the agent's territories."""
    territory = turn.argument.strip().lower()
    if territory not in _territories(turn):
        return Reply((Text(turn.voice("agents-elsewhere")),))
    return _asks_text(turn, Draft(territory, event=turn.known.get("event", "")))


@router.step(MENU, of=COMMAND)
async def chosen(turn: Turn) -> Reply:
    """What to do with the draft."""
    draft = Draft.of_step(turn.known)
    asked: dict[str, Callable[[Turn, Draft], Awaitable[Reply]]] = {
        "voir": _preview,
        "version": asks_language,
        "sujets": asks_axes,
        "langues": asks_languages,
        "quand": asks_when,
    }
    said = turn.argument.strip().lower()
    if said == "abandon":
        return Reply((Text(turn.voice("broadcast-dropped")),))
    return await asked.get(said, menu)(turn, draft)


@router.step(_PREVIEW, of=COMMAND)
async def decided(turn: Turn) -> Reply:
    """What to do with what was seen."""
    draft, said = Draft.of_step(turn.known), turn.argument.strip().lower()
    match said:
        case "essai":
            shown = await preview(turn, draft, "fr")
            return replace(shown, then=Step(_PREVIEW, draft.known()))
        case "envoyer":
            return await _asks_word(turn, draft)
        case "nuit":
            return await _asks_word(turn, replace(draft, night=True))
        case _:
            return await menu(turn, draft)


@router.step(_CONFIRM, of=COMMAND)
async def confirmed(turn: Turn) -> Reply:
    """The word, copied: bound to what was seen, for ten minutes, once."""
    voice, known = turn.voice, turn.known
    draft = Draft.of_step(known)
    if turn.argument.strip().upper() != known["word"]:
        return Reply((Text(voice("broadcast-wrong-word")),), _way_back(turn), then=Step(_PREVIEW, draft.known()))
    if turn.now > datetime.fromisoformat(known["until"]) or digest_of(turn, draft) != known["digest"]:
        return Reply((Text(voice("broadcast-too-late")),), _way_back(turn), then=Step(_PREVIEW, draft.known()))
    plan = replace(plan_of(turn, draft), key=f"diffusion {secrets.token_hex(8)}")
    if full := await _cap(turn, draft):
        return full
    people = await people_of(turn, draft)
    effects = (
        Act(COMMAND, f"new {plan.key.split()[1]}", turn.around(draft.territory)),
        Propose(plan, midnight(turn, draft)),
    )
    if needs_two(people=people, territories=plan.territories, night=plan.night):
        return Reply((Text(voice("broadcast-proposed-now")),), effects=effects)
    waits = leaves_at_night(turn, draft)
    sentence = "broadcast-scheduled" if draft.due else "broadcast-at-eight" if waits else "broadcast-in-a-minute"
    said = Text(voice(sentence, count=people))
    return Reply((said,), (Choice(voice("broadcast-stop"), f"/{STOP}"),), effects=effects)


def _territories(turn: Turn) -> list[str]:
    return list(dict.fromkeys(right.territory for right in turn.rights if turn.may(COMMAND, right.territory)))


def _begin(turn: Turn, event: str) -> Reply:
    own = _territories(turn)
    if len(own) == 1:
        return _asks_text(turn, Draft(own[0], event=event))
    choices = tuple(Choice(place_name(turn.voice, turn.knowledge.territories, each), each) for each in own[:6])
    return Reply((Text(turn.voice("broadcast-where")),), choices, then=Step(_TERRITORY, {"event": event}))


async def _correct(turn: Turn, said: str) -> Reply:
    every = await turn.read(lambda connection: campaigns.written_by_agents(connection, most=50))
    known = [each for each in every if each.begun_at and turn.may(COMMAND, each.territory)]
    wrong = chosen_of(turn, known, said)
    if wrong is None:
        return Reply((Text(turn.voice("broadcast-no-such")),))
    return _asks_text(turn, Draft(wrong.territory, of=str(wrong.id)), "broadcast-correct-text")


def _asks_text(turn: Turn, draft: Draft, sentence: str = "broadcast-text") -> Reply:
    return Reply((Text(turn.voice(sentence)),), then=Step(_TEXT, draft.known()))


async def _preview(turn: Turn, draft: Draft) -> Reply:
    """What people will read, word for word, in each version."""
    shown: list[Block] = [Text(await summary(turn, draft))]
    for each in draft.texts:
        shown.append(Text(turn.voice("broadcast-as-read", language=turn.voice(f"name-{each}"))))
        shown += (await preview(turn, draft, each)).blocks
    choices = [Choice(turn.voice("broadcast-test"), "essai"), Choice(turn.voice("broadcast-send"), "envoyer")]
    if leaves_at_night(turn, draft):
        choices.append(Choice(turn.voice("broadcast-send-at-night"), "nuit"))
    choices.append(Choice(turn.voice("broadcast-back"), _BACK))
    return Reply(tuple(shown), tuple(choices), then=Step(_PREVIEW, draft.known()))


def _way_back(turn: Turn) -> tuple[Choice, ...]:
    return (Choice(turn.voice("broadcast-send"), "envoyer"), Choice(turn.voice("broadcast-back"), _BACK))


async def _asks_word(turn: Turn, draft: Draft) -> Reply:
    if full := await _cap(turn, draft):
        return full
    people = await people_of(turn, draft)
    if not people:
        return replace(await menu(turn, draft), blocks=(Text(turn.voice("broadcast-nobody")),))
    word = secrets.choice(_WORDS)
    known = {"word": word, "until": (turn.now + _VALID).isoformat(), "digest": digest_of(turn, draft)}
    two = needs_two(
        people=people, territories=departements(turn.knowledge.territories, draft.territory), night=draft.night
    )
    said = [
        Text(
            turn.voice(
                "broadcast-confirm",
                count=people,
                place=place_name(turn.voice, turn.knowledge.territories, draft.territory),
                word=word,
            )
        )
    ]
    said += [Text(turn.voice("broadcast-needs-two"))] if two else []
    return Reply(tuple(said), then=Step(_CONFIRM, draft.known() | known))


async def _cap(turn: Turn, draft: Draft) -> Reply | None:
    """Refused when a département was written to twice this day already; a correction never is."""
    if draft.of:
        return None
    plan = plan_of(turn, draft)
    since = midnight(turn, draft)
    written_today = await turn.read(lambda connection: of_today(connection, plan.territories, since=since))
    return Reply((Text(turn.voice("broadcast-enough", most=MOST_A_DAY)),)) if written_today >= MOST_A_DAY else None
