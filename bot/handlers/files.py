"""Files that agents send: taken by what they hold and by who sends them; when that is not clear, it is asked."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Sequence

from bot.handlers import event_file, service_file
from bot.handlers.event_preview import NO
from bot.handlers.sent_files import MEGABYTE, Sent, Taker, missed
from bot.records.agents import Speaker
from bot.talk.choosing import asked_again
from bot.talk.fetching import MOST_BYTES, FileError
from bot.talk.message import Choice, Reply, Step, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from directory.importers.sent import is_readable

router = Router()

COMMAND, _KIND = "import", "import.contenu"
TAKERS: tuple[Taker, ...] = (event_file.TAKER, service_file.TAKER)
"""Whoever takes a kind of file."""


@router.command(COMMAND, "importer", personal=True)
async def how(turn: Turn) -> Reply:
    """`/import` without a file: how to send one, and what is read of it."""
    voice, here = turn.voice, Speaker.of(turn.message).holds_the_machine
    head = voice("file-how-path" if here else "file-how", most=MOST_BYTES // MEGABYTE)
    return Reply((Text(head), *(Text(voice(f"file-how-{taker.name}")) for taker in _open_to(turn))))


@router.attached(of=COMMAND)
async def received(turn: Turn) -> Reply:
    """A file: whoever surely knows it takes it, or the only one who may."""
    return await _taken(turn, Sent.now(turn))


@router.step(_KIND, of=COMMAND)
async def told(turn: Turn) -> Reply:
    """The answer to "que contient ce fichier ?"."""
    voice, said = turn.voice, turn.argument.lower()
    if said in (NO, voice("file-is-none").lower()):
        return Reply((Text(voice("file-dropped")),))
    for taker in _open_to(turn):
        if said in (taker.name, voice(f"file-is-{taker.name}").lower()):
            return await _taken(turn, Sent.before(turn), [taker])
    return asked_again(turn.person.state, voice, Text(voice("file-what", file=turn.known["file"])))


async def _taken(turn: Turn, coming: Awaitable[Sent], takers: Sequence[Taker] = ()) -> Reply:
    try:
        sent = await coming
    except FileError as error:
        return missed(turn, error)
    takers = takers or await _knowing(_open_to(turn), sent)
    return await takers[0].takes(turn, sent) if len(takers) == 1 else _asked(turn, sent, takers)


async def _knowing(takers: Sequence[Taker], sent: Sent) -> Sequence[Taker]:
    """Those who know a content; all of them when nobody does, or when there is no choice.

    Of what nobody can read, the last says why.
    """
    if len(takers) == 1:
        return takers
    # Off the loop: a large table takes a while.
    known = [taker for taker in takers if await asyncio.to_thread(taker.knows, sent.content)]
    return known or (takers if await asyncio.to_thread(is_readable, sent.content) else takers[-1:])


def _asked(turn: Turn, sent: Sent, takers: Sequence[Taker]) -> Reply:
    voice = turn.voice
    choices = [Choice(voice(f"file-is-{taker.name}"), taker.name) for taker in takers]
    choices.append(Choice(voice("file-is-none"), NO))
    return Reply((Text(voice("file-what", file=sent.name)),), tuple(choices), then=Step(_KIND, sent.known))


def _open_to(turn: Turn) -> list[Taker]:
    return [taker for taker in TAKERS if taker.may(turn)]
