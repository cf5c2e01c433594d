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
from tests.scripts import POSITION, Stage, settled

FOLDER = Path(__file__).parent / "transcripts"
TRANSCRIPTS = sorted(FOLDER.glob("*.txt"))


async def play(script: str, house: House, clock: Clock) -> str:
    """The same conversation, with the answers given today."""
    stage = Stage(house, clock)
    somebody = Address("test", "somebody")
    lines: list[str] = []
    for line in script.splitlines():
        if line.startswith(("@ ", "= ")):
            await stage.set((line,))
        if line.startswith(("@ ", "= ", "# ")):
            lines.append(line)
        if line.startswith(">"):
            said = line[1:].strip()
            at = POSITION.fullmatch(said)
            position = Position(float(at[1]), float(at[2])) if at else None
            text = "" if at else stage.worded(said)
            reply = await house.dialogue.answer(Message(somebody, text, position=position, author="somebody"))
            lines.append(f"\n{line}\n{settled(plain(reply))}")
    return "\n".join(lines) + "\n"


SCRIPTS = {path.stem: path.read_text(encoding="utf-8") for path in TRANSCRIPTS}


@pytest.mark.parametrize("name", SCRIPTS)
async def test_transcript(house: House, clock: Clock, name: str) -> None:
    script = SCRIPTS[name]
    assert await play(script, house, clock) == script


def test_there_are_transcripts() -> None:
    assert len(TRANSCRIPTS) >= 20
