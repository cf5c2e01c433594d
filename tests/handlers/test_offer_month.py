"""The offers of a month in figures: exact for the agents of the territory, with a picture that shows the same."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest

from bot.app import House
from bot.charts.bars import START
from bot.charts.canvas import FILL
from bot.platforms.markup import plain
from bot.records.offer_book import OfferBook
from bot.records.offer_figures import OfferFigures
from bot.records.permissions import Role
from bot.talk.message import Address, Message, Reply
from tests.charts.pictures import opened, painted
from tests.handlers.test_event_form import enrol, say
from tests.handlers.test_offers import Offered, offered  # noqa: F401 - a fixture
from tests.house import TUESDAY, Clock

MARCH = {"since": datetime(2026, 3, 1, tzinfo=UTC), "until": datetime(2026, 4, 1, tzinfo=UTC)}


async def heard(house: House, said: str) -> Reply:
    return await house.dialogue.answer(Message(Address("telegram", "agente"), said, author="agente"))


async def figures(house: House, *within: str, now: datetime = TUESDAY) -> OfferFigures:
    return await OfferBook(house.store.read, house.vault).figures(within, now=now, **MARCH)


async def test_what_is_said_is_shown_and_holds_no_word_of_anybody(house: House, offered: Offered) -> None:  # noqa: F811 - the fixture
    await enrol(house, Role.OFFICER, "dep-44")
    for number in range(3):
        await offered(f"author {number}")
    said = await heard(house, "/offres bilan mars 2026")
    (picture,) = said.attachments
    assert (picture.name, picture.media_type) == ("propositions.png", "image/png")
    made = opened(picture.content)
    starts = [y for y in range(1, made.height) if painted(made, START + 1, y, FILL)]
    assert starts
    text = plain(said)
    for told in (
        "3 reçues",
        "reçue\u00a0: 3",
        "une personne concernée\u00a0: 3",
        "axe 3, droits et grande exclusion\u00a0: 3",
    ):
        assert told in text
    assert "Planted" not in text
    assert "vécu" not in text


async def test_the_median_counts_first_answers_only(house: House, offered: Offered, clock: Clock) -> None:  # noqa: F811 - idem
    await enrol(house, Role.OFFICER, "dep-44")
    numbers = [await offered(f"author {number}") for number in range(4)]
    assert (await figures(house, "dep-44")).median_days is None
    for days, number in ((1, numbers[0]), (4, numbers[1]), (5, numbers[2])):
        clock.now = TUESDAY + timedelta(days=days)
        await say(house, f"/offres note {number}", "Pour nous seuls.")
        await say(house, f"/offres repondre {number}", "Nous lisons votre proposition.")
    clock.now = TUESDAY + timedelta(days=9)
    await say(house, f"/offres repondre {numbers[0]}", "Encore un mot pour vous.")
    found = await figures(house, "dep-44", now=clock.now)
    assert (found.received, found.answered, found.median_days, found.late) == (4, 3, 4, 1)
    assert "à 3 sur 4\u00a0: en 4 jours" in plain(await heard(house, "/offres bilan mars"))


async def test_what_is_taken_back_is_only_a_number(house: House, offered: Offered) -> None:  # noqa: F811 - idem
    number = await offered()
    await say(house, f"/mesoffres retirer-oui {number}", who="author")
    found = await figures(house, "dep-44")
    assert (found.received, found.withdrawn, found.silent) == (0, 1, False)


async def test_figures_are_those_of_the_territories_where_one_has_a_right(house: House, offered: Offered) -> None:  # noqa: F811 - idem
    await offered("one", "44")
    await offered("two", "49")
    await enrol(house, Role.COMMISSAIRE, "reg-52")
    assert "2 reçues" in plain(await heard(house, "/offres bilan mars"))
    assert "une reçue" in plain(await heard(house, "/offres bilan mars dep-49"))
    assert "aucune reçue" in plain(await heard(house, "/offres bilan mars 53"))
    assert "ne vont pas jusqu’à" in plain(await heard(house, "/offres bilan mars 21"))


async def test_nothing_written_after_it_breaks_it(house: House) -> None:
    await enrol(house, Role.OFFICER, "dep-44")
    chance = random.Random(7)
    pieces = ["octobre", "2026", "10/2026", "99/2026", "dep-44", "44", "21", "é" * 300, "=1+1", "<b>", "📊", "0000-00"]
    for _ in range(60):
        said = " ".join(chance.choices(pieces, k=chance.randrange(4)))
        assert plain(await heard(house, f"/offres bilan {said}")).strip()


@pytest.mark.parametrize("role", [Role.EDITOR, Role.READER, Role.APPROVER])
async def test_others_have_the_rounded_count_only(house: House, role: Role) -> None:
    await enrol(house, role, "dep-44")
    assert "réservée aux agents" in plain(await heard(house, "/offres bilan mars"))
