"""Rights: given by a code, once; belonging to one account; withdrawn at once; all of it told."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.records import agents, codes, invitations
from bot.records.agents import NotPermittedError, Speaker
from bot.records.audit import NOBODY, entries, verify
from bot.records.invitations import MOST_WRONG
from bot.records.permissions import FRANCE, Right, Role
from bot.records.statements import AGENT, INVITATION
from bot.talk.message import Address, Message

ANA, BOB = Speaker("telegram", "1001"), Speaker("telegram", "1002")
HOME = Address("telegram", "1001")
OFFICER = Right(Role.OFFICER, "dep-44")
HERE, ELSEWHERE = ("dep-44", "reg-52"), ("dep-21", "reg-27")


@pytest.fixture
def connection(database):
    with database.engine.begin() as connection:
        yield connection


def invite(connection, vault, now, role=Role.OFFICER, territory="dep-44"):
    return invitations.invite(connection, vault, role=role, territory=territory, label="Mme D., DDETS 44", now=now)


def take(connection, vault, code, now, speaker=ANA, address=HOME):
    return invitations.take(connection, vault, code, speaker, address, now=now)


def rights(connection, vault, now, speaker=ANA):
    return agents.rights_of(connection, vault, speaker, now=now)


def act(connection, vault, now, *, speaker=ANA, around=HERE):
    agents.act(connection, vault, speaker, "contact", target="c1", around=around, now=now)


def told(connection):
    return [(entry.action, entry.target.split()[-1], entry.territory) for _, entry in entries(connection, most=99)]


def test_a_code_gives_its_right_once_to_who_writes_it(connection, vault, now):
    code = invite(connection, vault, now)
    assert invitations.invited(connection, vault, code, now=now) == OFFICER
    assert take(connection, vault, code, now) == OFFICER
    assert rights(connection, vault, now) == (OFFICER,)
    assert take(connection, vault, code, now, BOB) is None
    assert rights(connection, vault, now, BOB) == ()
    assert told(connection) == [("invited", "officer", "dep-44"), ("granted", "officer", "dep-44")]


def test_a_code_is_read_however_it_is_typed(connection, vault, now):
    code = invite(connection, vault, now)
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert take(connection, vault, f"  {typed} ", now)


def test_a_code_is_good_for_fifteen_minutes(connection, vault, now):
    code = invite(connection, vault, now)
    assert invitations.invited(connection, vault, code, now=now + timedelta(minutes=14, seconds=59))
    assert take(connection, vault, code, now + timedelta(minutes=15)) is None
    assert rights(connection, vault, now) == ()


def test_five_wrong_codes_that_begin_alike_lock_an_invitation(connection, vault, now):
    code, other = invite(connection, vault, now), invite(connection, vault, now)
    wrong = code[:4] + code[4:-1] + ("0" if code[-1] != "0" else "1")
    for _ in range(MOST_WRONG):
        assert take(connection, vault, wrong, now, BOB) is None
    assert take(connection, vault, code, now) is None
    assert take(connection, vault, other, now)


def test_nobody_guesses(connection, vault, now):
    invite(connection, vault, now)
    chance = random.Random(11)
    for _ in range(3_000):
        guess = "".join(chance.choices("0123456789ABCDEFGHJKMNPQRSTVWXYZ", k=30))
        assert take(connection, vault, guess, now, BOB) is None
    assert connection.execute(select(AGENT)).first() is None


@pytest.mark.parametrize("written", ["", " ", "-", "A" * 4096, "é" * 30, "\x00", "\ud800", "' OR 1=1 --"])
def test_what_is_no_code_gives_nothing(connection, vault, now, written):
    invite(connection, vault, now)
    assert invitations.invited(connection, vault, written, now=now) is None
    assert take(connection, vault, written, now) is None


def test_a_code_is_not_in_the_database(connection, vault, now):
    code = codes.cleaned(invite(connection, vault, now))
    row = connection.execute(select(INVITATION)).one()
    assert code not in str(row)
    assert "Mme" not in str(row)


def test_a_right_belongs_to_one_account_of_one_platform(connection, vault, now):
    take(connection, vault, invite(connection, vault, now), now)
    for other in (
        BOB,
        Speaker("matrix", "1001"),
        Speaker("telegram", ""),
        Speaker("", ""),
        Speaker("telegram", "1001 "),
    ):
        assert rights(connection, vault, now, other) == ()


def test_who_has_no_name_of_their_own_takes_nothing(connection, vault, now):
    code = invite(connection, vault, now)
    assert take(connection, vault, code, now, Speaker("web", ""), Address("web", "abc")) is None
    assert take(connection, vault, code, now), "and the code is still good"


def test_in_a_group_nobody_speaks_as_an_agent():
    said = Message(Address("telegram", "-5 1001"), "/contact", group=True, author="1001")
    assert Speaker.of(said) == Speaker("", "")
    assert Speaker.of(Message(HOME, "/contact", author="1001")) == ANA


def test_the_same_right_taken_twice_is_one(connection, vault, now):
    for _ in range(2):
        take(connection, vault, invite(connection, vault, now), now)
    assert rights(connection, vault, now) == (OFFICER,)


def test_a_right_that_is_withdrawn_is_none_at_once(connection, vault, now):
    take(connection, vault, invite(connection, vault, now), now)
    act(connection, vault, now)
    (agent,) = agents.agents(connection, vault)
    assert agent.label == "Mme D., DDETS 44"
    assert agents.revoke(connection, vault, agent.name.upper(), now=now) == 1
    assert agents.revoke(connection, vault, agent.name, now=now) == 0
    with pytest.raises(NotPermittedError):
        act(connection, vault, now)
    assert told(connection)[-2:] == [("contact", "c1", "dep-44"), ("revoked", "officer", "dep-44")]


def test_a_right_goes_as_far_as_its_territory(connection, vault, now):
    take(connection, vault, invite(connection, vault, now, Role.COMMISSAIRE, "reg-52"), now)
    act(connection, vault, now)
    with pytest.raises(NotPermittedError):
        act(connection, vault, now, around=ELSEWHERE)
    take(connection, vault, invite(connection, vault, now, Role.COMMISSAIRE, FRANCE), now)
    act(connection, vault, now, around=ELSEWHERE)


def test_a_right_that_nobody_used_for_a_year_is_none_even_before_the_purge(connection, vault, now):
    take(connection, vault, invite(connection, vault, now), now)
    act(connection, vault, now + timedelta(days=300))
    later = now + timedelta(days=300 + 365)
    assert rights(connection, vault, later - timedelta(seconds=1)) == (OFFICER,)
    assert rights(connection, vault, later) == ()
    with pytest.raises(NotPermittedError):
        act(connection, vault, later)


def test_whoever_holds_the_machine_looks_after_it(connection, vault, now):
    machine = Speaker("console", "")
    assert rights(connection, vault, now, machine) == (Right(Role.OPERATOR, FRANCE),)
    act(connection, vault, now, speaker=machine, around=ELSEWHERE)
    assert [entry.actor for _, entry in entries(connection, most=9)] == [NOBODY]


def test_all_of_it_is_one_chain(connection, vault, now):
    for _ in range(5):
        take(connection, vault, invite(connection, vault, now), now)
        act(connection, vault, now)
    assert not verify(connection, vault).wrong
    assert agents.labels(connection, vault) == {vault.author("telegram", "1001"): "Mme D., DDETS 44"}
