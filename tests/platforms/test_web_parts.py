"""The pure parts of the web chat: forms, sessions, pace, languages, files."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.web.assets import read_assets
from bot.platforms.web.attachments import download
from bot.platforms.web.form import Form, read_form
from bot.platforms.web.languages import page_language, wished
from bot.platforms.web.pace import Pace
from bot.platforms.web.sessions import IDLE, Session, Sessions
from bot.talk.message import Attachment, Position

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
SECOND = timedelta(seconds=1)
SESSIONS = Sessions(b"k" * 32)


def form(**fields: str) -> Form:
    return read_form(urlencode(fields).encode())


def test_a_form_says_what_was_typed() -> None:
    assert form(csrf="t", text="j’ai faim\0<b>") == Form(token="t", text="j’ai faim\0<b>")


def test_a_button_sends_its_value_and_shows_its_label() -> None:
    assert form(choice="/plus", label="Plus", text="oublié") == Form(text="/plus", label="Plus", pressed=True)


def test_a_position_is_rounded_to_about_a_hundred_metres() -> None:
    assert form(latitude="47.218371", longitude="-1.553621").position == Position(47.218, -1.554)


@pytest.mark.parametrize(
    "place", [("91", "0"), ("0", "181"), ("nan", "0"), ("inf", "0"), ("ici", "0"), ("", ""), ("1e999", "0")]
)
def test_a_place_that_is_not_on_earth_is_refused(place: tuple[str, str]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the sentence is Python's own
        form(latitude=place[0], longitude=place[1])


def test_half_a_position_is_refused() -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the sentence is Python's own
        form(latitude="47")


@given(st.binary(max_size=500))
def test_any_bytes_are_a_form_or_a_value_error(body: bytes) -> None:
    try:
        read_form(body).text.encode()
    except ValueError:
        assert b"itude" in body or body.count(b"&") >= 20


def test_a_session_is_256_random_bits_and_reads_back() -> None:
    session = SESSIONS.new()
    assert len(session.id) == 43
    assert SESSIONS.new() != session
    assert SESSIONS.read(SESSIONS.write(session, NOW), NOW + IDLE) == session


def test_a_session_is_forgotten_after_a_day_without_a_word() -> None:
    cookie = SESSIONS.write(SESSIONS.new(), NOW)
    assert SESSIONS.read(cookie, NOW + IDLE + SECOND) is None


def test_a_session_carries_its_language() -> None:
    session = Session(SESSIONS.new().id, "fr-x-simple")
    assert SESSIONS.read(SESSIONS.write(session, NOW), NOW) == session


@pytest.mark.parametrize("cookie", [None, "", "x", "a.b.c.d", "é" * 43])
def test_a_cookie_that_is_not_ours_is_nobody(cookie: str | None) -> None:
    assert SESSIONS.read(cookie, NOW) is None


def test_a_cookie_changed_by_one_character_is_nobody() -> None:
    cookie = SESSIONS.write(SESSIONS.new(), NOW)
    for place in range(len(cookie)):
        changed = cookie[:place] + ("A" if cookie[place] != "A" else "B") + cookie[place + 1 :]
        assert SESSIONS.read(changed, NOW) is None


def test_a_form_token_belongs_to_one_session_and_is_not_its_cookie() -> None:
    session = SESSIONS.new()
    assert SESSIONS.accepts(session, SESSIONS.token(session))
    assert not SESSIONS.accepts(SESSIONS.new(), SESSIONS.token(session))
    assert not SESSIONS.accepts(session, "é")
    assert not Sessions(b"other").accepts(session, SESSIONS.token(session))
    assert SESSIONS.token(session) not in SESSIONS.write(session, NOW)


def test_sixty_messages_a_minute_for_each_person() -> None:
    pace = Pace()
    assert all(pace.allows("a", NOW) for _ in range(60))
    assert not pace.allows("a", NOW + 59 * SECOND)
    assert pace.allows("b", NOW)
    assert pace.allows("a", NOW + 60 * SECOND)


def test_people_who_fall_silent_are_forgotten_and_a_clock_set_back_silences_nobody() -> None:
    pace = Pace(limit=1)
    for person in range(1000):
        assert pace.allows(str(person), NOW)
    assert pace.allows("1", NOW - timedelta(days=1))
    assert pace.allows("2", NOW + timedelta(hours=1))
    assert len(pace._said) <= 2


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "fr"),
        ("de", "fr"),
        ("en-GB,en;q=0.9,fr;q=0.8", "en"),
        ("de,en;q=0.5", "en"),
        ("fr;q=0.1, ar-MA;q=0.9", "ar"),
        ("en;q=0", "fr"),
        ("*;q=0.5, ;;;, é, en;q=nan", "fr"),
    ],
)
def test_pages_are_in_a_language_the_browser_asks_for(header: str, language: str) -> None:
    assert page_language(*wished(header)) == language


def test_the_language_of_the_last_reply_goes_first() -> None:
    assert page_language("fr-x-simple", "en") == "fr-x-simple"
    assert page_language("de", "ar") == "ar"


def test_a_file_is_never_a_page() -> None:
    assert download(Attachment("a.html", "text/html", b"<script>")).startswith("data:application/octet-stream;base64,")
    assert download(Attachment("a.ics", "text/calendar", b"x")) == "data:text/calendar;base64,eA=="


def test_the_name_of_a_static_file_changes_with_its_content(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a{}")
    before = read_assets(tmp_path).address("a.css")
    (tmp_path / "a.css").write_text("b{}")
    assert read_assets(tmp_path).address("a.css") != before


def test_the_script_is_small() -> None:
    assets = read_assets()
    assert len(assets.files[assets.names["chat.js"]].content) < 6_000
