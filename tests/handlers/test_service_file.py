"""A file of services in the conversation: what is shown is what is written, once, where one may, by whom may."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from bot.app import House
from bot.records import agents, audit
from bot.records.effects import MovedError
from bot.records.permissions import Role
from directory.importers.sent import MOST_ROWS
from directory.ledger import runs
from directory.tables import SERVICES
from tests.handlers.sending import Shelf
from tests.handlers.test_events import enrol, say
from tests.house import TUESDAY, Clock

Work = Callable[[Connection], Any]
HEAD = "nom;adresse;code postal;ville;téléphone;activité\n"
ONE = f"{HEAD}Relais du Pont;1 rue Haute;44000;Nantes;01 99 00 12 34;Repas\n"
TWO = f"{ONE}Relais du Port;2 rue Haute;44000;Nantes;01 99 00 12 35;Douches\n"
ELSEWHERE = f"{HEAD}Relais du Nord;1 rue Haute;59000;Lille;01 99 00 12 34;Repas\n"


@pytest.fixture
async def shelf(house: House) -> Shelf:
    await enrol(house, Role.EDITOR, "dep-44")
    return Shelf(house)


async def named(house: House, source: str = "lieux") -> list[str]:
    query = select(SERVICES.c.nom).where(SERVICES.c.source == source).order_by(SERVICES.c.nom)
    return await house.store.read(lambda c: list(c.scalars(query)))


async def count_runs(house: House) -> int:
    return await house.store.read(lambda c: int(c.scalar(select(func.count()).select_from(runs.RUNS)) or 0))


async def journal(house: House) -> list[str]:
    rows = await house.store.read(lambda c: audit.entries(c, most=20))
    return [f"{each.action} {each.target} {each.territory}" for _, each in rows if "import" in each.target]


async def revoke(house: House) -> None:
    for agent in await house.store.read(lambda c: agents.agents(c, house.vault)):
        await house.store.write(partial(agents.revoke, vault=house.vault, name=agent.name, now=TUESDAY))


@pytest.mark.parametrize("yes", ["oui", "OUI", "1", "Écrire", "ok", "d'accord"])
async def test_a_yes_writes_all_of_it_and_who_did_it(house: House, shelf: Shelf, yes: str) -> None:
    await shelf.send("lieux.csv", TWO)
    assert "Services ajoutés\u00a0: 2" in await say(house, "c’est juste")
    assert await named(house) == []
    assert "C’est fait" in await say(house, yes)
    assert await named(house) == ["Douches", "Repas"]
    assert await journal(house) == ["service import added 2 changed 0 withdrawn 0 dep-44"]
    (run,) = await house.store.read(lambda c: runs.recent(c, 1))
    assert run.signed.actor == house.vault.author("telegram", "agente")


@pytest.mark.parametrize("no", ["non", "2", "Abandonner"])
@pytest.mark.parametrize("after", [0, 1])
async def test_a_no_forgets_it(house: House, shelf: Shelf, no: str, after: int) -> None:
    await shelf.send("lieux.csv", ONE)
    for _ in range(after):
        await say(house, "oui")
    assert await say(house, no) == house.wording.say("fr", "file-dropped")
    await say(house, "oui")
    assert await named(house) == []


async def test_a_platform_that_is_away_loses_nothing(house: House, shelf: Shelf) -> None:
    await shelf.send("lieux.csv", ONE)
    for awaited in ("1. C’est juste", "1. Écrire"):
        shelf.fails = ["away"]
        answer = await say(house, "oui")
        assert answer.startswith(house.wording.say("fr", "file-away"))
        assert awaited in answer
        await say(house, "1")
    assert await named(house) == ["Repas"]


async def test_another_content_at_the_yes_is_not_written(house: House, shelf: Shelf) -> None:
    await shelf.send("lieux.csv", ONE)
    await say(house, "oui")
    shelf.files["lieux.csv"] = TWO.encode()
    assert (await say(house, "oui")).startswith(house.wording.say("fr", "file-altered"))
    assert await named(house) == []


async def test_what_changed_since_the_preview_is_shown_again_before_it_is_written(house: House, shelf: Shelf) -> None:
    await enrol(house, Role.EDITOR, "dep-44", "autre")
    await shelf.send("lieux.csv", TWO)
    await say(house, "oui")
    await shelf.send("b/lieux.csv", ONE, who="autre")
    await say(house, "oui", "autre")
    await say(house, "oui", "autre")
    answer = await say(house, "oui")
    assert answer.startswith(house.wording.say("fr", "sheet-moved"))
    assert "Services ajoutés\u00a0: 1" in answer
    assert await named(house) == ["Repas"]
    await say(house, "oui")
    assert await named(house) == ["Douches", "Repas"]


async def test_a_change_that_concerns_nothing_of_it_changes_nothing(house: House, shelf: Shelf) -> None:
    await enrol(house, Role.EDITOR, "dep-59", "nordiste")
    await shelf.send("lieux.csv", ONE)
    await say(house, "oui")
    await shelf.send("nord.csv", ELSEWHERE, who="nordiste")
    await say(house, "oui", "nordiste")
    assert "C’est fait" in await say(house, "oui", "nordiste")
    assert "C’est fait" in await say(house, "oui")
    assert (await named(house), await named(house, "nord")) == (["Repas"], ["Repas"])


async def test_two_imports_at_once_are_both_done_or_the_second_is_shown_again(house: House, shelf: Shelf) -> None:
    await enrol(house, Role.EDITOR, "dep-44", "autre")
    await shelf.send("lieux.csv", ONE)
    await shelf.send("autres.csv", TWO, who="autre")
    for who in ("agente", "autre"):
        await say(house, "oui", who)
    answers = await asyncio.gather(say(house, "oui"), say(house, "oui", "autre"))
    assert all("C’est fait" in answer for answer in answers)
    assert (await named(house), await named(house, "autres")) == (["Repas"], ["Douches", "Repas"])
    assert await count_runs(house) == 3


async def test_a_directory_that_moves_while_it_is_written_is_compared_again(
    house: House, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[int] = []
    asked = house.store.scan

    async def scan(work: Work) -> Any:
        found = await asked(work)
        if not moved:
            moved.append(1)
            await house.store.write(_bump)
        return found

    await shelf.send("lieux.csv", ONE)
    await say(house, "oui")
    monkeypatch.setattr(house.store, "scan", scan)
    fetched = shelf.fetched["lieux.csv"]
    assert "C’est fait" in await say(house, "oui")
    assert moved
    assert shelf.fetched["lieux.csv"] == fetched + 2
    assert await named(house) == ["Repas"]


def _bump(connection: Connection) -> None:
    from directory import versions  # noqa: PLC0415 - only here

    versions.bump(connection, now=TUESDAY, fictional=False)


async def test_a_right_lost_between_the_preview_and_the_yes_is_told(house: House, shelf: Shelf) -> None:
    await shelf.send("lieux.csv", ONE)
    await say(house, "oui")
    await revoke(house)
    assert await say(house, "oui") == house.wording.say("fr", "agents-only")
    assert await named(house) == []


async def test_a_right_lost_while_it_is_compared_writes_nothing(
    house: House, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = house.store.scan

    async def scan(work: Work) -> Any:
        found = await asked(work)
        await revoke(house)
        return found

    await shelf.send("lieux.csv", ONE)
    await say(house, "oui")
    monkeypatch.setattr(house.store, "scan", scan)
    assert await say(house, "oui") == house.wording.say("fr", "agents-only")
    assert await named(house) == []
    assert await count_runs(house) == 1


async def test_another_territory_is_never_written(house: House, shelf: Shelf) -> None:
    await shelf.send("lieux.csv", ELSEWHERE)
    assert await say(house, "oui") != ""
    assert "Écrire" not in await say(house, "oui")
    assert await named(house) == []


async def test_a_region_writes_in_its_departements_and_the_nation_everywhere(house: House) -> None:
    shelf = Shelf(house)
    both = f"{ONE}Relais d’Angers;1 rue Haute;49000;Angers;01 99 00 12 34;Colis\n{ELSEWHERE.removeprefix(HEAD)}"
    await enrol(house, Role.EDITOR, "reg-52", "ligérienne")
    await shelf.send("lieux.csv", both, who="ligérienne")
    answer = await say(house, "oui", "ligérienne")
    assert all(each in answer for each in ("Loire-Atlantique", "Maine-et-Loire", "Lille"))
    await say(house, "oui", "ligérienne")
    assert await named(house) == ["Colis", "Repas"]
    await enrol(house, Role.NATIONAL, "france", "nationale")
    await shelf.send("lieux.csv", both, who="nationale")
    await say(house, "2", "nationale") if "Que contient" in await say(house, "oui", "nationale") else None
    await say(house, "oui", "nationale")
    assert await named(house) == ["Colis", "Repas", "Repas"]


async def test_a_file_is_for_whom_may_only(house: House) -> None:
    shelf = Shelf(house)
    await enrol(house, Role.APPROVER, "dep-44", "valideuse")
    assert await shelf.send("lieux.csv", ONE, who="valideuse") == house.wording.say("fr", "unread-file")
    await enrol(house, Role.OFFICER, "dep-44", "agente")
    assert "Voici comment je lis" not in await shelf.send("lieux.csv", ONE, who="agente")
    assert shelf.fetched["lieux.csv"] == 1


async def test_too_many_rows_get_a_sentence(house: House, shelf: Shelf) -> None:
    rows = "".join(f"Relais {n};{n} rue Haute;44000;Nantes;01 99 00 12 34;Repas\n" for n in range(MOST_ROWS + 1))
    await shelf.send("lieux.csv", HEAD + rows)
    most = house.wording.say("fr", "import-file-many", file="lieux.csv", most=MOST_ROWS)
    assert (await say(house, "oui")).startswith(most)


async def test_a_day_that_passes_before_the_yes_changes_nothing(house: House, shelf: Shelf, clock: Clock) -> None:
    await shelf.send("lieux.csv", ONE)
    await say(house, "oui")
    clock.at("2026-03-11 00:05")
    assert "C’est fait" in await say(house, "oui")


async def test_an_import_is_taken_back_once_within_thirty_days(house: House, shelf: Shelf, clock: Clock) -> None:
    await shelf.send("lieux.csv", ONE)
    for _ in range(2):
        await say(house, "oui")
    clock.at("2026-04-20 10:00")
    assert await say(house, "/imports annuler") == house.wording.say("fr", "sheet-undo-too-old", run=2)
    clock.at("2026-03-20 10:00")
    await say(house, "annuler l’import 2")
    assert await say(house, "oui") == house.wording.say("fr", "sheet-undone", run=2)
    assert await named(house) == []
    assert (await journal(house))[-1] == "service import 2 undone dep-44"
    assert await say(house, "/imports annuler 2") == house.wording.say("fr", "sheet-undo-already", run=2)
    assert await say(house, "/imports annuler") == house.wording.say("fr", "sheet-undo-which")


async def test_what_wrote_elsewhere_too_is_not_taken_back_by_an_editor(house: House) -> None:
    await enrol(house, Role.EDITOR, "dep-44")
    assert await say(house, "/imports annuler 1") == house.wording.say("fr", "sheet-undo-elsewhere", run=1)
    assert await say(house, "/imports annuler 9") == house.wording.say("fr", "sheet-undo-unknown", run=9)
    await enrol(house, Role.EDITOR, "dep-75", "parisienne")
    assert "N° 1" in await say(house, "/imports", "parisienne")
    await enrol(house, Role.EDITOR, "dep-48", "lozérienne")
    assert await say(house, "/imports", "lozérienne") == house.wording.say("fr", "sheet-no-runs")


async def test_an_import_that_keeps_moving_gets_an_apology_and_can_be_asked_again(
    house: House, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    await shelf.send("lieux.csv", ONE)
    await say(house, "oui")

    def moved(*_args: object, **_more: object) -> None:
        raise MovedError

    with monkeypatch.context() as patched:
        patched.setattr("bot.talk.dialogue.record", moved)
        assert (await say(house, "oui")).startswith(house.wording.say("fr", "out-of-order"))
    assert "C’est fait" in await say(house, "oui")


def test_a_wish_is_not_shown_in_a_trace() -> None:
    from bot.handlers.sent_files import Sent  # noqa: PLC0415 - only here
    from bot.handlers.service_file_read import Wanted  # noqa: PLC0415 - only here

    wanted = Wanted(Sent("a.csv", "secret handle", b"content"), TUESDAY.date())
    assert "secret" not in repr(replace(wanted, whole=True))


def test_how_to_send_one_says_how_many_rows_it_may_have(house: House) -> None:
    assert f"{MOST_ROWS:,} fiches".replace(",", "\u00a0") in house.wording.say("fr", "file-how-service")
