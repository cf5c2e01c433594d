"""The editors' desk: what was said to be wrong (`/signalements`), and one service whole (`/service`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from sqlalchemy import Connection

from bot.handlers.agenda import zones_of
from bot.handlers.find_help import sought_before
from bot.handlers.service_story import closures_told, corrected_told
from bot.records import reports, stewards
from bot.records.effects import Act
from bot.records.report import Report
from bot.talk import points
from bot.talk.message import Block, Card, Choice, Reply, Step, Text
from bot.talk.opening_words import cut
from bot.talk.router import Router
from bot.talk.standing import MOST_CHOICES
from bot.talk.times import short_date
from bot.talk.turn import Turn
from directory.importers.places import departement
from directory.ledger.held import Held, held, named
from directory.words import words

router = Router()

COMMAND, QUEUE = "service", "signalements"
WHAT = f"{COMMAND}.quoi"
_WHICH = f"{COMMAND}.lequel"
NEW = "nouveau"
LEAVES = frozenset(["annuler", "annule", "retour"])
"""Folded words by which a question about a service is left."""
_MOST_LISTED = MOST_CHOICES - 1


@router.command(QUEUE, personal=True)
async def queue(turn: Turn) -> Reply:
    """What waits in the territories of who speaks, by service, the oldest first."""
    voice = turn.voice
    found = await waiting(turn)
    if not found:
        return Reply((Text(voice("service-queue-empty")),), (_choose_service(turn),))
    of: defaultdict[str, list[Report]] = defaultdict(list)
    for report in found:
        of[report.service].append(report)
    known = await turn.read(partial(_all_of, services=tuple(of)))
    lines = [_line(turn, known.get(service), said) for service, said in list(of.items())[:_MOST_LISTED]]
    choices = [
        Choice(cut(known[service].name if service in known else service)[:60], str(rank))
        for rank, service in enumerate(list(of)[:_MOST_LISTED], 1)
    ]
    step = Step(_WHICH, {str(rank): service for rank, service in enumerate(list(of)[:_MOST_LISTED], 1)})
    sentence = "service-queue-stewards" if any(report.steward for report in found) else "service-queue"
    head = Text(voice(sentence, services=len(of), count=len(found)))
    return Reply((head, Text("\n".join(lines))), tuple(choices), then=step)


@router.step(_WHICH, of=COMMAND)
async def which(turn: Turn) -> Reply:
    """One of those listed."""
    service = turn.known.get(turn.argument)
    return await shown(turn, service) if service else await service_command(turn)


@router.command(COMMAND, personal=True)
async def service_command(turn: Turn) -> Reply:
    """`/service` and its id, its rank in the last list, words of its name; `nouveau` adds one."""
    from bot.handlers.service_form import begin  # noqa: PLC0415 - the form comes back here

    said = turn.argument.strip()
    if not said:
        return Reply((Text(turn.voice("service-how")),), (_queue_choice(turn), _new_choice(turn)))
    if said.lower() in (NEW, "ajouter", "nouvelle"):
        return begin(turn)
    listed = sought_before(turn).listed
    if said.isdecimal() and 1 <= int(said[:3]) <= len(listed):
        return await shown(turn, listed[int(said[:3]) - 1])
    if await turn.read(partial(held, service_id=said)):
        return await shown(turn, said)
    return await _searched(turn, said)


async def _searched(turn: Turn, said: str) -> Reply:
    """Services of the territories of who speaks whose name, structure or commune hold all the words."""
    wanted = words(said)
    found = await turn.read(partial(named, wanted=wanted, keep=lambda place: may_keep(turn, place), most=_MOST_LISTED))
    if not found:
        return Reply((Text(turn.voice("service-none")),), (_queue_choice(turn), _new_choice(turn)))
    if len(found) == 1:
        return await shown(turn, found[0].id)
    choices = tuple(Choice(f"{each.name} ({each.commune or '…'})"[:60], str(at)) for at, each in enumerate(found, 1))
    step = Step(_WHICH, {str(at): each.id for at, each in enumerate(found, 1)})
    return Reply((Text(turn.voice("service-which")),), choices, then=step)


async def shown(turn: Turn, service_id: str, *before: Block) -> Reply:
    """One service, as the directory holds it, what waits of it, and what can be done."""
    voice = turn.voice
    service = await within_reach(turn, service_id)
    if service is None:
        return Reply((*before, Text(voice("service-unknown"))), (_queue_choice(turn), _new_choice(turn)))
    said = await turn.read(partial(reports.of_service, vault=turn.vault, service=service_id)) if turn.vault else []
    around = turn.around(territory_of(service.place))
    kept = await turn.read(partial(stewards.count_of, service=service_id))
    does = ["correct", "close", "restore" if service.withdrawn_on else "withdraw", "confirm", "story"]
    # Where nothing waits, an entry may be handed over; there is room for six.
    does += [] if said else ["entrust"]
    choices = tuple(Choice(voice(f"service-do-{what}"), str(at)) for at, what in enumerate(does, 1))
    blocks = (*before, _card(turn, service, kept), *_reports(turn, said), Text(voice("service-what")))
    read = (Act(COMMAND, f"{service_id} read", around),) if said else ()
    step = Step(WHAT, {"service": service_id, **{str(at): what for at, what in enumerate(does, 1)}})
    last = (_queue_choice(turn),) if said else ()
    return Reply(blocks, (*choices, *last), then=step, effects=read)


def leaves(turn: Turn) -> bool:
    """Whether the answer leaves the question."""
    return " ".join(words(turn.argument)) in LEAVES


async def within_reach(turn: Turn, service_id: str) -> Held | None:
    """A service of a territory where who speaks has a right; any other is as if it were not."""
    found = await turn.read(partial(held, service_id=service_id))
    return found if found and may_keep(turn, found.place) else None


async def waiting(turn: Turn) -> list[Report]:
    """What waits in the territories of who speaks."""
    if turn.vault is None:
        return []
    mine = [each for each in await turn.read(reports.territories) if turn.may(COMMAND, each)]
    return await turn.read(partial(reports.waiting, vault=turn.vault, territories=mine))


def may_keep(turn: Turn, place: str | None) -> bool:
    """Whether who speaks keeps the directory of a commune (INSEE code)."""
    return turn.may(COMMAND, territory_of(place))


def territory_of(place: str | None) -> str:
    """`dep-44`; "" for what lies nowhere, which is the whole country's."""
    return f"dep-{departement(place)}" if place else ""


