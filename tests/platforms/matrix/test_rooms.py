"""Rooms: who invites, who is spoken to where several speak, who leaves, what replaces a room."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.post.carrier import GoneError, NotSentError
from bot.talk.message import Address, Reply, Text
from tests.matrix_server import NewHuman
from tests.platforms.matrix.conftest import MakeRobot, Robot, meet
from tests.waiting import until

# A true message of another conversation (the example of the Matrix specification).
CIPHERTEXT = (
    "AwgAEnACgAkLmt6qF84IK++J7UDH2Za1YVchHyprqTqsg2yyOwAtHaZTwyNg37afzg8f3r9IsN9r4RNFg7MaZencUJe4qvELiDiopUjy5wYVDAtqdBzer5b"
    "WRD9ldxp1FLgbQvBcjkkywYjCsmsq6+hArILd9oAQZnGKn/qLsK+5uNX3PaWzDRC9wZPQvWYYPCTov3jCwXKTPsLKIiTrcCXDqMvnn8m+T3zF/I2zqxg158"
)
FORGED: dict[str, Any] = {
    "algorithm": "m.megolm.v1.aes-sha2",
    "ciphertext": CIPHERTEXT,
    "device_id": "NOBODY",
    "sender_key": "c2VuZGVyIGtleSBvZiBub2JvZHkgYXQgYWxsIGhlcmU",
    "session_id": "c2Vzc2lvbiBvZiBub2JvZHkgYXQgYWxsIGluIGhlcmU",
}


async def test_in_a_room_of_several_only_what_is_said_to_the_robot_is_heard(robot: Robot, new_human: NewHuman) -> None:
    ana, bob = await new_human(), await new_human()
    room = await ana.opens(robot.id, bob.id)
    await bob.client.join(room)
    await ana.joined(room, 3)
    await until(lambda: room in robot.carrier.client.rooms and robot.carrier.client.rooms[room].member_count == 3, 10)
    await ana.says(room, "bonjour à tous", **{"m.mentions": {}})
    await ana.says(room, f"{robot.id}: douche nantes", **{"m.mentions": {"user_ids": [robot.id]}})
    (message,) = await robot.post.gets(1)
    assert (message.text, message.group) == ("douche nantes", True)
    assert message.address == Address("matrix", f"{room} {ana.id}")
    (parcel,) = robot.carrier.pack(Reply((Text("Voici"),)), message)
    await robot.carrier.send(message.address.room, parcel, "group-answer")
    (heard,) = await ana.hears(1)
    assert heard.source["content"]["m.mentions"] == {"user_ids": [ana.id]}
    assert heard.source["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == message.ref
    await ana.says(
        room, "et à Lille ?", **{"m.relates_to": {"m.in_reply_to": {"event_id": heard.event_id}}, "m.mentions": {}}
    )
    assert [got.text for got in await robot.post.gets(2)] == ["douche nantes", "et à Lille ?"]


async def test_an_invitation_of_a_server_that_may_not_invite_is_declined(
    make_robot: MakeRobot, new_human: NewHuman
) -> None:
    robot = make_robot(servers=("agent.tchap.example",))
    await robot.listens()
    human = await new_human()
    room = await human.opens(robot.id)
    async with asyncio.timeout(10):
        while True:
            await human.sync(wait=200)
            member = human.client.rooms[room].users.get(robot.id) or human.client.rooms[room].invited_users.get(
                robot.id
            )
            if member is None:
                break
    assert room not in robot.carrier.client.rooms


async def test_an_invitation_that_comes_with_a_message_whose_key_is_missing_is_accepted(
    robot: Robot, new_human: NewHuman
) -> None:
    human = await new_human()
    room = await meet(human, robot)
    await human.says(room, "un")
    await robot.post.gets(1)
    first = robot.carrier.client.sync
    together = asyncio.Event()

    async def later(*args: Any, **more: Any) -> Any:
        await together.wait()
        return await first(*args, **more)

    robot.carrier.client.sync = later
    await human.says(room, "deux")  # ends the sync under way
    await robot.post.gets(2)
    await human.call("PUT", f"rooms/{room}/send/m.room.encrypted/sealed2", FORGED | {"device_id": "X"})
    other = await human.opens(robot.id)
    together.set()
    await human.joined(other)


async def test_what_was_said_before_the_robot_came_is_not_answered(robot: Robot, new_human: NewHuman) -> None:
    human = await new_human()
    room = await human.opens(encrypted=False)
    await human.says(room, "entre nous")
    await human.client.room_invite(room, robot.id)
    await human.joined(room)
    await human.says(room, "douche")
    assert [message.text for message in await robot.post.gets(1)] == ["douche"]
    await asyncio.sleep(0.3)
    assert len(robot.post.arrivals) == 1


async def test_a_message_whose_key_never_comes_is_said_to_be_sealed(robot: Robot, new_human: NewHuman) -> None:
    human = await new_human()
    room = await meet(human, robot)
    await human.says(room, "un")
    await robot.post.gets(1)
    await human.call("PUT", f"rooms/{room}/send/m.room.encrypted/sealed1", FORGED)
    _, sealed = await robot.post.gets(2, within=30)
    assert (sealed.unread, sealed.text) == ("sealed", "")


async def test_who_leaves_is_written_to_no_more(robot: Robot, new_human: NewHuman) -> None:
    human = await new_human()
    room = await meet(human, robot)
    await human.says(room, "un")
    await robot.post.gets(1)
    await human.client.room_leave(room)
    await until(lambda: Address("matrix", room) in robot.post.lost, 10)
    with pytest.raises((GoneError, NotSentError)):
        await robot.says(room, "trop tard")


async def test_a_room_that_was_replaced_is_followed(robot: Robot, new_human: NewHuman) -> None:
    human = await new_human()
    room = await meet(human, robot)
    new = await human.opens(robot.id)
    await human.joined(new)
    await human.call("PUT", f"rooms/{room}/state/m.room.tombstone/", {"body": "moved", "replacement_room": new})
    await until(lambda: robot.carrier.moved.get(room) == new, 10)


# The device


async def test_a_message_of_a_slot_takes_the_place_of_the_last_one(robot: Robot, new_human: NewHuman) -> None:
    ana = await new_human()
    room = await meet(ana, robot)
    for number, text in enumerate(("10 partis", "20 partis")):
        (parcel,) = robot.carrier.pack(Reply((Text(text),), slot="campaign-1"), None)
        await robot.carrier.send(room, parcel, f"slot-{number}")
    first, second = await ana.hears(2)
    assert first.source["content"]["body"] == "10 partis"
    assert second.source["content"]["body"] == "* 20 partis"
    assert second.source["content"]["m.new_content"]["body"] == "20 partis"
    assert second.source["content"]["m.relates_to"] == {"rel_type": "m.replace", "event_id": first.event_id}
