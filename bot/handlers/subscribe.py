"""Asking to be reminded of what is planned: `/abonner`, `/rappel`; agreed to before anything is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.handlers.agenda import local_day, whole_calendar
from bot.handlers.departement import departement_around, departement_of
from bot.handlers.menu import main_choices
from bot.mailboxes import valid_address
from bot.records.permissions import FRANCE
from bot.records.subscription_effects import AskByMail, ChangeWish, Subscribe
from bot.records.subscriptions import Wish, wish_of
from bot.talk.message import Choice, Effect, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from bot.talk.wording import Voice
from knowledge.calendar import is_over
from knowledge.model import Event
from knowledge.territories import Territories

router = Router()

_WHICH, _AGREES, _MAIL = "abonner.departement", "abonner.accord", "abonner.courriel"
YES, NO = "oui", "non"
_YES_TOO = frozenset(["yes", "ok", "d'accord", "d’accord", "si", "sí", "так", "نعم", "ja"])
_GO_ON = "continuer"
_MOST_KEPT, _MOST_SHOWN = 20, 4


@router.command("abonner", "subscribe", personal=True)
async def subscribe(turn: Turn) -> Reply:
    """`/abonner`, `/abonner 44`, `/abonner autre`, `/abonner continuer`."""
    if not turn.message.author and not turn.mails:
        return not_here(turn)
    wish = await turn.read(lambda connection: wish_of(connection, turn.person.uid))
    said = turn.argument.strip().lower()
    if said == _GO_ON and wish:
        return Reply((Text(turn.voice("subscribe-renewed")),), main_choices(turn.voice), effects=(Subscribe(wish),))
    own = departement_around(turn.understood) or (turn.person.departement or "").lower() or None
    territory = departement_of(turn, turn.argument) if said else own
    if territory is None:
        missing = "subscribe-unknown" if said and said not in ("autre", _GO_ON) else "subscribe-which"
        return Reply((Text(turn.voice(missing)),), then=Step(_WHICH))
    return _wanted(turn, wish, territory)


@router.step(_WHICH, of="abonner")
async def told(turn: Turn) -> Reply:
    """The answer to "pour quel département ?"."""
    territory = departement_of(turn, turn.argument)
    if territory is None:
        return Reply((Text(turn.voice("subscribe-unknown")),), then=Step(_WHICH))
    wish = await turn.read(lambda connection: wish_of(connection, turn.person.uid))
    return _wanted(turn, wish, territory)


@router.command("rappel", personal=True)
async def keep(turn: Turn) -> Reply:
    """`/rappel`: of one of the events just shown; `/rappel agenda-3`: of that one."""
    if not turn.message.author and not turn.mails:
        return not_here(turn)
    known = await whole_calendar(turn.knowledge, turn.read)
    coming = {name: each for name, each in known.items() if _is_coming(turn, each)}
    if event := coming.get(turn.argument.strip()):
        wish = await turn.read(lambda connection: wish_of(connection, turn.person.uid))
        return _kept(turn, wish, event)
    shown = (turn.person.state.thread or {}).get("shown", ())
    choices = [Choice(coming[name].title[:60], f"/rappel {name}") for name in map(str, shown) if name in coming]
    if not choices:
        return Reply((Text(turn.voice("subscribe-no-event")),), main_choices(turn.voice))
    if own := (turn.person.departement or "").lower():
        place = turn.knowledge.territories.name(own)
        choices.append(Choice(turn.voice("subscribe-choice-territory", place=place), f"/abonner {own}"))
    return Reply((Text(turn.voice("subscribe-which-event")),), tuple(choices[: _MOST_SHOWN + 1]))


@router.step(_AGREES, of="abonner")
async def agreed(turn: Turn) -> Reply:
    """The answer to "voulez-vous ?": nothing is kept before a yes."""
    voice, known = turn.voice, turn.known
    if not agrees(turn):
        url = f"{turn.base_url}/agenda/{known.get('territory') or FRANCE}"
        return Reply((Text(voice("subscribe-refused", url=url)),), main_choices(voice))
    wish = _wish_of(voice, known)
    done = voice("subscribe-done", when=in_words(voice, wish), what=known["what"])
    return Reply(
        (Text(done), Text(voice("subscribe-stop-how"))),
        (
            Choice(voice("subscribe-choice-when"), "/abonnements quand"),
            Choice(voice("subscribe-choice-axes"), "/abonnements sujets"),
        ),
        effects=(Subscribe(wish),),
    )


async def asks_address(turn: Turn) -> Reply:
    """The question of the address again."""
    return _asks(turn, turn.known["what"], {name: said for name, said in turn.known.items() if name != "what"})


@router.form(_MAIL, asks=asks_address, of="abonner")
async def address_given(turn: Turn) -> Reply:
    """Where nobody can be written to: an address of e-mail, at which it must be agreed to."""
    voice, known = turn.voice, turn.known
    address = valid_address(turn.argument.strip())
    if address is None:
        return Reply((Text(voice("subscribe-mail-wrong")),), then=Step(_MAIL, dict(known)))
    wish = _wish_of(voice, known)
    return Reply((Text(voice("subscribe-mail-sent")),), main_choices(voice), effects=(AskByMail(address, wish),))


def _wish_of(voice: Voice, known: Mapping[str, str]) -> Wish:
    territories = (known["territory"],) if known.get("territory") else ()
    kept = (known["event"],) if known.get("event") else ()
    return Wish(territories, kept=kept, language=voice.language)


def agrees(turn: Turn) -> bool:
    """Whether a yes is said; anything else is none."""
    said = turn.argument.strip().lower()
    return said in (YES, turn.voice("subscribe-yes").lower()) or said in _YES_TOO


def not_here(turn: Turn) -> Reply:
    """Where nobody can be written to first: the calendar is there to be followed."""
    own = (turn.person.departement or "").lower() or FRANCE
    return Reply((Text(turn.voice("subscribe-not-here", url=f"{turn.base_url}/agenda/{own}")),))


def in_words(voice: Voice, wish: Wish) -> str:
    """When reminders come."""
    return voice.listed(voice(f"subscribe-{moment}") for moment in wish.moments)


def what_of(voice: Voice, territories: Territories, wish: Wish) -> str:
    """What reminders are about."""
    said = [territories.name(each) for each in wish.territories]
    if wish.kept:
        said.append(voice("subscribe-events", count=len(wish.kept)))
    return voice.listed(said)


def _wanted(turn: Turn, wish: Wish | None, territory: str) -> Reply:
    place = turn.knowledge.territories.name(territory)
    if wish is None:
        return _asks(turn, place, {"territory": territory})
    if territory in wish.territories:
        return _told(turn, "subscribe-have", place)
    more = replace(wish, territories=(*wish.territories, territory))
    return _told(turn, "subscribe-added", place, ChangeWish(more))


def _kept(turn: Turn, wish: Wish | None, event: Event) -> Reply:
    if wish is None:
        return _asks(turn, event.title, {"event": event.id})
    if len(wish.kept) >= _MOST_KEPT:
        return Reply((Text(turn.voice("subscribe-too-many")),))
    more = replace(wish, kept=tuple(dict.fromkeys((*wish.kept, event.id))))
    return _told(turn, "subscribe-added", event.title, ChangeWish(more))


def _asks(turn: Turn, what: str, known: dict[str, str]) -> Reply:
    voice = turn.voice
    if not turn.message.author:
        url = f"{turn.base_url}/agenda/{known.get('territory') or FRANCE}"
        address_asked = Text(voice("subscribe-mail-which", what=what, url=url))
        return Reply((address_asked,), then=Step(_MAIL, known | {"what": what}))
    choices = (Choice(voice("subscribe-yes"), YES), Choice(voice("subscribe-no"), NO))
    asked = Text(voice("subscribe-consent", what=what))
    return Reply((asked,), choices, then=Step(_AGREES, known | {"what": what}))


def _told(turn: Turn, sentence: str, what: str, *effects: Effect) -> Reply:
    said = (Text(turn.voice(sentence, what=what)), Text(turn.voice("subscribe-stop-how")))
    return Reply(said, main_choices(turn.voice), effects=effects)


def _is_coming(turn: Turn, event: Event) -> bool:
    return not event.cancelled and not is_over(event, local_day(turn.knowledge, turn.now, event.territory))
