"""What somebody is reminded of: shown and changed with `/abonnements`, ended with `/stop`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from bot.handlers.departement import departement_of
from bot.handlers.subscribe import in_words, not_here, what_of
from bot.records import alerts, stewards
from bot.records.store import StoreUnavailable
from bot.records.subscription_effects import ChangeWish, Unsubscribe
from bot.records.subscriptions import Moment, Wish, wish_of
from bot.talk.message import Choice, Reply, Text
from bot.talk.router import Router
from bot.talk.sought import Remember
from bot.talk.turn import Turn
from knowledge.dates import day

router = Router()

T = TypeVar("T", bound=str)
_AXES = "1234"


@router.command("abonnements", "mes-abonnements", "mesabonnements", personal=True)
async def own(turn: Turn) -> Reply:
    """`/abonnements`; `quand [week]`, `sujets [1]`, `retirer 44`."""
    if not turn.message.author:
        return not_here(turn)
    wish = await turn.read(lambda connection: wish_of(connection, turn.person.uid))
    if wish is None:
        voice = turn.voice
        return Reply((Text(voice("subscribe-none")),), (Choice(voice("subscribe-choice-start"), "/abonner"),))
    what, _, said = turn.argument.strip().lower().partition(" ")
    match what:
        case "quand":
            return _when(turn, wish, said)
        case "sujets":
            return _axes(turn, wish, said)
        case "retirer":
            return _without(turn, wish, said)
        case _:
            return _shown(turn, wish)


@router.command("stop", leaves=True)
async def stop(turn: Turn) -> Reply:
    """Leave whatever was going on, and write to this person no more."""
    uid = turn.person.uid
    try:
        subscribed = await turn.read(lambda connection: wish_of(connection, uid)) is not None
        alerted = await turn.read(lambda connection: alerts.count(connection, uid)) > 0
        asked = await turn.read(lambda connection: stewards.count(connection, uid)) > 0
    except StoreUnavailable:
        subscribed = alerted = asked = False
    ended = ((asked, "steward-stopped"), (alerted, "alert-stopped"), (subscribed, "subscribe-stopped"))
    said = turn.voice(next((sentence for whether, sentence in ended if whether), "stopped"))
    return Reply((Text(said),), effects=(Remember(None), Unsubscribe()))


def told(turn: Turn, rows: Iterable[dict[str, Any]]) -> list[str]:
    """What is kept of a subscription, in words."""
    lines = []
    for row in rows:
        wish = Wish(tuple(row["territories"].split()), kept=tuple(row["kept"].split()))
        since = day(datetime.fromisoformat(row["since"]).date(), turn.voice.locale)
        lines.append(
            turn.voice("data-subscription", what=what_of(turn.voice, turn.knowledge.territories, wish), date=since)
        )
    return lines


def _shown(turn: Turn, wish: Wish) -> Reply:
    voice = turn.voice
    subjects = [voice(f"subscribe-axis-{axis}") for axis in wish.axes]
    lines = (
        voice("subscribe-have", what=what_of(turn.voice, turn.knowledge.territories, wish)),
        voice("subscribe-have-when", when=in_words(voice, wish)),
        voice("subscribe-have-axes", axes=voice.listed(subjects) if subjects else voice("subscribe-all-axes")),
        voice("subscribe-have-language", language=voice(f"name-{wish.language}")),
    )
    choices = [
        Choice(voice("subscribe-choice-when"), "/abonnements quand"),
        Choice(voice("subscribe-choice-axes"), "/abonnements sujets"),
        Choice(voice("subscribe-choice-more"), "/abonner autre"),
    ]
    if len(wish.territories) > 1:
        for territory in wish.territories[-2:]:
            place = turn.knowledge.territories.bare_name(territory)
            choices.append(Choice(voice("subscribe-choice-remove", place=place), f"/abonnements retirer {territory}"))
    choices.append(Choice(voice("subscribe-choice-end"), "/stop"))
    return Reply((Text("\n".join(lines)),), tuple(choices))


def _when(turn: Turn, wish: Wish, said: str) -> Reply:
    moments = _toggled(wish.moments, said, tuple(Moment))
    if not moments:
        return _asks_when(turn, wish, "subscribe-at-least-one")
    return _asks_when(turn, replace(wish, moments=moments), "subscribe-ask-when", changed=moments != wish.moments)


def _asks_when(turn: Turn, wish: Wish, sentence: str, *, changed: bool = False) -> Reply:
    voice = turn.voice
    choices = [
        Choice(_marked(turn, voice(f"subscribe-{moment}"), moment in wish.moments), f"/abonnements quand {moment}")
        for moment in Moment
    ]
    choices.append(Choice(voice("subscribe-choice-back"), "/abonnements"))
    return Reply((Text(voice(sentence)),), tuple(choices), effects=(ChangeWish(wish),) if changed else ())


def _axes(turn: Turn, wish: Wish, said: str) -> Reply:
    voice = turn.voice
    axes = "" if said == "tous" else "".join(_toggled(tuple(wish.axes), said, tuple(_AXES)))
    after = replace(wish, axes="" if axes == _AXES else axes)
    choices = [
        Choice(_marked(turn, voice(f"subscribe-axis-{axis}"), axis in after.axes), f"/abonnements sujets {axis}")
        for axis in _AXES
    ]
    choices.append(Choice(_marked(turn, voice("subscribe-choice-all"), not after.axes), "/abonnements sujets tous"))
    choices.append(Choice(voice("subscribe-choice-back"), "/abonnements"))
    effects = (ChangeWish(after),) if after != wish else ()
    return Reply((Text(voice("subscribe-ask-axes")),), tuple(choices), effects=effects)


def _without(turn: Turn, wish: Wish, said: str) -> Reply:
    territory = said if said in wish.territories else departement_of(turn, said)
    if territory not in wish.territories:
        return _shown(turn, wish)
    after = replace(wish, territories=tuple(each for each in wish.territories if each != territory))
    if after.empty:
        return Reply((Text(turn.voice("subscribe-stopped")),), effects=(Unsubscribe(),))
    place = turn.knowledge.territories.name(territory)
    said_back = (Text(turn.voice("subscribe-removed", what=place)),)
    return replace(_shown(turn, after), blocks=(*said_back, *_shown(turn, after).blocks), effects=(ChangeWish(after),))


def _toggled(chosen: tuple[T, ...], said: str, known: tuple[T, ...]) -> tuple[T, ...]:
    """The choices after one more was pressed, in their order."""
    after = {*chosen} ^ {said} if said in known else {*chosen}
    return tuple(each for each in known if each in after)


def _marked(turn: Turn, choice: str, chosen: bool) -> str:  # noqa: FBT001 - of a choice, whether it is chosen
    return turn.voice("subscribe-chosen", choice=choice) if chosen else choice
