"""Whole conversations, kept as text anyone can read and correct.

`@ 2026-03-10 22:30` sets the clock of Paris, `# …` is a remark, `> …` is what a person writes; the rest is the
answer. `python -m tests.rewrite` writes the answers again: read the difference before keeping it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.app import House
from bot.platforms.markup import plain
from bot.talk.message import Address, Message, Position
from tests.house import Clock

FOLDER = Path(__file__).parent / "transcripts"
TRANSCRIPTS = sorted(FOLDER.glob("*.txt"))
# A secret link is drawn afresh each time.
_SECRET = re.compile(r"/suivi/[\w-]{43}")
_POSITION = re.compile(r"\[position (-?[\d.]+) (-?[\d.]+)\]")


async def play(script: str, house: House, clock: Clock) -> str:
    """The same conversation, with the answers given today."""
    somebody = Address("test", "somebody")
    lines: list[str] = []
    for line in script.splitlines():
        if line.startswith("@ "):
            clock.at(line.removeprefix("@ "))
        if line.startswith(("@ ", "# ")):
            lines.append(line)
        if line.startswith(">"):
            said = line[1:].strip()
            at = _POSITION.fullmatch(said)
            position = Position(float(at[1]), float(at[2])) if at else None
            reply = await house.dialogue.answer(Message(somebody, "" if at else said, position=position))
            lines.append(f"\n{line}\n{_SECRET.sub('/suivi/…', plain(reply))}")
    return "\n".join(lines) + "\n"


SCRIPTS = {path.stem: path.read_text(encoding="utf-8") for path in TRANSCRIPTS}


@pytest.mark.parametrize("name", SCRIPTS)
async def test_transcript(house: House, clock: Clock, name: str) -> None:
    script = SCRIPTS[name]
    assert await play(script, house, clock) == script


def test_there_are_transcripts() -> None:
    assert len(TRANSCRIPTS) >= 20
