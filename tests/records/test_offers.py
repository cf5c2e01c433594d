"""Offers: kept once, moved, answered, withdrawn; nobody reads what was written without the key."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from bot.records.agents import NotPermittedError
from bot.records.effects import record
from bot.records.offer import Means, Offer, Profile, Proposal, Reach, State
from bot.records.offer_drafts import draft_of, keep_draft
from bot.records.offer_effects import (
    AssignOffer,
    DropDraft,
    KeepDraft,
    MoveOffer,
    ReplyToOffer,
    SendOffer,
    WithdrawOffer,
    WriteOfOffer,
)
from bot.records.offer_lines import Kind, lines_of, told, untold
from bot.records.offers import MOST_KEPT, OPEN_KEPT, OVER_KEPT, find, inside, new_number, of_author
from bot.records.people import Person
from bot.records.retention import purge
from bot.records.statements import OFFER, OFFER_LINE
from bot.talk.message import Address, Message

WHO, OTHER = Address("telegram", "author"), Address("telegram", "other")
PROPOSAL = Proposal(
    profile=Profile.CONCERNED,
    territory="dep-44",
    commune="44109",
    subject="axis:3",
    means=(Means.TESTIMONY, Means.TIME),
    said="Je peux raconter.",
    reach=Reach("Zoé Planted", "zoe.planted@example.org", "+33240000000"),
    language="fr-x-simple",
)
NUMBER = "44-12345"


@pytest.fixture
def connection(database):
    with database.engine.begin() as connection:
        yield connection


@pytest.fixture
def do(connection, vault, now):
    """Record effects for somebody, as the answer to a message of theirs."""

    def done(*effects, who=WHO, later=timedelta(0)):
        said = Message(who, "x", author=who.room)
        record(connection, vault, Person(vault.uid(who)), effects, now + later, said)

    return done


@pytest.fixture
def sent(do):
    do(KeepDraft({"profile": "concerned"}), SendOffer(NUMBER, PROPOSAL))


def there(connection, vault, number=NUMBER) -> Offer:
    found = find(connection, vault, number)
    assert found
    return found


@pytest.mark.usefixtures("sent")
def test_an_offer_is_read_as_it_was_written(connection, vault, now):
    found = there(connection, vault)
    assert (found.proposal, found.state, found.address) == (PROPOSAL, State.RECEIVED, WHO)
    assert (found.sent_at, found.moved_at, found.assignee, found.over) == (now, now, None, False)
    assert [step.kind for step in lines_of(connection, vault, NUMBER)] == [Kind.SENT]
    assert [each.number for each in of_author(connection, vault, vault.uid(WHO))] == [NUMBER]
    assert inside(connection, vault, ("dep-49", "reg-52")) == []


@pytest.mark.usefixtures("sent")
def test_an_offer_sent_twice_is_kept_once(connection, vault, do):
    do(SendOffer("44-54321", PROPOSAL))
    assert find(connection, vault, "44-54321") is None


def test_a_draft_is_kept_seven_days(connection, vault, now, do):
    uid = vault.uid(WHO)
    keep_draft(connection, vault, uid, {"said": "x"}, now=now)
    assert draft_of(connection, vault, uid, now=now + timedelta(days=7, seconds=-1)) == {"said": "x"}
    assert draft_of(connection, vault, uid, now=now + timedelta(days=7)) is None
    do(DropDraft())
    assert draft_of(connection, vault, uid, now=now) is None


@pytest.mark.usefixtures("sent")
def test_its_author_alone_writes_of_it_and_takes_it_back(connection, vault, do):
    do(ReplyToOffer(NUMBER, "Pas moi"), WithdrawOffer(NUMBER), who=OTHER)
    assert [step.kind for step in lines_of(connection, vault, NUMBER)] == [Kind.SENT]
    do(ReplyToOffer(NUMBER, "Le dimanche aussi"), later=timedelta(days=1))
    assert [step.said for step in lines_of(connection, vault, NUMBER)] == ["", "Le dimanche aussi"]
    do(WithdrawOffer(NUMBER), later=timedelta(days=2))
    assert find(connection, vault, NUMBER) is None
    (left,) = untold(connection, vault, most=9)
    assert (left.kind, left.offer, left.territory, left.said) == (Kind.WITHDRAWN, NUMBER, "dep-44", "")
    assert connection.scalar(select(OFFER_LINE.c.uid)) == bytes(32)


@pytest.mark.usefixtures("sent")
def test_agents_move_answer_note_and_take_charge(connection, vault, now, do):
    do(
        MoveOffer(NUMBER, State.GROUP, "Bienvenue"),
        WriteOfOffer(NUMBER, Kind.ANSWER, "Quel jour ?"),
        WriteOfOffer(NUMBER, Kind.NOTE, "Appelée"),
        AssignOffer(NUMBER, b"a" * 32),
        who=OTHER,
        later=timedelta(days=1),
    )
    found = there(connection, vault)
    assert (found.state, found.assignee, found.moved_at) == (State.GROUP, b"a" * 32, now + timedelta(days=1))
    assert {step.kind for step in untold(connection, vault, most=9)} == {Kind.SENT, Kind.MOVED, Kind.ANSWER}
    for step in untold(connection, vault, most=9):
        told(connection, step.key)
    assert untold(connection, vault, most=9) == []


@pytest.mark.usefixtures("sent")
def test_what_was_taken_back_meanwhile_cannot_be_moved(do):
    do(WithdrawOffer(NUMBER))
    with pytest.raises(NotPermittedError):
        do(MoveOffer(NUMBER, State.STUDIED), who=OTHER)


@pytest.mark.usefixtures("sent")
@pytest.mark.parametrize(
    ("state", "after", "kept"),
    [
        (State.STUDIED, timedelta(0), OPEN_KEPT),
        (State.LINKED, timedelta(days=100), OPEN_KEPT),
        (State.DECLINED, timedelta(days=10), OVER_KEPT),
        (State.CLOSED, timedelta(days=179), OVER_KEPT),
    ],
)
def test_an_offer_leaves_in_its_time_with_all_its_steps(connection, vault, now, do, state, after, kept):
    do(MoveOffer(NUMBER, state, "Merci"), who=OTHER, later=after)
    purge(connection, vault, now=now + after + kept - timedelta(seconds=1))
    assert find(connection, vault, NUMBER)
    purge(connection, vault, now=now + after + kept)
    assert connection.scalar(select(func.count()).select_from(OFFER)) == 0
    assert connection.scalar(select(func.count()).select_from(OFFER_LINE)) == 0


@pytest.mark.usefixtures("sent")
def test_no_offer_is_kept_more_than_a_year(connection, vault, now, do):
    for days in (150, 300):
        do(WriteOfOffer(NUMBER, Kind.ANSWER, "…"), who=OTHER, later=timedelta(days=days))
    purge(connection, vault, now=now + MOST_KEPT - timedelta(seconds=1))
    assert find(connection, vault, NUMBER)
    purge(connection, vault, now=now + MOST_KEPT)
    assert find(connection, vault, NUMBER) is None


def test_a_number_is_new_and_says_where():
    assert new_number("dep-2a", ()).startswith("2A-")
    assert new_number("reg-52", ()).startswith("R52-")
    few = {f"44-{number:05}" for number in range(99_999)}
    assert new_number("dep-44", few) == "44-99999"


@pytest.mark.usefixtures("sent")
def test_a_row_moved_into_anothers_place_says_nothing(connection, vault, do):
    other = replace(PROPOSAL, said="Autre", reach=Reach("Ali"))
    do(KeepDraft({}), SendOffer("44-00001", other), who=OTHER)
    stolen = connection.scalar(select(OFFER.c.proposal).where(OFFER.c.number == NUMBER))
    connection.execute(update(OFFER).where(OFFER.c.number == "44-00001").values(proposal=stolen))
    assert there(connection, vault, "44-00001").proposal.said == ""
