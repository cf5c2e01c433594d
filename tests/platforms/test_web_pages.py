"""The pages around the conversation, and what surrounds every answer."""

from __future__ import annotations

import asyncio
import logging
import re
from datetime import timedelta

import pytest
from aiohttp import ClientSession

from bot.platforms.web import WebSettings, make_app, serve
from bot.records.promises import ABOUT_AGENTS, RETENTION
from bot.talk.wording import OFFERED, Wording
from tests.platforms.conftest import KEY, Client
from tests.platforms.scripted import TOKEN, Scripted

PATHS = (
    "/",
    "/accessibilite",
    "/confidentialite",
    "/mentions-legales",
    f"/suivi/{TOKEN}",
    "/healthz",
    "/readyz",
    "/metrics",
    "/nulle-part",
    "/message",
)


@pytest.mark.parametrize("path", PATHS)
async def test_every_answer_carries_the_security_headers(client: Client, path: str) -> None:
    headers = (await client.get(path)).headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    for part in (
        "script-src 'self'",
        "style-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ):
        assert part in policy
    assert "unsafe" not in policy
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Permissions-Policy"].startswith("geolocation=(self)")
    assert ("X-Robots-Tag" in headers) is (path != "/")


PAGES = ("/", "/accessibilite", "/confidentialite", "/mentions-legales", "/nulle-part")


@pytest.mark.parametrize("path", [*PAGES, f"/suivi/{TOKEN}"])
async def test_pages_hold_no_script_or_style_of_their_own(client: Client, path: str) -> None:
    page = await (await client.get(path)).text()
    assert "<style" not in page
    assert "style=" not in page
    assert not re.search(r"<script(?! src=\"/static/)", page)
    assert not re.search(r"\son\w+=", page)
    assert ("noindex" in page) is (path != "/")


@pytest.mark.parametrize("path", PAGES)
async def test_every_page_says_what_it_is_and_whom_to_call(client: Client, path: str) -> None:
    page = await (await client.get(path)).text()
    assert "Je suis un robot, pas un service d’urgence." in page
    assert 'href="tel:112"' in page
    assert 'href="sms:114"' in page
    assert "Quitter vite" in page


async def test_the_page_of_personal_data_is_in_every_language_and_linked_from_every_page(client: Client) -> None:
    for language in OFFERED:
        response = await client.get("/confidentialite", headers={"Accept-Language": language})
        page = await response.text()
        assert (response.status, f'<html lang="{language}"' in page) == (200, True)
        assert Wording().say(language, "web-privacy-why-title") in page
        assert "365" in page
        assert "{" not in page
    for path in PAGES:
        assert '<a href="/confidentialite">' in await (await client.get(path)).text()


async def test_the_statements_give_the_operator_or_say_that_he_is_missing(client: Client) -> None:
    page = await (await client.get("/mentions-legales")).text()
    assert "DDETS de la Nièvre" in page
    assert "Hébergeur\u00a0: à compléter par l’exploitant" in page
    assert "24\u00a0heures" in page
    statement = await (await client.get("/accessibilite")).text()
    assert "RGAA" in statement
    assert "21 novembre 2026" in statement


async def test_statements_follow_the_language_and_give_no_cookie(client: Client) -> None:
    response = await client.get("/mentions-legales", headers={"Accept-Language": "ar"})
    assert '<html lang="ar" dir="rtl">' in await response.text()
    assert "Set-Cookie" not in response.headers


async def test_a_secret_link_shows_the_search_as_of_today(client: Client) -> None:
    response = await client.get(f"/suivi/{TOKEN}")
    page = await response.text()
    assert "Bains-douches municipaux" in page
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize("token", ["b" * 22, "court", "a" * 200, "..%2f" * 9, "%00" * 22])
async def test_a_link_nobody_was_given_leads_nowhere(client: Client, token: str) -> None:
    response = await client.get(f"/suivi/{token}")
    assert response.status == 404
    assert "ce lien ne marche plus" in await response.text()


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/message"), ("POST", "/"), ("DELETE", "/healthz"), ("PUT", "/accessibilite")]
)
async def test_wrong_methods_are_refused_kindly(client: Client, method: str, path: str) -> None:
    response = await client.request(method, path)
    assert response.status == 405
    assert response.headers["Allow"]
    assert "ne s’ouvre pas ainsi" in await response.text()


