"""The conversation over HTTP, as a browser without JavaScript has it."""

from __future__ import annotations

import logging
import re
from datetime import timedelta

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.platforms.web import WebSettings, make_app
from bot.talk.message import Position
from bot.talk.wording import Wording
from tests.platforms.conftest import KEY, Client, Clock, Visitor
from tests.platforms.scripted import HOSTILE, Scripted, token_in

FRAGMENT = {"X-Fragment": "1"}
NUMBERS = ('href="tel:112"', 'href="sms:114"', 'href="tel:115"')


async def test_a_page_shows_what_was_said_and_the_answer(visitor: Visitor) -> None:
    page = await visitor.say("douche à nante")
    assert '<p dir="auto">douche à nante</p>' in page
    assert '<h3 dir="auto">Bains-douches municipaux</h3>' in page
    assert 'href="tel:0240123456"' in page
    assert "facts are never shown" not in page


async def test_choices_are_buttons_that_work_alone(visitor: Visitor, scripted: Scripted) -> None:
    page = await visitor.say("douche à nante")
    assert re.search(r'<button name="choice" value="/plus"[^>]*>Plus de résultats</button>', page)
    answer = await (await visitor.send(choice="/plus", label="Plus de résultats")).text()
    assert '<p dir="auto">Plus de résultats</p>' in answer
    assert (scripted.heard[-1].text, scripted.heard[-1].pressed) == ("/plus", True)


async def test_every_message_of_a_visitor_has_the_same_address(visitor: Visitor, scripted: Scripted) -> None:
    await visitor.say("un")
    await visitor.say("deux")
    assert scripted.heard[0].address == scripted.heard[1].address
    assert scripted.heard[0].address.platform == "web"


async def test_the_last_exchange_only_is_shown(visitor: Visitor) -> None:
    await visitor.say("secret premier")
    assert "secret premier" not in await visitor.say("second")


async def test_an_empty_message_is_answered_by_the_conversation(visitor: Visitor, scripted: Scripted) -> None:
    page = await visitor.say("")
    assert "Dites-moi ce que vous cherchez" in page
    assert scripted.heard[-1].text == ""


async def test_the_script_is_given_the_answer_alone(visitor: Visitor) -> None:
    response = await visitor.send("douche à nante", headers=FRAGMENT)
    text = await response.text()
    assert text.lstrip().startswith('<li class="robot">')
    assert response.headers["X-Fragment"] == "1"
    assert response.headers["X-Csrf-Token"] == visitor.token


async def test_what_is_typed_and_what_comes_from_data_is_shown_literally(visitor: Visitor) -> None:
    typed = await (await visitor.send(choice=HOSTILE[:40], label='<img src=x onerror="alert(9)">')).text()
    data = await visitor.say("données hostiles")
    for page in (typed, data):
        assert "<img" not in page
        assert "<script>alert" not in page
        assert 'href="javascript:' not in page
        assert not re.search(r'<[^>]*"\s*on\w+=', page)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in data
    assert 'value="&#34;&gt;&lt;b&gt;"' in data


@pytest.mark.parametrize("token", ["", "wrong", "é\0"])
async def test_a_forged_form_is_not_heard_and_gives_the_words_back(
    visitor: Visitor, scripted: Scripted, token: str
) -> None:
    response = await visitor.send("j’ai <faim>", csrf=token)
    page = await response.text()
    assert response.status == 403
    assert scripted.heard == []
    assert 'value="j’ai &lt;faim&gt;"' in page
    assert all(number in page for number in NUMBERS)


async def test_a_form_without_its_cookie_is_refused_and_may_be_sent_again(visitor: Visitor, scripted: Scripted) -> None:
    visitor.client.session.cookie_jar.clear()
    response = await visitor.send("j’ai faim")
    assert response.status == 403
    visitor.token = token_in(await response.text())
    assert (await visitor.send("j’ai faim")).status == 200
    assert len(scripted.heard) == 1


async def test_danger_is_answered_without_cookies_to_a_stranger(visitor: Visitor, scripted: Scripted) -> None:
    await visitor.say("bonjour")
    response = await visitor.send("je veux mourir", csrf="forged")
    assert response.status == 200
    assert "3114" in await response.text()
    assert scripted.heard[0].address != scripted.heard[1].address


async def test_the_token_of_another_visitor_is_refused(visitor: Visitor) -> None:
    mine = visitor.token
    visitor.client.session.cookie_jar.clear()
    await visitor.open()
    assert (await visitor.send("bonjour", csrf=mine)).status == 403


async def test_the_cookie_is_for_this_site_only(client: Client) -> None:
    cookie = (await client.get("/")).headers["Set-Cookie"]
    for part in ("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=86400"):
        assert part in cookie
    assert "Secure" not in cookie


async def test_over_https_the_cookie_is_secure(scripted: Scripted, wording: Wording) -> None:
    app = make_app(scripted.core(wording), WebSettings(key=KEY, public_url="https://exemple.fr"))
    async with TestClient(TestServer(app)) as client:
        response = await client.get("/")
    assert response.headers["Set-Cookie"].startswith("__Host-solipacte=")
    assert "Secure" in response.headers["Set-Cookie"]
    assert "max-age" in response.headers["Strict-Transport-Security"]


async def test_a_visitor_silent_for_a_day_is_somebody_new(visitor: Visitor, clock: Clock, scripted: Scripted) -> None:
    await visitor.say("bonjour")
    clock.wait(timedelta(hours=23))
    await visitor.say("encore")
    clock.wait(timedelta(hours=25))
    await visitor.open()
    await visitor.say("me revoilà")
    first, second, third = (message.address.room for message in scripted.heard)
    assert first == second != third