def _all_of(connection: Connection, services: Sequence[str]) -> dict[str, Held]:
    found = ((one, held(connection, one)) for one in services)
    return {one: service for one, service in found if service}


def _line(turn: Turn, service: Held | None, said: Sequence[Report]) -> str:
    voice = turn.voice
    why = voice.listed([voice(f"report-short-{reason}") for reason in dict.fromkeys(report.reason for report in said)])
    days = (turn.now - min(report.sent_at for report in said)).days
    name, place = (service.name, service.commune or "…") if service else ("…", "…")
    sentence = "service-queue-line-steward" if any(report.steward for report in said) else "service-queue-line"
    return voice(sentence, name=name, place=place, why=why, count=len(said), days=days)


def _card(turn: Turn, service: Held, kept: int) -> Card:
    """Every field that can be corrected, also those that are empty; `kept`: how many are in charge of it."""
    voice = turn.voice
    shown = (
        ("structure", service.structure),
        ("address", ", ".join(part for part in (service.address, service.town) if part)),
        ("position", _point(turn, service)),
        ("phone", service.phones),
        ("mail", service.mail),
        ("link", service.link),
        ("hours", service.hours),
        ("fees", service.fees),
        ("conditions", service.conditions),
        ("description", cut(service.description)),
        ("source", f"{service.source} – {service.id}"),
        ("checked", short_date(voice, service.updated)),
    )
    lines = [voice(f"service-field-{name}", value=value or voice("service-empty")) for name, value in shown]
    lines += [*closures_told(turn, service), *corrected_told(turn, service)]
    if kept:
        lines.append(voice("service-entrust-count", count=kept))
    if service.withdrawn_on:
        lines.append(voice("service-withdrawn", date=short_date(voice, service.withdrawn_on)))
    return Card(service.name, tuple(lines))


def _reports(turn: Turn, said: Sequence[Report]) -> tuple[Block, ...]:
    voice = turn.voice
    if not said:
        return ()
    zone = zones_of(turn.knowledge)(said[0].territory or None)
    lines = [
        voice(
            "service-said-steward" if report.steward else "service-said",
            date=short_date(voice, report.sent_at.astimezone(zone).date()),
            why=voice(f"report-short-{report.reason}"),
            said=report.said or "–",
        )
        for report in said
    ]
    return (Text("\n".join([voice("service-said-head"), *lines])),)


def _point(turn: Turn, service: Held) -> str:
    """Where it is on the map, and whether somebody said so."""
    if service.point is None:
        return ""
    at = points.shown(*service.point)
    return at if service.exact else turn.voice("service-point-deduced", point=at)


def _queue_choice(turn: Turn) -> Choice:
    return Choice(turn.voice("service-to-queue"), f"/{QUEUE}")


def _new_choice(turn: Turn) -> Choice:
    return Choice(turn.voice("service-to-new"), f"/{COMMAND} {NEW}")


def _choose_service(turn: Turn) -> Choice:
    return Choice(turn.voice("service-to-one"), f"/{COMMAND}")
