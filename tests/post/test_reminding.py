"""Reminders, planned from the calendar: once each, whatever the clock does; people asked again a year later."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Connection

from bot.post.reminding import Reminding
from bot.records import subscriptions
from bot.records.statements import CAMPAIGN
from bot.records.subscriptions import Moment, Wish
from bot.talk.due import due, is_night
from bot.talk.message import Address, Reply, Text
from directory.zones import zone_of
from knowledge.model import Event
from tests.house import Clock
from tests.post.conftest import Office
from tests.post.looking import letters

# A day whose night has two 2:30 in Paris, one that has none.
AUTUMN, SPRING = date(2026, 10, 25), date(2027, 3, 28)
# Six clocks; that of 975 changes on other days.
DEPARTEMENTS = ("dep-44", "dep-971", "dep-973", "dep-974", "dep-975", "dep-976")


def event(number: int, start: date, hour: time | None, territory: str) -> Event:
    return Event(
        id=f"agenda-{number}",
        title=f"n{number}",
        start=start,
        hour=hour,
        document="agents",
        quote="x",
        territory=territory,
    )


def zone(territory: str | None) -> ZoneInfo:
    return ZoneInfo(zone_of((territory or "").removeprefix("dep-")))


class Calendar:
    """A calendar and a clock that the test decides."""

    def __init__(self, office: Office) -> None:
        self.office, self.clock = office, Clock()
        self.events: list[Event] = []
        office.room.clock = self.clock
        self.reminding = Reminding(
            office.room,
            events=self.all,
            zones=lambda: zone,
            around=lambda territory: (territory or "france",),
            ask=lambda language: Reply((Text(f"encore ? {language}"),)),
        )

    async def all(self) -> Iterable[Event]:
        return self.events

    async def planned(self) -> dict[str, datetime]:
        """The reminders made so far, and when."""
        asked = select(CAMPAIGN.c.key, CAMPAIGN.c.created_at)
        rows = await self.office.store.read(lambda connection: connection.execute(asked).all())
        assert len(rows) == len({key for key, _ in rows})
        return {key.removeprefix("reminder "): at for key, at in rows}


@pytest.fixture
def calendar(office: Office) -> Calendar:
    return Calendar(office)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("change", [AUTUMN, SPRING])
async def test_every_quarter_hour_of_a_day_whose_clock_changes_is_recalled_once_in_six_zones(
    calendar: Calendar, change: date
) -> None:
    quarters = [time(quarter // 4, quarter % 4 * 15) for quarter in range(96)]
    for number, (territory, hour) in enumerate((each, hour) for each in DEPARTEMENTS for hour in quarters):
        calendar.events.append(event(number, change, hour, territory))
    # Between a week before and two days before nothing is due.
    for day in (-9, -8, -7, -6, -2, -1, 0, 1):
        calendar.clock.now = datetime.combine(change, time(), UTC) + timedelta(days=day)
        for _quarter in range(96):
            await calendar.reminding.round()
            calendar.clock.advance(timedelta(minutes=15))
    found = await calendar.planned()
    assert len(found) == 96 * 6 * 3
    assert Counter(key.split()[1] for key in found) == dict.fromkeys(Moment, 96 * 6)
    for each in calendar.events:
        clock = zone(each.territory)
        for moment in Moment:
            at, wanted = found[f"{each.id} {moment} {each.start}T{each.hour}"], due(each, moment, clock)
            assert wanted
            assert wanted <= at < wanted + timedelta(minutes=15)
            assert not is_night(at, clock)


async def test_a_clock_that_jumps_makes_nothing_twice_nor_forgets_anything(calendar: Calendar) -> None:
    chance = random.Random(3)
    start = date(2027, 6, 1)
    calendar.events = [event(number, start + timedelta(days=number), time(15), "dep-44") for number in range(30)]
    begun = datetime(2027, 5, 20, 10, tzinfo=UTC)
    for quarter in range(42 * 24):
        now = begun + timedelta(hours=quarter)
        jump = chance.choice([timedelta(0), timedelta(0), timedelta(hours=-1), timedelta(days=-1)])
        calendar.clock.now = datetime(1970, 1, 2, tzinfo=UTC) if chance.random() < 0.02 else now + jump
        await calendar.reminding.round()
        calendar.clock.now = now
        await calendar.reminding.round()
    found = await calendar.planned()
    assert Counter(key.split()[1] for key in found) == dict.fromkeys(Moment, 30)


async def test_an_event_called_off_a_second_before_is_not_recalled(calendar: Calendar) -> None:
    meeting = event(1, date(2027, 6, 2), time(15), "dep-44")
    calendar.events = [meeting]
    calendar.clock.at("2027-06-01 14:59")
    await calendar.reminding.round()
    calendar.events = [replace_event(meeting, cancelled=True)]
    calendar.clock.at("2027-06-01 15:00")
    await calendar.reminding.round()
    assert await calendar.planned() == {}


async def test_a_date_that_moves_is_recalled_anew(calendar: Calendar) -> None:
    meeting = event(1, date(2027, 6, 2), time(15), "dep-44")
    calendar.events = [meeting]
    calendar.clock.at("2027-06-01 15:00")
    await calendar.reminding.round()
    calendar.events = [replace_event(meeting, start=date(2027, 6, 3))]
    calendar.clock.at("2027-06-02 15:00")
    await calendar.reminding.round()
    assert set(await calendar.planned()) == {"agenda-1 day 2027-06-02T15:00:00", "agenda-1 day 2027-06-03T15:00:00"}


async def test_people_are_asked_whether_to_go_on_once(calendar: Calendar) -> None:
    office, vault = calendar.office, calendar.office.vault
    begun = calendar.clock.now

    def subscribe(connection: Connection) -> None:
        for room, language in (("ana", "fr"), ("olena", "uk")):
            wish = Wish(("dep-44",), language=language)
            subscriptions.subscribe(connection, vault, Address("paper", room), wish, now=begun)

    await office.store.write(subscribe)
    for days in (364, 365, 366):
        calendar.clock.now = begun + timedelta(days=days)
        await calendar.reminding.ask_again()
    assert sorted(await letters(office)) == ["encore ? fr", "encore ? uk"]


def replace_event(what: Event, **changed: object) -> Event:
    return what.model_copy(update=changed)
