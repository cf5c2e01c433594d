"""Mail leaves with what a transaction writes, waits as long as it must, and never twice without being counted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Connection

from bot.mailboxes import Mailbox
from bot.platforms.mail import MailSettings, open_mail
from bot.platforms.mail.carrier import TOGETHER
from bot.post.bell import Bell
from bot.post.delivery import LATEST, LONGEST_WAIT
from bot.post.door import Health
from bot.post.leading import Leading
from bot.post.mailing import NoMailError, WrongAddressError
from bot.post.office import Office as Bureau
from bot.post.pace import Limits, Pace
from bot.post.sender import Sender
from bot.post.weather import LONGEST_PAUSE, Weather
from bot.records.sends import Status
from bot.records.statements import OUTBOX
from bot.talk.message import Reply, Text
from tests.databases import Database
from tests.house import TUESDAY
from tests.mail_server import LOST, Postbox
from tests.post.conftest import Office, OpenOffice
from tests.post.hours import Hours
from tests.post.looking import statuses
from tests.waiting import until

SENDER = Mailbox("solipacte@example.org")
SENT = (Status.SENT, 0)


def with_mail(office: Office, postbox: Postbox, hours: Hours | None = None, **account: str) -> Sender:
    """Give an office a mail server, and perhaps a clock that obeys."""
    settings, weather = MailSettings(server=postbox.server(**account), sender=SENDER), Weather()
    _, carrier = open_mail(settings, clock=hours.date if hours else office.room.clock, weather=weather)
    sender = office.room.add(carrier, weather)
    if hours:
        hours.rule(sender)
    return sender


@asynccontextmanager
async def sending(sender: Sender) -> AsyncIterator[None]:
    """The sender at work."""
    running = asyncio.create_task(sender.run())
    try:
        yield
    finally:
        running.cancel()
        await asyncio.wait({running})


async def write(office: Office, *addresses: str, bulk: bool = False) -> None:
    """Queue a mail to each address."""

    def work(connection: Connection) -> None:
        for address in addresses:
            office.room.mailing.queue(connection, address, Reply((Text("Réunion à Nevers"),)), now=TUESDAY, bulk=bulk)

    await office.store.write(work)


async def finished(office: Office, *, within: float = 30) -> None:
    """Wait until nothing waits any more."""
    async with asyncio.timeout(within):
        while any(status <= 1 for status, _ in await statuses(office)):  # noqa: ASYNC110 - what is waited for tells nobody
            await asyncio.sleep(0.01)


def last(postbox: Postbox, addresses: list[str]) -> datetime:
    """When the last of them got its mail."""
    dates: list[datetime] = [got.mail["date"].datetime for got in postbox.received if got.to[0] in addresses]
    return max(dates)


def people(number: int) -> list[str]:
    return [f"p{each}@example.org" for each in range(number)]


async def test_a_mail_leaves_as_soon_as_its_transaction_is_committed(office: Office, postbox: Postbox) -> None:
    sender = with_mail(office, postbox)
    async with sending(sender):
        await until(lambda: sender.quiet)
        await write(office, "Someone@Example.org", bulk=True)
        await until(lambda: postbox.received)
        await finished(office)
    (got,) = postbox.received
    assert got.to == ["someone@example.org"]
    assert (got.mail["subject"], got.mail["precedence"]) == ("Réunion à Nevers", "bulk")
    rows = await office.store.read(lambda c: c.execute(select(OUTBOX)).mappings().all())
    assert [(row["platform"], row["uid"], row["parcel"], row["status"]) for row in rows] == [
        ("mail", None, None, Status.SENT)
    ]


async def test_a_mail_of_a_transaction_that_fails_never_leaves(office: Office, postbox: Postbox) -> None:
    sender = with_mail(office, postbox)

    def work(connection: Connection) -> object:
        office.room.mailing.queue(connection, "someone@example.org", Reply((Text("a"),)), now=TUESDAY)
        return 1 / 0

    with pytest.raises(ZeroDivisionError):
        await office.store.write(work)
    await write(office, "other@example.org")
    async with sending(sender):
        await finished(office)
    assert [got.to for got in postbox.received] == [["other@example.org"]]


async def test_what_cannot_leave_is_refused_when_it_is_queued(office: Office, postbox: Postbox) -> None:
    with pytest.raises(NoMailError):
        await write(office, "someone@example.org")
    possible = [office.room.mailing.possible]
    with_mail(office, postbox)
    assert [*possible, office.room.mailing.possible] == [False, True]
    for wrong in ("someone", "a@example.org, b@example.org", "é@example.org", "a@b.fr\nBcc: c@d.fr"):
        with pytest.raises(WrongAddressError):
            await write(office, wrong)
    assert await statuses(office) == []


async def test_neither_address_nor_words_lie_open_in_the_database(office: Office, postbox: Postbox) -> None:
    with_mail(office, postbox)
    await write(office, "someone@example.org")
    rows = await office.store.read(lambda c: [tuple(row) for row in c.execute(select(OUTBOX))])
    assert rows
    assert not [word for word in (b"someone", b"example.org", "Réunion".encode()) if word in repr(rows).encode()]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_a_server_that_is_down_for_a_day_gets_every_mail_once_when_it_is_back(
    office: Office, postbox: Postbox
) -> None:
    hours = Hours()
    sender = with_mail(office, postbox, hours)
    await write(office, *people(50))
    await postbox.down()
    back = hours.date() + timedelta(days=1)

    async def sleep(seconds: float) -> None:
        hours.now += seconds
        if hours.date() >= back and not postbox.listening:
            await postbox.up()
        await asyncio.sleep(0)

    hours.sleep = sleep  # type: ignore[method-assign]
    async with sending(sender):
        await finished(office, within=120)
    assert sorted(got.to[0] for got in postbox.received) == sorted(people(50))
    assert await statuses(office) == [SENT] * 50
    tries = office.room.figures.outbox.labels("mail", "not_sent")._value.get()
    assert tries <= timedelta(days=1) / timedelta(seconds=LONGEST_PAUSE) + 10
    assert last(postbox, people(50)) - back < timedelta(minutes=2)


async def test_one_mailbox_that_is_full_holds_nobody_else_up_and_gets_its_mail_later(
    office: Office, postbox: Postbox
) -> None:
    hours = Hours()
    sender = with_mail(office, postbox, hours)
    full = "full@example.org"
    postbox.answers[full] = ["452 4.2.2 mailbox full", "421 4.7.0 goodbye", LOST, "450 4.2.0 greylisted"]
    await write(office, full, full, *people(30))
    async with sending(sender):
        await finished(office)
    assert last(postbox, people(30)) - TUESDAY < timedelta(seconds=30)
    assert len(postbox.to(full)) == 2
    assert await statuses(office) == [SENT] * 32


async def test_a_mailbox_that_stays_full_is_given_up_after_four_days_without_a_storm(
    office: Office, postbox: Postbox
) -> None:
    hours = Hours()
    sender = with_mail(office, postbox, hours)
    postbox.always["full@example.org"] = "452 4.2.2 mailbox full"
    await write(office, "full@example.org", "someone@example.org")
    async with sending(sender):
        await finished(office)
    assert await statuses(office) == [(Status.REFUSED, 0), SENT]
    assert sender.delivery.weather.fair, "it is that mailbox alone"
    assert LONGEST_WAIT <= hours.date() - TUESDAY <= LONGEST_WAIT + LATEST
    assert LONGEST_WAIT / LATEST <= postbox.tries <= LONGEST_WAIT / LATEST + 10


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_a_mailbox_that_always_hangs_up_does_not_stop_the_others(office: Office, postbox: Postbox) -> None:
    hours = Hours()
    sender = with_mail(office, postbox, hours)
    postbox.always["poison@example.org"] = LOST
    await write(office, "poison@example.org", *people(100))
    async with sending(sender):
        await finished(office)
    assert last(postbox, people(100)) - TUESDAY < timedelta(seconds=100)
    assert [status for status, _ in await statuses(office)] == [Status.REFUSED] + [Status.SENT] * 100


async def test_somebody_who_is_no_more_is_sent_nothing_more(office: Office, postbox: Postbox) -> None:
    sender = with_mail(office, postbox)
    postbox.always["gone@example.org"] = "550 5.1.1 no such user"
    await write(office, "gone@example.org", "gone@example.org", "someone@example.org")
    async with sending(sender):
        await finished(office)
    assert postbox.tries == 2
    assert sorted(await statuses(office)) == [SENT, (Status.GONE, 0)]


async def test_a_mail_whose_end_is_unknown_is_sent_again_under_the_same_name_and_counted(
    office: Office, postbox: Postbox
) -> None:
    hours = Hours()
    sender = with_mail(office, postbox, hours)
    postbox.answers["end"] = [LOST]
    await write(office, "someone@example.org")
    async with sending(sender):
        await finished(office)
    first, again = postbox.received
    assert first.mail["message-id"] == again.mail["message-id"]
    assert await statuses(office) == [(Status.SENT, 1)]


async def test_mails_under_way_at_a_crash_are_in_doubt_sent_again_and_counted(
    open_office: OpenOffice, postbox: Postbox
) -> None:
    first, second = await open_office(), await open_office()
    postbox.hold = asyncio.Event()
    sender, again = with_mail(first, postbox), with_mail(second, postbox)
    sender.delivery.pace = again.delivery.pace = Pace(Limits())
    await write(first, *people(10))
    async with sending(sender):
        await until(lambda: len(postbox.received) == TOGETHER)
    assert [status for status, _ in await statuses(first)].count(Status.CLAIMED) == TOGETHER
    postbox.hold.set()
    async with sending(again):
        await finished(second)
    doubts = sum(doubts for _, doubts in await statuses(second))
    assert {got.to[0] for got in postbox.received} == set(people(10))
    assert len(postbox.received) - 10 == doubts == TOGETHER
    assert len({got.mail["message-id"] for got in postbox.received}) == 10


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
async def test_the_worker_that_leads_hears_of_a_mail_that_another_one_queued(
    open_office: OpenOffice, postbox: Postbox, database: Database
) -> None:
    first, second = await open_office(), await open_office()
    sender, _ = with_mail(first, postbox), with_mail(second, postbox)
    heard: list[str] = []

    def hear(platform: str) -> None:
        heard.append(platform)
        first.room.wake_sender(platform)

    listening = asyncio.create_task(Bell(database.url, hear).listen())
    async with sending(sender):
        await until(lambda: heard and sender.quiet)
        await write(second, "someone@example.org")
        await until(lambda: postbox.received)
        await finished(first)
    assert heard == ["", "mail"]
    listening.cancel()
    await asyncio.wait({listening})


@dataclass
class Deaf:
    """A door that finds nothing out."""

    name: str = "mail"
    health: Health = Health.OPEN
    opened: bool = True

    async def listen(self) -> None:
        await asyncio.Event().wait()

    async def close(self) -> None:
        pass


async def test_a_password_refused_by_a_send_closes_mail_says_why_and_keeps_everything(office: Office) -> None:
    async with Postbox(accounts={"robot": "right"}) as postbox:
        with_mail(office, postbox, user="robot", password="wrong")
        await write(office, "someone@example.org")
        url = f"sqlite:///{office.store}"
        bureau = Bureau(
            mailroom=office.room,
            leading=Leading(url),
            bell=Bell(url, office.room.wake_sender),
            chores=asyncio.Event().wait,  # type: ignore[arg-type]  # it only has to last
            doors={"mail": Deaf()},
        )
        bureau.start()
        async with asyncio.timeout(5):
            await bureau.trouble.wait()
        assert bureau.health() == {"mail": "closed"}
        assert "SOLIPACTE_SMTP_URL" in (bureau.refused or "")
        assert not bureau.never_open
        assert await statuses(office) == [(Status.WAITING, 0)]
        await bureau.stop()
