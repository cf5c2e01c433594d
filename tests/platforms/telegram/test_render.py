"""What people read on Telegram is what they read anywhere else, in parts that Telegram takes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.platforms.markup import Line, plain
from bot.platforms.telegram.render import LONGEST_TEXT, parcels, split, units, without_markup
from bot.talk.message import Address, Attachment, Card, Choice, Message, Position, Reply, Text, Venue
from tests.telegram_server import parse_html

ASKED = Message(Address("telegram", "7"), "x", ref="3")
IN_GROUP = Message(Address("telegram", "-5 7"), "x", group=True, ref="3")
HOSTILE = '<script>alert(1)</script> &lt;b&gt; </b> <a href="javascript:x"> & "quotes" \u202egnp.exe *_`[x](y)'


def words(language: str, name: str) -> str:
    return f"{name} {language}"


def shown(reply: Reply) -> str:
    """The words that people read, all parts together."""
    sends = parcels(reply, ASKED, words)
    return " ".join(parse_html(send["params"]["text"]).text for send in sends if send["method"] == "sendMessage")


def as_words(text: str) -> list[str]:
    return text.split()


def without_choices(reply: Reply) -> Reply:
    return Reply(reply.blocks, language=reply.language)


TEXTS = st.text(max_size=60) | st.sampled_from([HOSTILE, "", " ", "a\n\nb", "قيمة \u2068Nantes\u2069", "👨‍👩‍👧 fin"])
BLOCKS = st.builds(Text, TEXTS, urgent=st.booleans()) | st.builds(Card, TEXTS, st.lists(TEXTS, max_size=3).map(tuple))
REPLIES = st.builds(Reply, st.lists(BLOCKS, max_size=5).map(tuple), language=st.sampled_from(["fr", "ar"]))


@settings(max_examples=200, deadline=None)
@given(REPLIES)
def test_the_words_are_those_of_every_platform(reply: Reply) -> None:
    assert as_words(shown(reply)) == as_words(plain(without_choices(reply)))


def test_hostile_words_stay_words() -> None:
    reply = Reply((Text(HOSTILE), Card(HOSTILE, (HOSTILE,))))
    (send,) = parcels(reply, ASKED, words)
    parsed = parse_html(send["params"]["text"])
    assert [entity["type"] for entity in parsed.entities] == ["bold"]
    assert "<script>" in parsed.text


@pytest.mark.parametrize("length", [4095, 4096, 4097, 40_000])
@pytest.mark.parametrize("letter", ["x", "😀", "é", "&", "x "])
def test_long_texts_are_cut_into_whole_parts(length: int, letter: str) -> None:
    text = (letter * length)[:length].strip()
    sends = parcels(Reply((Text("début"), Card(text, (text,)))), ASKED, words)
    parsed = [parse_html(send["params"]["text"]).text for send in sends]
    assert all(0 < units(part) <= LONGEST_TEXT for part in parsed)
    assert "".join(parsed).replace(" ", "").replace("\n", "") == ("début" + text * 2).replace(" ", "")
    assert all("\ufffd" not in part for part in parsed)


def test_parts_are_cut_between_lines() -> None:
    lines = [Line("x" * 1500), Line("y" * 1500), Line("z" * 1500)]
    assert [len(part) for part in split(lines)] == [2, 1]


def test_choices_are_buttons_that_send_what_they_say() -> None:
    reply = Reply(
        (Text("Où ?"),),
        (Choice("La Roche-sur-Yon (85)", "/commune 85191"), Choice("Oui", "/oui"), Choice("Non", "/non")),
    )
    (send,) = parcels(reply, ASKED, words)
    rows = send["params"]["reply_markup"]["inline_keyboard"]
    assert [[button["text"] for button in row] for row in rows] == [["La Roche-sur-Yon (85)"], ["Oui", "Non"]]
    assert rows[0][0]["callback_data"] == "/commune 85191"


def test_buttons_stand_under_the_last_part() -> None:
    sends = parcels(Reply((Text("x" * 5000),), (Choice("Oui", "/oui"),)), ASKED, words)
    assert ["reply_markup" in send["params"] for send in sends] == [False, True]


def test_a_result_that_can_be_shown_has_a_pin() -> None:
    reply = Reply((Card("Un"), Card("Deux", shows="/carte 12")), (Choice("Menu", "/menu"),))
    (send,) = parcels(reply, ASKED, words)
    rows = send["params"]["reply_markup"]["inline_keyboard"]
    assert rows[0] == [{"text": "📍 2", "callback_data": "/carte 12"}]


def test_a_position_is_asked_for_in_private_only_and_when_there_is_nothing_to_choose() -> None:
    where = Reply((Text("Où ?"),), asks_position=True)
    (send,) = parcels(where, ASKED, words)
    assert send["params"]["reply_markup"]["keyboard"][0][0]["request_location"]
    (in_group,) = parcels(where, IN_GROUP, words)
    assert "reply_markup" not in in_group["params"]


def test_the_button_that_asked_for_a_position_goes_once_it_is_shared() -> None:
    shared = Message(Address("telegram", "7"), "", position=Position(47.2, -1.5), ref="3")
    (send,) = parcels(Reply((Text("Voici"),)), shared, words)
    assert send["params"]["reply_markup"] == {"remove_keyboard": True}
    (later,) = parcels(Reply((Text("Voici"),)), ASKED, words)
    assert "reply_markup" not in later["params"]


def test_labels_are_one_short_line_without_isolates_outside_arabic() -> None:
    choices = (Choice("\u2068Nantes\u2069\n(44)", "/a"), Choice("x" * 100, "/b"), Choice("", "/c"))
    (send,) = parcels(Reply((Text("Où ?"),), choices), ASKED, words)
    (first,), (second,), (third,) = send["params"]["reply_markup"]["inline_keyboard"]
    assert first["text"] == "Nantes (44)"
    assert len(second["text"]) == 64
    assert third["text"] == "/c"
    (arabic,) = parcels(Reply((Text("Où ?"),), choices[:1], language="ar"), ASKED, words)
    assert "\u2068" in arabic["params"]["reply_markup"]["inline_keyboard"][0][0]["text"]


def test_news_go_to_nobody_in_particular() -> None:
    (send,) = parcels(Reply((Text("Rappel"),), asks_position=True), None, words)
    assert set(send["params"]) == {"text", "parse_mode", "link_preview_options"}


def test_in_a_group_an_answer_says_to_whom_it_is() -> None:
    (send,) = parcels(Reply((Text("Oui"),)), IN_GROUP, words)
    assert send["params"]["reply_parameters"]["message_id"] == 3
    (alone,) = parcels(Reply((Text("Oui"),)), ASKED, words)
    assert "reply_parameters" not in alone["params"]


def test_a_place_and_a_file_come_after_the_words() -> None:
    reply = Reply(
        (Text("Voici"),),
        attachments=(Attachment("rdv.ics", "text/calendar", b"BEGIN"),),
        venue=Venue("CCAS", "", 47.2, -1.5),
    )
    sends = parcels(reply, ASKED, words)
    assert [send["method"] for send in sends] == ["sendMessage", "sendVenue", "sendDocument"]
    assert sends[1]["params"]["address"] == "CCAS"


def test_without_markup_the_same_words_remain() -> None:
    (send,) = parcels(Reply((Card("Titre <1>", ("ligne",)),), (Choice("Oui", "/oui"),)), ASKED, words)
    bare = without_markup(send)
    assert bare
    assert bare["params"]["text"] == "Titre <1>\nligne"
    assert without_markup(bare) is None
