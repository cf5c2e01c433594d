"""Messages to many people, looked after: what is under way, `/stopenvoi`, pause and go on, the report."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.engine import Connection

from bot.handlers.agenda import zones_of
from bot.records import campaigns
from bot.records.broadcast_effects import GoOn, Halt
from bot.records.campaign import OVER, Campaign, State
from bot.records.effects import Act
from bot.records.sends import Tally, tally
from bot.talk.message import Choice, Effect, Reply, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from bot.talk.wording import Voice
from knowledge.dates import day, hour

router = Router()

COMMAND, STOP = "diffusion", "stopenvoi"
_STOPPABLE = (State.PROPOSED, State.READY, State.SENDING, State.PAUSED)
_MOST = 6


@router.command(STOP, personal=True)
async def stop(turn: Turn) -> Reply:
    """`/stopenvoi`, `/stopenvoi 12`: at once, without a question."""
    voice = turn.voice
    going = [each for each in await turn.read(_standing) if turn.may(STOP, each.territory)]
    chosen = chosen_of(turn, going)
    if not going:
        return Reply((Text(voice("broadcast-nothing-going")),))
    if chosen is None:
        choices = tuple(Choice(short(voice, each), f"/{STOP} {each.id}") for each in going[:_MOST])
        return Reply((Text(voice("broadcast-which")),), choices)
    effects = (Act(STOP, str(chosen.id), turn.around(chosen.territory)), Halt(chosen.id, for_good=True))
    return Reply((Text(voice("broadcast-stopped", number=str(chosen.id))),), effects=effects)


async def looked_after(turn: Turn, said: str) -> Reply:
    """`/diffusion`, `/diffusion 12`, `/diffusion pause 12`, `/diffusion reprendre 12`."""
    what, _, rest = said.partition(" ")
    if what in ("pause", "reprendre"):
        return await _turned(turn, rest, go_on=what == "reprendre")
    found = await _own(turn)
    if said and (chosen := chosen_of(turn, found, said)):
        return await _progress(turn, chosen)
    lines = [short(turn.voice, each) for each in found[:_MOST]]
    head = turn.voice("broadcast-listed") if lines else turn.voice("broadcast-none")
    blocks = (Text(head), *((Text("\n".join(lines)),) if lines else ()), Text(turn.voice("broadcast-how")))
    choices = [Choice(turn.voice("broadcast-write"), f"/{COMMAND} nouvelle")]
    choices += [Choice(turn.voice("broadcast-see", number=str(each.id)), f"/{COMMAND} {each.id}") for each in found[:3]]
    return Reply(blocks, tuple(choices))


def report(voice: Voice, campaign: Campaign) -> Reply:
    """What became of a message, for who wrote it: each person counted once."""
    head = Text(voice(f"broadcast-{campaign.status.name.lower()}", number=str(campaign.id)))
    if campaign.begun_at is None:
        return Reply((head, Text(voice("broadcast-nothing-left"))))
    return Reply((head, _counts(voice, campaign, campaign.result)))


def progress(voice: Voice, campaign: Campaign, known: Tally) -> Reply:
    """How far a message got, for who wrote it; it takes the place of what was said before."""
    head = Text(voice("broadcast-going", number=str(campaign.id)))
    return Reply((head, _counts(voice, campaign, known)), slot=f"campaign-{campaign.id}")


def short(voice: Voice, campaign: Campaign) -> str:
    """One in a line: its number, where it stands, whom it is for, how it begins."""
    text = campaign.texts.get("fr") or voice(f"broadcast-kind-{campaign.kind}")
    return voice(
        "broadcast-line",
        number=str(campaign.id),
        state=voice(f"broadcast-state-{campaign.status.name.lower()}"),
        text=text.replace("\n", " ")[:40],
    )


def chosen_of(turn: Turn, known: Iterable[Campaign], said: str | None = None) -> Campaign | None:
    """The one whose number is said; the only one when none is."""
    every = [*known]
    number = (said if said is not None else turn.argument).strip().removeprefix("n°").strip()
    if number.isdecimal():
        return next((each for each in every if each.id == int(number)), None)
    return every[0] if len(every) == 1 and not number else None


async def _own(turn: Turn) -> list[Campaign]:
    """The last ones where this agent may look, newest first."""
    every = await turn.read(lambda connection: campaigns.written_by_agents(connection, most=50))
    return [each for each in every if turn.may(COMMAND, each.territory)]


async def _turned(turn: Turn, said: str, *, go_on: bool) -> Reply:
    chosen = chosen_of(
        turn, [each for each in await _own(turn) if each.status is (State.PAUSED if go_on else State.SENDING)], said
    )
    if chosen is None:
        return Reply((Text(turn.voice("broadcast-nothing-going")),))
    effect: Effect = GoOn(chosen.id) if go_on else Halt(chosen.id, for_good=False)
    act = Act(COMMAND, f"{'reprendre' if go_on else 'pause'} {chosen.id}", turn.around(chosen.territory))
    other = Choice(
        turn.voice("broadcast-pause" if go_on else "broadcast-go-on"),
        f"/{COMMAND} {'pause' if go_on else 'reprendre'} {chosen.id}",
    )
    choices = (other, Choice(turn.voice("broadcast-stop"), f"/{STOP} {chosen.id}"))
    return Reply(
        (Text(turn.voice("broadcast-resumed" if go_on else "broadcast-paused", number=str(chosen.id))),),
        choices,
        effects=(act, effect),
    )


async def _progress(turn: Turn, campaign: Campaign) -> Reply:
    voice, number = turn.voice, str(campaign.id)
    over = campaign.status in OVER
    known = campaign.result if over else await turn.read(lambda connection: tally(connection, campaign.id))
    blocks = [Text(short(voice, campaign))]
    if campaign.begun_at or over:
        blocks.append(_counts(voice, campaign, known))
    elif campaign.status is State.READY:
        blocks.append(Text(voice("broadcast-due", when=instant(turn, campaign))))
    choices: list[Choice] = []
    if campaign.status is State.SENDING:
        choices += [
            Choice(voice("broadcast-refresh"), f"/{COMMAND} {number}"),
            Choice(voice("broadcast-pause"), f"/{COMMAND} pause {number}"),
        ]
    if campaign.status is State.PAUSED:
        choices.append(Choice(voice("broadcast-go-on"), f"/{COMMAND} reprendre {number}"))
    if campaign.status in _STOPPABLE:
        choices.append(Choice(voice("broadcast-stop"), f"/{STOP} {number}"))
    elif campaign.begun_at:
        choices.append(Choice(voice("broadcast-correct"), f"/{COMMAND} corriger {number}"))
    return Reply(tuple(blocks), tuple(choices))


def instant(turn: Turn, campaign: Campaign) -> str:
    """When it leaves, by the clock of its territory."""
    local = campaign.due_at.astimezone(zones_of(turn.knowledge)(campaign.territory))
    at = hour(local.time().replace(second=0, microsecond=0), turn.voice.locale)
    return f"{day(local.date(), turn.voice.locale)}, {at}"


def _standing(connection: Connection) -> list[Campaign]:
    return campaigns.standing(connection, *_STOPPABLE)


def _counts(voice: Voice, campaign: Campaign, known: Tally) -> Text:
    left = campaign.people - known.sent - known.gone - known.refused - known.in_doubt
    lines = [voice("broadcast-people", count=campaign.people), voice("broadcast-sent", count=known.sent)]
    told = (
        ("repeated", known.repeated),
        ("in-doubt", known.in_doubt),
        ("gone", known.gone),
        ("refused", known.refused),
    )
    lines += [voice(f"broadcast-{name}", count=number) for name, number in told if number]
    if left > 0:
        lines.append(voice("broadcast-left" if campaign.status in OVER else "broadcast-to-come", count=left))
    if campaign.begun_at and campaign.ended_at:
        seconds = int((campaign.ended_at - campaign.begun_at).total_seconds())
        lines.append(voice("broadcast-lasted", minutes=seconds // 60, seconds=seconds % 60))
    return Text("\n".join(lines))
