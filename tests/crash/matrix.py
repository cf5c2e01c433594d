"""Matrix rooms through a robot that is killed: every message has one answer, and no answer comes twice."""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from bot.settings import Settings
from tests.crash.robot import Robot
from tests.house import import_sample
from tests.matrix_server import Homeserver, Human

PASSWORD = "secret"
# Rooms, and seconds between two messages.
ROOMS, PAUSE = 4, 0.15


@dataclass
class Outcome:
    """What was counted in the end."""

    messages: int = 0
    kills: int = 0
    lost: int = 0
    duplicates: int = 0
    disordered: int = 0
    seconds: float = 0

    def __str__(self) -> str:
        """In one sentence."""
        return (
            f"{self.messages} messages, {self.kills} kills in {self.seconds:.0f} s: {self.lost} lost, "
            f"{self.duplicates} answers twice, {self.disordered} rooms out of order"
        )


@dataclass
class Trial:
    """`kills` kills at moments drawn by `chance`, while people write in encrypted rooms."""

    server: Homeserver
    kills: int
    chance: random.Random = field(default_factory=lambda: random.Random(13))

    async def run(self) -> Outcome:
        """Run it; what was seen is in the outcome."""
        started = time.monotonic()
        outcome = Outcome()
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            folder = Path(name)
            import_sample(Settings(data_dir=folder / "robot"))
            user = self.server.register(f"solipacte-crash-{random.SystemRandom().randrange(10**9)}")
            robot = Robot(
                folder / "robot",
                {
                    "SOLIPACTE_MATRIX_HOMESERVER": self.server.url,
                    "SOLIPACTE_MATRIX_USER": user,
                    "SOLIPACTE_MATRIX_PASSWORD": PASSWORD,
                },
            )
            human = await Human.enter(self.server, folder / "human")
            await robot.start()
            await robot.ready("matrix: ok")
            rooms = [await human.opens(user) for _ in range(ROOMS)]
            for room in rooms:
                await human.joined(room)
            said: dict[str, list[str]] = {room: [] for room in rooms}
            talking = asyncio.create_task(self._talk(human, said))
            await self._kill_again_and_again(robot, outcome)
            talking.cancel()
            await asyncio.gather(talking, return_exceptions=True)
            outcome.messages = sum(map(len, said.values()))
            await human.hears(outcome.messages, within=120)
            await asyncio.sleep(2)  # whatever would come twice
            await human.sync(wait=0)
            await robot.stop()
            self._count(human, said, outcome)
            await human.client.close()
        outcome.seconds = time.monotonic() - started
        return outcome

    async def _talk(self, human: Human, said: dict[str, list[str]]) -> None:
        number = 0
        while True:
            for room, texts in said.items():
                text = f"/inconnue{number}"
                # Counted once it is sent: a cancelled send may or may not be.
                await asyncio.shield(_say(human, room, text, texts))
                number += 1
                await asyncio.sleep(PAUSE)

    async def _kill_again_and_again(self, robot: Robot, outcome: Outcome) -> None:
        for _ in range(self.kills):
            await asyncio.sleep(self.chance.uniform(0, 2))
            await robot.kill()
            outcome.kills += 1
            await robot.start()
            await robot.ready("matrix: ok")

    def _count(self, human: Human, said: dict[str, list[str]], outcome: Outcome) -> None:
        for room, texts in said.items():
            heard = [
                str(event.source["content"].get("body", "")).partition("« ")[2].partition(" »")[0]
                for event in human.messages
                if event.source.get("room_id", room) == room
            ]
            wanted = [text.removeprefix("/") for text in texts]
            mine = [name for name in heard if name in set(wanted)]
            counted = Counter(mine)
            outcome.lost += sum(1 for name in wanted if not counted[name])
            outcome.duplicates += sum(number - 1 for number in counted.values())
            outcome.disordered += list(dict.fromkeys(mine)) != [name for name in wanted if counted[name]]


async def _say(human: Human, room: str, text: str, texts: list[str]) -> None:
    await human.says(room, text)
    texts.append(text)
