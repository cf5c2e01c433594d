"""What replies ask for is written; a person may see everything and be forgotten."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from bot.keys import new_keys, with_new_encryption_key
from bot.records.agents import Speaker
from bot.records.alert import Asked
from bot.records.alert_effects import KeepAlert
from bot.records.audit import NOBODY
from bot.records.counts import counts
from bot.records.effects import Count, Forget, KeepSearch, SetDepartement, SetLanguage, record
from bot.records.import_effects import AskImport
from bot.records.import_wishes import Wish as ImportWish
from bot.records.invitations import invite, take
from bot.records.offer import Profile, Proposal
from bot.records.offer_effects import KeepDraft, SendOffer
from bot.records.offer_export import Reason, Selection
from bot.records.offer_export import Wish as Whole
from bot.records.offer_export_effects import AskExport
from bot.records.offers import new_number, numbers
from bot.records.people import Person, State, load, save
from bot.records.permissions import Role
from bot.records.privacy import Vault, new_token
from bot.records.promises import PASSING, personal_tables
from bot.records.report import Reason as Wrong
from bot.records.report import Said
from bot.records.report_effects import SendReport
from bot.records.rights import everything
from bot.records.searches import find_search
from bot.records.statements import ERASURE
from bot.records.steward_effects import OfferPlace, TakePlace
from bot.records.subscription_effects import Subscribe
from bot.records.subscriptions import Wish
from bot.talk.message import Address, Effect, Message, Step

STATE = State(step=Step("find.place"), search={"needs": ["douche"]}, commune="44109")
SEARCH = {"needs": ["douche"], "commune": "44109"}


@pytest.fixture
def connection(database):
    with database.engine.begin() as connection:
        yield connection


def _meet(connection, vault, address, now) -> Person:
    person = replace(load(connection, vault, address, now), state=STATE)
    save(connection, vault, person, now)
    return load(connection, vault, address, now)


def test_a_language_is_kept(connection, vault, address, now):
    person = _meet(connection, vault, address, now)
    effects = (SetLanguage("fr", simple=True), SetDepartement("dep-44"))
    after = record(connection, vault, person, effects, now)
    assert load(connection, vault, address, now) == after
    assert (after.language, after.simple, after.departement, after.state) == ("fr", True, "dep-44", STATE)


def test_recording_saves_where_the_conversation_stands(connection, vault, address, now):
    person = replace(load(connection, vault, address, now), state=STATE)
    record(connection, vault, person, [Count("danger:rue")], now)
    assert load(connection, vault, address, now).state == STATE


def test_a_search_is_found_by_its_link_alone_and_for_90_days(connection, vault, address, now):
    token = new_token()
    record(connection, vault, _meet(connection, vault, address, now), [KeepSearch(token, SEARCH)], now)
    assert find_search(connection, vault, token=token, now=now + timedelta(days=90, seconds=-1)) == SEARCH
    assert find_search(connection, vault, token=token, now=now + timedelta(days=90, seconds=1)) is None
    assert find_search(connection, vault, token=new_token(), now=now) is None
    assert find_search(connection, Vault(new_keys()), token=token, now=now) is None


def test_a_link_is_not_printed():
    token = new_token()
    assert token not in repr(KeepSearch(token, SEARCH))


def _import(number, now):
    places = ("dep-44",)
    return ImportWish(number, places, "a.csv", "handle", "", columns=None, whole=False, day=now.date(), plan="")


def test_to_be_forgotten_erases_every_row_of_oneself_and_of_nobody_else(connection, vault, address, now):
    other = Address("web", "other")
    for who in (address, other):
        person = _meet(connection, vault, who, now)
        effects = [SetLanguage("en"), KeepSearch(new_token(), SEARCH), Subscribe(Wish(("dep-44",)))]
        number = new_number("dep-44", numbers(connection, "dep-44"))
        offer = SendOffer(number, Proposal(Profile.COMPANY, "dep-44"))
        effects += [KeepDraft({"profile": "company"}), offer, KeepDraft({})]
        effects += [
            SendReport(Said("essai--douche", "dep-44", Wrong.HOURS), "fr"),
            KeepAlert(Asked({"needs": ["shower"]}, frozenset(["essai--douche"]), 1, "fr")),
            AskImport(_import(f"I-{who.room}", now)),
            OfferPlace("essai--douche", "ABCDE12345FGHJK"),
            TakePlace("ABCDE12345FGHJK", now.date(), "fr"),
            AskExport(Whole(f"E-{who.room}", "dep-44", Selection(), Reason.MEETING)),
        ]
        record(connection, vault, person, effects, now, Message(who, "oui"))
        code = invite(connection, vault, role=Role.OFFICER, territory="dep-44", label="Mme D.", now=now)
        assert take(connection, vault, code, Speaker("web", who.room), who, now=now)
    after = record(connection, vault, load(connection, vault, address, now), [Forget()], now)
    assert after == Person(vault.uid(address)) == load(connection, vault, address, now)
    tables = [table for table in personal_tables() if table is not ERASURE and table.name not in PASSING]
    assert len(tables) >= 3
    for table in tables:
        # That a number was withdrawn is told, of nobody.
        of_somebody = select(table.c.uid).where(table.c.uid != NOBODY)
        assert connection.scalars(of_somebody).all() == [vault.uid(other)], table.name
    assert set(everything(connection, vault, uid=vault.uid(address))) == {"erasure"}


def test_who_comes_back_after_being_forgotten_is_new(connection, vault, address, now):
    record(connection, vault, _meet(connection, vault, address, now), [Forget(), Forget()], now)
    assert _meet(connection, vault, address, now).state == STATE


def test_all_that_is_kept_is_shown_opened(connection, vault, address, now):
    person = _meet(connection, vault, address, now)
    record(connection, vault, person, [SetLanguage("en"), KeepSearch(new_token(), SEARCH)], now)
    shown = everything(connection, vault, uid=person.uid)
    assert set(shown) == {"conversation", "preference", "saved_search"}
    assert shown["conversation"][0]["state"]["commune"] == "44109"
    assert shown["preference"][0]["language"] == "en"
    assert shown["saved_search"][0]["search"] == SEARCH
    assert json.loads(json.dumps(shown)) == shown


def test_what_no_key_opens_any_more_is_shown_as_lost(connection, vault, address, now):
    person = _meet(connection, vault, address, now)
    stranger = Vault(with_new_encryption_key(replace(new_keys())))
    assert everything(connection, stranger, uid=person.uid)["conversation"][0]["state"] is None


def test_statistics_are_counted_by_day_and_never_shown_under_five(connection, vault, now):
    nobody = Person(b"\0" * 32)
    later = now + timedelta(days=1)
    record(connection, vault, nobody, [Count("danger:rue")] * 4, now)
    record(connection, vault, nobody, [Count("unanswered:douche:2A004")] * 5, later)
    today = now.date()
    assert counts(connection, first_day=today, last_day=today) == {}
    assert counts(connection, first_day=today, last_day=later.date()) == {"unanswered:douche:2A004": 5}
    record(connection, vault, nobody, [Count("danger:rue")] * 2, later)
    assert list(counts(connection, first_day=date(2026, 1, 1), last_day=later.date()).items()) == [
        ("danger:rue", 6),
        ("unanswered:douche:2A004", 5),
    ]


@pytest.mark.parametrize(
    "name", ["", "je dors dehors", "danger:je suis", "danger:é", "a:b:c:d:e", "danger:" + "a" * 41]
)
def test_a_statistic_cannot_carry_what_a_person_wrote(name):
    with pytest.raises(ValueError, match="not the name of a statistic"):
        Count(name)


def test_an_effect_that_nobody_knows_is_an_error(connection, vault, now):
    @dataclass(frozen=True, slots=True)
    class Unknown(Effect):
        pass

    with pytest.raises(TypeError, match="Unknown"):
        record(connection, vault, Person(b"\0" * 32), [Unknown()], now)
