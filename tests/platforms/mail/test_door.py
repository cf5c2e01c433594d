"""The door that hears nothing says how mail fares."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import structlog

from bot.cli.doctor import examine
from bot.platforms.mail.door import MailDoor
from bot.platforms.mail.trouble import Trouble
from bot.post.carrier import ClosedError
from bot.post.door import Health
from bot.post.weather import Weather
from bot.settings import Settings
from bot.talk.wording import Wording
from tests.mail_server import HOST, Postbox
from tests.platforms.mail.conftest import line_to
from tests.waiting import until
from tests.warm import warm


@asynccontextmanager
async def listening(door: MailDoor) -> AsyncIterator[asyncio.Task[None]]:
    """The door at work, its pauses passing at once."""

    async def nap(seconds: float) -> None:
        clock[0] += seconds
        await asyncio.sleep(0.001)

    clock = [1000.0]
    door.now, door.sleep = lambda: clock[0], nap
    task = asyncio.create_task(door.listen())
    yield task
    task.cancel()
    await asyncio.wait({task})
    await door.close()


async def test_the_door_follows_the_weather_and_finds_the_server_back(postbox: Postbox) -> None:
    door = MailDoor(line=line_to(postbox), weather=Weather())
    seen = [door.health]
    async with listening(door):
        await until(lambda: door.health is Health.OPEN)
        await postbox.down()
        door.weather.failed(door.now(), begun=door.now())  # as a mail finds it
        seen.append(door.health)
        await until(lambda: door.weather.failures > 3)
        await postbox.up()
        await until(lambda: door.health is Health.OPEN)
    assert seen == [Health.STARTING, Health.UNREACHABLE]
    assert (postbox.tries, postbox.received) == (0, [])


async def test_a_server_that_takes_us_is_not_looked_at_again(postbox: Postbox) -> None:
    door = MailDoor(line=line_to(postbox), weather=Weather())
    async with listening(door):
        await until(lambda: door.health is Health.OPEN)
        await postbox.down()
        await asyncio.sleep(0.05)
        assert door.health is Health.OPEN


async def test_the_door_ends_whenever_it_is_told_to(postbox: Postbox) -> None:
    postbox.always["mail"] = "550 no"
    for instant in range(60):
        door = MailDoor(line=line_to(postbox), weather=Weather(), sleep=lambda _seconds: asyncio.sleep(0))
        task = asyncio.create_task(door.listen())
        await asyncio.sleep(0.0002 * instant)
        task.cancel()
        await asyncio.wait({task}, timeout=5)
        assert task.cancelled(), instant


async def test_a_password_that_is_refused_closes_the_door_and_says_what_to_do() -> None:
    async with Postbox(accounts={"robot": "right"}) as postbox:
        door = MailDoor(line=line_to(postbox, user="robot", password="wrong"), weather=Weather())
        async with listening(door) as task:
            with pytest.raises(ClosedError, match="SOLIPACTE_SMTP_URL"):
                await task
            assert door.health is Health.CLOSED
            assert door.opened, "the rest of the house opens all the same"


async def test_the_journal_says_once_why_mail_does_not_leave_and_names_nobody(postbox: Postbox) -> None:
    postbox.always["mail"] = "550 5.7.1 <solipacte@example.org> is not yours"
    door = MailDoor(line=line_to(postbox), weather=Weather())
    with structlog.testing.capture_logs() as said:
        async with listening(door):
            await until(lambda: door.weather.failures > 3)
    assert said == [{"event": "mail does not leave", "reason": "sender", "log_level": "warning"}]
    assert "solipacte@" not in json.dumps(said)


@pytest.mark.parametrize(
    ("account", "always", "said"),
    [
        ("robot:right", {}, "✓ Courriel : le serveur nous prend les messages"),
        ("robot:wrong", {}, "✗ Courriel : le serveur refuse le compte ou le mot de passe."),
        ("robot:right", {"mail": "550 no"}, "✗ Courriel : le serveur ne laisse pas ce compte écrire"),
    ],
)
async def test_the_doctor_says_whether_mail_works(
    tmp_path: Path, account: str, always: dict[str, str], said: str
) -> None:
    async with Postbox(accounts={"robot": "right"}, always=always) as postbox:
        url = f"smtp://{account}@{HOST}:{postbox.port}"
        settings, sink = Settings(data_dir=warm(tmp_path), smtp_url=url, smtp_from="robot@example.org"), io.StringIO()
        assert await examine(settings, sink) == 1, "nothing is imported yet"
        assert said in sink.getvalue()
        assert account.partition(":")[2] not in sink.getvalue()


@pytest.mark.parametrize("trouble", Trouble)
def test_the_doctor_has_a_sentence_for_each_trouble(trouble: Trouble) -> None:
    assert Wording().say("fr", f"doctor-mail-{trouble}").startswith("Courriel : ")


async def test_the_doctor_says_that_no_mail_is_set(tmp_path: Path) -> None:
    sink = io.StringIO()
    assert await examine(Settings(data_dir=warm(tmp_path)), sink) == 0
    assert "• Courriel : non réglé" in sink.getvalue()
