"""The device of the robot: signed, closed to others, held by one process, and what is said when it is lost."""

from __future__ import annotations

import asyncio
import base64
import stat
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from nio.api import Api

from bot.post.carrier import ClosedError
from bot.post.door import Health
from tests.matrix_server import NewHuman
from tests.platforms.matrix.conftest import MakeRobot, Robot, meet
from tests.waiting import until


async def test_files_of_the_device_are_closed_to_others(robot: Robot) -> None:
    folder = robot.door.settings.folder
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}
    assert len(list(folder.iterdir())) >= 4


async def test_the_device_is_signed_by_its_account(robot: Robot, new_human: NewHuman) -> None:
    human = await new_human()
    device_id = robot.carrier.client.device_id
    for _ in range(50):
        known = await human.call("POST", "keys/query", {"device_keys": {robot.id: []}})
        device = known["device_keys"].get(robot.id, {}).get(device_id, {})
        if len(device.get("signatures", {}).get(robot.id, {})) == 2:
            break
        await asyncio.sleep(0.1)
    own = known["self_signing_keys"][robot.id]["keys"]
    (name, key) = next(iter(own.items()))
    assert _verified(device, key, device["signatures"][robot.id][name])
    master = next(iter(known["master_keys"][robot.id]["keys"].items()))
    signed = known["self_signing_keys"][robot.id]
    assert _verified(signed, master[1], signed["signatures"][robot.id][master[0]])


def _verified(value: dict[str, Any], key: str, signature: str) -> bool:
    bare = {name: part for name, part in value.items() if name not in ("signatures", "unsigned")}
    public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key + "="))
    public.verify(base64.b64decode(signature + "=="), Api.to_canonical_json(bare).encode())
    return True


async def test_a_wrong_password_is_told_with_what_to_check(make_robot: MakeRobot) -> None:
    robot = make_robot(password="wrong")
    with pytest.raises(ClosedError, match="SOLIPACTE_MATRIX_PASSWORD"):
        await robot.door.listen()
    assert robot.door.health is Health.CLOSED


async def test_a_session_that_was_ended_is_told_with_what_to_do(make_robot: MakeRobot, new_human: NewHuman) -> None:
    robot = make_robot()
    await robot.listens()
    other = await new_human(robot.id)
    await other.client.logout(all_devices=True)
    assert robot.listening
    await asyncio.wait({robot.listening}, timeout=40)
    with pytest.raises(ClosedError, match="new-device"):
        robot.listening.result()
    again = make_robot(user=robot.id, post=robot.post)
    await robot.stops()
    with pytest.raises(ClosedError):
        await again.door.listen()
    await again.stops()
    (robot.door.settings.folder / "new-device").touch()
    third = make_robot(user=robot.id, post=robot.post)
    await third.listens()
    human = await new_human()
    await human.says(await meet(human, third), "de nouveau")
    assert [message.text for message in await robot.post.gets(1)] == ["de nouveau"]


async def test_a_lost_folder_and_a_half_of_one_are_told(make_robot: MakeRobot) -> None:
    robot = make_robot()
    await robot.listens()
    await robot.stops()
    elsewhere = make_robot(user=robot.id, folder="another", post=robot.post)
    with pytest.raises(ClosedError, match="new-device"):
        await elsewhere.door.listen()
    (store,) = robot.door.settings.folder.glob("*.db")
    store.unlink()
    half = make_robot(user=robot.id, post=robot.post)
    with pytest.raises(ClosedError, match="only a part"):
        await half.door.listen()


async def test_a_worker_without_the_device_leaves_it_to_the_other(make_robot: MakeRobot) -> None:
    robot = make_robot()
    await robot.listens()
    other = make_robot(user=robot.id, folder="another", post=robot.post, shared=True)
    await other.door.listen()
    assert other.door.health is Health.ELSEWHERE


async def test_two_processes_never_use_one_device(make_robot: MakeRobot) -> None:
    robot = make_robot()
    await robot.listens()
    other = make_robot(user=robot.id, post=robot.post)
    with pytest.raises(ClosedError, match="Another process"):
        await other.door.listen()


async def test_a_worker_waits_for_the_device_that_another_is_letting_go_of(make_robot: MakeRobot) -> None:
    robot = make_robot(shared=True)
    await robot.listens()
    other = make_robot(user=robot.id, post=robot.post, shared=True)
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)
        await robot.rests()

    other.door.calls.sleep = sleep
    await other.listens()
    await until(lambda: other.door.health is Health.OPEN, 10)
    assert len(waited) == 1


async def test_the_device_goes_from_worker_to_worker_and_back(make_robot: MakeRobot, new_human: NewHuman) -> None:
    one = make_robot(shared=True)
    other = make_robot(user=one.id, post=one.post, shared=True)
    human = await new_human()
    for number, robot in enumerate((one, other, one, other), 1):
        await robot.listens()
        room = await meet(human, robot)  # a new one each time: its keys pass by what the workers have in common
        await human.says(room, f"question {number}")
        assert [message.text for message in await one.post.gets(number)][-1] == f"question {number}"
        await robot.says(room, f"réponse {number}", f"key {number}")
        assert (await human.hears(number))[-1].source["content"]["body"] == f"réponse {number}"
        await robot.rests()
    assert one.carrier.client.device_id == other.carrier.client.device_id
