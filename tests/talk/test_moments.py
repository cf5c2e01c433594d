"""When: from words to a code, from a code to hours of the place."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.talk.moments import is_moment, phrases, read_moment, resolve
from directory.when import NOW, When
from directory.words import words


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("douche à nante ouverte maintenant", "now"),
        ("ouvert", "now"),
        ("is it open now", "now"),
        ("مفتوح الآن", "now"),
        ("samedi matin", "w5:morning"),
        ("et dimanche ?", "w6"),
        ("demain", "d1"),
        ("demain soir à Lille", "d1:evening"),
        ("après-demain", "d2"),
        ("ce soir", "d0:evening"),
        ("un lit pour cette nuit", "d0:night"),
        ("c7nuit", "d0:night"),
        ("ce midi", "d0:noon"),
        ("ce week-end", "weekend"),
        ("lundi à 14h", "w0@14:00"),
        ("à 9h30", "d0@09:30"),
        ("demain vers 10 heures", "d1@10:00"),
        ("tomorrow at 5 pm", "d1@17:00"),
        ("mañana", "d1"),
        ("сьогодні", "d0"),
        ("je voudrais un compte ouvert", None),
        ("j’ai 14 ans", None),
        ("il me reste 17 euros", None),
        ("bonjour", None),
        ("", None),
    ],
)
def test_words_say_when(text: str, code: str | None) -> None:
    assert read_moment(words(text)) == code


TUESDAY = datetime(2026, 3, 10, 10, 20)


@pytest.mark.parametrize(
    ("code", "start", "end"),
    [
        ("d0", TUESDAY, datetime(2026, 3, 11)),
        ("d0:morning", TUESDAY, datetime(2026, 3, 10, 12)),
        ("d0:evening", datetime(2026, 3, 10, 18), datetime(2026, 3, 10, 23)),
        ("d0:night", datetime(2026, 3, 10, 18), datetime(2026, 3, 11, 7)),
        ("d1", datetime(2026, 3, 11), datetime(2026, 3, 12)),
        ("w1", TUESDAY, datetime(2026, 3, 11)),
        ("w0", datetime(2026, 3, 16), datetime(2026, 3, 17)),
        ("w5:morning", datetime(2026, 3, 14, 7), datetime(2026, 3, 14, 12)),
        ("weekend", datetime(2026, 3, 14), datetime(2026, 3, 16)),
        ("w0@14:30", datetime(2026, 3, 16, 14, 30), datetime(2026, 3, 16, 14, 31)),
    ],
)
def test_a_code_means_hours(code: str, start: datetime, end: datetime) -> None:
    assert resolve(code, TUESDAY) == When(start=start, end=end)


def test_now_is_now() -> None:
    assert resolve("now", TUESDAY) == NOW


@pytest.mark.parametrize("forged", ["", "d12", "w7", "now:evening", "d0:noonish", "w0@1:30", "d0:evening'; drop"])
def test_a_forged_code_is_refused(forged: str) -> None:
    assert not is_moment(forged)
    with pytest.raises(ValueError, match="not a moment"):
        resolve(forged, TUESDAY)


DAYS = st.sampled_from(["d0", "d1", "d2", *(f"w{n}" for n in range(7)), "weekend"])
PARTS = st.sampled_from(["", ":morning", ":noon", ":afternoon", ":evening", ":night", "@00:00", "@23:59"])


@given(DAYS, PARTS, st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31)))
def test_every_code_is_an_interval_of_the_coming_days(day: str, part: str, now: datetime) -> None:
    when = resolve(day + part, now)
    assert when.start
    assert when.end
    assert when.start < when.end
    assert -2 < (when.start - now).total_seconds() / 86400 < 9


def test_no_phrase_means_two_things() -> None:
    known = phrases()
    assert not set(known.whole) & set(known.days)
    assert not set(known.days) & set(known.parts)
