"""`solipacte chat`, `ask`, `ask --jsonl`: the same conversation, for a person or for a file of questions."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, TextIO

from bot.app import House, open_house
from bot.evaluation.asked import Answer, Ask, Asked
from bot.platforms.console import PLATFORM, Console, fetched
from bot.platforms.markup import plain
from bot.settings import Settings
from bot.talk.message import Address, Message, Reply
from bot.talk.wording import Wording


async def chat_here(settings: Settings, source: TextIO, sink: TextIO) -> int:
    """Talk until the end of the input."""
    async with open_house(settings) as house:
        house.dialogue.fetching.platforms[PLATFORM] = fetched
        await Console(house.dialogue.answer, source, sink).run()
    return 0


async def ask_once(settings: Settings, question: str, sink: TextIO) -> int:
    """Print one answer."""
    async with open_house(settings) as house:
        sink.write(plain(await house.dialogue.answer(Message(_somebody(), question))) + "\n")
    return 0


def ask_lines(settings: Settings, source: BinaryIO, sink: BinaryIO, errors: TextIO) -> int:
    """Answer lines of JSON with lines of JSON; the exit code is 1 when a line could not be read."""
    from bot.evaluation.jsonl import answer_lines  # noqa: PLC0415 - only for this command

    with interview(settings) as ask:
        return answer_lines(source, ask=ask, voice=Wording().voice("fr"), out=sink, errors=errors)


@contextmanager
def interview(settings: Settings) -> Iterator[Ask]:
    """A function that asks one question of a house that stays open between questions."""
    with asyncio.Runner() as runner:
        opened = open_house(settings)
        house = runner.run(opened.__aenter__())
        try:
            yield lambda asked: runner.run(_asked(house, asked))
        finally:
            runner.run(opened.__aexit__(None, None, None))


async def _asked(house: House, asked: Asked) -> Answer:
    """One question of somebody who has said nothing before but its context."""
    address = _somebody()
    if asked.context:
        await house.dialogue.answer(Message(address, asked.context))
    return as_answer(await house.dialogue.answer(Message(address, asked.text)))


def _somebody() -> Address:
    return Address("ask", secrets.token_hex(8))


def as_answer(reply: Reply) -> Answer:
    """A reply as the fields of `ask --jsonl`."""
    facts = reply.facts
    return Answer(
        answer=plain(reply),
        abstained=bool(facts.get("abstained", False)),
        sources=_texts(facts.get("sources")),
        language=str(facts.get("language", reply.language)),
        themes=_texts(facts.get("themes")),
        commune=_text(facts.get("commune")),
        ambiguous=bool(facts.get("ambiguous", False)),
        candidates=_texts(facts.get("candidates")),
        emergency=_text(facts.get("emergency")),
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, (list, tuple)) else ()


def _text(value: object) -> str | None:
    return str(value) if value else None