async def test_too_many_messages_get_a_kind_sentence_but_danger_is_always_heard(visitor: Visitor, clock: Clock) -> None:
    for number in range(60):
        await visitor.say(f"{number}")
    response = await visitor.send("un de plus")
    assert response.status == 429
    assert 'value="un de plus"' in await response.text()
    assert "3114" in await visitor.say("je veux mourir")
    clock.wait(timedelta(minutes=1))
    assert (await visitor.send("un de plus")).status == 200


async def test_a_long_message_is_given_back_to_be_shortened(visitor: Visitor, scripted: Scripted) -> None:
    assert (await visitor.send("a" * 4096)).status == 200
    response = await visitor.send("é" * 4097)
    assert response.status == 413
    assert "é" * 4097 in await response.text()
    assert len(scripted.heard) == 1


@pytest.mark.parametrize(
    "text",
    ["je veux mourir " + "a" * 5000, "a" * 4090 + " je veux mourir", "é" * 9000 + " je veux mourir " + "a" * 9000],
)
async def test_danger_in_a_long_message_is_heard(visitor: Visitor, scripted: Scripted, text: str) -> None:
    assert (await visitor.send(text)).status == 200
    assert "je veux mourir" in scripted.heard[-1].text
    assert len(scripted.heard[-1].text) <= 4096


async def test_the_longest_message_in_emoji_fits(visitor: Visitor, scripted: Scripted) -> None:
    assert (await visitor.send("🚿" * 4096)).status == 200
    assert scripted.heard[-1].text == "🚿" * 4096


async def test_a_body_over_64_kib_is_refused_kindly(visitor: Visitor) -> None:
    response = await visitor.send("a" * 70_000)
    page = await response.text()
    assert response.status == 413
    assert all(number in page for number in NUMBERS)


@pytest.mark.parametrize(
    "place", [{"latitude": "91", "longitude": "0"}, {"latitude": "x", "longitude": "0"}, {"longitude": "2"}]
)
async def test_a_position_that_is_none_gets_a_sentence(
    visitor: Visitor, scripted: Scripted, place: dict[str, str]
) -> None:
    response = await visitor.send(None, None, **place)
    assert response.status == 400
    assert "Je n’ai pas compris" in await response.text()
    assert scripted.heard == []


async def test_a_position_is_heard_rounded(visitor: Visitor, scripted: Scripted) -> None:
    page = await (await visitor.send(latitude="47.218371", longitude="-1.553621")).text()
    assert scripted.heard[-1].position == Position(47.218, -1.554)
    assert "J’ai partagé ma position." in page


async def test_other_kinds_of_bodies_are_refused(visitor: Visitor) -> None:
    for data, kind in (("{}", "application/json"), ("x", "text/plain"), ("", "multipart/form-data; boundary=x")):
        response = await visitor.client.post("/message", data=data, headers={"Content-Type": kind})
        assert response.status == 415
    odd = {"Content-Type": "application/x-www-form-urlencoded; charset=nonsense"}
    assert (await visitor.client.post("/message", data=b"text=\xff%ff%00", headers=odd)).status == 403


async def test_the_page_follows_the_language_of_the_answer(visitor: Visitor) -> None:
    answer = await (await visitor.send(choice="/langue ar")).text()
    assert '<html lang="ar" dir="rtl">' in answer
    assert '<html lang="ar" dir="rtl">' in await visitor.open()
    assert '<html lang="en" dir="ltr">' in await (await visitor.send(choice="/langue en")).text()


async def test_the_browser_says_which_language_it_prefers(client: Client, scripted: Scripted) -> None:
    visitor = Visitor(client)
    assert '<html lang="en"' in await visitor.open(**{"Accept-Language": "en-GB,en;q=0.9"})
    await visitor.send("hello", headers={"Accept-Language": "uk,en;q=0.5"})
    assert scripted.heard[-1].language == "uk"


async def test_files_travel_inside_the_page_and_are_never_pages(visitor: Visitor) -> None:
    page = await visitor.say("/mesdonnees")
    assert 'download="donnees.json" href="data:application/octet-stream;base64,eyJhIjogMX0="' in page


async def test_an_error_is_kind_and_the_journal_holds_no_words(
    visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        response = await visitor.send("panne")
        page = await response.text()
    assert response.status == 500
    assert "Quelque chose s’est mal passé" in page
    assert all(number in page for number in NUMBERS)
    assert "RuntimeError" in caplog.text
    assert "secret words" not in caplog.text + page


async def test_nothing_said_is_in_the_journal_or_the_figures(
    visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        await visitor.say("je m’appelle Zébulon")
        await visitor.send("Zébulon encore", csrf="forged")
        await visitor.client.get("/zebulon?Zébulon")
        figures = await (await visitor.client.get("/metrics")).text()
    cookie = next(iter(visitor.client.session.cookie_jar)).value
    for secret in ("Zébulon", "zebulon", visitor.token, cookie, "127.0.0.1"):
        assert secret not in caplog.text
        assert secret not in figures
    assert 'solipacte_web_messages_total{outcome="answered"} 1.0' in figures
    assert 'solipacte_web_messages_total{outcome="forged"} 1.0' in figures
    assert 'solipacte_web_request_seconds_count{route="unknown",status="404"} 1.0' in figures
