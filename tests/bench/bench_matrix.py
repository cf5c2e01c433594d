"""Matrix, encrypted: from a message sent to its answer decrypted, ours against a bare echo bot on matrix-nio.

Both are processes of their own on the same Synapse. Ours stores, understands, searches, commits and answers.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console

from bot.settings import Settings
from tests.bench.bench_message import SAID
from tests.crash.robot import Robot
from tests.house import import_sample
from tests.matrix_server import Homeserver, Human, running_homeserver

ROUNDS, MESSAGES = 5, 16
# Seconds before the next message, as long as nobody reads faster: the numbers to tap are under the answer by then.
PAUSE = 0.5
PASSWORD = "secret"


async def _round(human: Human, room: str, first: int) -> float:
    """Seconds from a message to its answer, the median of some, one after the other."""
    taken = []
    for number in range(first, first + MESSAGES):
        before, start = len(human.messages), time.perf_counter()
        await human.says(room, SAID[number % len(SAID)])
        await human.hears(1, after=before)
        taken.append(time.perf_counter() - start)
        human.heard.clear()
        await asyncio.sleep(PAUSE)
    return statistics.median(taken)


async def _room_with(human: Human, robot: str) -> str:
    room = await human.opens(robot)
    await human.joined(room)
    await _round(human, room, 0)
    return room


async def measure(server: Homeserver, folder: Path) -> list[tuple[float, float]]:
    """Both in turns: seconds of ours and of the peer's, a round each."""
    ours, peer = server.register("bench-solipacte"), server.register("bench-echo")
    import_sample(Settings(data_dir=folder / "robot"))
    robot = Robot(
        folder / "robot",
        {
            "SOLIPACTE_MATRIX_HOMESERVER": server.url,
            "SOLIPACTE_MATRIX_USER": ours,
            "SOLIPACTE_MATRIX_PASSWORD": PASSWORD,
        },
    )
    (folder / "echo").mkdir()
    command = [sys.executable, "-m", "tests.bench.peer_matrix", server.url, peer, PASSWORD, str(folder / "echo")]
    echo = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL
    )
    await robot.start()
    human = await Human.enter(server, folder / "human")
    try:
        await robot.ready("matrix: ok")
        rooms = [await _room_with(human, user) for user in (ours, peer)]
        return [
            (await _round(human, rooms[0], number * MESSAGES), await _round(human, rooms[1], number * MESSAGES))
            for number in range(ROUNDS)
        ]
    finally:
        await human.client.close()
        await robot.stop()
        echo.kill()
        await echo.wait()


def main() -> None:
    """Measure, and print the ratio."""
    with running_homeserver() as server, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        rounds = asyncio.run(measure(server, Path(folder)))
    console = Console()
    console.print(f"Message to answer in an encrypted room, median of {ROUNDS} rounds of {MESSAGES}:")
    for place, name in enumerate(("solipacte", "echo on matrix-nio")):
        console.print(f"  {name}: {statistics.median(pair[place] for pair in rounds) * 1000:.0f} ms")
    ratio = statistics.median(ours / theirs for ours, theirs in rounds)
    console.print(f"  ratio {ratio:.2f} (aim ≤ 1.5)")


if __name__ == "__main__":
    main()
