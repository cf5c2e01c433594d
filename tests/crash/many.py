"""A message to many people on Telegram, from a robot that is killed: nobody is left out, doubts are in the report."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import tempfile
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.app import database_of
from bot.keys import read_or_make_keys
from bot.records import campaigns, subscriptions
from bot.records.campaign import Kind, Plan, State
from bot.records.engines import database_url, make_engine
from bot.records.privacy import Vault
from bot.records.subscriptions import Wish
from bot.settings import Settings
from bot.talk.message import Address
from tests.crash.robot import Robot
from tests.house import import_sample
from tests.telegram_server import TelegramServer

SAID = "Le guichet ouvre à 10 h demain, à la mairie."


@dataclass
class Outcome:
    """What was counted in the end. `report`: sent, perhaps twice, given up, as the author reads it."""

    people: int = 0
    kills: int = 0
    lost: int = 0
    duplicates: int = 0
    undoubted: int = 0
    """Received twice, and not listed as such."""
    report: tuple[int, int, int] = (0, 0, 0)
    at_kills: list[int] = field(default_factory=list)
    state: int = -1
    damaged: str = ""
    seconds: float = 0

    def __str__(self) -> str:
        """In one paragraph."""
        sent, repeated, given_up = self.report
        return (
            f"{self.people} people, {self.kills} kills in {self.seconds:.0f} s: {self.lost} lost, {self.duplicates} "
            f"received twice, report: {sent} sent of which {repeated} perhaps twice, {given_up} given up; at most "
            f"{max(self.at_kills, default=0)} in doubt a kill, database {self.damaged}"
        )


@dataclass
class Trial:
    """`people` subscribers, `kills` kills at moments drawn by `chance`, `in_flight` sends at once, `rate` a second."""

    people: int
    kills: int
    in_flight: int
    rate: int = 120
    chance: random.Random = field(default_factory=lambda: random.Random(7))
    outcome: Outcome = field(default_factory=Outcome)

    async def run(self) -> Outcome:
        """Run it; what was seen is in the outcome."""
        started = time.monotonic()
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            folder = Path(name)
            import_sample(Settings(data_dir=folder))
            async with TelegramServer(retry=0.02) as telegram:
                telegram.flood.on = False
                chats = [telegram.person().chat["id"] for _ in range(self.people)]
                await asyncio.to_thread(_prepare, Settings(data_dir=folder), chats)
                robot = self._robot(folder, telegram)
                for _ in range(self.kills):
                    await self._life(robot, telegram)
                await robot.start()
                await self._over(folder)
                await robot.stop()
                self._count(telegram, folder, chats)
        self.outcome.seconds = time.monotonic() - started
        return self.outcome

    def _robot(self, folder: Path, telegram: TelegramServer) -> Robot:
        return Robot(
            folder,
            {
                "SOLIPACTE_TELEGRAM_TOKEN": telegram.token,
                "SOLIPACTE_TELEGRAM_API_URL": telegram.url,
                "SOLIPACTE_TELEGRAM_RATE": str(self.rate),
                "SOLIPACTE_TELEGRAM_IN_FLIGHT": str(self.in_flight),
            },
        )

    async def _life(self, robot: Robot, telegram: TelegramServer) -> None:
        """Start, let it send for a moment, kill."""
        before = len(telegram.sent)
        await robot.start()
        async with asyncio.timeout(60):
            while len(telegram.sent) == before and not _asked(robot.folder, "SELECT status >= 4 FROM campaign"):  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.002)
        await asyncio.sleep(self.chance.uniform(0, 0.6))
        await robot.kill()
        self.outcome.kills += 1
        self.outcome.at_kills.append(_asked(robot.folder, "SELECT count(*) FROM outbox WHERE status = 1"))

    async def _over(self, folder: Path) -> None:
        async with asyncio.timeout(3600):
            while _asked(folder, "SELECT status FROM campaign") < State.DONE:  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.2)

    def _count(self, telegram: TelegramServer, folder: Path, chats: list[int]) -> None:
        outcome = self.outcome
        heard = Counter(sent.chat for sent in telegram.sent)
        outcome.people = _asked(folder, "SELECT people FROM campaign")
        outcome.lost = sum(1 for chat in chats if not heard[chat])
        outcome.duplicates = sum(number - 1 for number in heard.values() if number > 1)
        listed = _asked(folder, "SELECT repeated + in_doubt FROM campaign")
        outcome.undoubted = max(0, sum(1 for number in heard.values() if number > 1) - listed)
        counts = ("sent", "repeated", "in_doubt")
        sent, repeated, given_up = (_asked(folder, f"SELECT {name} FROM campaign") for name in counts)
        outcome.report = (sent, repeated, given_up)
        outcome.state = _asked(folder, "SELECT status FROM campaign")
        outcome.damaged = str(_asked(folder, "PRAGMA integrity_check"))


def _prepare(settings: Settings, chats: list[int]) -> None:
    """Subscribe everybody, and write the message that leaves at once."""
    vault, now = Vault(read_or_make_keys(settings.secret_key_file)), datetime.now(UTC)
    engine = make_engine(database_url(database_of(settings)), patient=True)
    with engine.begin() as connection:
        for chat in chats:
            subscriptions.subscribe(connection, vault, Address("telegram", str(chat)), Wish(("dep-44",)), now=now)
        plan = Plan(
            key="crash",
            kind=Kind.BROADCAST,
            territories=("dep-44",),
            territory="dep-44",
            texts={"fr": SAID},
            night=True,
            due_at=now,
        )
        campaigns.write(connection, plan, now=now)
    engine.dispose()


def _asked(folder: Path, question: str) -> Any:
    with closing(sqlite3.connect(folder / "solipacte.db", timeout=30)) as connection:
        return connection.execute(question).fetchone()[0]
