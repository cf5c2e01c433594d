"""The places around a commune, to be printed: what the sheets say, and what a real browser prints of them."""

from __future__ import annotations

import io
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest
import segno
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from playwright.async_api import Page, async_playwright

from bot.app import House
from bot.cli.licensing import printing_of
from bot.handlers import printing
from bot.platforms.web import WebSettings, make_app, serve
from bot.platforms.web.printed import alone, code_of
from bot.talk.message import Address, Message
from bot.talk.wording import OFFERED, Wording
from tests.house import Clock
from tests.platforms.conftest import KEY, Client
from tests.platforms.scripted import Scripted
from tests.platforms.test_web_browser import ARGUMENTS, CHROMIUM, OVERFLOW, look

ADDRESS = "https://aide.example.org"
# Points: 210 × 297 mm.
A4 = (595.3, 841.9)


def app_of(house: House, clock: Clock) -> web.Application:
    core = replace(Scripted().core(Wording()), printing=printing_of(house))
    return make_app(core, WebSettings(key=KEY, public_url=ADDRESS), now=clock)


@pytest.fixture
async def client(house: House, clock: Clock) -> AsyncIterator[Client]:
    async with TestClient(TestServer(app_of(house, clock))) as opened:
        yield opened


async def get(client: Client, path: str, **headers: str) -> str:
    response = await client.get(path, headers=headers)
    assert response.status == 200
    return await response.text()


async def test_the_page_says_what_whom_to_call_and_when(client: Client) -> None:
    page = await get(client, "/imprimer/44109")
    for said in (
        "Où trouver de l’aide près de Nantes (44)",
        "Liste faite le 10 mars 2026",
        "115 : un abri pour cette nuit",
        "<h2>Aide alimentaire</h2>",
        "Repas chauds (Les Repas du quartier)",
        "02 61 91 10 03",
        "du lundi au vendredi",
        "12\u00a0h\u00a0à\u00a013\u00a0h\u00a030",
        "Vérifié le 5 janvier 2026 (source\u00a0: exemple)",
        "exemple (licence à demander à la source)",
        ADDRESS,
        "<svg",
    ):
        assert said in page, said
    assert page.index("Téléphone") > page.index("112")
    assert page.index("Aide alimentaire") < page.index("Accès aux droits")
    assert page.count("<h3") == len(set(re.findall(r"<h3[^>]*>([^<]+)", page)))


async def test_where_a_shelter_is_is_not_printed(client: Client) -> None:
    page = await get(client, "/imprimer/44109")
    assert "Hébergement de femmes victimes de violences" in page
    before, _, after = page.partition("Hébergement de femmes victimes de violences")
    assert "L’adresse reste secrète" in after[: after.index("</li>")]
    assert before
    assert "Cachée" not in after[: after.index("</li>")]


async def test_the_licences_are_those_the_operator_wrote(house: House, client: Client) -> None:
    file = house.settings.data_dir / "licences.toml"
    file.write_text('exemple = "Licence Ouverte 2.0"\n', encoding="utf-8")
    assert "exemple (Licence Ouverte 2.0)" in await get(client, "/imprimer/44109")
    file.write_text("exemple = Licence Ouverte", encoding="utf-8")
    assert "exemple (licence à demander" in await get(client, "/imprimer/44109")


async def test_each_language_has_its_page(client: Client) -> None:
    for language in OFFERED:
        page = await get(client, "/imprimer/44109", **{"Accept-Language": language})
        assert Wording().say(language, "print-numbers") in page
        assert f'<html lang="{language}"' in page


@pytest.mark.parametrize("code", ["00000", "99999", "44", "4410", "441090", "nantes", "2A0O4", "%00%00%00%00%00"])
async def test_a_code_that_is_no_commune_leads_nowhere(client: Client, code: str) -> None:
    assert (await client.get(f"/imprimer/{code}")).status == 404


async def test_a_commune_far_from_everything_gets_the_numbers(client: Client) -> None:
    page = await get(client, "/imprimer/2a004")
    assert "Je ne connais aucun lieu à moins de 20" in page
    assert "112" in page
    assert "<h3" not in page


