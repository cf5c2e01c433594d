"""Who may say that an entry is right, and what an old button does; nobody answers for another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import delete, insert, select, update

from bot.app import House
from bot.platforms.markup import plain
from bot.records import audit, invitations, reports, steward_codes, stewards
from bot.records.agents import rights_of_author
from bot.records.codes import new_code
from bot.records.permissions import Role
from bot.records.report import Reason
from bot.records.statements import AGENT, STEWARD, STEWARD_CODE
from bot.records.steward import Steward
from bot.talk.message import Address, Message, Reply
from directory.ledger import history
from directory.ledger.held import held
from directory.tables import CLOSURES, SERVICES
from tests.house import Clock

BATHS, SHOWER = "exemple--nantes-bains-douche", "exemple--nantes-escale-douche"
DAY = timedelta(days=1)


async def reply(house: House, text: str, who: str = "ana", *, platform: str = "telegram", group: bool = False) -> Reply:
    author = "" if platform in ("web", "console") else who
    said = Message(Address(platform, who), text, author=author, group=group, pressed=text.startswith("/meslieux "))
    return await house.dialogue.answer(said)


async def say(house: House, text: str, who: str = "ana", *, platform: str = "telegram", group: bool = False) -> str:
    return plain(await reply(house, text, who, platform=platform, group=group))


async def code_for(house: House, service: str) -> str:
    """A code of an entry, as an editor is given."""
    code = new_code(steward_codes.LENGTH)
    now = house.dialogue.clock()
    await house.store.write(lambda c: steward_codes.offer(c, house.vault, service, code, now=now))
    return code


async def begin(house: House, who: str = "ana", service: str = BATHS) -> Steward:
    await say(house, f"/lieu {await code_for(house, service)}", who)
    await say(house, "oui", who)
    return next(each for each in await kept(house, who) if each.service == service)


async def kept(house: House, who: str = "ana") -> list[Steward]:
    uid = house.vault.uid(Address("telegram", who))
    return await house.store.read(lambda c: stewards.of_person(c, house.vault, uid))


async def buttons(house: House, who: str = "ana") -> dict[str, str]:
    """What each button under the only entry of somebody sends."""
    return {choice.label: choice.sends for choice in (await reply(house, "/meslieux", who)).choices}


async def checked(house: House, service: str = BATHS) -> str:
    found = await house.store.read(partial(held, service_id=service))
    assert found
    return found.updated.isoformat()


async def waiting(house: House) -> Sequence[tuple[Reason, str, bool]]:
    found = await house.store.read(lambda c: reports.waiting(c, house.vault, ["dep-44"]))
    return [(each.reason, each.said, each.steward) for each in found]


@pytest.mark.parametrize("said", ["non", "/menu", "oui mais non", "2"])
async def test_nothing_is_kept_without_a_yes_and_the_code_still_serves(house: House, said: str) -> None:
    code = await code_for(house, BATHS)
    await say(house, f"/lieu {code}")
    await say(house, said)
    assert await kept(house) == []
    await say(house, f"/lieu {code.lower()}", "bob")
    await say(house, "oui", "bob")
    assert len(await kept(house, "bob")) == 1


async def test_a_code_serves_once_however_two_people_hurry(house: House) -> None:
    code = await code_for(house, BATHS)
    for who in ("ana", "bob"):
        assert "Oui" in await say(house, f"/lieu {code}", who)
    for who in ("ana", "bob"):
        await say(house, "oui", who)
    assert [len(await kept(house, who)) for who in ("ana", "bob")] == [1, 0]


async def test_five_wrong_codes_that_begin_alike_end_a_code(house: House) -> None:
    code = await code_for(house, BATHS)
    for _ in range(steward_codes.MOST_WRONG):
        wrong = code[:5] + "".join("1" if sign == "0" else "0" for sign in code[5:])
        assert "ne sert pas" in await say(house, f"/lieu {wrong}")
    assert "ne sert pas" in await say(house, f"/lieu {code}")


async def test_only_the_hmac_of_a_code_is_kept(house: House) -> None:
    code = await code_for(house, BATHS)
    row = await house.store.read(lambda c: c.execute(select(STEWARD_CODE)).one())
    assert code not in str(row)


@pytest.mark.parametrize("platform", ["web", "console"])
async def test_where_nobody_can_be_written_to_a_code_is_left_for_elsewhere(house: House, platform: str) -> None:
    code = await code_for(house, BATHS)
    assert "Telegram" in await say(house, f"/lieu {code}", platform=platform)
    assert "Telegram" in await say(house, "/meslieux", platform=platform)
    assert "Oui" in await say(house, f"/lieu {code}")


async def test_in_a_group_nothing_is_said(house: House) -> None:
    code = await code_for(house, BATHS)
    refused = house.wording.say("fr", "in-private")
    assert await say(house, f"/lieu {code}", group=True) == refused
    assert await say(house, "/meslieux", group=True) == refused


async def test_whoever_is_in_charge_has_no_right_of_an_editor(house: House) -> None:
    await begin(house)
    author = house.vault.author("telegram", "ana")
    now = house.dialogue.clock()
    assert await house.store.read(lambda c: rights_of_author(c, author, now=now)) == ()
    assert await house.store.read(lambda c: c.execute(select(AGENT)).all()) == []
    assert await say(house, f"/service {BATHS}") == house.wording.say("fr", "agents-only")


async def test_an_entry_has_three_people_at_most_and_a_person_so_many_entries(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stewards, "MOST", 7)
    for who in ("ana", "bob", "cleo"):
        await begin(house, who)
    assert "3 responsables" in await say(house, f"/lieu {await code_for(house, BATHS)}", "dan")
    ids = await house.store.read(lambda c: c.scalars(select(SERVICES.c.id).order_by(SERVICES.c.id)).all())
    others = [one for one in ids if one != BATHS]
    for service in others[:7]:
        await begin(house, "eve", service)
    assert len(await kept(house, "eve")) == 7
    assert "7 lieux" in await say(house, f"/lieu {await code_for(house, others[7])}", "eve")
    first = await reply(house, "/meslieux", "eve")
    second = await reply(house, first.choices[-1].sends, "eve")
    shown = [*first.choices[:-1], *second.choices[:-1]]
    assert {choice.sends for choice in shown} == {f"/meslieux voir {each.key}" for each in await kept(house, "eve")}


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


async def editor(house: House, territory: str = "dep-44") -> None:
    now = house.dialogue.clock()
    code = await house.store.write(
        lambda c: invitations.invite(c, house.vault, role=Role.EDITOR, territory=territory, label="Mme D.", now=now)
    )
    await say(house, f"/habilitation {code}", "eli")


async def noted(house: House) -> list[str]:
    return await house.store.read(lambda c: [entry.target for _, entry in audit.entries(c, most=9)])


async def test_giving_a_code_and_ending_it_are_written_down(house: House) -> None:
    await editor(house)
    for said in (f"/service {BATHS}", "confier", "code"):
        told = await say(house, said, "eli")
    code = told.partition("/lieu ")[2].split()[0]
    assert (await noted(house))[-1] == f"{BATHS} entrusted"
    await say(house, f"/lieu {code}")
    await say(house, "oui")
    assert len(await kept(house)) == 1
    for said in (f"/service {BATHS}", "confier", "fin", "non", "confier", "fin", "oui"):
        await say(house, said, "eli")
    assert (await noted(house))[-1] == f"{BATHS} unentrusted"
    assert await kept(house) == []


async def test_an_editor_of_elsewhere_or_whose_right_was_withdrawn_gives_nothing(house: House) -> None:
    await editor(house, "dep-49")
    assert "Je ne connais pas cette fiche" in await say(house, f"/service {BATHS}", "eli")
    await editor(house)
    for said in (f"/service {BATHS}", "confier"):
        await say(house, said, "eli")
    await house.store.write(lambda c: c.execute(delete(AGENT)))
    assert await say(house, "1", "eli") == house.wording.say("fr", "agents-only")
    assert await house.store.read(lambda c: c.execute(select(STEWARD_CODE)).all()) == []
