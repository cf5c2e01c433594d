"""Whole conversations, kept as text anyone can read and correct (`tests/scripts.py` says how they are written).

`python -m tests.rewrite` writes the answers again: read the difference before keeping it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.app import House
from bot.platforms.markup import plain
from bot.talk.message import Address, FileRef, Message, Position
from tests.house import Clock
from tests.postman import Postman
from tests.scripts import MOVES, NOTHING, POSITION, UNASKED, Paper, Stage

FOLDER = Path(__file__).parent / "transcripts"
TRANSCRIPTS = sorted(FOLDER.glob("*.txt"))


async def play(script: str, house: House, clock: Clock) -> str:
    """The same conversation, with the answers given today."""
    stage, postman = Stage(house, clock), Postman.at(house, clock)
    lines: list[str] = []
    papers: dict[str, bytes] = {}

    async def fetched(handle: str, _most: int) -> bytes:
        return papers[handle]

    house.dialogue.fetching.platforms["test"] = fetched
    for line in script.splitlines():
        if line.startswith(MOVES):
            await stage.set((line,))
        if line.startswith((*MOVES, "# ")):
            lines.append(line)
        if line.startswith(UNASKED):
            told = [stage.heard(each).strip() for each in await postman.round(stage.speaker)]
            lines.append(f"\n{UNASKED}\n" + "\n\n".join(told or [NOTHING]) + "\n")
        if line.startswith(">"):
            message = said_by(stage, line[1:].strip(), papers)
            lines.append(f"\n{line}\n{stage.heard(plain(await house.dialogue.answer(message)))}")
    return "\n".join(lines) + "\n"


def said_by(stage: Stage, said: str, papers: dict[str, bytes]) -> Message:
    """What who speaks says, or sends; `papers`: the files sent, by their handles."""
    message = Message(Address("test", stage.speaker), stage.worded(said), author=stage.speaker)
    if at := POSITION.fullmatch(said):
        return replace(message, text="", position=Position(float(at[1]), float(at[2])))
    if paper := Paper.of(said):
        papers[paper.name] = paper.content
        return replace(message, text=paper.caption, file=FileRef.of(paper.name, len(paper.content), paper.name))
    return message


SCRIPTS = {path.stem: path.read_text(encoding="utf-8") for path in TRANSCRIPTS}


@pytest.mark.parametrize("name", SCRIPTS)
async def test_transcript(house: House, clock: Clock, name: str) -> None:
    script = SCRIPTS[name]
    assert await play(script, house, clock) == script


def test_there_are_transcripts() -> None:
    assert len(TRANSCRIPTS) >= 20
