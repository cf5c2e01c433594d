"""A whole offer in simple French takes twelve messages at most, and a minute and a half at the pace of a person."""

from __future__ import annotations

import pytest

from bot.app import House
from bot.records.offer import Profile
from bot.records.offer_book import OfferBook
from bot.records.permissions import Role
from bot.talk.message import Address
from tests.handlers.offer_pace import offered
from tests.handlers.test_event_form import enrol
from tests.human_pace import READ, READ_SLOWLY

MOST_MESSAGES, MOST_SECONDS = 12, 90


@pytest.mark.parametrize("enrolled", [False, True])
@pytest.mark.parametrize("profile", Profile)
async def test_each_profile_is_done_in_time(
    house: House,
    profile: Profile,
    enrolled: bool,  # noqa: FBT001 - a column
) -> None:
    if enrolled:
        await enrol(house, Role.OFFICER, "dep-44")
    paced = await offered(house, profile, read_a_minute=READ)
    uid = house.vault.uid(Address("telegram", f"{profile} {READ}"))
    (offer,) = await OfferBook(house.store.read, house.vault).of_author(uid)
    assert offer.proposal.profile is profile
    assert paced.messages <= MOST_MESSAGES
    assert paced.seconds <= MOST_SECONDS


async def test_who_reads_slowly_and_presses_buttons_is_done_in_time(house: House) -> None:
    paced = await offered(house, Profile.CONCERNED, read_a_minute=READ_SLOWLY)
    assert paced.seconds <= MOST_SECONDS
