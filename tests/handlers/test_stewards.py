"""What those in charge of a place answer: one tap, old buttons, those of others, what changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pytest
from sqlalchemy import insert, update

from bot.app import House
from bot.records import stewards
from bot.records.report import Reason
from bot.records.statements import STEWARD
from directory.ledger import history
from directory.tables import CLOSURES, SERVICES
from tests.handlers.stewarding import BATHS, DAY, begin, buttons, checked, kept, say, waiting
from tests.house import Clock


async def test_one_tap_weeks_later_checks_the_entry_and_its_history_names_nobody(house: House, clock: Clock) -> None:
    await begin(house)
    tap = (await buttons(house))["Rien n’a changé"]
    clock.advance(50 * DAY)
    assert "29 avril 2026" in await say(house, tap)
    assert await checked(house) == "2026-04-29"
    (change,) = await house.store.read(partial(history.of_service, service_id=BATHS, most=9))
    assert change.signed.actor == history.STEWARD
    assert "déjà vérifié" in await say(house, tap)
    assert len(await house.store.read(partial(history.of_service, service_id=BATHS, most=9))) == 1


async def test_a_tap_of_two_months_ago_shows_the_entry_instead(house: House, clock: Clock) -> None:
    await begin(house)
    tap = (await buttons(house))["Rien n’a changé"]
    clock.advance(61 * DAY)
    assert "ancien" in await say(house, tap)
    assert await checked(house) == "2026-01-05"
    assert "c’est vérifié" in await say(house, "1")


async def test_what_changed_since_is_shown_and_a_closure_that_ends_is_no_change(house: House, clock: Clock) -> None:
    await begin(house)
    closed = {"service_id": BATHS, "first_day": clock.now.date(), "last_day": clock.now.date(), "message": "fuite"}
    await house.store.write(lambda c: c.execute(insert(CLOSURES).values(closed)))
    assert "fuite" in await say(house, "/meslieux")
    tap = (await buttons(house))["Rien n’a changé"]
    clock.advance(2 * DAY)
    moved = update(SERVICES).where(SERVICES.c.id == BATHS).values(horaires_accueil="Mo 09:00-12:00")
    assert "c’est vérifié" in await say(house, tap)
    await house.store.write(lambda c: c.execute(moved))
    clock.advance(DAY)
    assert "a changé depuis" in await say(house, tap)
    assert await checked(house) == "2026-03-12"


@pytest.mark.parametrize("what", ["juste", "change", "ferme", "fin", "voir"])
async def test_the_button_of_another_does_nothing(house: House, what: str) -> None:
    own = await begin(house)
    stamp = (await buttons(house))["Rien n’a changé"].rpartition(" ")[2]
    said = await say(house, f"/meslieux {what} {own.key} {stamp}", "bob")
    assert house.wording.say("fr", "steward-not-yours") in said
    assert await checked(house) == "2026-01-05"
    assert len(await kept(house)) == 1
    assert await waiting(house) == []


@pytest.mark.parametrize("stamp", ["", "x", "zzzzzzzz999999", "zzzzzzzz260310999999", "zzzzzzzz" + "9" * 30])
async def test_a_forged_stamp_shows_the_entry(house: House, stamp: str) -> None:
    own = await begin(house)
    assert "Rien n’a changé" in await say(house, f"/meslieux juste {own.key} {stamp}".strip())
    assert await checked(house) == "2026-01-05"


async def test_what_is_said_changed_waits_before_what_others_report_once(house: House) -> None:
    own = await begin(house)
    for said in ("douche nantes", "/signaler 1", "3"):
        await say(house, said, "passer-by")
    for word in ("le matin", "le soir"):
        await say(house, f"/meslieux change {own.key} hours")
        await say(house, word)
    assert await waiting(house) == [(Reason.HOURS, "le soir", True), (Reason.PHONE, "", False)]


@pytest.mark.parametrize(
    ("said", "reason", "word"),
    [
        (["il faut venir avec un papier d'identité"], Reason.OTHER, "il faut venir avec un papier d'identité"),
        (["nos horaires sont 9 h à 12 h"], Reason.HOURS, "nos horaires sont 9 h à 12 h"),
        (["les horaires", "9 h à 12 h ?"], Reason.HOURS, "9 h à 12 h ?"),
        (["4", "sans"], Reason.CLOSED, ""),
        (["4", "depuis mars"], Reason.CLOSED, "depuis mars"),
    ],
)
async def test_what_changed_is_told_in_words_or_by_choices(
    house: House, said: Sequence[str], reason: Reason, word: str
) -> None:
    own = await begin(house)
    await say(house, f"/meslieux change {own.key}")
    for each in said:
        await say(house, each)
    assert await waiting(house) == [(reason, word, True)]


async def test_a_word_that_is_too_long_is_asked_again_and_nothing_is_sent(house: House) -> None:
    own = await begin(house)
    await say(house, f"/meslieux ferme {own.key}")
    assert "trop long" in await say(house, "x" * 501)
    assert await waiting(house) == []
    await say(house, "du 1er au 5 avril")
    assert await waiting(house) == [(Reason.SHUT, "du 1er au 5 avril", True)]


async def test_ended_while_it_was_being_told_nothing_is_sent(house: House) -> None:
    own = await begin(house)
    await say(house, f"/meslieux change {own.key} phone")
    now = house.dialogue.clock()
    await house.store.write(lambda c: stewards.end_of(c, BATHS, now=now))
    assert await say(house, "02 61 91 10 88") == house.wording.say("fr", "steward-not-yours")
    assert await waiting(house) == []


async def test_an_entry_that_left_the_directory_is_said_and_may_be_ended(house: House) -> None:
    own = await begin(house)
    tap = (await buttons(house))["Rien n’a changé"]
    await house.store.write(lambda c: c.execute(update(STEWARD).values(service="gone")))
    assert "n’est plus dans l’annuaire" in await say(house, tap)
    await say(house, f"/meslieux change {own.key} hours")
    assert "n’est plus dans l’annuaire" in await say(house, "9 h à 12 h")
    assert await waiting(house) == []
    await say(house, f"/meslieux fin {own.key}")
    assert await kept(house) == []
