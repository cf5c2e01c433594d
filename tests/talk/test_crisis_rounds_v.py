from pathlib import Path

from bot.talk.crisis import recognise

DATA = Path(__file__).parent / "data" / "danger_round_v.tsv"
ALARMS_ALLOWED = 0.02


def labelled():
    lines = DATA.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]


def number(text):
    found = recognise(text)
    return found.number if found else "none"


def test_no_danger_of_the_rounds_is_missed():
    dangers = [row for row in labelled() if row[2] != "none"]
    wrong = [
        (text, expected, number(text))
        for text, _, expected, accepted in dangers
        if number(text) not in (expected, *accepted.split())
    ]
    assert len(dangers) >= 100
    assert wrong == []


def test_near_misses_of_the_rounds_raise_almost_no_alarm():
    ordinary = [row for row in labelled() if row[2] == "none"]
    alarms = [
        (text, number(text)) for text, _, _, accepted in ordinary if number(text) not in ("none", *accepted.split())
    ]
    assert len(ordinary) >= 75
    assert len(alarms) <= ALARMS_ALLOWED * len(ordinary), alarms
