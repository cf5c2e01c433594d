"""A result in words."""

from __future__ import annotations

from dataclasses import replace

from bot.app import House
from bot.talk.cards import card
from directory.search_query import Query
from tests.house import TUESDAY

SHOWER = Query(needs=("shower",), around=((47.2184, -1.5536),))


async def test_a_card_names_the_other_sources_of_a_place(house: House) -> None:
    (hit, *_) = house.finder.search(SHOWER, now=TUESDAY, zone="Europe/Paris").hits
    row = (await house.finder.details((hit.id,)))[hit.id]
    voice = house.wording.voice("fr")
    alone = card(voice, hit, row, local_now=TUESDAY)
    told_twice = card(voice, replace(hit, also=("dora", "soliguide")), row, local_now=TUESDAY)
    assert set(told_twice.lines) - set(alone.lines) == {voice("also-told", sources=voice.listed(["dora", "soliguide"]))}
