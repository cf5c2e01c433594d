"""One whole message, understood, searched, composed and committed durably, against a bare python-telegram-bot handler.

The peer gets, updates and commits one SQLModel row through aiosqlite, and replies nothing: the least a bot with a
memory does. Figures are CPU microseconds a message, all threads counted, measured in turns in one run.
"""

from __future__ import annotations

import asyncio
import itertools
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from rich.console import Console
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import Field, SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Update
from telegram.ext import Application, ContextTypes, TypeHandler

from bot.app import House, open_house
from bot.directories import load_demonstration
from bot.settings import Settings
from bot.talk.message import Address, Message
from tests.bench.offline import Offline
from tests.house import Clock, shipped

ROUNDS, MESSAGES = 7, 360
NEEDS = (
    "douche {} ouverte maintenant", "jai faim {}", "je dors dehors ce soir à {}", "colis alimentaire {} demain matin",
    "cours de francais pour etranger {}", "medecin sans papier {}", "aide pour payer mon loyer, {}",
    "laver mon linge a {}", "avocat gratuit {}", "plus", "avec mon chien", "ouvert samedi",
)  # fmt: skip
PLACES = (
    "nante", "59100", "lille", "besançon", "Toulouse", "dijon", "le mans", "perpinian", "st nazaire", "amiens",
    "nevers", "montpelier", "roubaix", "laval", "vesoul", "beziers", "calais", "la roche sur yon", "auxerre",
    "montauban", "angers", "dole", "castres", "arras", "cholet", "belfort", "chalon sur saone", "dunkerque", "ales",
    "44600",
)  # fmt: skip
SAID = tuple(need.format(place) for place in PLACES for need in NEEDS)


class Row(SQLModel, table=True):
    """What the peer remembers of a person."""

    __tablename__ = "bench_row"

    id: int = Field(primary_key=True)
    step: str
    seen: int = 0


Answer = Callable[[int], Awaitable[object]]


async def main() -> None:
    """Measure both in turns and print the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder))
        await asyncio.to_thread(load_demonstration, settings, now=Clock().now)
        async with open_house(settings, clock=Clock(), shipped=shipped()) as house:
            ours, peer = _ours(house), await _peer(Path(folder))
            for answer in (ours, peer):
                await _cpu(answer, MESSAGES)
            pairs = [(await _cpu(ours, MESSAGES), await _cpu(peer, MESSAGES)) for _ in range(ROUNDS)]
        understood = _understanding(house)
    mine, theirs = statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)
    ratio = statistics.median(a / b for a, b in pairs)
    console = Console()
    console.print(f"One whole message, CPU µs, median of {ROUNDS} rounds of {MESSAGES}:")
    console.print(f"  solipacte {mine:.0f}, python-telegram-bot + SQLModel {theirs:.0f}: ratio {ratio:.2f} (aim ≤ 1.5)")
    console.print(f"Understanding, µs: median {understood[0]:.0f} (aim ≤ 1000), p99 {understood[1]:.0f} (aim ≤ 5000)")


async def _cpu(answer: Answer, messages: int) -> float:
    start = time.process_time()
    for number in range(messages):
        await answer(number)
    return (time.process_time() - start) / messages * 1e6


def _ours(house: House) -> Answer:
    async def answer(number: int) -> object:
        return await house.dialogue.answer(Message(Address("bench", str(number % 20)), SAID[number % len(SAID)]))

    return answer


async def _peer(folder: Path) -> Answer:
    engine = create_async_engine(f"sqlite+aiosqlite:///{folder / 'peer.db'}")
    async with engine.begin() as connection:
        await connection.exec_driver_sql("PRAGMA journal_mode=WAL")
        await connection.run_sync(SQLModel.metadata.tables["bench_row"].create)
    async with AsyncSession(engine) as session:
        session.add_all(Row(id=number, step="start") for number in range(20))
        await session.commit()

    async def handle(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        async with AsyncSession(engine) as session:
            assert update.effective_user
            row = (await session.exec(select(Row).where(Row.id == update.effective_user.id))).one()
            row.seen += 1
            row.step = update.effective_message.text or "" if update.effective_message else ""
            session.add(row)
            await session.commit()

    offline = Offline()
    application = Application.builder().token("1:x").updater(None).request(offline).get_updates_request(offline).build()
    application.add_handler(TypeHandler(Update, handle))
    await application.initialize()
    numbers = itertools.count(1)

    async def answer(number: int) -> object:
        raw = _update(next(numbers), number % 20, SAID[number % len(SAID)])
        await application.process_update(Update.de_json(raw, application.bot))
        return None

    return answer


def _update(number: int, person: int, text: str) -> dict[str, Any]:
    somebody = {"id": person, "is_bot": False, "first_name": "Ana"}
    chat = {"id": person, "type": "private", "first_name": "Ana"}
    return {
        "update_id": number,
        "message": {"message_id": number, "date": 0, "chat": chat, "from": somebody, "text": text},
    }


def _understanding(house: House) -> tuple[float, float]:
    """Median and 99th percentile, in µs, of understanding alone."""
    taken = []
    for number in range(2000):
        text = f"{SAID[number % len(SAID)]} {number % 7}"
        start = time.perf_counter()
        house.dialogue.understanding.of(text)
        taken.append((time.perf_counter() - start) * 1e6)
    taken.sort()
    return taken[len(taken) // 2], taken[int(len(taken) * 0.99)]


if __name__ == "__main__":
    asyncio.run(main())
