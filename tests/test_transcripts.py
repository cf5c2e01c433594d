"""Whole conversations, kept as text anyone can read and correct (`tests/scripts.py` says how they are written).

`python -m tests.rewrite` writes the answers again: read the difference before keeping it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.app import House
from bot.platforms.markup import plain
from bot.talk.message import Address, Message, Position
from tests.house import Clock
from tests.postman import Postman
from tests.scripts import MOVES, NOTHING, POSITION, UNASKED, Stage

FOLDER = Path(__file__).parent / "transcripts"
TRANSCRIPTS = sorted(FOLDER.glob("*.txt"))


async def play(script: str, house: House, clock: Clock) -> str:
    """The same conversation, with the answers given today."""
    stage, postman = Stage(house, clock), Postman.at(house, clock)
    lines: list[str] = []
    for line in script.splitlines():
        if line.startswith(MOVES):
            await stage.set((line,))
        if line.startswith((*MOVES, "# ")):
            lines.append(line)
        if line.startswith(UNASKED):
            told = [stage.heard(each).strip() for each in await postman.round(stage.speaker)]
            lines.append(f"\n{UNASKED}\n" + "\n\n".join(told or [NOTHING]) + "\n")
        if line.startswith(">"):
            said = line[1:].strip()
            at = POSITION.fullmatch(said)
            position = Position(float(at[1]), float(at[2])) if at else None
            text = "" if at else stage.worded(said)
            said_by = Message(Address("test", stage.speaker), text, position=position, author=stage.speaker)
            lines.append(f"\n{line}\n{stage.heard(plain(await house.dialogue.answer(said_by)))}")
    return "\n".join(lines) + "\n"


SCRIPTS = {path.stem: path.read_text(encoding="utf-8") for path in TRANSCRIPTS}


@pytest.mark.parametrize("name", SCRIPTS)
async def test_transcript(house: House, clock: Clock, name: str) -> None:
    script = SCRIPTS[name]
    assert await play(script, house, clock) == script


def test_there_are_transcripts() -> None:
    assert len(TRANSCRIPTS) >= 20
