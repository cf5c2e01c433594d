"""Events that agents announce: in the answers, on the page, in the feed; and only by whom may."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest
from icalendar import Calendar

from bot.app import House
from bot.handlers.agenda_filters import Filters
from bot.handlers.agendas import Agendas
from bot.platforms.markup import plain
from bot.records import agents, audit, invitations
from bot.records.diary import announced
from bot.records.permissions import Role
from bot.talk.message import Address, Message
from tests.house import TUESDAY, Clock

LINE = "/evenement Atelier mobilité | 16/04/2026 14:30 | Nantes, Europa | https://exemple.gouv.fr/a"


@pytest.fixture
def agendas(house: House, clock: Clock) -> Agendas:
    return Agendas(house.knowledge, house.store.read, house.wording, clock, "https://pacte.example.org")


async def say(house: House, text: str, who: str = "agente") -> str:
    said = Message(Address("telegram", who), text, author=who)
    return plain(await house.dialogue.answer(said))


async def enrol(house: House, role: Role, territory: str, who: str = "agente") -> None:
    invite = partial(invitations.invite, vault=house.vault, role=role, territory=territory, label="Mme D.", now=TUESDAY)
    assert "C’est fait" in await say(house, f"/habilitation {await house.store.write(invite)}", who)


async def feed(agendas: Agendas, territory: str) -> list[tuple[str, str, int]]:
    calendar = Calendar.from_ical(await agendas.feed(territory))
    entries = [entry for entry in calendar.walk("VEVENT") if str(entry["uid"]).startswith("agenda-")]
    return [(str(e["summary"]), str(e.get("status", "")), int(e.get("sequence", 0))) for e in entries]


async def test_an_event_is_published_after_a_yes_only(house: House, agendas: Agendas) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    for answer in ("non", "2", "douche à Nantes"):
        assert "Je publie ?" in await say(house, LINE)
        await say(house, answer)
    assert await house.store.read(announced) == []
    await say(house, LINE)
    assert "C’est publié" in await say(house, "Publier")
    for territory in ("dep-44", "france"):
        assert await feed(agendas, territory) == [("Atelier mobilité", "", 0)]
        assert "Atelier mobilité" in plain(await agendas.page(territory, "fr"))
    assert await feed(agendas, "dep-49") == []
    assert "dep-44" in [territory for territory, _ in await agendas.listed("fr")]
    assert "Atelier mobilité" in await say(house, "agenda avril 2026 nantes", "quelqu’un")
    assert "Atelier mobilité" in await say(house, "/agenda mobilité loire atlantique 2026", "quelqu’un")


async def test_an_event_called_off_stays_marked(house: House, agendas: Agendas) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    await say(house, LINE)
    await say(house, "oui")
    assert "Rien n’est changé" in await call_off(house, "non")
    assert "C’est annulé" in await call_off(house, "oui")
    assert await feed(agendas, "dep-44") == [("Atelier mobilité", "CANCELLED", 1)]
    assert "Annulé." in plain(await agendas.page("dep-44", "fr"))


async def call_off(house: House, answer: str, who: str = "agente") -> str:
    await say(house, "/evenement annuler 1", who)
    return await say(house, answer, who)


CHANGE = "/evenement changer 1 Atelier mobilité | 17/04/2026 15:00 | Nantes, Europa"


async def test_an_event_is_changed_after_a_yes(house: House, agendas: Agendas) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    await say(house, LINE)
    await say(house, "oui")
    assert "Vendredi 17 avril 2026" in await say(house, CHANGE)
    await say(house, "non")
    assert await feed(agendas, "dep-44") == [("Atelier mobilité", "", 0)]
    await say(house, CHANGE)
    assert "C’est publié" in await say(house, "oui")
    assert await feed(agendas, "dep-44") == [("Atelier mobilité", "", 1)]
    assert "17 avril" in plain(await agendas.page("dep-44", "fr"))
    for line in ("/evenement changer 9 Atelier | 17/04/2026", "/evenement changer 1"):
        assert "C’est publié" not in await say(house, line)


async def test_of_two_officers_who_change_one_event_the_second_is_told(house: House) -> None:
    for who in ("agente", "collègue"):
        await enrol(house, Role.OFFICER, "dep-44", who)
    await say(house, LINE)
    await say(house, "oui")
    await say(house, CHANGE)
    await say(house, "/evenement changer 1 Atelier | 18/04/2026 | Nantes", "collègue")
    assert "C’est publié" in await say(house, "oui", "collègue")
    assert "entre-temps" in await say(house, "oui")
    (event,) = await house.store.read(announced)
    assert event.start == date(2026, 4, 18)


async def test_an_event_goes_to_another_territory_by_who_has_rights_in_both(house: House) -> None:
    await enrol(house, Role.COMMISSAIRE, "reg-52")
    await say(house, f"{LINE} | dep-44")
    await say(house, "oui")
    await enrol(house, Role.OFFICER, "dep-44", "agente44")
    assert "ne vont pas jusqu’à" in await say(house, f"{CHANGE} | dep-49", "agente44")
    await say(house, f"{CHANGE} | dep-49")
    assert "C’est publié" in await say(house, "oui")
    assert [event.territory for event in await house.store.read(announced)] == ["dep-49"]
    rows = await house.store.read(lambda c: [entry for _, entry in audit.entries(c, most=2)])
    assert [(row.target, row.territory) for row in rows] == [("changer 1", "dep-44"), ("changer 1", "dep-49")]


async def test_nobody_calls_off_what_is_elsewhere(house: House) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    await say(house, LINE)
    await say(house, "oui")
    await enrol(house, Role.OFFICER, "dep-49", "autre")
    assert "Je ne trouve pas cet événement" in await say(house, "/evenement annuler 1", "autre")
    await enrol(house, Role.READER, "dep-44", "lecteur")
    assert "réservée aux agents" in await say(house, LINE, "lecteur")
    assert [event.cancelled for event in await house.store.read(announced)] == [False]


async def test_a_right_withdrawn_before_the_yes_publishes_nothing(house: House) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    await say(house, LINE)
    (agent,) = await house.store.read(partial(agents.agents, vault=house.vault))
    await house.store.write(partial(agents.revoke, vault=house.vault, name=agent.name, now=TUESDAY))
    assert "réservée aux agents" in await say(house, "oui")
    assert await house.store.read(announced) == []


async def test_with_rights_in_several_territories_one_is_asked_for(house: House) -> None:
    for territory in ("dep-44", "dep-49"):
        await enrol(house, Role.OFFICER, territory)
    assert "plusieurs territoires" in await say(house, LINE)
    assert "le Maine-et-Loire" in await say(house, f"{LINE} | dep-49")


async def test_a_midnight_between_the_preview_and_the_yes_publishes_no_past_event(house: House, clock: Clock) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    await say(house, "/evenement Ce soir | 10/03/2026 20:00 | Nantes")
    clock.at("2026-03-11 00:05")
    assert "Rien n’est publié" in await say(house, "oui")
    assert await house.store.read(announced) == []


async def test_what_is_published_and_called_off_is_told(house: House) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    await say(house, LINE)
    await say(house, "oui")
    await call_off(house, "oui")
    rows = await house.store.read(lambda c: [entry for _, entry in audit.entries(c, most=9)])
    assert [(row.action, row.target, row.territory) for row in rows[-2:]] == [
        ("evenement", "new", "dep-44"),
        ("evenement", "annuler 1", "dep-44"),
    ]
    verdict = await house.store.read(partial(audit.verify, vault=house.vault))
    assert not verdict.wrong


async def test_a_date_that_comes_again_is_published_whole_and_told_once(house: House, clock: Clock) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    line = "/evenement Café | chaque mardi du 31/03/2026 au 28/04/2026 14:00 | Nantes"
    assert "5 dates" in await say(house, line)
    await say(house, "non")
    assert await house.store.read(announced) == []
    await say(house, line)
    assert "C’est publié" in await say(house, "oui")
    found = await house.store.read(announced)
    assert [event.start.day for event in found if event.start] == [31, 7, 14, 21, 28]
    assert {(event.territory, event.title, str(event.hour)) for event in found} == {("dep-44", "Café", "14:00:00")}
    rows = await house.store.read(lambda c: [entry for _, entry in audit.entries(c, most=1)])
    assert [(row.action, row.target) for row in rows] == [("evenement", "new 5")]
    await say(house, "/evenement Ce soir | chaque mardi du 10/03/2026 au 16/03/2026")
    clock.at("2026-03-11 00:05")
    assert "Rien n’est publié" in await say(house, "oui")
    assert len(await house.store.read(announced)) == 5


async def test_a_feed_is_made_again_only_when_something_changed(house: House, agendas: Agendas, clock: Clock) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    first = await agendas.feed("dep-44")
    assert await agendas.feed("dep-44") is first
    await say(house, LINE)
    await say(house, "oui")
    second = await agendas.feed("dep-44")
    assert b"Atelier" in second
    assert await agendas.feed("dep-44") is second
    await call_off(house, "oui")
    third = await agendas.feed("dep-44")
    assert b"CANCELLED" in third
    clock.advance(timedelta(days=1))
    assert await agendas.feed("dep-44") != third
    for number in range(1, 40):
        await agendas.feed(f"dep-{number:02}")
    assert await agendas.feed("dep-44") == await agendas.feed("dep-44")


async def test_a_page_filtered_by_an_axis_has_its_events_and_those_of_no_axis(house: House, agendas: Agendas) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    for line in ("Alpha | 16/04/2026 | Nantes | axe 3", "Bravo | 17/04/2026 | axe 1", "Charlie | 18/04/2026"):
        await say(house, f"/evenement {line}")
        await say(house, "oui")
    page = plain((await agendas.shown("dep-44", "fr", Filters(axis="3"))).reply)
    assert [title in page for title in ("Alpha", "Bravo", "Charlie")] == [True, False, True]
    page = plain((await agendas.shown("dep-44", "fr", Filters(month="2026-04", words="nantes"))).reply)
    assert [title in page for title in ("Alpha", "Bravo", "Charlie")] == [True, False, False]
