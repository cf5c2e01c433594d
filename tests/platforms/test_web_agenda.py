"""The agenda of a territory, as a page and as a feed that programs follow."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from itertools import pairwise

import pytest
import vobject
from aiohttp.test_utils import TestClient, TestServer
from icalendar import Calendar

from bot.platforms.web import WebSettings, make_app
from bot.talk.wording import OFFERED, Wording
from knowledge.calendar import in_month
from knowledge.model import Event
from tests.house import Clock
from tests.platforms.conftest import KEY, Client
from tests.platforms.scripted import Scripted, shipped_agendas

ADDRESS = "https://pacte.example.org"
# Before and after the calendar of Pays de la Loire.
SUMMER, LATER = datetime(2024, 9, 1, 8, tzinfo=UTC), datetime(2026, 3, 10, 9, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock(SUMMER)


@pytest.fixture
async def client(scripted: Scripted, wording: Wording, clock: Clock) -> AsyncIterator[Client]:
    core = replace(scripted.core(wording), agendas=shipped_agendas(wording, ADDRESS, clock))
    async with TestClient(TestServer(make_app(core, WebSettings(key=KEY)))) as opened:
        yield opened


class Headings(HTMLParser):
    """The levels of the headings of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.levels.append(int(tag[1]))


async def get(client: Client, path: str, **headers: str) -> str:
    response = await client.get(path, headers=headers)
    assert response.status == 200
    return await response.text()


def events(feed: str) -> Iterator[tuple[str, object]]:
    """Titles and beginnings, as icalendar reads them."""
    for entry in Calendar.from_ical(feed).walk("VEVENT"):
        yield str(entry["summary"]), entry.decoded("dtstart")


async def test_the_territories_that_have_events_are_listed(client: Client) -> None:
    page = await get(client, "/agenda")
    for link in ('href="/agenda/france"', 'href="/agenda/reg-52"'):
        assert link in page


async def test_what_is_to_come_is_before_what_is_over(client: Client, clock: Clock) -> None:
    page = await get(client, "/agenda/reg-52")
    assert page.index("Atelier régional sur la mobilité solidaire") < page.index("Ce qui est passé")
    assert page.index("Ce qui est passé") < page.index("Webinaire régional")
    assert f"{ADDRESS}/agenda/reg-52.ics" in page
    assert "Source" in page
    clock.now = LATER
    assert "Je ne connais pas encore de date à venir" in await get(client, "/agenda/reg-52")


async def test_a_departement_has_the_events_of_its_region(client: Client) -> None:
    assert "Atelier régional sur la mobilité solidaire" in await get(client, "/agenda/dep-44")
    assert "Atelier régional sur la mobilité solidaire" not in await get(client, "/agenda/dep-21")


async def test_headings_go_down_one_level_at_a_time(client: Client) -> None:
    for path in ("/agenda", "/agenda/reg-52", "/agenda/dep-21"):
        levels = Headings(await get(client, path)).levels
        assert levels[0] == 1
        assert all(below <= above + 1 for above, below in pairwise(levels)), (path, levels)


@pytest.mark.parametrize("language", OFFERED)
async def test_the_pages_speak_the_language_of_who_reads(client: Client, language: str) -> None:
    said = Wording().say(language, "web-agenda")
    assert said in await get(client, "/agenda", **{"Accept-Language": language})


@pytest.mark.parametrize("path", ["/agenda/dep-99", "/agenda/dep-99.ics", "/agenda/nantes", "/agenda/reg-52.ics.ics"])
async def test_a_territory_that_is_none_has_no_agenda(client: Client, path: str) -> None:
    assert (await client.get(path)).status == 404


async def test_where_there_is_no_calendar_there_is_no_page(scripted_client: Client) -> None:
    for path in ("/agenda", "/agenda/reg-52", "/agenda/reg-52.ics"):
        assert (await scripted_client.get(path)).status == 404


@pytest.fixture
async def scripted_client(scripted: Scripted, wording: Wording) -> AsyncIterator[Client]:
    async with TestClient(TestServer(make_app(scripted.core(wording), WebSettings(key=KEY)))) as opened:
        yield opened


async def test_two_programs_read_the_feed_and_find_the_same(client: Client) -> None:
    for territory in ("reg-52", "dep-44", "france"):
        feed = await get(client, f"/agenda/{territory}.ics")
        ours = dict(events(feed))
        other = vobject.readOne(feed)
        theirs = {entry.summary.value: entry.dtstart.value for entry in other.vevent_list}
        assert ours.keys() == theirs.keys()
        for title, begins in ours.items():
            assert begins == theirs[title], title
    assert ours["Atelier régional sur la mobilité solidaire"] == date(2024, 9, 19)
    webinar = ours["Webinaire régional sur le Pacte des solidarités en Pays de la Loire"]
    assert isinstance(webinar, datetime)
    assert webinar.astimezone(UTC) == datetime(2024, 8, 29, 12, 30, tzinfo=UTC)


async def test_a_territory_without_events_has_a_feed_that_can_be_followed(client: Client) -> None:
    feed = await get(client, "/agenda/dep-974.ics")
    assert not list(events(feed))
    assert vobject.readOne(feed).name == "VCALENDAR"
    assert "BEGIN:VTIMEZONE" in feed
    assert "Indian/Reunion" in feed
    assert "X-PUBLISHED-TTL:PT6H" in feed


async def test_a_program_that_has_the_feed_is_told_that_nothing_changed(client: Client, clock: Clock) -> None:
    first = await client.get("/agenda/reg-52.ics")
    assert first.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "max-age" in first.headers["Cache-Control"]
    again = await client.get("/agenda/reg-52.ics", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status, await again.read()) == (304, b"")
    other = await client.get("/agenda/reg-52.ics", headers={"If-None-Match": '"another"'})
    assert other.status == 200
    clock.now = LATER
    assert (await client.get("/agenda/reg-52.ics", headers={"If-None-Match": first.headers["ETag"]})).status == 200


