"""Telegram update in → reply request out, on loopback, durably: ours against a minimal bot on python-telegram-bot.

Each bot is a process of its own, and so is the Bot API it speaks to; this one posts the updates. Pacing is off.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
from rich.console import Console

from bot.settings import Settings
from tests.bench.bench_message import SAID
from tests.house import import_sample

PEOPLE, MESSAGES, ROUNDS, TOGETHER = 2_000, 1_000, 5, 16
TALK = ("bonjour", "aide", "merci", "/langue", "au revoir", "ok", "numéros d'urgence", "/aide")
SERIES = {"a request for help, searched and shown": SAID, "a few words, as the peer gets them": TALK}
SECRET = "bench-secret"


@dataclass(frozen=True)
class Contender:
    """A bot at work, and where what it sends is counted."""

    name: str
    process: subprocess.Popen[bytes]
    webhook: str
    sink: str


def free_port() -> int:
    """A port that nobody holds."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _program(*command: str, environment: dict[str, str] | None = None) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [sys.executable, *command],
        env=os.environ | (environment or {}),
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


@contextmanager
def _ours(folder: Path, sink: str) -> Iterator[Contender]:
    import_sample(Settings(data_dir=folder))
    port = free_port()
    environment = {
        "SOLIPACTE_DATA_DIR": str(folder),
        "SOLIPACTE_HTTP_PORT": str(port),
        "SOLIPACTE_PUBLIC_URL": "https://bench.example.org",
        "SOLIPACTE_TELEGRAM_TOKEN": "1:bench",
        "SOLIPACTE_TELEGRAM_MODE": "webhook",
        "SOLIPACTE_TELEGRAM_API_URL": sink,
        "SOLIPACTE_TELEGRAM_WEBHOOK_SECRET": SECRET,
        "SOLIPACTE_TELEGRAM_RATE": "1000",
        "SOLIPACTE_LOG_LEVEL": "ERROR",
    }
    with _program("-m", "bot", "serve", environment=environment) as process:
        yield Contender("solipacte", process, f"http://127.0.0.1:{port}/telegram/webhook", sink)


@contextmanager
def _peer(folder: Path, sink: str) -> Iterator[Contender]:
    port = free_port()
    command = ("-m", "tests.bench.peer_webhook", str(port), sink, str(folder / "peer.db"), str(PEOPLE))
    with _program(*command) as process:
        yield Contender("python-telegram-bot", process, f"http://127.0.0.1:{port}/telegram/webhook", sink)


def update(number: int, text: str) -> dict[str, object]:
    """One message from one of many people."""
    person = number % PEOPLE + 1
    somebody = {"id": person, "is_bot": False, "first_name": "Ana", "language_code": "fr"}
    chat = {"id": person, "type": "private", "first_name": "Ana"}
    return {
        "update_id": number,
        "message": {"message_id": number, "date": int(time.time()), "chat": chat, "from": somebody, "text": text},
    }


async def _ready(session: aiohttp.ClientSession, contender: Contender) -> None:
    address = contender.webhook.replace("/telegram/webhook", "/readyz")
    for _ in range(600):
        try:
            async with session.get(address) as response:
                if "telegram: ok" in await response.text():
                    return
        except aiohttp.ClientError:
            pass
        await asyncio.sleep(0.1)
    raise TimeoutError(contender.name)


async def _count(session: aiohttp.ClientSession, contender: Contender) -> tuple[int, float]:
    async with session.get(f"{contender.sink}/count") as response:
        told = await response.json()
    return told["count"], told["last"]


async def _round(
    session: aiohttp.ClientSession, contender: Contender, first: int, said: Sequence[str]
) -> tuple[float, float]:
    """Messages a second, and CPU microseconds of the bot for each."""
    before, _ = await _count(session, contender)
    numbers = iter(range(first, first + MESSAGES))

    async def post() -> None:
        for number in numbers:
            body = update(number, said[number % len(said)])
            headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
            async with session.post(contender.webhook, json=body, headers=headers) as response:
                assert response.status == 200, response.status

    cpu, start = _cpu(contender), time.clock_gettime(time.CLOCK_MONOTONIC)
    await asyncio.gather(*(post() for _ in range(TOGETHER)))
    while (told := await _count(session, contender))[0] < before + MESSAGES:  # noqa: ASYNC110 - another process counts
        await asyncio.sleep(0.02)
    return MESSAGES / (told[1] - start), (_cpu(contender) - cpu) / MESSAGES * 1e6


def _cpu(contender: Contender) -> float:
    fields = Path(f"/proc/{contender.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def main() -> None:
    """Measure both in turns and print the ratios."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        sinks = [free_port(), free_port()]
        with (
            _program("-m", "tests.bench.sink", str(sinks[0])),
            _program("-m", "tests.bench.sink", str(sinks[1])),
            _ours(Path(one), f"http://127.0.0.1:{sinks[0]}") as ours,
            _peer(Path(two), f"http://127.0.0.1:{sinks[1]}") as peer,
        ):
            async with aiohttp.ClientSession() as session:
                for contender in (ours, peer):
                    await _ready(session, contender)
                numbers = itertools.count(1_000_000, MESSAGES)
                for name, said in SERIES.items():
                    for contender in (ours, peer):
                        await _round(session, contender, next(numbers), said)
                    rounds = [
                        (
                            await _round(session, ours, next(numbers), said),
                            await _round(session, peer, next(numbers), said),
                        )
                        for _ in range(ROUNDS)
                    ]
                    _tell(name, rounds)


def _tell(series: str, rounds: list[tuple[tuple[float, float], tuple[float, float]]]) -> None:
    console = Console()
    console.print(f"Update in, reply out, durably, {series}: median of {ROUNDS} rounds of {MESSAGES} messages.")
    for place, name in enumerate(("solipacte", "python-telegram-bot + SQLModel")):
        speed = statistics.median(pair[place][0] for pair in rounds)
        cpu = statistics.median(pair[place][1] for pair in rounds)
        console.print(f"  {name}: {speed:.0f} messages a second, {cpu:.0f} µs of CPU each")
    ratio = statistics.median(ours[0] / theirs[0] for ours, theirs in rounds)
    console.print(f"  ratio of speeds {ratio:.2f} (aim ≥ 1; 3 is hoped for)")


if __name__ == "__main__":
    asyncio.run(main())
