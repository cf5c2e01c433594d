"""Dangers written without sight of the phrases, in English, Spanish, Arabic, Ukrainian and Russian, round by round."""

from pathlib import Path

from bot.talk.crisis import recognise

DATA = Path(__file__).parent / "data" / "danger_round_o.tsv"
ALARMS_ALLOWED = 0.02


def labelled():
    """Each sentence with the numbers that are right for it; none: no danger is to be seen."""
    for line in DATA.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, _, expected, *also = line.split("\t")
            yield text, expected, {expected, *" ".join(also).split()}


def number(text):
    found = recognise(text)
    return found.number if found else "none"


def test_no_danger_is_missed():
    dangers = [row for row in labelled() if row[1] != "none"]
    assert dangers
    assert [(text, expected, number(text)) for text, expected, right in dangers if number(text) not in right] == []


def test_ordinary_sentences_raise_no_alarm():
    ordinary = [row for row in labelled() if row[1] == "none"]
    alarms = [(text, number(text)) for text, _, right in ordinary if number(text) not in right]
    assert len(alarms) <= ALARMS_ALLOWED * len(ordinary), alarms
