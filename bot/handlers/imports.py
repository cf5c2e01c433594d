"""`/imports`: the imports of one's territory, what waits for a second person; one taken back within thirty days."""

from __future__ import annotations

from functools import partial

from bot.handlers import import_approval
from bot.handlers.agenda import zones_of
from bot.handlers.event_preview import NO, YES
from bot.records import import_wishes
from bot.records.agents import labels
from bot.records.effects import Act
from bot.records.import_effects import UndoImport
from bot.records.import_wishes import AGREES, DOES, Asked
from bot.records.permissions import FRANCE
from bot.talk.choosing import asked_again
from bot.talk.message import Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.standing import MOST_CHOICES
from bot.talk.times import short_date
from bot.talk.turn import Turn
from directory.importers.sent import MOST_ROWS
from directory.ledger import reach
from directory.ledger.runs import Run
from directory.words import words

router = Router()

_UNDO = "imports.annuler"
_TAKES_BACK = "annuler"
_LOOKED_AT, _LISTED, _MOST_UNDONE = 40, 8, 3
Reached = tuple[Run, frozenset[str]]


@router.command(AGREES, personal=True)
async def command(turn: Turn) -> Reply:
    """`/imports`, `/imports annuler 12`, `/imports accord I-52817`, `/imports non I-52817`."""
    said = words(turn.argument)
    if said and said[0] in (import_approval.YES, import_approval.NO):
        return await import_approval.decide(turn, said)
    found = await _mine(turn)
    if said and said[0] == _TAKES_BACK:
        return await _take_back(turn, found, said[1:])
    return await _listed(turn, found)


@router.step(_UNDO, of=AGREES)
async def undone(turn: Turn) -> Reply:
    """The answer to "je l'annule ?"."""
    voice, said = turn.voice, turn.argument.strip().lower()
    if said in (NO, voice("sheet-undo-no").lower()):
        return Reply((Text(voice("sheet-undo-left")),))
    if said not in (YES, voice("sheet-undo-yes").lower()):
        return asked_again(turn.person.state, voice, Text(voice("sheet-undo-yes-or-no")))
    number = int(turn.known["run"])
    one = next((each for each in await _mine(turn) if each[0].id == number), None)
    if one is None or (why := _why_not(turn, one)):
        return Reply((Text(voice(why if one else "sheet-undo-unknown", run=number)),))
    acts = [Act(DOES, f"import {number} undone", turn.around(each)) for each in _territories(one[1])]
    return Reply((Text(voice("sheet-undone", run=number)),), effects=(*acts, UndoImport(number)))


async def _mine(turn: Turn) -> list[Reached]:
    """The last imports that wrote where who speaks has a right."""
    found = await turn.scan(partial(reach.within, most=_LOOKED_AT))
    return [one for one in found if any(turn.may(AGREES, each) for each in _territories(one[1]))]


async def _listed(turn: Turn, found: list[Reached]) -> Reply:
    voice, vault = turn.voice, turn.vault
    names = await turn.read(partial(labels, vault=vault)) if vault else {}
    waiting = await turn.read(partial(import_wishes.waiting, vault=vault, now=turn.now)) if vault else []
    lines = [_waiting_line(turn, each, names) for each in waiting if _concerns(turn, each)]
    theirs = [each for each in waiting if import_approval.may_agree(turn, each)]
    choices = [Choice(voice("sheet-read", number=each.wish.number), _agree(each)) for each in theirs]
    blocks = [Text("\n".join(lines))] if lines else []
    if found:
        said = [_line(turn, one, names) for one in found[:_LISTED]]
        blocks += [Text("\n".join([voice("sheet-runs"), *said])), Text(voice("sheet-runs-how"))]
        can = [run for run, where in found[:_LISTED] if not _why_not(turn, (run, where))]
        choices += [Choice(voice("sheet-undo", run=run.id), f"/{AGREES} {_TAKES_BACK} {run.id}") for run in can][
            :_MOST_UNDONE
        ]
    if not blocks:
        blocks = [Text(voice("sheet-no-runs"))]
    return Reply(tuple(blocks), tuple(choices[:MOST_CHOICES]))


async def _take_back(turn: Turn, found: list[Reached], said: tuple[str, ...]) -> Reply:
    """One by its number, or one's own last; asked once more."""
    voice = turn.voice
    number = next((int(word) for word in said if word.isdecimal() and len(word) < 10), None)
    if number is None:
        own = [run.id for run, _ in found if run.signed.actor == turn.speaker and not run.undone_at]
        number = own[0] if own else None
    one = next((each for each in found if each[0].id == number), None)
    if one is None:
        return Reply((Text(voice("sheet-undo-unknown", run=number or 0) if number else voice("sheet-undo-which")),))
    if why := _why_not(turn, one):
        return Reply((Text(voice(why, run=one[0].id)),))
    names = await turn.read(partial(labels, vault=turn.vault)) if turn.vault else {}
    blocks = (Text(_line(turn, one, names)), Text(voice("sheet-undo-sure", run=one[0].id)))
    choices = (Choice(voice("sheet-undo-yes"), YES), Choice(voice("sheet-undo-no"), NO))
    return Reply(blocks, choices, then=Step(_UNDO, {"run": str(one[0].id)}))


def _why_not(turn: Turn, one: Reached) -> str:
    """The name of the sentence that says why an import cannot be taken back here; "" when it can."""
    run, where = one
    if run.undone_at:
        return "sheet-undo-already"
    if run.too_old(turn.now):
        return "sheet-undo-too-old"
    if not all(turn.may(DOES, each) for each in _territories(where)):
        return "sheet-undo-elsewhere"
    counted = run.counted
    return "sheet-undo-large" if counted.added + counted.changed + counted.withdrawn > MOST_ROWS else ""


def _line(turn: Turn, one: Reached, names: dict[bytes, str]) -> str:
    voice, (run, where) = turn.voice, one
    first = next(iter(_territories(where)))
    day = run.signed.at.astimezone(zones_of(turn.knowledge)(None if first == FRANCE else first)).date()
    counted = run.counted
    return voice(
        "sheet-run-undone" if run.undone_at else "sheet-run",
        run=run.id,
        day=short_date(voice, day),
        who=names.get(run.signed.actor or b"") or voice("service-by-machine"),
        sources=", ".join(counted.sources),
        added=counted.added,
        changed=counted.changed,
        withdrawn=counted.withdrawn,
    )


def _concerns(turn: Turn, asked: Asked) -> bool:
    return asked.author == turn.speaker or import_approval.may_agree(turn, asked)


def _waiting_line(turn: Turn, asked: Asked, names: dict[bytes, str]) -> str:
    number = asked.wish.number
    if asked.author == turn.speaker:
        return turn.voice("sheet-waits-other", number=number)
    return turn.voice("sheet-waits-you", number=number, who=names.get(asked.author, "?"))


def _agree(asked: Asked) -> str:
    return f"/{AGREES} {import_approval.YES} {asked.wish.number}"


def _territories(where: frozenset[str]) -> list[str]:
    return [f"dep-{code}" if code else FRANCE for code in sorted(where or {""})]
