"""A Matrix door in front of a real homeserver, behind it a mailroom in memory."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.platforms.matrix import MatrixCarrier, MatrixDoor, MatrixSettings, open_matrix
from bot.post.weather import Weather
from bot.talk.message import Reply, Text
from tests.matrix_server import Homeserver, Human
from tests.platforms.letterbox import Letterbox
from tests.waiting import until


@dataclass
class Robot:
    """A door, its carrier, and what it hands over."""

    door: MatrixDoor
    carrier: MatrixCarrier
    post: Letterbox
    id: str
    listening: asyncio.Task[None] | None = None
    sent: int = 0

    async def listens(self) -> None:
        """Listen, and wait until the homeserver answers."""
        self.listening = asyncio.create_task(self.door.listen())
        await until(lambda: "matrix" in self.post.cursors or (self.listening and self.listening.done()), 20)
        if self.listening.done():
            self.listening.result()

    async def rests(self) -> None:
        """Listen no more, as a worker that leads no more."""
        if self.listening:
            self.listening.cancel()
            await asyncio.gather(self.listening, return_exceptions=True)

    async def stops(self) -> None:
        """Stop at once, as a crash does but for the connection."""
        await self.rests()
        await self.door.close()

    async def says(self, room: str, reply: Reply | str, key: str | None = None) -> None:
        """Send a reply."""
        reply = Reply((Text(reply),)) if isinstance(reply, str) else reply
        for parcel in self.carrier.pack(reply, None):
            self.sent += 1
            await self.carrier.send(room, parcel, key or f"key-{self.id}-{self.sent}")


MakeRobot = Callable[..., Robot]


@pytest.fixture
async def make_robot(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[MakeRobot]:
    """A robot; again with the same user and folder, the same robot after a restart."""
    made: list[Robot] = []

    def make(
        *,
        user: str | None = None,
        folder: str = "matrix",
        post: Letterbox | None = None,
        password: str = "secret",
        servers: tuple[str, ...] = (),
        shared: bool = False,
        url: str | None = None,
    ) -> Robot:
        user = user or homeserver.register(f"solipacte-{os.urandom(4).hex()}")
        settings = MatrixSettings(
            homeserver=url or homeserver.url,
            user=user,
            password=password,
            folder=tmp_path / folder,
            pickle_key="a key for the tests",
            allowed_servers=servers,
            shared=shared,
        )
        post = post or Letterbox()
        door, carrier = open_matrix(settings, post=post, weather=Weather())
        made.append(Robot(door, carrier, post, user))
        return made[-1]

    yield make
    for robot in made:
        await robot.stops()


@pytest.fixture
async def robot(make_robot: MakeRobot) -> Robot:
    """A robot that listens."""
    made = make_robot()
    await made.listens()
    return made


async def meet(human: Human, robot: Robot) -> str:
    """An encrypted room of two."""
    room = await human.opens(robot.id)
    await human.joined(room)
    await until(lambda: room in robot.carrier.client.rooms, 10)
    return room
