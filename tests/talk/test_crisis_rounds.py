"""Sentences written to be unseen, by rounds; now that rules were made from them, none is lost again.

Each line of a file: text, language, expected number (`none`: no danger is to be seen), other right numbers.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.talk.crisis import recognise

DATA = Path(__file__).parent / "data"
# File → dangers and near misses it holds at least: French, other languages, street and health,
# violence, words written as they are heard.
ROUNDS = {"f": (400, 300), "o": (411, 206), "s": (230, 160), "v": (100, 75), "h": (120, 60)}
ALARMS_ALLOWED = 0.02

Labelled = tuple[str, str, set[str]]


def labelled(name: str) -> list[Labelled]:
    """Text, expected number, right numbers."""
    found = []
    for line in (DATA / f"danger_round_{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, _, expected, *also = line.split("\t")
            found.append((text, expected, {expected, *" ".join(also).split()}))
    return found


def wrong(rows: list[Labelled]) -> list[tuple[str, str, str]]:
    """What was expected, and the number that was given instead."""
    given = [(text, expected, right, recognise(text)) for text, expected, right in rows]
    shown = [(text, expected, right, found.number if found else "none") for text, expected, right, found in given]
    return [(text, expected, number) for text, expected, right, number in shown if number not in right]


@pytest.mark.parametrize("name", ROUNDS)
def test_no_danger_is_missed(name: str) -> None:
    dangers = [row for row in labelled(name) if row[1] != "none"]
    assert len(dangers) >= ROUNDS[name][0]
    assert wrong(dangers) == []


@pytest.mark.parametrize("name", ROUNDS)
def test_near_misses_raise_almost_no_alarm(name: str) -> None:
    ordinary = [row for row in labelled(name) if row[1] == "none"]
    assert len(ordinary) >= ROUNDS[name][1]
    assert len(wrong(ordinary)) <= ALARMS_ALLOWED * len(ordinary), wrong(ordinary)
