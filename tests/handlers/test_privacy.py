"""A person sees and takes away all that is kept of them, and is told what the platform keeps when it is erased."""

from __future__ import annotations

import re
from base64 import b64decode
from html import unescape

import pytest
from aiohttp.test_utils import TestClient, TestServer
from fluent.syntax import FluentParser, ast

from bot.app import House
from bot.handlers.privacy import FILE, LINES
from bot.platforms.markup import plain
from bot.platforms.web import Core, WebSettings, make_app
from bot.records.portable import read
from bot.records.promises import PASSING, personal_tables
from bot.records.rights import everything
from bot.talk.message import Address, Message, Reply
from bot.talk.wording import LOCALES, OFFERED
from tests.platforms.conftest import Visitor
from tests.readability import readability, sentences_of


async def say(house: House, platform: str, text: str) -> Reply:
    return await house.dialogue.answer(Message(Address(platform, "somebody"), text, author="somebody"))


def test_every_personal_table_has_its_line() -> None:
    personal = {table.name for table in personal_tables()} - PASSING
    assert set(LINES) == personal


@pytest.mark.parametrize("platform", ["telegram", "matrix", "web"])
async def test_the_file_holds_what_the_database_holds(house: House, platform: str) -> None:
    assert (await say(house, platform, "/mesdonnees")).attachments == ()
    for text in ("/langue fr", "douche à nantes", "/garder", "/departement 44"):
        await say(house, platform, text)
    uid = house.vault.uid(Address(platform, "somebody"))
    kept = await house.store.read(lambda c: everything(c, house.vault, uid=uid))
    reply = await say(house, platform, "/mesdonnees")
    (file,) = reply.attachments
    assert (file.name, file.media_type) == (FILE, "application/json")
    told = read(file.content)
    assert set(told) == set(kept) == {"conversation", "preference", "saved_search"}
    assert told["saved_search"][0]["search"] == kept["saved_search"][0]["search"]
    assert told["preference"][0]["uid"] == uid


@pytest.mark.parametrize(
    ("platform", "sentence"),
    [
        ("telegram", "forgotten-telegram"),
        ("matrix", "forgotten-matrix"),
        ("web", "forgotten-web"),
        ("console", "forgotten-elsewhere"),
    ],
)
async def test_what_the_platform_keeps_is_said_each_time(house: House, platform: str, sentence: str) -> None:
    await say(house, platform, "douche à nantes")
    first, second = [await say(house, platform, "/supprimer oui") for _ in range(2)]
    assert plain(first) == plain(second)
    assert house.wording.say("fr", sentence) in plain(first)
    uid = house.vault.uid(Address(platform, "somebody"))
    assert set(await house.store.read(lambda c: everything(c, house.vault, uid=uid))) == {"erasure"}


@pytest.mark.parametrize("language", OFFERED)
async def test_each_language_says_it(house: House, language: str) -> None:
    voice = house.wording.voice(language)
    said = {voice(f"forgotten-{platform}") for platform in ("telegram", "matrix", "web", "elsewhere")}
    assert len(said) == 4
    assert voice("web-wipe") in voice("forgotten-web")


@pytest.mark.parametrize("said", ["/confidentialite", "vie privée", "confidentialité"])
async def test_the_essential_is_said_in_the_conversation(house: House, said: str) -> None:
    reply = await say(house, "telegram", said)
    assert f"{house.dialogue.base_url}/confidentialite" in plain(reply)
    assert [choice.sends for choice in reply.choices] == ["/mesdonnees", "/supprimer"]


@pytest.mark.parametrize(("language", "least"), [("fr", 60), ("fr-x-simple", 80)])
def test_what_is_said_of_ones_data_is_easy_to_read(language: str, least: int) -> None:
    texts: dict[str, str] = {}
    for stem in ("person", "web"):
        for message in FluentParser().parse((LOCALES / language / f"{stem}.ftl").read_text(encoding="utf-8")).body:
            if isinstance(message, ast.Message) and _about_data(message.id.name) and message.value is not None:
                parts = [part.value for part in message.value.elements if isinstance(part, ast.TextElement)]
                texts[message.id.name] = re.sub(r"https?://\S+", "", " ".join(parts))
    assert len(texts) == 16
    assert {name: score for name, text in texts.items() if (score := readability(sentences_of([text]))) < least} == {}


def _about_data(name: str) -> bool:
    """Whether it is a sentence about personal data, not a title or a button."""
    kept = ("data-conversation", "data-erasure", "data-stopped", "data-file")
    new = ("forgotten", "privacy-short", "privacy-more", *kept)
    return name.startswith(new) or (name.startswith("web-privacy-") and not name.endswith(("-title", "-heading")))


async def test_on_the_page_the_file_is_a_link_that_holds_it_all(house: House) -> None:
    core = Core(
        answer=house.dialogue.answer,
        ready=_ready,
        words=lambda language, name, values: house.wording.say(language, name, **values),
        danger=lambda _: False,
    )
    async with TestClient(TestServer(make_app(core, WebSettings(key=b"k" * 32)))) as client:
        visitor = Visitor(client)
        await visitor.open()
        await visitor.say("douche à nantes")
        page = await visitor.say("/mesdonnees")
        (content,) = re.findall(r'href="data:application/json;base64,([^"]+)"', page)
        assert f'download="{FILE}"' in page
        assert read(b64decode(unescape(content)))["conversation"][0]["state"]["commune"] == "44109"
        assert house.wording.say("fr", "forgotten-web").partition(" ")[0] in await visitor.say("/supprimer oui")
        assert house.wording.say("fr", "data-erasure", date="10 mars 2026")[:20] in await visitor.say("/mesdonnees")


async def _ready() -> bool:
    return True
