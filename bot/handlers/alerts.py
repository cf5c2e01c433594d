"""Being told of new places: `/alerte` of the last search, agreed to before anything is kept; `/alertes` lists them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.handlers import find_help
from bot.handlers.alert_search import Wanted, look, may_be_told, wanted
from bot.handlers.alert_words import in_short, in_words
from bot.handlers.menu import main_choices
from bot.handlers.subscribe import NO, YES, agrees
from bot.records import alerts
from bot.records.alert import Alert, Asked
from bot.records.alert_effects import EndAlert, KeepAlert, RenewAlerts
from bot.talk.commands import spoken_commands
from bot.talk.message import Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.sought import Remember, Sought
from bot.talk.turn import Turn
from knowledge.dates import day

router = Router()

_AGREES = "alerte.accord"
_STOP, _ALL, _GO_ON = "arreter", "tout", "garder"
# For a button.
_LONGEST_LABEL = 60


@router.command("alerte", "prevenir", personal=True)
async def ask(turn: Turn) -> Reply:
    """`/alerte`, or "préviens-moi s'il y a du nouveau", with another search perhaps."""
    sought, said = find_help.sought_before(turn), None
    # "Tell me when there is something new" is the whole command: its words are no need.
    whole = turn.message.text.startswith("/") or turn.understood.said in spoken_commands()
    if turn.understood.needs.needs and not whole:
        said = await find_help.from_words(turn)
        sought = _sought_by(said) or sought
    if said and said.then:
        return said
    if not turn.message.author:
        keep = Choice(turn.voice("keep-search"), "/garder")
        return Reply((Text(turn.voice("alert-not-here")),), (keep,), effects=(Remember(sought),))
    reply = _not_told(turn, sought) or await _asks(turn, sought)
    return replace(reply, effects=(Remember(sought),))


def _not_told(turn: Turn, sought: Sought) -> Reply | None:
    """Why there is no alert for a search; None when there may be one."""
    voice = turn.voice
    if may_be_told(turn.finder.needs, sought):
        return None
    if not sought.needs or not sought.somewhere:
        return Reply((Text(voice("alert-nothing")),), main_choices(voice))
    choices = (Choice(voice("alert-emergency"), "/urgence"), Choice(voice("other-need"), "/menu"))
    return Reply((Text(voice("alert-silent")),), choices)


async def _asks(turn: Turn, sought: Sought) -> Reply:
    """The question, unless this one is kept already or there are too many."""
    voice, kept, search = turn.voice, await _own(turn), wanted(turn, sought)
    if search.to_json() in [each.search for each in kept]:
        return _listed(turn, kept, Text(voice("alert-have-already")))
    if len(kept) >= alerts.MOST:
        return _listed(turn, kept, Text(voice("alert-too-many", most=alerts.MOST)))
    asked = Text(voice("alert-consent", what=in_words(voice, turn.finder, search)))
    choices = (Choice(voice("subscribe-yes"), YES), Choice(voice("subscribe-no"), NO))
    return Reply((asked,), choices, then=Step(_AGREES, {"search": json.dumps(search.to_json())}))


@router.step(_AGREES, of="alerte")
async def agreed(turn: Turn) -> Reply:
    """The answer to "d'accord ?": nothing is kept before a yes."""
    voice = turn.voice
    search = Wanted.from_json(json.loads(turn.known.get("search", "{}")))
    if not agrees(turn) or not may_be_told(turn.finder.needs, search.sought):
        return Reply((Text(voice("alert-refused")),), main_choices(voice))
    known = look(turn.finder, search, turn.now).found
    effect = KeepAlert(Asked(search.to_json(), known, turn.finder.version, voice.language))
    said = Text(voice("alert-done", what=in_words(voice, turn.finder, search)))
    choices = (Choice(voice("alert-see"), "/alertes"), Choice(voice("other-need"), "/menu"))
    return Reply((said, Text(voice("alert-stop-how"))), choices, effects=(effect,))


@router.command("alertes", "mes-alertes", "mesalertes", personal=True)
async def own(turn: Turn) -> Reply:
    """`/alertes`; `arreter <key>`, `arreter tout`, `garder`."""
    voice, kept = turn.voice, await _own(turn)
    what, _, said = turn.argument.strip().partition(" ")
    if not kept:
        return Reply((Text(voice("alert-none")),), main_choices(voice))
    if what == _GO_ON:
        return replace(_listed(turn, kept, Text(voice("alert-renewed"))), effects=(RenewAlerts(),))
    if what == _STOP and said == _ALL:
        return Reply((Text(voice("alert-ended-all")),), main_choices(voice), effects=(EndAlert(None),))
    ended = next((each for each in kept if what == _STOP and each.key == said), None)
    if not ended:
        return _listed(turn, kept)
    told = Text(voice("alert-ended", what=in_short(voice, turn.finder, Wanted.from_json(ended.search))))
    left = [each for each in kept if each is not ended]
    reply = _listed(turn, left, told) if left else Reply((told,), main_choices(voice))
    return replace(reply, effects=(EndAlert(ended.key),))


def told(turn: Turn, rows: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    """What is kept of them, in words."""
    for row in rows:
        since = day(datetime.fromisoformat(row["since"]).date(), turn.voice.locale)
        what = in_words(turn.voice, turn.finder, Wanted.from_json(row["search"]))
        yield turn.voice("data-alert", what=what, date=since)


async def _own(turn: Turn) -> list[Alert]:
    vault = turn.vault
    return await turn.read(lambda c: alerts.of_person(c, vault, turn.person.uid)) if vault else []


def _listed(turn: Turn, kept: list[Alert], *before: Text) -> Reply:
    voice, searches = turn.voice, [Wanted.from_json(each.search) for each in kept]
    lines = [voice("alert-list"), *(f"- {in_words(voice, turn.finder, search)}" for search in searches)]
    choices = []
    for each, search in zip(kept, searches, strict=True):
        label = voice("alert-choice-end", what=in_short(voice, turn.finder, search))
        choices.append(Choice(label[:_LONGEST_LABEL], f"/alertes {_STOP} {each.key}"))
    if len(kept) > 1:
        choices.append(Choice(voice("alert-choice-end-all"), f"/alertes {_STOP} {_ALL}"))
    return Reply((*before, Text("\n".join(lines))), tuple(choices))


def _sought_by(reply: Reply | None) -> Sought | None:
    """What a reply searched."""
    return next((effect.sought for effect in (reply.effects if reply else ()) if isinstance(effect, Remember)), None)
