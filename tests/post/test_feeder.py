"""A message to many people: once each, paused and stopped at once, reported to the unit."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy.engine import Connection

from bot.post.carrier import DoubtError, GoneError, LaterError, Manner, RefusedError, TooFastError
from bot.post.feeder import Feeder
from bot.post.pace import Limits
from bot.post.telling import Telling
from bot.post.weather import Weather
from bot.records import campaigns, subscriptions
from bot.records.addresses import seal_address
from bot.records.agents import Speaker, grant
from bot.records.campaign import OVER, Campaign, Kind, Plan, State
from bot.records.permissions import Right, Role
from bot.records.statements import CAMPAIGN, SUBSCRIPTION
from bot.records.store import Store
from bot.records.subscriptions import Wish
from bot.talk.message import Address, Reply, Text
from tests.house import Clock
from tests.post.conftest import Office
from tests.post.paper import Paper
from tests.post.test_sending import finished, sending, with_hours


class Desk:
    """A feeder whose clock, night and words the test decides."""

    def __init__(self, office: Office) -> None:
        self.office, self.clock, self.night = office, Clock(), False
        self.reports: list[Campaign] = []
        self.fails: Exception | None = None
        office.room.clock = self.clock
        agents = Telling(
            mailroom=office.room,
            asks=lambda campaign: Reply((Text(f"d'accord pour {campaign.id} ?"),)),
            around=lambda territory: (territory, "reg-52"),
            progress=lambda _campaign, known: Reply((Text(f"{known.sent} partis"),), slot="x"),
            report=self.report,
        )
        self.feeder = Feeder(
            office.room,
            compose=self.compose,
            quiet=lambda _campaign: self.night,
            by_mail=lambda reply, _language, _uid: (reply, "https://x.example/stop"),
            agents=agents,
        )

    async def compose(self, campaign: Campaign) -> dict[str, Reply] | None:
        if self.fails and campaign.key == "broken":
            raise self.fails
        return {language: Reply((Text(said),)) for language, said in campaign.texts.items()} or None

    def report(self, campaign: Campaign) -> Reply:
        self.reports.append(campaign)
        return Reply((Text(f"rapport {campaign.id}"),))

    async def subscribed(self, *rooms: str, language: str = "fr", platform: str = "paper") -> None:
        """These people want the reminders of dep-44."""
        vault, now = self.office.vault, self.clock()

        def write(connection: Connection) -> None:
            for room in rooms:
                wish = Wish(("dep-44",), language=language)
                subscriptions.subscribe(connection, vault, Address(platform, room), wish, now=now)

        await self.office.store.write(write)

    async def planned(self, key: str = "k", **what: object) -> int:
        """A campaign for dep-44, its author in the room "officer"."""
        author = Address("paper", "officer")
        told = {
            "kind": Kind.BROADCAST,
            "territories": ("dep-44",),
            "due_at": self.clock(),
            "texts": {"fr": "Bonjour", "ar": "مرحبا"},
            "contact": seal_address(self.office.vault, author, table=CAMPAIGN.name, row=key.encode()),
        } | what
        plan, now = Plan(key=key, **told), self.clock()  # type: ignore[arg-type]  # told by each test
        number = await self.office.store.write(lambda c: campaigns.write(c, plan, now=now))
        assert number
        return number

    async def found(self, number: int) -> Campaign:
        campaign = await self.office.store.read(lambda c: campaigns.find(c, number))
        assert campaign
        return campaign

    async def done(self, number: int) -> Campaign:
        """Send until it is over."""
        async with sending(self.office):
            for _ in range(500):
                await self.feeder.round()
                await finished(self.office)
                campaign = await self.found(number)
                if campaign.status in OVER and campaign.contact is None:
                    await finished(self.office)
                    return campaign
        raise AssertionError("never over")


@pytest.fixture
def desk(office: Office) -> Desk:
    return Desk(office)


async def test_everybody_is_written_to_once_in_their_language_and_its_author_told(desk: Desk, office: Office) -> None:
    await desk.subscribed(*(f"r{number}" for number in range(250)))
    await desk.subscribed("zein", language="ar")
    await desk.subscribed("olena", language="uk")
    campaign = await desk.done(await desk.planned())
    assert sorted(office.paper.sent) == sorted(
        [(f"r{number}", "Bonjour") for number in range(250)]
        + [("zein", "مرحبا"), ("olena", "Bonjour"), ("officer", f"rapport {campaign.id}")]
    )
    assert (campaign.status, campaign.people, campaign.result.sent, campaign.left) == (State.DONE, 252, 252, 0)


async def test_people_whose_turn_is_put_off_keep_nobody_else_waiting(desk: Desk, office: Office) -> None:
    for number in range(90):
        office.paper.failures[f"r{number}"] = [LaterError("full")]
    await desk.subscribed(*(f"r{number}" for number in range(220)))
    await desk.planned()
    async with sending(office), asyncio.timeout(45):
        while len(office.paper.sent) < 130:
            await desk.feeder.round()
            await asyncio.sleep(0.05)
    assert len({room for room, _ in office.paper.sent}) == 130


async def test_nothing_leaves_before_it_is_due_nor_at_night_unless_it_may(desk: Desk, office: Office) -> None:
    await desk.subscribed("ana")
    number = await desk.planned(due_at=desk.clock() + timedelta(seconds=60))
    await desk.feeder.round()
    assert (await desk.found(number)).status is State.READY
    desk.clock.advance(timedelta(seconds=60))
    desk.night = True
    await desk.feeder.round()
    assert (await desk.found(number)).status is State.READY
    other = await desk.planned("k2", night=True)
    await desk.done(other)
    assert office.paper.to("ana") == ["Bonjour"]
    desk.night = False
    await desk.done(number)
    assert office.paper.to("ana") == ["Bonjour", "Bonjour"]


async def test_a_proposal_leaves_only_once_a_second_person_says_yes(desk: Desk) -> None:
    await desk.subscribed("ana")
    number = await desk.planned(status=State.PROPOSED)
    await desk.feeder.round()
    assert (await desk.found(number)).status is State.PROPOSED
    now = desk.clock()
    approve = partial(campaigns.approve, number=number, approver=b"x" * 32, due_at=now, people=1)
    assert await desk.office.store.write(approve)
    assert (await desk.done(number)).result.sent == 1


async def test_who_stops_before_their_turn_is_not_written_to_and_counted(desk: Desk, office: Office) -> None:
    office.paper.manner = Manner(Limits(per_second=10), together=4, repeatable=False)
    office.room.senders["paper"].delivery.pace.limits = office.paper.manner.limits
    with_hours(office)
    await desk.subscribed(*(f"r{number}" for number in range(100)))
    number = await desk.planned()
    await desk.feeder.round()
    await desk.feeder.round()
    assert len((await desk.found(number)).legs) == 1

    def stop(connection: Connection) -> None:
        for room in range(0, 100, 10):
            subscriptions.unsubscribe(connection, office.vault.uid(Address("paper", f"r{room}")), now=desk.clock())

    await office.store.write(stop)
    campaign = await desk.done(number)
    assert (campaign.people, campaign.result.sent, campaign.left) == (100, 90, 10)
    assert len(office.paper.sent) == 91


async def test_pausing_stops_what_waits_and_resuming_forgets_nobody(desk: Desk, office: Office) -> None:
    await desk.subscribed(*(f"r{number}" for number in range(60)))
    number = await desk.planned()
    await desk.feeder.round()
    await desk.feeder.round()
    await office.store.write(lambda c: campaigns.pause(c, number))
    async with sending(office):
        await desk.feeder.round()
        await asyncio.sleep(0.1)
        assert office.paper.sent == []
    await office.store.write(lambda c: campaigns.resume(c, number))
    office.room.wake_sender("paper")
    assert (await desk.done(number)).result.sent == 60


async def test_what_is_stopped_is_reported_with_what_left(desk: Desk, office: Office) -> None:
    await desk.subscribed(*(f"r{number}" for number in range(300)))
    number = await desk.planned()
    await desk.feeder.round()
    await desk.feeder.round()
    async with sending(office):
        await finished(office)
    now = desk.clock()
    await desk.feeder.round()
    await office.store.write(lambda c: campaigns.stop(c, number, now=now))
    campaign = await desk.done(number)
    sent = len(office.paper.sent) - 1
    assert 0 < sent < 300
    assert (campaign.status, campaign.result.sent, campaign.left) == (State.STOPPED, sent, 300 - sent)
    assert [each.id for each in desk.reports] == [number]


async def test_nothing_to_say_any_more_stops_it(desk: Desk, office: Office) -> None:
    await desk.subscribed("ana")
    number = await desk.planned(kind=Kind.REMINDER, contact=None, texts={})
    await desk.feeder.round()
    await desk.feeder.round()
    assert (await desk.found(number)).status is State.STOPPED
    async with sending(office):
        await finished(office)
    assert office.paper.sent == []


async def test_one_that_fails_is_stopped_and_the_others_go_on(desk: Desk) -> None:
    await desk.subscribed("ana")
    broken = await desk.planned("broken", contact=None)
    other = await desk.planned()
    desk.fails = LookupError("a sentence of Ana")
    assert (await desk.done(other)).result.sent == 1
    assert (await desk.found(broken)).status is State.STOPPED


async def test_where_nobody_sends_nobody_is_written_to_and_it_is_over(desk: Desk) -> None:
    await desk.subscribed("ana")
    await desk.subscribed("bob", platform="pigeon")
    campaign = await desk.done(await desk.planned())
    assert (campaign.people, campaign.result.sent, campaign.left) == (2, 1, 1)


async def test_the_report_is_exact_to_the_unit(desk: Desk, office: Office) -> None:
    """5 % asked to wait for 1 to 35 s, 2 % blocked, 1 % in doubt, 1 % refused."""
    hours = with_hours(office)
    rooms = [f"r{number}" for number in range(400)]
    await desk.subscribed(*rooms)
    for number, room in enumerate(rooms):
        match number % 100:
            case 0 | 20 | 40 | 60 | 80:
                office.paper.failures[room] = [TooFastError(1 + number % 35)]
            case 1 | 51:
                office.paper.failures[room] = [GoneError("blocked")]
            case 2:
                office.paper.failures[room] = [DoubtError("no answer")]
            case 3:
                office.paper.failures[room] = [RefusedError("no")]
    campaign = await desk.done(await desk.planned())
    found = campaign.result
    assert (found.sent, found.gone, found.repeated, found.refused, found.in_doubt) == (388, 8, 4, 4, 0)
    assert (campaign.people, campaign.left) == (400, 0)
    assert hours.now > 1000
    left = await office.store.read(lambda c: c.execute(SUBSCRIPTION.select()).all())
    assert len(left) == 392, "who blocks us is unsubscribed"


@pytest.mark.parametrize("at", ["_begin", "_helping", "_close"])
async def test_killed_anywhere_it_goes_on_and_nobody_is_written_to_twice(
    desk: Desk, office: Office, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    await desk.subscribed(*(f"r{number}" for number in range(120)))
    number = await desk.planned()
    write = Store.write
    broken = {"left": 3}

    async def lost(store: Store, work: object) -> object:
        """The write is done, and whoever asked for it dies."""
        done: object = await write(store, work)  # type: ignore[arg-type]  # whatever it is
        if getattr(work, "__qualname__", "").startswith(f"Feeder.{at}") and broken["left"]:
            broken["left"] -= 1
            raise KeyboardInterrupt
        return done

    monkeypatch.setattr(Store, "write", lost)
    for _ in range(40):
        try:
            await desk.feeder.round()
        except KeyboardInterrupt:
            office.room.wake_sender("paper")
            continue
        async with sending(office):
            await finished(office)
    assert broken["left"] < 3
    assert sorted(office.paper.sent)[1:] == sorted((f"r{number}", "Bonjour") for number in range(120))
    assert (await desk.found(number)).result.sent == 120


async def test_two_at_once_leave_nobody_out_though_one_has_no_room_yet(desk: Desk, office: Office) -> None:
    office.room.add(Paper(name="pigeon"), Weather())  # which has nobody to write to, and always room
    await desk.subscribed(*(f"r{number}" for number in range(150)))
    first, second = await desk.planned("k1"), await desk.planned("k2", texts={"fr": "Encore"})
    for _ in range(4):
        await desk.feeder.round()
    assert (await desk.found(second)).status is State.SENDING
    await desk.done(first)
    assert (await desk.done(second)).result.sent == 150
    assert sum(text == "Encore" for _, text in office.paper.sent) == 150


async def test_a_reminder_passes_before_what_an_agent_wrote(desk: Desk, office: Office) -> None:
    await desk.subscribed(*(f"r{number}" for number in range(120)))
    written = await desk.planned("k1")
    reminder = await desk.planned("k2", kind=Kind.REMINDER, texts={"fr": "Rappel"}, contact=None)
    for _ in range(2):
        await desk.feeder.round()
    async with sending(office):
        await finished(office)
    assert {text for _, text in office.paper.sent} == {"Rappel"}
    await desk.done(written)
    assert (await desk.found(reminder)).result.sent == 120


async def test_its_author_sees_how_far_it_got(desk: Desk, office: Office) -> None:
    await desk.subscribed(*(f"r{number}" for number in range(250)))
    number = await desk.planned()
    async with sending(office):
        for _ in range(4):
            await desk.feeder.round()
            await finished(office)
            desk.clock.advance(timedelta(seconds=6))
    await desk.done(number)
    heard = office.paper.to("officer")
    assert heard[-1] == f"rapport {number}"
    assert heard[0].endswith(" partis")
    assert 0 < int(heard[0].split()[0]) <= 250
    assert len(heard) < 5


async def test_those_who_may_say_yes_are_asked_once_and_not_its_author(desk: Desk, office: Office) -> None:
    vault, now = office.vault, desk.clock()

    def enrol(connection: Connection) -> None:
        for name, role, territory in (
            ("chef", Role.APPROVER, "dep-44"),
            ("commissaire", Role.COMMISSAIRE, "reg-52"),
            ("voisin", Role.APPROVER, "dep-21"),
            ("agent", Role.OFFICER, "dep-44"),
            ("auteur", Role.APPROVER, "dep-44"),
        ):
            who, right = Speaker("paper", name), Right(role, territory)
            grant(connection, vault, who, Address("paper", name), right, label=name, now=now)

    await office.store.write(enrol)
    number = await desk.planned(status=State.PROPOSED, territory="dep-44", author=vault.author("paper", "auteur"))
    await desk.feeder.round()
    await desk.feeder.round()
    async with sending(office):
        await finished(office)
    asked = f"d'accord pour {number} ?"
    assert sorted(office.paper.sent) == [("chef", asked), ("commissaire", asked)]