@pytest.mark.parametrize(
    ("territory", "zone"),
    [
        ("dep-974", "Indian/Reunion"),
        ("reg-04", "Indian/Reunion"),
        ("dep-44", "Europe/Paris"),
        ("reg-52", "Europe/Paris"),
    ],
)
async def test_a_feed_tells_the_clock_of_its_territory(client: Client, territory: str, zone: str) -> None:
    assert f"X-WR-TIMEZONE:{zone}" in await get(client, f"/agenda/{territory}.ics")


MOBILITY, WEBINAR = "Atelier régional sur la mobilité solidaire", "Webinaire régional sur le Pacte"


async def test_an_agenda_is_filtered_by_month_axis_and_words(client: Client) -> None:
    for query, shown, hidden in (
        ("mois=2024-09", MOBILITY, WEBINAR),
        ("mois=2024-08", WEBINAR, MOBILITY),
        ("mots=mobilite", MOBILITY, WEBINAR),
        ("mots=MOBILIT%C3%89S%20r%C3%A9gionale", MOBILITY, WEBINAR),
        ("mots=webinaire&mois=&axe=", WEBINAR, MOBILITY),
        ("mots=mobilite&mois=2024-09", MOBILITY, WEBINAR),
    ):
        page = await get(client, f"/agenda/reg-52?{query}")
        assert shown in page, query
        assert hidden not in page, query
    assert "correspond à votre choix" in await get(client, "/agenda/reg-52?mots=mobilite&mois=2024-08")
    assert "correspond à votre choix" in await get(client, "/agenda/reg-52?mots=xylophone")


async def test_what_was_chosen_stays_chosen_and_can_be_undone(client: Client) -> None:
    page = await get(client, "/agenda/reg-52?mois=2024-09&axe=3&mots=mobilit%C3%A9")
    assert '<option value="2024-09" selected>septembre 2024</option>' in page
    assert '<option value="3" selected>3</option>' in page
    assert 'value="mobilité"' in page
    assert '<a class="action" href="/agenda/reg-52">Tout voir</a>' in page
    assert "Tout voir" not in await get(client, "/agenda/reg-52")
    assert "selected" not in await get(client, "/agenda/reg-52")
    assert '<option value="2031-01" selected>' in await get(client, "/agenda/reg-52?mois=2031-01")


async def test_every_field_of_the_filters_has_its_words(client: Client) -> None:
    for language in OFFERED:
        page = await get(client, "/agenda/reg-52", **{"Accept-Language": language})
        for field in ("mois", "axe", "mots"):
            assert f'<label for="{field}">' in page
            assert f'id="{field}" name="{field}"' in page
        assert Wording().say(language, "web-agenda-apply") in page
        assert page.count('<form class="filters" method="get" action="/agenda/reg-52"') == 1


@pytest.mark.parametrize(
    "query",
    [
        "mots=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "mots=%27%20OR%201=1%20--",
        "mots=%7B%7B7*7%7D%7D",
        "mots=%E2%80%AE%00%0d%0aSet-Cookie:%20a=b",
        "mots=" + "a" * 4_000,
        "mots=" + "%F0%9F%92%A5" * 400,
        "mots=a&mots=b",
        "mots=(((((((((((((a*)*)*)*b",
        "mois=%22%3E%3Cscript%3E",
        "mois=2024-13",
        "mois=0000-00",
        "mois=2024-09%22%20onfocus=alert(1)",
        "mois=%D9%A2%D9%A0%D9%A2%D9%A4-09",
        "axe=5",
        "axe=%22%3E%3Cb%3E",
        "axe=3&autre=1",
        "%00=%00",
        "mots=%ff%fe",
    ],
)
async def test_no_filter_can_be_more_than_a_filter(client: Client, query: str) -> None:
    response = await client.get(f"/agenda/reg-52?{query}")
    page = await response.text()
    assert response.status == 200
    for forbidden in ("<script>alert", 'onfocus=alert(1)"', "49</", "\u202e", "<b>"):
        assert forbidden not in page
    assert "a=b" not in response.headers.get("Set-Cookie", "")
    assert len(page) < 20_000
    assert "noindex" in page


async def test_the_feed_does_not_depend_on_what_is_chosen(client: Client) -> None:
    whole = await client.get("/agenda/reg-52.ics")
    filtered = await client.get("/agenda/reg-52.ics?mots=mobilite&mois=2024-08")
    assert await whole.read() == await filtered.read()
    assert whole.headers["ETag"] == filtered.headers["ETag"]


@pytest.mark.parametrize(
    ("event", "months"),
    [
        ({"start": date(2026, 12, 30), "end": date(2027, 1, 2)}, {(2026, 12), (2027, 1)}),
        ({"start": date(2027, 1, 31)}, {(2027, 1)}),
        ({"said": "printemps 2027"}, {(2027, 3), (2027, 4)}),
        ({"said": "2027"}, {(2027, 1), (2027, 3), (2027, 4)}),
        ({"said": "mars 2027"}, {(2027, 3)}),
    ],
)
def test_an_event_is_in_each_month_that_it_touches(event: dict[str, object], months: set[tuple[int, int]]) -> None:
    what = Event.model_validate({"id": "a", "title": "a", "document": "agents", "quote": "a", **event})
    asked = [(2026, 12), (2027, 1), (2027, 3), (2027, 4), (2028, 3)]
    assert {month for month in asked if in_month(what, *month)} == months
