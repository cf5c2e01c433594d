"""A file of events in the conversation: what is shown is what is written, once, where one may."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.app import House
from bot.calendars.reading import holds_events
from bot.records import audit
from bot.records.diary import announced, kept, revise
from bot.records.permissions import Role
from tests.calendars.conftest import calendar
from tests.calendars.test_xlsx import HOSTILE, workbook
from tests.handlers.sending import Shelf
from tests.handlers.test_events import enrol, say
from tests.house import TUESDAY, Clock

FIRST = "UID:a\nSUMMARY:Atelier\nDTSTART:20270316T133000Z\nLOCATION:Nantes"
ELSEWHERE = "X-SOLIPACTE-TERRITORY:dep-49"


@pytest.fixture
async def shelf(house: House) -> Shelf:
    await enrol(house, Role.OFFICER, "dep-44")
    return Shelf(house)


async def titles(house: House) -> list[tuple[str, str]]:
    return [(event.title, event.territory or "") for event in await house.store.read(announced)]


@pytest.mark.parametrize("yes", ["oui", "OUI", "1", "Appliquer"])
async def test_a_yes_writes_all_of_it_and_who_did_it(house: House, shelf: Shelf, yes: str) -> None:
    assert "Nouveaux événements\u00a0: 1" in await shelf.send("a.ics", calendar(FIRST))
    assert await titles(house) == []
    assert "/agenda/dep-44" in await say(house, yes)
    assert await titles(house) == [("Atelier", "dep-44")]
    rows = [entry for _, entry in await house.store.read(lambda c: audit.entries(c, most=9))]
    assert (rows[-1].action, rows[-1].target, rows[-1].territory) == ("evenement", "import new 1", "dep-44")
    assert rows[-1].actor == house.vault.author("telegram", "agente")


@pytest.mark.parametrize("no", ["non", "2", "Abandonner"])
async def test_a_no_forgets_it(house: House, shelf: Shelf, no: str) -> None:
    await shelf.send("a.ics", calendar(FIRST))
    assert await say(house, no) == house.wording.say("fr", "file-dropped")
    await say(house, "oui")
    assert await titles(house) == []


async def test_a_platform_that_is_away_at_the_yes_loses_nothing(house: House, shelf: Shelf) -> None:
    await shelf.send("a.ics", calendar(FIRST))
    shelf.fails = ["away"]
    answer = await say(house, "oui")
    assert answer.startswith(house.wording.say("fr", "file-away"))
    assert "1. Appliquer" in answer
    assert "C’est fait" in await say(house, "1")
    assert await titles(house) == [("Atelier", "dep-44")]


async def test_another_content_at_the_yes_is_not_applied(house: House, shelf: Shelf) -> None:
    await shelf.send("a.ics", calendar(FIRST))
    shelf.files["a.ics"] = calendar(FIRST.replace("Nantes", "Rezé")).encode()
    assert (await say(house, "oui")).startswith(house.wording.say("fr", "file-altered"))
    assert await titles(house) == []


async def test_what_changed_since_the_preview_is_shown_again_before_it_is_written(house: House, shelf: Shelf) -> None:
    await shelf.send("a.ics", calendar(FIRST))
    await say(house, "oui")
    await shelf.send("a.ics", calendar(FIRST.replace("Nantes", "Rezé")))
    (event,) = await house.store.read(kept)
    corrected = replace(event.what, place="Saint-Nazaire")
    await house.store.write(lambda c: revise(c, event.number, corrected, revision=event.revision, now=TUESDAY))
    answer = await say(house, "oui")
    assert answer.startswith(house.wording.say("fr", "event-file-moved"))
    assert "Saint-Nazaire" in answer
    assert "C’est fait" in await say(house, "oui")
    assert [event.place for event in await house.store.read(announced)] == ["Rezé"]


async def test_a_day_that_passes_before_the_yes_is_told(house: House, shelf: Shelf, clock: Clock) -> None:
    await shelf.send("a.csv", "titre;date\nAujourd’hui;10/03/2026\nDemain;11/03/2026\n")
    clock.at("2026-03-11 00:05")
    assert "Dates passées" in await say(house, "oui")
    await say(house, "oui")
    assert await titles(house) == [("Demain", "dep-44")]


async def test_events_of_elsewhere_are_refused_one_by_one_and_the_rest_is_offered(house: House, shelf: Shelf) -> None:
    answer = await shelf.send("a.csv", "titre;date;territoire\nIci;16/03/2027;44\nLoin;16/03/2027;49\nMal;x;99\n")
    assert f"ligne 3, Loin\u00a0: {house.wording.say('fr', 'events-territory-elsewhere')}" in answer
    await say(house, "oui")
    assert await titles(house) == [("Ici", "dep-44")]


async def test_an_empty_series_calls_nothing_off_elsewhere(house: House, shelf: Shelf) -> None:
    await enrol(house, Role.OFFICER, "dep-49", "angevine")
    series = f"UID:s\nSUMMARY:Café\nDTSTART;VALUE=DATE:20270316\nRRULE:FREQ=DAILY;COUNT=2\n{ELSEWHERE}"
    await shelf.send("a.ics", calendar(series), who="angevine")
    await say(house, "oui", "angevine")
    over = series.replace("20270316", "20200316")
    answer = await shelf.send("a.ics", calendar(over))
    assert "annulés" not in answer
    assert house.wording.say("fr", "event-file-mend") in answer
    assert not any(event.cancelled for event in await house.store.read(announced))


async def test_a_region_may_write_in_its_departements_and_for_itself(house: House) -> None:
    await enrol(house, Role.COMMISSAIRE, "reg-52", "commissaire")
    shelf = Shelf(house)
    await shelf.send("a.ics", calendar(FIRST, f"{FIRST}\n{ELSEWHERE}".replace("UID:a", "UID:b")), who="commissaire")
    await say(house, "oui", "commissaire")
    assert sorted(await titles(house)) == [("Atelier", "dep-49"), ("Atelier", "reg-52")]


async def test_who_has_two_territories_says_which(house: House, shelf: Shelf) -> None:
    await enrol(house, Role.OFFICER, "dep-49")
    answer = await shelf.send("a.ics", calendar(FIRST))
    assert answer.endswith("1. la Loire-Atlantique\n2. le Maine-et-Loire")
    assert "pour le Maine-et-Loire" in await say(house, "2")
    await shelf.send("a.ics", calendar(FIRST))
    assert (await say(house, "dep-85")).startswith(house.wording.say("fr", "agents-elsewhere"))


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_workbook_gets_a_sentence_and_changes_nothing(house: House, shelf: Shelf, name: str) -> None:
    made, why = HOSTILE[name]
    content = made()
    asked = house.wording.say("fr", why or "events-file-broken", file="x.xlsx", most=2000, rows=5000, columns=100)
    if len(content) > 5_000_000:
        asked = house.wording.say("fr", "file-large", most=5)
    assert await shelf.send("x.xlsx", content) == asked
    assert await house.store.read(kept) == []


async def test_a_long_list_is_cut(house: House, shelf: Shelf) -> None:
    rows = "".join(f"Atelier {number};16/03/2027\n" for number in range(12))
    answer = await shelf.send("a.csv", f"titre;date\n{rows}")
    assert "… et 7 de plus" in answer
    await say(house, "oui")
    assert len(await titles(house)) == 12


@pytest.mark.parametrize(
    ("content", "known"),
    [
        (calendar(FIRST).encode(), True),
        (workbook(), True),
        (b"titre;date\na;b\n", True),
        (b"nom;adresse;siret\na;b;c\n", False),
        (b"", False),
        (b"%PDF-1.7", False),
        (b'{"type": "FeatureCollection"}', False),
    ],
)
def test_files_of_events_are_known_by_what_they_hold(content: bytes, *, known: bool) -> None:
    assert holds_events(content) is known
