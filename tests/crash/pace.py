"""A message to many people at the pace that Telegram allows, while others ask and are answered.

`python -m tests.crash.pace [people [rate]]`: at 25 sends a second, 100,000 people take 67 minutes.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from bot.records.campaign import State
from bot.settings import Settings
from tests.crash.many import _asked, _prepare
from tests.crash.robot import Robot
from tests.house import import_sample
from tests.telegram_server import TelegramServer

# Seconds between two questions of people meanwhile.
EVERY = 5.0
# Sends a second that the server allows.
TELEGRAM = 30


@dataclass
class Pace:
    """`people` subscribers at `rate` a second; what was seen is kept."""

    people: int
    rate: float = 25
    waits: list[float] = field(default_factory=list)

    async def run(self) -> str:
        """Run it, and say what was seen."""
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            folder = Path(name)
            import_sample(Settings(data_dir=folder))
            async with TelegramServer() as telegram:
                # Faster than Telegram lets anybody, to see how much of the pace is our own doing.
                telegram.flood.on = self.rate <= TELEGRAM
                chats = [telegram.person().chat["id"] for _ in range(self.people)]
                await asyncio.to_thread(_prepare, Settings(data_dir=folder), chats)
                token = {"SOLIPACTE_TELEGRAM_TOKEN": telegram.token, "SOLIPACTE_TELEGRAM_API_URL": telegram.url}
                robot = Robot(folder, token | {"SOLIPACTE_TELEGRAM_RATE": str(self.rate)})
                await robot.start()
                while not telegram.sent:  # noqa: ASYNC110 - nobody tells
                    await asyncio.sleep(0.1)
                asking = asyncio.create_task(self._ask(telegram))
                while _asked(folder, "SELECT status FROM campaign") < State.DONE:  # noqa: ASYNC110 - idem
                    await asyncio.sleep(0.5)
                asking.cancel()
                await robot.stop()
                memory = _asked(folder, "SELECT sent FROM campaign")
                return self._told([sent.at for sent in telegram.sent], memory, len(telegram.refused))

    async def _ask(self, telegram: TelegramServer) -> None:
        while True:
            await asyncio.sleep(EVERY)
            person = telegram.person()
            asked = time.monotonic()
            person.says("douche à Nantes")
            await person.hears()
            self.waits.append(time.monotonic() - asked)

    def _told(self, at: list[float], sent: int, refused: int) -> str:
        lasted = at[-1] - at[0]
        most, first = 0, 0
        for last, moment in enumerate(at):
            while moment - at[first] >= 1:
                first += 1
            most = max(most, last - first + 1)
        pace = (len(at) - 1) / lasted / self.rate
        waits = sorted(self.waits) or [0.0]
        return (
            f"{sent} people and {len(self.waits)} answers in {lasted:.0f} s: {pace:.1%} of the pace allowed, at most "
            f"{most} in any second as the server saw them, {refused} refused; answers after "
            f"{statistics.median(waits):.2f} s at the median, {waits[int(len(waits) * 0.95)]:.2f} s for 95 %, "
            f"{waits[-1]:.2f} s at most"
        )


if __name__ == "__main__":
    given = sys.argv[1:]
    people, rate = given + ["100000", "25"][len(given) :]
    print(asyncio.run(Pace(int(people), float(rate)).run()))  # noqa: T201 - the report
