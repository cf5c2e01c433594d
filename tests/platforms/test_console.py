"""The terminal: what is typed is said, and a file of the machine is sent by its path."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from bot.platforms.console import PROMPT, Console, fetched
from bot.talk.fetching import FileError
from bot.talk.message import FileRef, Message, Reply, Text


async def heard(*lines: str) -> list[Message]:
    """What the conversation is told, after the greeting."""
    said: list[Message] = []

    async def answer(message: Message) -> Reply:
        said.append(message)
        return Reply((Text("d’accord"),))

    sink = io.StringIO()
    await Console(answer, io.StringIO("".join(f"{line}\n" for line in lines)), sink).run()
    assert sink.getvalue().count(PROMPT) == len(lines) + 1
    return said[1:]


@pytest.mark.parametrize(
    ("line", "file"),
    [
        ("/import dates.csv", FileRef("dates.csv", None, "dates.csv")),
        ("/import  '/tmp/mes dates.csv' ", FileRef("mes dates.csv", None, "/tmp/mes dates.csv")),
        ("/import", None),
        ("/imports x", None),
        ("douche à Nantes", None),
    ],
)
async def test_a_path_after_the_command_sends_the_file(line: str, file: FileRef | None) -> None:
    (message,) = await heard(line)
    assert (message.file, message.text) == (file, "" if file else line)


async def test_the_file_is_read_as_far_as_the_bound(tmp_path: Path) -> None:
    (tmp_path / "dates.csv").write_bytes(b"abc")
    assert await fetched(str(tmp_path / "dates.csv"), 3) == b"abc"
    with pytest.raises(FileError) as missed:
        await fetched(str(tmp_path / "dates.csv"), 2)
    assert missed.value.why == "large"


async def test_what_is_no_file_is_said_and_nothing_is_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/zero")
    for name in ("pipe", "link", "absent", ".", "a\0b"):
        with pytest.raises(FileError) as missed:
            await fetched(str(tmp_path / name), 10)
        assert missed.value.why == "gone", name
    with pytest.raises(FileError) as missed:
        await fetched("~nobodyofthisname/x", 10)
    assert missed.value.why == "refused"
