"""Services of a file that an editor sends: what it would change is shown, then written on "oui", all or nothing."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot.handlers import service_file_columns
from bot.handlers.agenda import local_day
from bot.handlers.event_preview import NO, YES
from bot.handlers.sent_files import Sent, Taker, missed
from bot.handlers.service_file_preview import preview
from bot.handlers.service_file_read import Wanted, compared_with, scope_of, territories_of, unreadable
from bot.records import import_wishes
from bot.records.effects import Act
from bot.records.import_effects import AskImport, ImportServices
from bot.records.import_wishes import AGREES, DOES, new_number
from bot.talk.choosing import asked_again
from bot.talk.fetching import FileError
from bot.talk.message import Block, Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from directory.importers.association.matching import Matching
from directory.importers.files import FileRefusedError
from directory.importers.origins import Kind
from directory.importers.sent import Compared, columns_of, is_of_services, kind_of
from directory.words import words

router = Router()

_APPLY = "fichier.oui"
_WHOLE, _PART = "retirer", "garder"
_AGREED = (YES, "ok", "d accord", "juste")


async def take(turn: Turn, sent: Sent) -> Reply:
    """A file that just came: its columns are confirmed when they are an association's own, then it is shown."""
    wanted = Wanted(sent, local_day(turn.knowledge, turn.now, None))
    try:
        # Off the loop: a large file takes a while.
        if await asyncio.to_thread(kind_of, sent.name, sent.content) is Kind.TABLE:
            return service_file_columns.asked(turn, wanted, await _columns(wanted))
        return await _shown(turn, wanted)
    except FileRefusedError as refused:
        return unreadable(turn, sent, refused)


TAKER = Taker("service", DOES, is_of_services, take)


@router.step(service_file_columns.STEP, of=DOES)
async def columns(turn: Turn) -> Reply:
    """The answer to "les colonnes sont-elles justes ?"."""
    voice, said = turn.voice, _folded(turn.argument)
    if said in (NO, _folded(voice("sheet-drop"))):
        return Reply((Text(voice("file-dropped")),))
    try:
        wanted = await Wanted.before(turn)
        matching = await _columns(wanted)
        if said in (*_AGREED, _folded(voice("sheet-columns-right"))):
            lacks = matching.lacks and Text(voice(f"sheet-columns-lack-{matching.lacks}"))
            return asked_again(turn.person.state, voice, lacks) if lacks else await _shown(turn, wanted)
    except FileError as error:
        return missed(turn, error)
    except FileRefusedError as refused:
        return unreadable(turn, wanted.sent, refused)
    found = service_file_columns.corrected(turn, matching)
    if isinstance(found, Text):
        return asked_again(turn.person.state, voice, found)
    after, changed = found
    chosen = tuple(match.field for match in after.matches)
    return service_file_columns.asked(turn, replace(wanted, columns=chosen), after, changed)


@router.step(_APPLY, of=DOES)
async def applied(turn: Turn) -> Reply:
    """The answer to "j'écris ?": what is written is what was shown, or it is shown again."""
    voice, said = turn.voice, _folded(turn.argument)
    if said in (NO, _folded(voice("sheet-drop"))):
        return Reply((Text(voice("file-dropped")),))
    named = {name: _folded(voice(f"sheet-{name}")) for name in ("whole", "part", "apply", "ask")}
    whole = {_WHOLE: True, named["whole"]: True, _PART: False, named["part"]: False}
    agrees = (*_AGREED, named["apply"], named["ask"])
    if said not in whole and said not in agrees:
        return asked_again(turn.person.state, voice, Text(voice("sheet-yes-or-no")))
    try:
        wanted = await Wanted.before(turn)
        if said in whole:
            return await _shown(turn, replace(wanted, whole=whole[said]))
        return await _agreed(turn, wanted)
    except FileError as error:
        return missed(turn, error)
    except FileRefusedError as refused:
        return unreadable(turn, wanted.sent, refused)


