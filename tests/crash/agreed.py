"""An import that two people agreed to, killed while it is carried out: written and told, or neither."""

from __future__ import annotations

import asyncio
import hashlib
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from prometheus_client import CollectorRegistry
from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from bot.app import House, database_of, open_house
from bot.cli.messengers import make_mailroom
from bot.handlers.import_news import ImportNews
from bot.handlers.service_file_read import scope_of
from bot.post.importing import Importing
from bot.post.weather import Weather
from bot.records import agents, import_wishes
from bot.records.agents import Speaker
from bot.records.engines import database_url, make_engine
from bot.records.import_wishes import Status, Wish
from bot.records.permissions import Right, Role
from bot.records.statements import IMPORT_WISH, OUTBOX
from bot.settings import Settings
from bot.talk.message import Address, FileRef
from directory.importers.sent import Offered, compare
from directory.ledger.runs import RUNS
from directory.tables import SERVICES
from tests.crash.robot import ROOT
from tests.house import TUESDAY, Clock, clerk, import_sample, shipped
from tests.postman import Plain

ROWS = 800
_HEAD = "nom;adresse;code postal;ville;téléphone;activité\n"
CONTENT = (
    _HEAD + "".join(f"Relais {n};{n} rue Haute;44000;Nantes;01 99 00 12 34;Repas\n" for n in range(ROWS))
).encode()
WHO = (Address("test", "author"), Address("test", "second"))


@dataclass(frozen=True)
class Left:
    """What a database holds: services of the file, runs, what is told, and where the wish stands."""

    services: int
    runs: int
    told: int
    status: int


BEFORE, AFTER = Left(0, 1, 0, int(Status.AGREED)), Left(ROWS, 2, 2, int(Status.DONE))


async def prepare(folder: Path) -> None:
    """A house in `folder` where a wish was agreed to."""
    settings = Settings(data_dir=folder)
    import_sample(settings)
    async with open_house(settings, clock=Clock(), shipped=shipped()) as house:
        vault, territories = house.vault, house.knowledge.current.territories
        people = [vault.author(where.platform, where.room) for where in WHO]
        offered = Offered("lieux.csv", CONTENT, date(2026, 3, 10))
        right = Right(Role.EDITOR, "dep-44")
        found = await house.store.scan(lambda c: compare(c, clerk(), offered, scope_of([right], territories)))
        sha256, plan = hashlib.sha256(CONTENT).hexdigest(), found.shown.digest
        wish = Wish(
            "I-00001", ("dep-44",), offered.name, "a", sha256, columns=None, whole=False, day=offered.day, plan=plan
        )

        def write(connection: Connection) -> None:
            for where in WHO:
                speaker = Speaker(where.platform, where.room)
                agents.grant(connection, vault, speaker, where, right, label="x", now=TUESDAY)
            import_wishes.ask(connection, vault, wish, author=people[0], address=WHO[0], now=TUESDAY)
            import_wishes.settle(connection, wish.number, Status.AGREED, was=Status.ASKED, approver=people[1])

        await house.store.write(write)


async def carry_out(folder: Path) -> None:
    """One round of the clock, said when it begins."""
    async with open_house(Settings(data_dir=folder), clock=Clock(), shipped=shipped()) as house:
        await asyncio.to_thread(clerk().prepare)
        importing = _importing(house)
        sys.stdout.write("begins\n")
        sys.stdout.flush()
        await importing.round()


def _importing(house: House) -> Importing:
    async def fetch(_platform: str, _file: FileRef) -> bytes:
        return CONTENT

    mailroom = make_mailroom(house, CollectorRegistry(), clock=Clock())
    mailroom.add(Plain(), Weather())
    return Importing(mailroom, ImportNews(house.knowledge, house.wording), fetch, clerk())


def killed(model: Path, folder: Path, after: float) -> Left:
    """What a copy of `model` holds once what carries it out was killed, `after` seconds after it began."""
    shutil.copytree(model, folder)
    command = [sys.executable, "-m", "tests.crash.agreed", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"begins\n"
        time.sleep(after)
        process.kill()
    return left(folder)


def timed(model: Path, folder: Path) -> float:
    """How long it takes when nothing kills it, in seconds."""
    shutil.copytree(model, folder)
    command = [sys.executable, "-m", "tests.crash.agreed", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        started = time.monotonic()
        assert process.wait(timeout=120) == 0
    return time.monotonic() - started


def left(folder: Path) -> Left:
    """What a database holds now."""
    engine = make_engine(database_url(database_of(Settings(data_dir=folder))), read_only=True, patient=True)
    with engine.connect() as connection:
        mine = select(func.count()).select_from(SERVICES).where(SERVICES.c.source == "lieux")
        counts = (mine, *(select(func.count()).select_from(table) for table in (RUNS, OUTBOX)))
        found = [int(connection.scalar(query) or 0) for query in counts]
        status = int(connection.scalar(select(IMPORT_WISH.c.status)) or 0)
    engine.dispose()
    return Left(found[0], found[1], found[2], status)


if __name__ == "__main__":
    asyncio.run(carry_out(Path(sys.argv[1])))
