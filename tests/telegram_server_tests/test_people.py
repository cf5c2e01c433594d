"""What people do is an update that the library reads whole."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Bot, Message, Update

from tests.telegram_server import TelegramServer
from tests.telegram_server_tests.conftest import Client


async def received(library: Bot) -> list[Update]:
    return list(await library.get_updates(allowed_updates=Update.ALL_TYPES))


async def message_of(library: Bot) -> Message:
    """The last message."""
    message = (await library.get_updates(offset=-1))[0].effective_message
    assert message is not None
    return message


async def test_ids_are_unique_and_updates_go_up(telegram: TelegramServer, library: Bot) -> None:
    people = [telegram.person() for _ in range(5)]
    numbers = [person.says("x") for person in people]
    updates = await received(library)
    assert [update.update_id for update in updates] == numbers == sorted(set(numbers))
    users = [update.effective_user and update.effective_user.id for update in updates]
    assert len(set(users)) == 5
    assert all(user and user > 0 for user in users)


async def test_a_language_is_told_when_there_is_one(telegram: TelegramServer, library: Bot) -> None:
    telegram.person(language="uk").says("x")
    telegram.person(language="").says("x")
    users = [update.effective_user for update in await received(library)]
    assert [user and user.language_code for user in users] == ["uk", None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/start 44109", {"bot_command": ["/start"]}),
        ("😀 /aide@solipacte_bot", {"bot_command": ["/aide@solipacte_bot"]}),
        ("/département", {}),
        ("a/b http://x/y", {}),
        ("😀 @solipacte_bot douche @ana_b", {"mention": ["@solipacte_bot", "@ana_b"]}),
        ("ana@solipacte.fr", {}),
    ],
)
async def test_commands_and_mentions_are_marked_in_utf16_units(
    telegram: TelegramServer, library: Bot, text: str, expected: dict[str, list[str]]
) -> None:
    telegram.person().says(text)
    found: dict[str, list[str]] = {}
    for entity, said in (await message_of(library)).parse_entities().items():
        found.setdefault(entity.type, []).append(said)
    assert found == expected


async def test_a_link_opens_the_bot_with_its_payload(telegram: TelegramServer, library: Bot) -> None:
    telegram.stranger().opens_link("44109-alimentation")
    assert (await message_of(library)).text == "/start 44109-alimentation"


async def test_a_message_is_written_again(telegram: TelegramServer, library: Bot) -> None:
    ana = telegram.person()
    ana.says("duche")
    first = ana.last
    ana.says("merci")
    ana.edits("/aide", message=first)
    edited = (await received(library))[-1].edited_message
    assert edited is not None
    assert (edited.message_id, edited.text, edited.edit_date is not None) == (first, "/aide", True)


async def test_a_position_is_shared_then_moves(telegram: TelegramServer, library: Bot) -> None:
    ana = telegram.person()
    ana.shares(47.2, -1.5, live=True)
    ana.moves(47.3, -1.5)
    shared, moved = await received(library)
    assert shared.message
    assert shared.message.location
    assert moved.edited_message
    assert moved.edited_message.location
    assert shared.message.location.latitude == 47.2
    assert moved.edited_message.location.latitude == 47.3
    assert moved.edited_message.message_id == shared.message.message_id


@pytest.mark.parametrize(
    ("does", "read"),
    [
        (lambda who: who.sends_file("a.pdf", size=7, caption="lis"), lambda m: (m.document.file_name, m.caption)),
        (lambda who: who.sends_photo(caption="lis"), lambda m: (len(m.photo), m.caption)),
        (lambda who: who.sends_voice(), lambda m: m.voice.mime_type),
        (lambda who: who.sends_sticker(), lambda m: m.sticker.emoji),
        (lambda who: who.shares_contact(), lambda m: m.contact.first_name),
        (lambda who: who.sends("video", width=1, height=1, duration=1), lambda m: m.video.width),
    ],
)
async def test_what_is_not_text_is_read_by_the_library(
    telegram: TelegramServer, library: Bot, does: Any, read: Any
) -> None:
    does(telegram.person())
    assert read(await message_of(library))


async def test_in_a_group_people_mention_the_bot_answer_it_come_and_go(telegram: TelegramServer, library: Bot) -> None:
    ana, bob = telegram.person(), telegram.person(name="Bob")
    group = telegram.group(ana, bob)
    await library.send_message(group.chat["id"], "Voici")
    group.mentions("douche")
    group.member(bob).replies("merci", to=group.heard[0])
    group.joins(bob)
    group.leaves(bob)
    group.says_unnamed("règlement")
    messages = [update.message for update in await received(library)]
    asked, answered, came, went, unnamed = (message for message in messages if message)
    assert asked.text == "@solipacte_bot douche"
    assert list(asked.parse_entities(["mention"]).values()) == ["@solipacte_bot"]
    assert answered.from_user
    assert answered.from_user.id == bob.user["id"]
    assert answered.reply_to_message
    assert answered.reply_to_message.from_user
    assert (answered.reply_to_message.text, answered.reply_to_message.from_user.id) == ("Voici", 4242)
    assert [user.id for user in came.new_chat_members] == [bob.user["id"]]
    assert went.left_chat_member
    assert went.left_chat_member.id == bob.user["id"]
    assert unnamed.sender_chat
    assert unnamed.sender_chat.id == group.chat["id"]


async def test_each_hears_what_is_for_them_in_order(telegram: TelegramServer, api: Client) -> None:
    telegram.flood.on = False
    ana, bob = telegram.person(), telegram.person(name="Bob")
    for number in range(3):
        await api("sendMessage", chat_id=ana.chat["id"], text=f"a{number}")
        await api("sendMessage", chat_id=bob.chat["id"], text=f"b{number}")
    assert [sent.text for sent in await ana.hears(2, after=1)] == ["a1", "a2"]
    assert [sent.text for sent in bob.heard] == ["b0", "b1", "b2"]
    assert [sent.text for sent in telegram.sent] == ["a0", "b0", "a1", "b1", "a2", "b2"]
    assert telegram.accepted == {"sendMessage": 6}


async def test_who_hears_nothing_says_so(telegram: TelegramServer) -> None:
    with pytest.raises(AssertionError, match="heard"):
        await telegram.person().hears(within=0.01)


async def test_nothing_is_kept_when_told_but_numbers() -> None:
    async with TelegramServer(remembers=False, anyone=True, token="7:x") as telegram:
        telegram.flood.on = False
        async with Bot("7:x", f"{telegram.url}/bot") as bot:
            await bot.send_message(99, "x")
            await bot.send_message(99, "y")
    assert telegram.accepted == {"sendMessage": 2}
    assert not telegram.sent
    assert not telegram.heard
