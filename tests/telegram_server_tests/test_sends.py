"""Files, places, edits, and answers to a message."""

from __future__ import annotations

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, ReplyParameters
from telegram.error import BadRequest

from tests.telegram_server import Person, TelegramServer
from tests.telegram_server_tests.conftest import Client


@pytest.fixture
def ana(telegram: TelegramServer) -> Person:
    telegram.flood.on = False
    return telegram.person()


async def test_a_file_is_kept_with_its_name_and_can_be_fetched(ana: Person, library: Bot) -> None:
    content = "BEGIN:VCALENDAR é".encode()
    message = await library.send_document(
        ana.chat["id"], InputFile(content, "rdv.ics"), caption="<b>Rendez-vous</b>", parse_mode="HTML"
    )
    (sent,) = ana.heard
    assert (sent.file_name, sent.document, sent.text) == ("rdv.ics", content, "Rendez-vous")
    assert message.document is not None
    assert (message.document.file_name, message.document.file_size) == ("rdv.ics", len(content))
    fetched = await library.get_file(message.document.file_id)
    assert bytes(await fetched.download_as_bytearray()) == content


async def test_a_caption_is_1024_long_at_most(ana: Person, library: Bot) -> None:
    await library.send_document(ana.chat["id"], InputFile(b"x", "x"), caption="é" * 1024)
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await library.send_document(ana.chat["id"], InputFile(b"x", "x"), caption="é" * 1025)


@pytest.mark.parametrize(
    ("content", "reason"), [(b"", "File must be non-empty"), (None, "There is no document in the request")]
)
async def test_a_file_is_not_empty(ana: Person, library: Bot, content: bytes | None, reason: str) -> None:
    with pytest.raises(BadRequest, match=reason):
        await library.send_document(ana.chat["id"], InputFile(content, "x") if content is not None else "")


async def test_a_file_over_twenty_megabytes_cannot_be_fetched(ana: Person, library: Bot) -> None:
    ana.sends_file("grand.pdf", size=20 * 1024 * 1024 + 1)
    ana.sends_file("moyen.pdf", size=20 * 1024 * 1024)
    large, fits = await library.get_updates()
    assert large.message
    assert large.message.document
    assert fits.message
    assert fits.message.document
    with pytest.raises(BadRequest, match="File is too big"):
        await large.message.document.get_file()
    assert (await fits.message.document.get_file()).file_path


async def test_a_place_has_a_name_an_address_and_a_point_on_earth(ana: Person, library: Bot, api: Client) -> None:
    message = await library.send_venue(ana.chat["id"], 47.2, -1.5, "CCAS", "1 rue")
    assert message.venue is not None
    assert (message.venue.title, message.venue.location.latitude) == ("CCAS", 47.2)
    assert ana.heard[0].venue == {"latitude": 47.2, "longitude": -1.5, "title": "CCAS", "address": "1 rue"}
    place = {"chat_id": ana.chat["id"], "latitude": 47.2, "longitude": -1.5, "title": "CCAS", "address": "1 rue"}
    for name, reason in (
        ("latitude", "latitude is empty"),
        ("title", "venue title must be non-empty"),
        ("address", "venue address must be non-empty"),
    ):
        assert await api.refused("sendVenue", **{**place, name: ""}) == f"Bad Request: {reason}"
    assert await api.refused("sendVenue", **{**place, "latitude": 91}) == "Bad Request: location must be valid"
    sent = await library.send_location(ana.chat["id"], 47.2, -1.5)
    assert sent.location is not None


async def test_an_answer_names_what_it_answers(ana: Person, library: Bot) -> None:
    ana.says("douche")
    message = await library.send_message(ana.chat["id"], "x", reply_parameters=ReplyParameters(ana.last))
    assert message.reply_to_message is not None
    assert (message.reply_to_message.text, ana.heard[0].reply_to) == ("douche", ana.last)


async def test_an_answer_to_nothing_is_refused_unless_told(ana: Person, library: Bot) -> None:
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await library.send_message(ana.chat["id"], "x", reply_parameters=ReplyParameters(999))
    alone = ReplyParameters(999, allow_sending_without_reply=True)
    message = await library.send_message(ana.chat["id"], "x", reply_parameters=alone)
    assert message.reply_to_message is None


async def test_what_was_sent_is_changed_and_taken_away(ana: Person, telegram: TelegramServer, library: Bot) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Plus", callback_data="/plus")]])
    message = await library.send_message(ana.chat["id"], "un", reply_markup=keyboard)
    edited = await message.edit_text("deux", reply_markup=keyboard)
    assert isinstance(edited, type(message))
    assert (edited.text, edited.message_id) == ("deux", message.message_id)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await message.edit_text("deux", reply_markup=keyboard)
    await message.edit_reply_markup(None)
    assert ["reply_markup" in each for each in telegram.edited] == [True, False]
    await message.delete()
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await message.edit_text("trois")
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await message.delete()


async def test_what_people_wrote_is_not_changed(ana: Person, library: Bot) -> None:
    ana.says("douche")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await library.edit_message_text("x", ana.chat["id"], ana.last)


async def test_what_the_bot_does_is_one_of_the_things_that_are_shown(ana: Person, library: Bot) -> None:
    assert await library.send_chat_action(ana.chat["id"], "typing")
    with pytest.raises(BadRequest, match="Wrong parameter action"):
        await library.send_chat_action(ana.chat["id"], "thinking")
    assert not ana.heard


async def test_a_chat_is_described(ana: Person, library: Bot) -> None:
    chat = await library.get_chat(ana.chat["id"])
    assert (chat.id, chat.type) == (ana.chat["id"], "private")
