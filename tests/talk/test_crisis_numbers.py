import shutil
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.talk.crisis import NUMBERS, TableChangedError, asked_number, is_open, line, lines, numbers, stale

PARIS = ZoneInfo("Europe/Paris")
SATURDAY_NIGHT = datetime(2026, 11, 21, 22, 30, tzinfo=PARIS)
MONDAY_MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=PARIS)
MONDAY_EVENING = datetime(2026, 11, 23, 19, 59, tzinfo=PARIS)


@pytest.mark.parametrize("number", ["112", "15", "17", "18", "114", "115", "119", "3919", "3114"])
def test_lines_that_never_close(number):
    assert is_open(number, at=SATURDAY_NIGHT)
    assert line(number).cost == "free"


@pytest.mark.parametrize(
    ("number", "at", "opened"),
    [
        ("3018", SATURDAY_NIGHT, True),
        ("3018", SATURDAY_NIGHT.replace(hour=23), False),
        ("3133", SATURDAY_NIGHT, False),
        ("3133", MONDAY_EVENING, True),
        ("116 006", MONDAY_MORNING, True),
        ("116006", MONDAY_MORNING.replace(hour=8, minute=59), False),
        ("39 28", MONDAY_MORNING, True),
        ("39 28", SATURDAY_NIGHT.replace(hour=10), False),
        ("0 800 235 236", SATURDAY_NIGHT, True),
        ("0 805 160 075", MONDAY_MORNING, False),
        ("0 800 858 858", MONDAY_MORNING, False),
    ],
)
def test_hours(number, at, opened):
    assert is_open(number, at=at) is opened


def test_114_is_written_to_never_telephoned():
    assert not line("114").voice
    assert "sms" in line("114").reach


def test_every_number_says_where_it_was_read_and_when():
    for found in lines().values():
        assert found.source
        assert found.checked <= date(2026, 11, 21)
        assert found.purpose


def test_every_number_of_a_danger_is_in_the_table():
    assert {number for given in NUMBERS.values() for number in given} <= set(lines())


def test_a_number_read_long_ago_is_to_be_checked():
    assert stale("3977", on=date(2026, 11, 21))
    assert not stale("115", on=date(2026, 11, 21))
    assert not stale("115", on=date(2027, 11, 21))
    assert stale("115", on=date(2027, 11, 22))


def test_an_unsigned_change_is_refused_in_a_sentence(tmp_path):
    table = tmp_path / "numbers.toml"
    shutil.copy(numbers.TABLE, table)
    numbers.sign(table)
    assert lines(table)["115"].number == "115"
    lines.cache_clear()
    table.write_text(table.read_text(encoding="utf-8").replace('["115"]', '["116"]'), encoding="utf-8")
    with pytest.raises(TableChangedError, match="has changed since it was signed"):
        lines(table)
    numbers.sign(table)
    assert "116" in lines(table)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("115", "115"),
        ("le 115 svp", "115"),
        ("appeler le 3919 ?", "3919"),
        ("39 19", "3919"),
        ("116 006", "116006"),
        ("115 euros de découvert", None),
        ("115 rue des Lilas", None),
        ("le 17 j'ai rdv", None),
        ("59100", None),
        ("", None),
    ],
)
def test_a_number_typed_alone(text, number):
    assert asked_number(text) == number