async def test_static_files_are_kept_by_the_browser_and_found_by_their_exact_name(client: Client) -> None:
    page = await (await client.get("/")).text()
    names = set(re.findall(r"/static/[\w.-]+", page))
    assert len(names) == 3
    for name in names:
        response = await client.get(name)
        assert response.status == 200
        assert "immutable" in response.headers["Cache-Control"]
    for name in ("chat.css", "..%2f..%2fmarkup.py", "%00", ""):
        assert (await client.get(f"/static/{name}")).status == 404


async def test_health_is_the_loop_and_readiness_is_the_conversation(client: Client, scripted: Scripted) -> None:
    assert (await client.get("/readyz")).status == 200
    scripted.is_ready = False
    assert (await client.get("/readyz")).status == 503
    assert (await client.get("/healthz")).status == 200


async def test_without_follow_up_links_the_page_does_not_exist(wording: Wording) -> None:
    scripted = Scripted()
    core = scripted.core(wording)
    app = make_app(
        type(core)(answer=core.answer, ready=core.ready, words=core.words, danger=core.danger), WebSettings(key=KEY)
    )
    async with serve(app, "127.0.0.1", 0) as (host, port), ClientSession() as browser:
        response = await browser.get(f"http://{host}:{port}/suivi/{TOKEN}")
        assert response.status == 404


async def test_a_broken_request_leaves_no_words_in_the_journal(
    wording: Wording, caplog: pytest.LogCaptureFixture
) -> None:
    app = make_app(Scripted().core(wording), WebSettings(key=KEY))
    with caplog.at_level(logging.DEBUG):
        async with serve(app, "127.0.0.1", 0) as (host, port):
            reader, writer = await asyncio.open_connection(host, port)
            writer.write(b"GET /Zebulon HTTP/1.1\r\nHost: x\r\nBad header Zebulon\r\n\r\n")
            assert b"400" in await reader.readline()
            writer.close()
            await writer.wait_closed()
    assert "Zebulon" not in caplog.text
    assert "127.0.0.1" not in caplog.text


def test_the_privacy_notice_promises_what_is_kept() -> None:
    said = WebSettings(key=KEY)
    promised = {
        "conversation": timedelta(hours=said.kept_session_hours),
        "preference": timedelta(days=said.kept_preference_days),
        "saved_search": timedelta(days=said.kept_search_days),
        "erasure": timedelta(days=said.kept_erasure_days),
        "inbox": timedelta(days=said.kept_event_days),
        "outbox": timedelta(days=said.kept_send_days),
        "subscription": timedelta(days=said.kept_subscription_days),
        "mail_request": timedelta(days=said.kept_mail_request_days),
        "offer": timedelta(days=said.kept_offer_days),
        "offer_line": timedelta(days=said.kept_offer_line_days),
        "offer_draft": timedelta(days=said.kept_offer_draft_days),
        "report": timedelta(days=said.kept_report_days),
        "alert": timedelta(days=said.kept_alert_days),
        "steward": timedelta(days=said.kept_steward_days),
    }
    of_agents = ({"agent", "offer_export", "import_wish", "bulletin"} | ABOUT_AGENTS) - {"mail_request"}
    assert promised == {name: retention.kept for name, retention in RETENTION.items() if name not in of_agents}
    told = Wording().say("fr", "agents-how")
    assert {RETENTION[name].kept for name in ("agent", "audit")} == {timedelta(days=365)}
    assert "365 jours" in told


def test_the_key_is_never_printed() -> None:
    assert "0123456789" not in repr(WebSettings(key=KEY))