async def test_what_does_not_fit_is_counted(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = await printing_of(house).sheets("44109", "fr")
    monkeypatch.setattr(printing, "MOST_ENTRIES", 3)
    few = await printing_of(house).sheets("44109", "fr")
    assert everything is not None
    assert few is not None
    count = sum(len(section.entries) for section in everything.sections)
    assert everything.left_out == 0
    assert sum(len(section.entries) for section in few.sections) == 3
    assert few.left_out == count - 3
    assert "proches n’ont pas trouvé place" in alone(few, Wording().voice("fr"), "")


async def test_what_is_invented_says_so_above_all_and_on_each(house: House) -> None:
    printed = await printing_of(house).sheets("44109", "fr")
    assert printed is not None
    voice = Wording().voice("fr")
    assert voice("print-fictional") not in alone(printed, voice, "")
    assert voice("print-fictional") in alone(replace(printed, fictional=True), voice, "")


async def test_results_on_the_web_lead_to_the_sheets(house: House) -> None:
    told = {
        platform: str((await house.dialogue.answer(Message(Address(platform, "a"), "douche à Nantes"))).blocks)
        for platform in ("web", "telegram")
    }
    assert "/imprimer/44109" in told["web"]
    assert "imprimer" not in told["telegram"]


def test_the_code_is_that_of_the_address() -> None:
    assert code_of("") == ""
    size = segno.make(ADDRESS, error="m", micro=False).symbol_size(border=4)[0]
    assert f'viewBox="0 0 {size} {size}"' in code_of(ADDRESS)
    assert "style=" not in code_of(ADDRESS)


@asynccontextmanager
async def browsing(width: int, *, locale: str = "fr-FR", script: bool = True) -> AsyncIterator[Page]:
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not installed")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        context = await browser.new_context(
            viewport={"width": width, "height": 720}, locale=locale, java_script_enabled=script
        )
        yield await context.new_page()
        await browser.close()


async def test_it_is_printed_on_a_few_sheets_of_a4_and_nothing_is_cut(house: House, tmp_path: Path) -> None:
    printed = await printing_of(house).sheets("44109", "fr")
    assert printed is not None
    entries = [entry for section in printed.sections for entry in section.entries]
    # As full as sheets can be.
    section = replace(printed.sections[0], entries=tuple(entries[number % len(entries)] for number in range(32)))
    full = replace(printed, sections=(section,), fictional=True, left_out=7)
    file = tmp_path / "page.html"
    file.write_text(alone(full, Wording().voice("fr"), ADDRESS), encoding="utf-8")
    async with browsing(688) as page:
        await page.goto(file.as_uri())
        await page.emulate_media(media="print")
        assert await page.evaluate(OVERFLOW) == 0
        content = await page.pdf(prefer_css_page_size=True)
    sheets = pypdfium2.PdfDocument(io.BytesIO(content))
    assert 2 <= len(sheets) <= 6
    assert all(sheet.get_size() == pytest.approx(A4, abs=1) for sheet in sheets)
    text = squeezed("".join(sheet.get_textpage().get_text_bounded() for sheet in sheets))
    wanted = [printed.place, *printed.numbers, ADDRESS, "tous ces lieux sont inventés", printed.sources]
    for said in (*wanted, *(line for each in entries for line in (each.title, *each.phones, *each.lines))):
        assert squeezed(said) in text, said
    for each in entries:
        assert text.count(squeezed(each.title)) >= 32 // len(entries)


def squeezed(text: str) -> str:
    """Without spaces, breaks and the hyphens of lines."""
    return re.sub(r"[\s\u00a0\u202f\ufffe\u2060-]+", "", text)


async def test_axe_finds_nothing_and_nothing_overflows_320_pixels(house: House, clock: Clock) -> None:
    async with serve(app_of(house, clock), "127.0.0.1", 0) as (host, port):
        for locale in ("fr-FR", "ar"):
            async with browsing(320, locale=locale) as page:
                await page.goto(f"http://{host}:{port}/imprimer/44109")
                assert await page.evaluate(OVERFLOW) == 0
                await look(page)
