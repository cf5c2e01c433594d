"""Files are named safely, and fetched within bounds."""

from __future__ import annotations

import asyncio
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.talk.fetching import MOST_BYTES, Fetching, FileError, nothing_fetched
from bot.talk.message import LONGEST_FILE_NAME, FileRef

SMALL = FileRef("a.csv", 3, "handle")


async def whole(handle: str, most: int) -> bytes:
    return f"{handle} {most}".encode()


async def never(_handle: str, _most: int) -> bytes:
    await asyncio.sleep(60)
    return b""


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("agenda.ics", "agenda.ics"),
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\dates.xlsx", "dates.xlsx"),
        ("a\nb\u202egnp.\u200bics\u2028", "abgnp.ics"),
        ("é" * 300 + ".csv", "é" * LONGEST_FILE_NAME),
        ("..", ".."),
        ("", ""),
        (None, ""),
        (7, ""),
    ],
)
def test_a_name_is_one_line_without_folders_nor_hidden_letters(told: object, shown: str) -> None:
    assert FileRef.of(told, None, "x").name == shown


@given(st.text() | st.none() | st.binary(), st.integers() | st.none() | st.floats() | st.booleans())
def test_whatever_a_platform_tells_of_a_file_is_safe_to_show(name: object, size: object) -> None:
    file = FileRef.of(name, size, "x")
    assert len(file.name) <= LONGEST_FILE_NAME
    assert not any(unicodedata.category(sign).startswith("C") or sign in "/\\\u2028\u2029" for sign in file.name)
    assert file.size is None or (type(file.size) is int and file.size >= 0)


def test_neither_the_name_nor_the_handle_stands_in_a_trace() -> None:
    assert "secret" not in repr(FileRef("secret", 1, "secret"))


async def test_a_file_is_fetched_from_its_platform_within_bounds() -> None:
    fetching = Fetching({"telegram": whole})
    assert await fetching.fetch("telegram", SMALL) == f"handle {MOST_BYTES}".encode()


@pytest.mark.parametrize(
    ("platform", "file", "why"),
    [
        ("telegram", FileRef("a", MOST_BYTES + 1, "x"), "large"),
        ("slow", SMALL, "away"),
        ("web", SMALL, "away"),
    ],
)
async def test_what_cannot_be_fetched_says_why(platform: str, file: FileRef, why: str) -> None:
    fetching = Fetching({"telegram": whole, "slow": never}, patience=0.05)
    with pytest.raises(FileError) as missed:
        await fetching.fetch(platform, file)
    assert missed.value.why == why


async def test_where_there_is_no_messenger_nothing_is_fetched() -> None:
    with pytest.raises(FileError):
        await nothing_fetched(SMALL)
