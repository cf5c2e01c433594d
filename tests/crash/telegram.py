"""Telegram updates through a robot that is killed: every one acknowledged has one effect, and its answer arrives."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import tempfile
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.settings import Settings
from tests.crash.robot import Robot
from tests.house import import_sample
from tests.telegram_server import TelegramServer

# What is written is recorded as one more of this, in the transaction of the answer.
SAID, EFFECT = "je veux mourir", "danger:suicide"
# Updates under way at once, and how many times one may be delivered.
UNDER_WAY, MOST_DELIVERIES = 60, 5
SECRET = "crash-secret"


@dataclass
class Outcome:
    """What was counted in the end."""

    updates: int = 0
    kills: int = 0
    deliveries: int = 0
    lost: int = 0
    effects: int = 0
    duplicates: int = 0
    doubts: int = 0
    claimed_at_kills: list[int] = field(default_factory=list)
    failed: int = 0
    damaged: str = ""
    seconds: float = 0

    def __str__(self) -> str:
        """In one paragraph."""
        worst = max(self.claimed_at_kills, default=0)
        return (
            f"{self.updates} updates, {self.deliveries} deliveries, {self.kills} kills in {self.seconds:.0f} s: "
            f"{self.effects} effects, {self.lost} lost, {self.failed} given up, {self.duplicates} answers twice, "
            f"{self.doubts} in doubt (at most {worst} a kill), database {self.damaged}"
        )


@dataclass
class Trial:
    """`updates` messages from as many people, `kills` kills at moments drawn by `chance`."""

    updates: int
    kills: int
    chance: random.Random = field(default_factory=lambda: random.Random(11))
    outcome: Outcome = field(default_factory=Outcome)
    left: dict[int, tuple[int, dict[str, Any]]] = field(default_factory=dict)

    async def run(self) -> Outcome:
        """Run it; what was seen is in the outcome."""
        started = time.monotonic()
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            folder = Path(name)
            import_sample(Settings(data_dir=folder))
            async with TelegramServer(retry=0.02) as telegram:
                telegram.flood.on = False
                robot = self._robot(folder, telegram)
                feeding = asyncio.create_task(self._feed(telegram))
                await self._kill_again_and_again(robot, telegram)
                await robot.start()
                await feeding
                await self._settled(telegram, folder)
                await robot.stop()
                self._count(telegram, folder)
        self.outcome.seconds = time.monotonic() - started
        return self.outcome

    def _robot(self, folder: Path, telegram: TelegramServer) -> Robot:
        robot = Robot(
            folder,
            {
                "SOLIPACTE_TELEGRAM_TOKEN": telegram.token,
                "SOLIPACTE_TELEGRAM_API_URL": telegram.url,
                "SOLIPACTE_TELEGRAM_MODE": "webhook",
                "SOLIPACTE_TELEGRAM_WEBHOOK_SECRET": SECRET,
                "SOLIPACTE_TELEGRAM_RATE": "1000",
            },
        )
        robot.environment["SOLIPACTE_PUBLIC_URL"] = robot.url
        return robot

    async def _feed(self, telegram: TelegramServer) -> None:
        """Keep some updates under way; each is delivered again, up to five times, however it was acknowledged."""
        made = 0
        while made < self.updates or self.left:
            while made < self.updates and len(self.left) < UNDER_WAY:
                person = telegram.person()
                number = person.says(SAID)
                self.left[number] = (self.chance.randint(1, MOST_DELIVERIES), telegram.pending[number])
                made += 1
            for number, (times, update) in list(self.left.items()):
                if number in telegram.pending:
                    continue
                self.outcome.deliveries += 1
                if times == 1:
                    del self.left[number]
                else:
                    self.left[number] = (times - 1, update)
                    telegram.redeliver(number, update)
            await asyncio.sleep(0.01)
        self.outcome.updates = made

    async def _kill_again_and_again(self, robot: Robot, telegram: TelegramServer) -> None:
        for _ in range(self.kills):
            await robot.start()
            before = len(telegram.acknowledged) + len(telegram.sent)
            await robot.ready()
            async with asyncio.timeout(60):
                while self.left and len(telegram.acknowledged) + len(telegram.sent) == before:  # noqa: ASYNC110 - nobody tells
                    await asyncio.sleep(0.002)
            await asyncio.sleep(self.chance.uniform(0, 0.8))
            await robot.kill()
            self.outcome.kills += 1
            self.outcome.claimed_at_kills.append(_asked(robot.folder, "SELECT count(*) FROM outbox WHERE status = 1"))

    async def _settled(self, telegram: TelegramServer, folder: Path) -> None:
        waiting = (
            "SELECT (SELECT count(*) FROM inbox WHERE status < 2) + (SELECT count(*) FROM outbox WHERE status < 2)"
        )
        async with asyncio.timeout(600):
            while telegram.pending or _asked(folder, waiting):  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.1)

    def _count(self, telegram: TelegramServer, folder: Path) -> None:
        outcome = self.outcome
        heard = Counter(sent.chat for sent in telegram.sent)
        outcome.lost = sum(1 for chat in telegram.chats if not heard[chat])
        outcome.duplicates = sum(number - 1 for number in heard.values() if number > 1)
        outcome.doubts = _asked(folder, "SELECT coalesce(sum(doubts), 0) FROM outbox")
        outcome.failed = _asked(folder, "SELECT count(*) FROM inbox WHERE status = 3")
        counted = f"SELECT coalesce(sum(count), 0) FROM statistic WHERE name = '{EFFECT}'"
        outcome.effects = _asked(folder, counted)
        outcome.damaged = str(_asked(folder, "PRAGMA integrity_check"))


def _asked(folder: Path, question: str) -> Any:
    with closing(sqlite3.connect(folder / "solipacte.db", timeout=30)) as connection:
        return connection.execute(question).fetchone()[0]
