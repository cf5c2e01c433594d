"""The robot in front of matrix-js-sdk: another implementation of the encryption, the one most people use."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.talk.message import Address
from tests.matrix_server import Homeserver
from tests.platforms.matrix.conftest import MakeRobot, Robot

SOURCE = Path(__file__).parents[2] / "matrix_js"
INSTALL = ("npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts")
# Seconds, at most. npm downloads once.
INSTALLATION = 180
ANSWER = 20


def install() -> Path:
    """The folder of the libraries, filled once for all runs. Raises OSError or SubprocessError."""
    manifest = SOURCE / "package.json"
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "solipacte-tests"
    folder = caches / f"matrix-js-{hashlib.sha256(manifest.read_bytes()).hexdigest()[:12]}"
    subprocess.run(["node", "--version"], check=True, capture_output=True, timeout=INSTALLATION)
    if not folder.is_dir():
        caches.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=caches) as draft:
            made = Path(draft) / folder.name
            made.mkdir()
            shutil.copy(manifest, made)
            subprocess.run(INSTALL, cwd=made, check=True, capture_output=True, timeout=INSTALLATION)
            if not folder.is_dir():  # another run may have been quicker
                made.rename(folder)
    return folder / "node_modules"


@pytest.fixture(scope="session")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program of a person. Without Node tests are skipped, but fail where CI=true promises it."""
    try:
        libraries = install()
    except (OSError, subprocess.SubprocessError) as error:
        details = (getattr(error, "stderr", None) or b"").decode()[:300]
        reason = f"matrix-js-sdk is not to be had here: {error} {details}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("matrix_js")
    (folder / "node_modules").symlink_to(libraries)
    return Path(shutil.copy(SOURCE / "person.mjs", folder))


@dataclass
class Person:
    """Somebody with a program built on matrix-js-sdk. `heard`: what others said, in order."""

    process: Process
    errors: Path
    heard: list[dict[str, Any]] = field(default_factory=list)

    async def does(self, command: str, **more: str) -> Any:
        """Have the program do something; gives what it tells of it."""
        assert self.process.stdin
        self.process.stdin.write(json.dumps({"do": command, **more}).encode() + b"\n")
        return await self.told()

    async def hears(self) -> dict[str, Any]:
        """Wait for the next message of others."""
        while not self.heard:
            await self._line()
        return self.heard.pop(0)

    async def meets(self, robot: Robot) -> str:
        """Open an encrypted room with the robot, and wait until its device is seen to be signed by its account."""
        room = str(await self.does("room", invite=robot.id))
        async with asyncio.timeout(ANSWER):
            while not any((await self.does("trust", user=robot.id)).values()):  # noqa: ASYNC110 - asked, not told
                await asyncio.sleep(0.05)
        return room

    async def told(self) -> Any:
        """What the program tells of itself."""
        while (told := await self._line()) is None:
            pass
        return told

    async def _line(self) -> Any:
        """The next line, unless something was heard."""
        assert self.process.stdout
        try:
            line = await asyncio.wait_for(self.process.stdout.readline(), ANSWER)
        except TimeoutError:
            line = b""
        assert line, self.errors.read_text()[-3000:]
        (name, value) = json.loads(line).popitem()
        if name == "heard":
            self.heard.append(value)
            return None
        return value


@pytest.fixture
async def person(script: Path, homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[Person]:
    """Somebody new, logged in."""
    user = homeserver.register(f"agent-js-{os.urandom(4).hex()}")
    told = {"MATRIX_URL": homeserver.url, "MATRIX_USER": user, "MATRIX_PASSWORD": "secret"}
    errors = tmp_path / "errors"
    with errors.open("wb") as stderr:
        process = await asyncio.create_subprocess_exec(
            "node", str(script), stdin=PIPE, stdout=PIPE, stderr=stderr, env={**os.environ, **told}
        )
    person = Person(process, errors)
    try:
        await person.told()
        yield person
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def converse(person: Person, robot: Robot, room: str, said: str) -> None:
    """One speaks, the other answers; each reads the other, and the program shows no warning beside the answer."""
    number = len(robot.post.messages) + 1
    await person.does("say", room=room, text=said)
    message = (await robot.post.gets(number))[-1]
    assert (message.text, message.address) == (said, Address("matrix", room))
    answer = f"Voici pour {said}"
    await robot.says(room, answer, key=answer)
    assert await person.hears() == {
        "room": room,
        "sender": robot.id,
        "body": answer,
        "msgtype": "m.notice",
        "encrypted": True,
        "failed": False,
        "shield": {"colour": "NONE", "reason": None},
    }


async def test_both_understand_each_other_and_no_warning_is_shown(robot: Robot, person: Person) -> None:
    room = await person.meets(robot)
    await converse(person, robot, room, "douche à Nantes")


async def test_a_program_that_trusts_signed_devices_only_is_understood_too(robot: Robot, person: Person) -> None:
    assert await person.does("strict")
    room = await person.meets(robot)
    await converse(person, robot, room, "douche à Nantes")


async def test_after_a_restart_of_the_robot_both_still_understand_each_other(
    make_robot: MakeRobot, person: Person
) -> None:
    robot = make_robot()
    await robot.listens()
    room = await person.meets(robot)
    await converse(person, robot, room, "douche à Nantes")
    await robot.stops()
    again = make_robot(user=robot.id, post=robot.post)
    await again.listens()
    await converse(person, again, room, "au revoir")
