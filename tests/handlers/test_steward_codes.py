"""Being put in charge of a place: who gives a code, to whom it serves, and what is kept of it."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, select

from bot.app import House
from bot.records import steward_codes, stewards
from bot.records.agents import rights_of_author
from bot.records.statements import AGENT, STEWARD_CODE
from directory.tables import SERVICES
from tests.handlers.stewarding import BATHS, begin, code_for, editor, kept, noted, reply, say


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
