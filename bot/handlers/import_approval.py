"""`/imports accord I-52817`: a second person reads what a file would change, as its author did, and says yes or no."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import partial

from bot.handlers.service_file_preview import preview
from bot.handlers.service_file_read import compared_with, scope_of
from bot.handlers.word_to_copy import copied, drawn
from bot.records import import_wishes
from bot.records.agents import labels, rights_of_author
from bot.records.effects import Act
from bot.records.import_effects import AgreeImport, EndImport
from bot.records.import_wishes import AGREES, Asked, Status
from bot.talk.fetching import MOST_BYTES, FileError
from bot.talk.message import Choice, Effect, FileRef, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from directory.importers.files import FileRefusedError
from directory.importers.sent import Compared, Offered

router = Router()

YES, NO = "accord", "non"
_WORD = "imports.mot"
_MEGABYTE = 1_000_000


async def decide(turn: Turn, said: Sequence[str]) -> Reply:
    """`accord` or `non`, and the number of one that waits; without a number, the only one."""
    voice, waiting = turn.voice, [each for each in await _waiting(turn) if may_agree(turn, each)]
    digits = next((word for word in said if word.isdecimal()), "")
    chosen = next((each for each in waiting if each.wish.number == f"I-{digits}"), None)
    if chosen is None and not digits and len(waiting) == 1:
        chosen = waiting[0]
    if chosen is None:
        return Reply((Text(voice("sheet-nothing-waits")),), (Choice(voice("sheet-to-imports"), f"/{AGREES}"),))
    if said[0] == NO:
        return _ended(turn, chosen, Status.REFUSED, "sheet-refused-now")
    return await _read(turn, chosen)


@router.step(_WORD, of=AGREES)
async def confirmed(turn: Turn) -> Reply:
    """The word, copied: bound to what was read, for ten minutes, once."""
    voice, number = turn.voice, turn.known["number"]
    asked = next((each for each in await _waiting(turn) if each.wish.number == number), None)
    if asked is None or not may_agree(turn, asked) or not copied(turn, turn.known, asked.wish.plan):
        again = Choice(voice("broadcast-look-again"), f"/{AGREES} {YES} {number}")
        return Reply((Text(voice("sheet-not-agreed")),), (again,))
    places = tuple(turn.around(each) for each in asked.wish.territories)
    acts = [Act(AGREES, f"import {number} agreed", around) for around in places]
    effects = (*acts, AgreeImport(number, asked.wish.plan, places))
    return Reply((Text(voice("sheet-agreed", number=number)),), effects=effects)


def may_agree(turn: Turn, asked: Asked) -> bool:
    """Whether who speaks may decide of what another asked for."""
    return asked.author != turn.speaker and all(turn.may(AGREES, each) for each in asked.wish.territories)


async def _waiting(turn: Turn) -> list[Asked]:
    if turn.vault is None:
        return []
    return await turn.read(partial(import_wishes.waiting, vault=turn.vault, now=turn.now))


async def _read(turn: Turn, asked: Asked) -> Reply:
    """Who asks, what they read, and the word to copy; unless it is not what they read any more."""
    voice, wish = turn.voice, asked.wish
    try:
        offered, compared = await _again(turn, asked)
    except FileError as error:
        if error.why == "away":
            return Reply((Text(voice("file-away", most=MOST_BYTES // _MEGABYTE)),))
        return _ended(turn, asked, Status.LOST, "sheet-lost-now")
    except FileRefusedError:
        return _ended(turn, asked, Status.LOST, "sheet-lost-now")
    if compared.shown.digest != wish.plan:
        return _ended(turn, asked, Status.MOVED, "sheet-moved-now")
    names = await turn.read(partial(labels, vault=turn.vault)) if turn.vault else {}
    known = {"number": wish.number, **drawn(turn, wish.plan)}
    head = Text(voice("sheet-asks", number=wish.number, who=names.get(asked.author, "?")))
    word = Text(voice("broadcast-agree", word=known["word"]))
    decline = Choice(voice("broadcast-decline"), f"/{AGREES} {NO} {wish.number}")
    return Reply((head, *preview(turn, offered, compared), word), (decline,), then=Step(_WORD, known))


async def _again(turn: Turn, asked: Asked) -> tuple[Offered, Compared]:
    """The file, fetched where it was sent, as its author may import it. Raises FileError and FileRefusedError."""
    wish = asked.wish
    if asked.address is None:
        raise FileError("gone")
    content = await turn.fetch_from(asked.address.platform, FileRef(wish.name, None, wish.handle))
    if hashlib.sha256(content).hexdigest() != wish.sha256:
        raise FileError("altered")
    rights = await turn.read(partial(rights_of_author, author=asked.author, now=turn.now))
    offered = wish.offered(content)
    return offered, await compared_with(turn, offered, scope_of(rights, turn.knowledge.territories))


def _ended(turn: Turn, asked: Asked, status: Status, said: str) -> Reply:
    number = asked.wish.number
    what = status.name.lower()
    acts: list[Effect] = [Act(AGREES, f"import {number} {what}", turn.around(each)) for each in asked.wish.territories]
    return Reply((Text(turn.voice(said, number=number)),), effects=(*acts, EndImport(number, status)))