async def _agreed(turn: Turn, wanted: Wanted) -> Reply:
    """Written, or asked of a second person; shown again when it is not what was read."""
    compared = await compared_with(turn, wanted.offered, scope_of(turn.rights, turn.knowledge.territories))
    if compared.shown.digest != turn.known["plan"]:
        return await _preview(turn, wanted, compared, Text(turn.voice("sheet-moved")))
    return await _asked(turn, wanted, compared) if compared.heavy else _done(turn, compared)


def _folded(said: str) -> str:
    return " ".join(words(said[:200]))


async def _columns(wanted: Wanted) -> Matching:
    return await asyncio.to_thread(columns_of, wanted.offered)


async def _shown(turn: Turn, wanted: Wanted) -> Reply:
    scope = scope_of(turn.rights, turn.knowledge.territories)
    return await _preview(turn, wanted, await compared_with(turn, wanted.offered, scope))


async def _preview(turn: Turn, wanted: Wanted, compared: Compared, *before: Block) -> Reply:
    voice, blocks = turn.voice, preview(turn, wanted.offered, compared)
    if not compared.changes and not (compared.absent and not wanted.whole):
        return Reply((*before, *blocks, Text(voice(_why_nothing(compared)))))
    choices: list[Choice] = []
    if compared.changes and compared.heavy and not await _others(turn, compared):
        blocks.append(Text(voice("sheet-nobody")))
    elif compared.changes:
        blocks.append(Text(voice("sheet-sure-two" if compared.heavy else "sheet-sure")))
        choices.append(Choice(voice("sheet-ask" if compared.heavy else "sheet-apply"), YES))
    else:
        blocks.append(Text(voice("import-nothing-new")))
    if wanted.whole:
        choices.append(Choice(voice("sheet-part"), _PART))
    elif compared.absent:
        choices.append(Choice(voice("sheet-whole"), _WHOLE))
    choices.append(Choice(voice("sheet-drop"), NO))
    known = {**wanted.known, "plan": compared.shown.digest}
    return Reply((*before, *blocks), tuple(choices), then=Step(_APPLY, known))


def _why_nothing(compared: Compared) -> str:
    """The name of the sentence that says why there is nothing to write."""
    if compared.mistakes:
        return "sheet-mend"
    unchanged = any(counts.unchanged for counts in compared.report.tables.values())
    return "import-nothing-new" if unchanged or not compared.report.refusals else "sheet-nothing-here"


async def _others(turn: Turn, compared: Compared) -> bool:
    """Whether anybody else may agree to it."""
    places = tuple(turn.around(each) for each in territories_of(compared))
    vault = turn.vault
    return bool(vault) and bool(
        await turn.read(lambda c: vault and import_wishes.approvers(c, vault, places, but=turn.speaker))
    )


async def _asked(turn: Turn, wanted: Wanted, compared: Compared) -> Reply:
    """A second person is asked."""
    voice, vault = turn.voice, turn.vault
    if vault is None or not await _others(turn, compared):
        return Reply((Text(voice("sheet-nobody")),))
    waiting = await turn.read(lambda c: import_wishes.waiting(c, vault, now=turn.now))
    if any(each.author == turn.speaker for each in waiting):
        return Reply((Text(voice("sheet-already")),), (Choice(voice("sheet-to-imports"), f"/{AGREES}"),))
    wish = wanted.wish(new_number(), compared)
    acts = [Act(DOES, f"import {wish.number} asked", turn.around(each)) for each in wish.territories]
    said = Text(voice("sheet-asked", number=wish.number))
    return Reply((said,), effects=(*acts, AskImport(wish)))


def _done(turn: Turn, compared: Compared) -> Reply:
    voice = turn.voice
    acts = [Act(DOES, f"import {_counted(compared, each)}", turn.around(each)) for each in territories_of(compared)]
    choices = (Choice(voice("sheet-to-imports"), f"/{AGREES}"),)
    said = voice("sheet-done" if compared.report.changes else "sheet-done-closures")
    return Reply((Text(said),), choices, effects=(*acts, ImportServices(compared)))


def _counted(compared: Compared, territory: str) -> str:
    found = compared.report.territories.get(territory.removeprefix("dep-") if territory != "france" else "")
    return f"added {found.added} changed {found.changed} withdrawn {found.withdrawn}" if found else "structures"
