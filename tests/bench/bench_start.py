"""A large directory from the outside: import, a cold question, memory. The real command, in its own processes."""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from rich.console import Console

COLD_RUNS = 5
_HUNDRED = """
import asyncio, resource
from bot.app import open_house
from bot.settings import read_settings
from bot.talk.message import Address, Message
async def main():
    async with open_house(read_settings()) as house:
        for number in range(100):
            await house.dialogue.answer(Message(Address("bench", str(number)), f"jai faim {number % 9 + 1}4000"))
asyncio.run(main())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


class Ran(NamedTuple):
    """What a process took: seconds, and the megabytes it held at most."""

    seconds: float
    megabytes: float


def main(services: int) -> None:
    """Make an invented directory, import it, ask."""
    console = Console(width=120)
    with tempfile.TemporaryDirectory() as folder:
        source, data = Path(folder) / "source", Path(folder) / "data"
        environment = {**os.environ, "SOLIPACTE_DATA_DIR": str(data)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        made = ["-m", "directory.demo", "--services", str(services), "--out", str(source)]
        console.print(f"{services:,} services: made in {_run(made, environment).seconds:.0f} s", end="")
        bring = ["-m", "bot", "import", "data-inclusion", str(source), "--accept-refused", "--agreed"]
        imported, again = _run(bring, environment), _run(bring, environment)
        rate = services / imported.seconds
        console.print(
            f", imported in {imported.seconds:.0f} s ({rate:,.0f} a second; aim for 100,000: < 300 s) within"
            f" {imported.megabytes:.0f} MB; the same again in {again.seconds:.0f} s"
        )
        ask = ["-m", "bot", "ask", "douche à nante ouverte maintenant"]
        _run(ask, environment)
        cold = statistics.median(_run(ask, environment).seconds for _ in range(COLD_RUNS))
        console.print(f"a cold question: {cold:.2f} s, median of {COLD_RUNS} (aim < 2)", end="")
        console.print(f"; memory of the process that answers: {_memory(environment):.0f} MB (aim for 100,000: < 300)")


def _memory(environment: dict[str, str]) -> float:
    """Peak memory, in MB, of a process that opens the house and answers a hundred questions."""
    return float(
        subprocess.run([sys.executable, "-c", _HUNDRED], env=environment, check=True, capture_output=True).stdout
    )


def _run(arguments: list[str], environment: dict[str, str]) -> Ran:
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, arguments)
    return Ran(time.perf_counter() - start, used.ru_maxrss / 1024)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--services", type=int, default=100_000)
    main(parser.parse_args().services)
