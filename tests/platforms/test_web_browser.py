"""The web chat in a real browser: Debian's Chromium, driven by playwright."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, Route, async_playwright, expect

from bot.platforms.web import WebSettings, make_app, serve
from bot.talk.message import Position
from bot.talk.wording import Wording
from tests.house import Clock
from tests.platforms.conftest import KEY
from tests.platforms.scripted import HOSTILE, Scripted, shipped_agendas

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
EXIT = "http://neutral.test/"

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture(scope="module")
def chromium() -> Path:
    if not CHROMIUM.exists():
        assert os.environ.get("CI") != "true", f"{CHROMIUM} is missing: apt-get install chromium"
        pytest.skip(f"{CHROMIUM} is not installed")
    return CHROMIUM


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser(chromium: Path) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield opened
        await opened.close()


@dataclass
class Street:
    """A site that is served, and browsers that look at it."""

    browser: Browser
    address: str
    scripted: Scripted

    async def open(self, path: str = "/", *, width: int = 1024, script: bool = True, **options: Any) -> Page:
        chosen = {"locale": "fr-FR", "reduced_motion": "reduce", **options}
        context = await self.browser.new_context(
            viewport={"width": width, "height": 720}, java_script_enabled=script, **chosen
        )
        page = await context.new_page()
        page.set_default_timeout(20_000)
        await page.goto(self.address + path)
        return page


@pytest_asyncio.fixture(loop_scope="module")
async def street(browser: Browser, wording: Wording) -> AsyncIterator[Street]:
    scripted = Scripted()
    core = replace(scripted.core(wording), agendas=shipped_agendas(wording, "https://pacte.example.org", Clock()))
    app = make_app(core, WebSettings(key=KEY, quick_exit=EXIT))
    async with serve(app, "127.0.0.1", 0) as (host, port):
        yield Street(browser, f"http://{host}:{port}", scripted)
        for context in browser.contexts:
            await context.close()


async def say(page: Page, text: str) -> None:
    answers = await page.locator(".robot").count()
    await page.fill("#text", text)
    await page.press("#text", "Enter")
    await expect(page.locator(".robot").nth(answers if await page.locator("#here").is_visible() else 0)).to_be_visible()


async def test_with_javascript_the_exchange_grows_on_the_page(street: Street) -> None:
    page = await street.open()
    await page.evaluate("window.same = true")
    await say(page, "douche à nante")
    await expect(page.locator(".you .message").last).to_have_text("douche à nante")
    await expect(page.locator(".card h3").first).to_have_text("Bains-douches municipaux")
    await expect(page.locator("#text")).to_be_focused()
    await expect(page.locator("#text")).to_have_value("")
    await page.get_by_role("button", name="Plus de résultats").click()
    await expect(page.locator(".you .message").last).to_have_text("Plus de résultats")
    await expect(page.locator(".robot")).to_have_count(2)
    assert street.scripted.heard[-1].text == "/plus"
    assert street.scripted.heard[-1].pressed
    assert await page.evaluate("window.same")


async def test_without_javascript_everything_works(street: Street) -> None:
    page = await street.open(script=False)
    await page.fill("#text", "douche à nante")
    await page.get_by_role("button", name="Envoyer").click()
    await expect(page.locator(".you .message")).to_have_text("douche à nante")
    await page.get_by_role("button", name="Plus de résultats").click()
    await expect(page.locator(".you .message")).to_have_text("Plus de résultats")
    await page.get_by_role("button", name="العربية").click()
    await expect(page.locator("html")).to_have_attribute("dir", "rtl")
    assert [message.text for message in street.scripted.heard] == ["douche à nante", "/plus", "/langue ar"]
    assert not await page.locator("#here").is_visible()


async def test_the_keyboard_alone_is_enough(street: Street) -> None:
    page = await street.open()
    await page.keyboard.press("Tab")
    skip = page.locator(".skip")
    await expect(skip).to_be_focused()
    assert (await skip.bounding_box() or {"y": -1})["y"] >= 0
    await page.keyboard.press("Enter")
    await expect(page.locator("#text")).to_be_focused()
    await page.keyboard.type("douche à nante")
    await page.keyboard.press("Enter")
    choice = page.get_by_role("button", name="Ouvert maintenant")
    await expect(choice).to_be_visible()
    for _ in range(12):
        await page.keyboard.press("Shift+Tab")
        if await choice.evaluate("choice => choice === document.activeElement"):
            break
    await expect(choice).to_be_focused()
    assert await choice.evaluate("choice => getComputedStyle(choice).outlineStyle") == "solid"
    await page.keyboard.press("Enter")
    await expect(page.locator(".you .message").last).to_have_text("Ouvert maintenant")


async def test_a_screen_reader_is_told_who_speaks_and_that_an_answer_is_coming(street: Street) -> None:
    street.scripted.hold = asyncio.Event()
    page = await street.open()
    log = page.get_by_role("log", name="Conversation")
    await expect(log).to_have_attribute("aria-live", "polite")
    await page.fill("#text", "douche à nante")
    await page.press("#text", "Enter")
    await expect(page.get_by_role("status")).to_have_text("Le robot écrit…")
    await expect(page.locator("#text")).to_be_enabled()
    street.scripted.hold.set()
    await expect(page.get_by_role("status")).to_have_text("")
    await expect(log.locator(".who")).to_have_text(["Vous", "Le robot"])


@pytest.mark.parametrize("locale", ["fr-FR", "ar", "en-GB"])
async def test_nothing_overflows_320_pixels(street: Street, locale: str) -> None:
    page = await street.open(width=320, locale=locale)
    assert await page.evaluate(OVERFLOW) == 0
    await say(page, "douche à nante")
    await say(page, "a" * 300)
    assert await page.evaluate(OVERFLOW) == 0
    for path in ("/agenda/reg-52", "/accessibilite", "/confidentialite", "/mentions-legales", "/nulle-part"):
        await page.goto(street.address + path)
        assert await page.evaluate(OVERFLOW) == 0


async def test_text_twice_as_large_and_spaced_out_still_fits(street: Street) -> None:
    page = await street.open(width=640)
    await say(page, "douche à nante")
    await page.evaluate("""for (const each of [document.documentElement, ...document.body.querySelectorAll('*')])
        Object.assign(each.style, {lineHeight: '1.5', letterSpacing: '.12em', wordSpacing: '.16em'});
        document.documentElement.style.fontSize = '200%'""")
    assert await page.evaluate(OVERFLOW) == 0


async def test_targets_are_large(street: Street) -> None:
    page = await street.open(width=320)
    await say(page, "douche à nante")
    sizes = await page.evaluate("""
        [...document.querySelectorAll('button, .leave, .danger a, .tools a, footer a, .name a')]
        .filter(each => each.offsetParent)
        .map(each => [each.textContent, Math.round(each.getBoundingClientRect().height)])""")
    assert len(sizes) > 10
    assert [size for size in sizes if size[1] < 44] == []


async def test_arabic_runs_from_right_to_left_and_numbers_do_not(street: Street) -> None:
    page = await street.open(locale="ar")
    await expect(page.locator("html")).to_have_attribute("dir", "rtl")
    await say(page, "/langue ar")
    await expect(page.locator(".robot .message").last).to_have_attribute("lang", "ar")
    phone = page.locator(".card .phone")
    assert await phone.evaluate("each => getComputedStyle(each).direction") == "ltr"
    assert await page.locator(".card h3").evaluate("each => getComputedStyle(each).textAlign") == "right"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["fr-FR", "ar"])
async def test_axe_finds_nothing(street: Street, scheme: str, locale: str) -> None:
    page = await street.open(color_scheme=scheme, locale=locale)
    await look(page)
    for text in ("douche à nante", "je veux mourir", "/mesdonnees", "panne"):
        await say(page, text)
    await look(page)
    for path in (
        "/agenda",
        "/agenda/reg-52",
        "/accessibilite",
        "/confidentialite",
        "/mentions-legales",
        "/nulle-part",
        f"/suivi/{'a' * 22}",
    ):
        await page.goto(street.address + path)
        await look(page)


async def look(page: Page) -> None:
    """Fails with what axe says of the page."""
    results = await Axe().run(page)
    assert results.violations_count == 0, results.generate_snapshot()


async def test_the_first_load_is_under_50_kilobytes(street: Street) -> None:
    page = await street.open("/healthz")
    weights: dict[str, int] = {}

    async def weigh(route: Route) -> None:
        response = await route.fetch()
        weights[route.request.url] = len(await response.body())
        await route.fulfill(response=response)

    await page.route("**/*", weigh)
    await page.goto(street.address, wait_until="networkidle")
    assert len(weights) >= 3
    assert sum(weights.values()) < 50_000, weights


async def test_a_lost_connection_is_said_and_the_message_can_be_sent_again(street: Street) -> None:
    page = await street.open()
    await page.context.set_offline(True)
    await page.fill("#text", "douche à nante")
    await page.press("#text", "Enter")
    await expect(page.locator(".notice")).to_contain_text("Le message n’est pas parti")
    await page.context.set_offline(False)
    await page.get_by_role("button", name="Réessayer").click()
    await expect(page.locator(".card h3").first).to_be_visible()
    await expect(page.locator(".notice")).to_have_count(0)
    await expect(page.locator(".you")).to_have_count(1)
    assert len(street.scripted.heard) == 1


async def test_a_page_that_slept_for_days_still_sends(street: Street) -> None:
    page = await street.open()
    await page.context.clear_cookies()
    await say(page, "douche à nante")
    await expect(page.locator(".card h3").first).to_be_visible()
    await say(page, "encore")
    assert [message.text for message in street.scripted.heard] == ["douche à nante", "encore"]


async def test_an_error_gives_the_words_back(street: Street) -> None:
    page = await street.open()
    await say(page, "panne")
    await expect(page.locator(".notice")).to_contain_text("Quelque chose s’est mal passé")
    await expect(page.locator("#text")).to_have_value("panne")


async def test_a_position_is_shared_only_on_request_rounded_and_in_no_address(street: Street) -> None:
    page = await street.open(geolocation={"latitude": 47.218371, "longitude": -1.553621}, permissions=["geolocation"])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.get_by_role("button", name="Partager ma position").click()
    await expect(page.locator(".you .message")).to_have_text("J’ai partagé ma position.")
    await expect(page.locator(".robot .message")).to_have_text("Autour de 47.218 -1.554")
    assert street.scripted.heard[-1].position == Position(47.218, -1.554)
    assert f"{street.address}/message" in asked
    assert not [address for address in asked if "47" in address.removeprefix(street.address)]


async def test_a_position_that_is_refused_is_no_drama(street: Street) -> None:
    page = await street.open()
    await page.context.clear_permissions()
    await page.evaluate("() => { navigator.geolocation.getCurrentPosition = (found, lost) => lost({code: 1}) }")
    await page.get_by_role("button", name="Partager ma position").click()
    await expect(page.locator(".notice")).to_contain_text("Ce n’est pas grave")
    assert street.scripted.heard == []


async def test_leaving_quickly_shows_a_neutral_page_and_leaves_no_way_back(street: Street) -> None:
    page = await street.open("/accessibilite")
    await page.goto(street.address)
    await page.route("http://neutral.test/**", lambda route: route.fulfill(body="Il fait beau."))
    await say(page, "douche à nante")
    await page.get_by_role("link", name="Quitter vite").click()
    await page.wait_for_url(EXIT)
    await page.go_back()
    assert page.url == f"{street.address}/accessibilite"


async def test_leaving_quickly_is_in_reach_wherever_the_page_is_scrolled(street: Street) -> None:
    page = await street.open(width=320)
    for _ in range(3):
        await say(page, "douche à nante")
    assert await page.evaluate("window.scrollY") > 500
    await expect(page.get_by_role("link", name="Quitter vite")).to_be_in_viewport(ratio=1)
    await expect(page.locator("#text")).to_be_in_viewport(ratio=1)
    await expect(page.locator(".you .message").last).to_be_in_viewport(ratio=1)


async def test_a_file_is_saved_as_it_was_given(street: Street) -> None:
    page = await street.open()
    await say(page, "/mesdonnees")
    async with page.expect_download() as saving:
        await page.get_by_role("link", name="Télécharger donnees.json").click()
    saved = await saving.value
    assert saved.suggested_filename == "donnees.json"
    assert await asyncio.to_thread((await saved.path()).read_bytes) == b'{"a": 1}'


async def test_the_screen_can_be_wiped(street: Street) -> None:
    street.scripted.hold = asyncio.Event()
    page = await street.open()
    await page.fill("#text", "douche à nante")
    await page.press("#text", "Enter")
    await expect(page.locator(".you")).to_have_count(1)
    await page.get_by_role("link", name="Effacer l’écran").click()
    street.scripted.hold.set()
    await expect(page.get_by_role("status")).to_have_text("")
    await expect(page.locator(".log > li")).to_have_count(0)
    await expect(page.locator("#text")).to_be_focused()


async def test_hostile_words_and_data_are_shown_and_never_run(street: Street) -> None:
    page = await street.open()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    await say(page, HOSTILE)
    await expect(page.locator(".you .message").last).to_contain_text("<script>alert(1)</script>")
    await say(page, "données hostiles")
    await expect(page.locator(".card h3")).to_contain_text("<script>alert(1)</script><img src=x")
    await page.get_by_role("button", name="<b>Plus</b>").click()
    await expect(page.locator(".robot")).to_have_count(3)
    assert await page.locator("#log img, #log script, #log b").count() == 0
    assert dialogs == []
