"""Whatever an update holds, it is read or left aside: never an error."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.platforms.telegram.groups import Me
from bot.platforms.telegram.updates import KINDS, Inquiry, Left, Press, read
from bot.post.arrival import Arrival
from bot.talk.message import Address, FileRef, Position

ME = Me(4242, "Solipacte_bot")
ANA = {"id": 7, "is_bot": False, "first_name": "Ana", "language_code": "uk"}
PRIVATE = {"id": 7, "type": "private", "first_name": "Ana"}
GROUP = {"id": -5, "type": "supergroup", "title": "Maraude"}


def message(chat: Any = PRIVATE, sender: Any = ANA, **content: Any) -> dict[str, Any]:
    return {"update_id": 1, "message": {"message_id": 3, "date": 0, "chat": chat, "from": sender, **content}}


def said(update: object) -> Arrival:
    found = read(update, ME)
    assert isinstance(found, Arrival)
    return found


def test_a_text_says_who_where_and_in_which_language() -> None:
    arrival = said(message(text="душ Нант"))
    assert arrival.event == "1"
    assert (arrival.message.address, arrival.message.text) == (Address("telegram", "7"), "душ Нант")
    assert (arrival.message.language, arrival.message.group, arrival.message.ref) == ("uk", False, "3")


def test_no_name_is_kept() -> None:
    assert "Ana" not in repr(said(message(text="x")).message)


def test_an_edited_message_is_a_new_question() -> None:
    update = {"update_id": 2, "edited_message": message(text="douche Lille")["message"]}
    assert said(update).message.text == "douche Lille"
    moving = message(location={"latitude": 1, "longitude": 2})["message"]
    assert read({"update_id": 3, "edited_message": moving}, ME) is None


@pytest.mark.parametrize(
    ("content", "unread", "text"),
    [
        ({"document": {"file_size": 10_000_000}}, "file", ""),
        ({"voice": {}, "x": 1}, None, ""),
        ({"voice": {"duration": 3}}, "voice", ""),
        ({"photo": [{"file_id": "x"}], "caption": "manger à Lyon"}, "picture", "manger à Lyon"),
        ({"sticker": {"emoji": "x"}}, "picture", ""),
        ({"animation": {"file_id": "x"}, "document": {"file_id": "x"}}, "picture", ""),
        ({"contact": {"phone_number": "0600000000"}}, "other", ""),
        ({"poll": {"id": "1"}}, "other", ""),
    ],
)
def test_what_cannot_be_read_is_said_so(content: dict[str, Any], unread: str | None, text: str) -> None:
    found = read(message(**content), ME)
    if unread is None:
        assert found is None
        return
    assert isinstance(found, Arrival)
    assert (found.message.unread, found.message.text) == (unread, text)


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({"file_id": "AB", "file_name": "a/é.csv", "file_size": 7}, FileRef("é.csv", 7, "AB")),
        ({"file_id": "AB", "file_name": ["x"], "file_size": -1}, FileRef("", None, "AB")),
        ({"file_id": "", "file_name": "a.csv"}, None),
        ({"file_id": 7}, None),
        ({"file_id": "x" * 600}, None),
        ({"file_name": "a.csv"}, None),
    ],
)
def test_a_document_is_where_it_can_be_fetched_else_it_is_not_read(
    document: dict[str, Any], expected: FileRef | None
) -> None:
    found = said(message(document=document, caption="dep-44")).message
    assert (found.file, found.text) == (expected, "dep-44")
    assert found.unread == (None if expected else "file")


def test_a_position_is_rounded_to_a_hundred_metres() -> None:
    assert said(message(location={"latitude": 47.218371, "longitude": -1.553621})).message.position == Position(
        47.21837, -1.55362
    )
    venue = {"location": {"latitude": 1, "longitude": 2}, "title": "x", "address": "y"}
    assert said(message(venue=venue)).message.position == Position(1, 2)


@pytest.mark.parametrize(
    "place",
    [
        {"latitude": 91, "longitude": 0},
        {"latitude": "1", "longitude": 2},
        {},
        {"latitude": float("nan"), "longitude": 1},
    ],
)
def test_a_position_that_is_no_place_is_none(place: dict[str, Any]) -> None:
    assert read(message(location=place), ME) is None


def test_in_a_group_only_what_is_said_to_the_bot_is_heard() -> None:
    assert read(message(GROUP, text="douche nantes"), ME) is None
    mention = {"type": "mention", "offset": 0, "length": 14}
    heard = said(message(GROUP, text="@solipacte_bot douche nantes", entities=[mention])).message
    assert (heard.text, heard.address, heard.group) == ("douche nantes", Address("telegram", "-5 7"), True)
    reply = {"from": {"id": 4242, "is_bot": True}, "message_id": 2}
    assert said(message(GROUP, text="à Lille", reply_to_message=reply)).message.text == "à Lille"
    named = {"type": "text_mention", "offset": 0, "length": 3, "user": {"id": 4242}}
    assert said(message(GROUP, text="toi douche", entities=[named])).message.group


@pytest.mark.parametrize(
    ("text", "heard"),
    [("/menu", True), ("/menu@Solipacte_bot", True), ("/menu@autre_bot", False), ("voir /menu", False)],
)
def test_a_command_in_a_group_is_heard_unless_it_is_another_bot_s(text: str, *, heard: bool) -> None:
    start = text.index("/")
    entity = {"type": "bot_command", "offset": start, "length": len(text) - start}
    assert (read(message(GROUP, text=text, entities=[entity]), ME) is not None) == heard


def test_offsets_count_utf_16_units() -> None:
    mention = {"type": "mention", "offset": 3, "length": 14}
    assert said(message(GROUP, text="👋 @Solipacte_bot douche", entities=[mention])).message.text == "👋 douche"


@pytest.mark.parametrize(
    "update",
    [
        message(text="x", sender={**ANA, "is_bot": True}),
        message(
            GROUP, text="/menu", entities=[{"type": "bot_command", "offset": 0, "length": 5}], sender_chat={"id": -5}
        ),
        message({"id": -9, "type": "channel"}, text="x"),
        message(text="x", via_bot={"id": 4242}),
        message(new_chat_members=[ANA]),
        message(pinned_message={"x": 1}),
        message(GROUP, migrate_to_chat_id=-100),
        {"update_id": 5, "channel_post": message(text="x")["message"]},
        {"update_id": 5, "chat_join_request": {"chat": GROUP}},
        {"update_id": 5},
        {"update_id": True, "message": message(text="x")["message"]},
        [],
        "x",
        None,
    ],
)
def test_what_is_not_said_to_the_bot_is_left_aside(update: object) -> None:
    assert read(update, ME) is None


def press(**more: Any) -> dict[str, Any]:
    asked = {"message_id": 9, "chat": PRIVATE, "from": {"id": 4242}, "date": 1}
    return {"update_id": 6, "callback_query": {"id": "77", "from": ANA, "data": "/plus", "message": asked, **more}}


def test_a_press_is_what_its_button_sends() -> None:
    found = read(press(), ME)
    assert isinstance(found, Press)
    assert found.arrival
    assert (found.arrival.message.text, found.arrival.message.pressed) == ("/plus", True)


def test_somebody_else_s_button_is_foreign_in_a_group() -> None:
    asked = {"message_id": 9, "chat": GROUP, "reply_to_message": {"from": {"id": 8}}}
    found = read(press(message=asked), ME)
    assert isinstance(found, Press)
    assert found.foreign
    assert found.arrival is None
    own = {"message_id": 9, "chat": GROUP, "reply_to_message": {"from": {"id": 7}}}
    mine = read(press(message=own), ME)
    assert isinstance(mine, Press)
    assert mine.arrival
    lost = {"message_id": 9, "chat": GROUP, "reply_to_message": {"from": {"id": 4242}}}
    unknown = read(press(message=lost), ME)
    assert isinstance(unknown, Press)
    assert unknown.arrival


def test_a_press_under_an_inline_message_or_with_a_forged_payload_says_nothing() -> None:
    for update in (press(message=None, inline_message_id="x"), press(data="x" * 65), press(data=None), press(data=5)):
        found = read(update, ME)
        assert isinstance(found, Press)
        assert found.arrival is None


def test_a_block_and_a_kick_are_departures() -> None:
    change = {"chat": PRIVATE, "from": ANA, "new_chat_member": {"status": "kicked"}}
    assert read({"update_id": 7, "my_chat_member": change}, ME) == Left(Address("telegram", "7"))
    back = {**change, "new_chat_member": {"status": "member"}}
    assert read({"update_id": 8, "my_chat_member": back}, ME) is None


def test_an_inline_query_is_an_inquiry() -> None:
    query = {"id": "5", "from": ANA, "query": "douche nantes", "offset": ""}
    assert read({"update_id": 9, "inline_query": query}, ME) == Inquiry("5", "douche nantes", "uk")


def test_what_no_database_may_hold_is_taken_out_and_what_is_endless_is_cut() -> None:
    arrival = said(message(text="a\x00b\ud800c" + "x" * 1_000_000))
    assert arrival.message.text.startswith("abcx")
    assert len(arrival.message.text) <= 8192


VALID: list[dict[str, Any]] = [
    message(text="douche", entities=[{"type": "mention", "offset": 0, "length": 3}]),
    message(GROUP, text="/menu", entities=[{"type": "bot_command", "offset": 0, "length": 5}]),
    message(location={"latitude": 47.2, "longitude": -1.5}),
    message(document={"file_id": "x"}, caption="x"),
    press(),
    {"update_id": 7, "my_chat_member": {"chat": PRIVATE, "from": ANA, "new_chat_member": {"status": "kicked"}}},
    {"update_id": 9, "inline_query": {"id": "5", "from": ANA, "query": "x", "offset": ""}},
]
GARBAGE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None)) | st.just("\ud83d"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def paths(value: Any, before: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [before] if before else []
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        found += paths(inner, (*before, key))
    return found


@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_a_true_update_with_a_part_of_it_forged_never_raises(data: st.DataObject) -> None:
    update = copy.deepcopy(data.draw(st.sampled_from(VALID)))
    for _ in range(data.draw(st.integers(1, 3))):
        known = paths(update)
        if not known:
            break
        *way, last = data.draw(st.sampled_from(known))
        place: Any = update
        for step in way:
            place = place[step]
        if data.draw(st.booleans()) and isinstance(place, dict):
            del place[last]
        else:
            place[last] = data.draw(GARBAGE)
    found = read(update, ME)
    if isinstance(found, Arrival):
        found.message.text.encode()


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(["update_id", *KINDS, "poll", "chat_boost"]), GARBAGE))
def test_garbage_never_raises(update: dict[str, Any]) -> None:
    read(update, ME)
