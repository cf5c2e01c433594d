"""The door in front of a real homeserver: encrypted from the first message, and nothing is lost."""

from __future__ import annotations

import asyncio
import base64
import stat
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from nio.api import Api

from bot.platforms.markup import plain
from bot.post.carrier import ClosedError, GoneError, NotSentError
from bot.post.door import Health
from bot.talk.message import Address, Attachment, Card, Choice, Position, Reply, Text, Venue
from tests.matrix_server import Homeserver, Human, NewHuman
from tests.platforms.matrix.conftest import MakeRobot, Robot
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
REPLY = Reply(
    (Text("Voici <b>"), Card("Bains-douches", ("Nantes",))), (Choice("Plus", "/plus"), Choice("Menu", "/menu"))
)


async def meet(human: Human, robot: Robot) -> str:
    """An encrypted room of two."""
    room = await human.opens(robot.id)
    await human.joined(room)
    await until(lambda: room in robot.carrier.client.rooms, 10)
    return room


async def test_encrypted_from_the_first_message_both_ways(robot: Robot, new_human: NewHuman) -> None:
    human = await new_human()
    room = await meet(human, robot)
    await human.says(room, "douche à nante")
    (message,) = await robot.post.gets()
    assert (message.text, message.address, message.group) == ("douche à nante", Address("matrix", room), False)
    await robot.says(room, REPLY)
    (heard,) = await human.hears()
    content = heard.source["content"]
    assert content["msgtype"] == "m.notice"
    assert content["body"] == plain(REPLY)
    assert "&lt;b&gt;" in content["formatted_body"]
    raw = await human.call("GET", f"rooms/{room}/event/{heard.event_id}")
    assert raw["type"] == "m.room.encrypted"
    assert "douches" not in str(raw)


async def test_a_number_under_an_answer_is_its_choice_even_after_a_restart(
    make_robot: MakeRobot, new_human: NewHuman
) -> None:
    robot = make_robot()
    await robot.listens()
    human = await new_human()
    room = await meet(human, robot)
    await robot.says(room, REPLY)
    (heard,) = await human.hears()
    await robot.stops()
    again = make_robot(user=robot.id, post=robot.post)
    await again.listens()
    await human.presses(room, heard.event_id, "2\ufe0f\u20e3")
    await human.presses(room, heard.event_id, "👍")
    await human.says(room, "fin")
    first, last = await robot.post.gets(2)
    assert (first.text, first.pressed) == ("/menu", True)
    assert last.text == "fin"


async def test_the_robot_puts_the_numbers_there_so_that_a_tap_is_enough(robot: Robot, new_human: NewHuman) -> None:
    human = await new_human()
    room = await meet(human, robot)
    await robot.says(room, REPLY)
    await human.hears()
    for _ in range(20):
        found = [event.source for event in human.heard if event.source["type"] == "m.reaction"]
        if len(found) == 2:
            break
        await human.sync()
    assert [event["content"]["m.relates_to"]["key"] for event in found] == ["1\ufe0f\u20e3", "2\ufe0f\u20e3"]
    assert len(robot.post.arrivals) == 0


@pytest.mark.parametrize("messages", [25, 230])
async def test_all_that_was_said_during_a_stop_is_heard_in_order(
    make_robot: MakeRobot, new_human: NewHuman, messages: int
) -> None:
    robot = make_robot()
    await robot.listens()
    human = await new_human()
    room = await meet(human, robot)
    await human.says(room, "avant")
    await robot.post.gets(1)
    await robot.stops()
    for number in range(messages):
        await human.says(room, f"n{number}")
    again = make_robot(user=robot.id, post=robot.post)
    await again.listens()
    got = await robot.post.gets(messages + 1, within=60)
    assert [message.text for message in got] == ["avant", *(f"n{number}" for number in range(messages))]


async def test_what_was_not_stored_is_delivered_again_under_the_same_names(
    make_robot: MakeRobot, new_human: NewHuman
) -> None:
    robot = make_robot()
    await robot.listens()
    human = await new_human()
    room = await meet(human, robot)
    await human.says(room, "un")
    await robot.post.gets(1)
    before = dict(robot.post.cursors)
    await human.says(room, "deux")
    await robot.post.gets(2)
    await robot.stops()
    robot.post.cursors.update(before)  # the crash came before the commit
    again = make_robot(user=robot.id, post=robot.post)
    await again.listens()
    await human.says(room, "trois")
    got = await robot.post.gets(3)
    assert [message.text for message in got] == ["un", "deux", "trois"]
    assert robot.post.received > 3


async def test_while_the_database_is_away_the_same_batch_waits(robot: Robot, new_human: NewHuman) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    human = await new_human()
    room = await meet(human, robot)
    robot.door.calls.sleep = sleep
    robot.post.away = 3
    await human.says(room, "un")
    await human.says(room, "deux")
    assert [message.text for message in await robot.post.gets(2)] == ["un", "deux"]
    assert waits[:3] == [1, 2, 4]


async def test_a_new_device_of_a_person_reads_the_answers(robot: Robot, new_human: NewHuman) -> None:
    human = await new_human()
    room = await meet(human, robot)
    await human.says(room, "un")
    await robot.post.gets(1)
    phone = await new_human(human.id)
    await phone.says(room, "deux")
    await robot.post.gets(2)
    await robot.says(room, "Bonjour")
    (heard,) = [event for event in await phone.hears(1) if event.source["content"].get("body") == "Bonjour"]
    assert heard.sender == robot.id


async def test_many_sends_at_once_survive_the_change_of_keys(robot: Robot, new_human: NewHuman) -> None:
    human = await new_human()
    room = await meet(human, robot)
    await asyncio.gather(*(robot.says(room, f"n{number}", key=f"many-{robot.id}-{number}") for number in range(130)))
    heard = await human.hears(130, within=60)
    assert {event.source["content"].get("body") for event in heard} == {f"n{number}" for number in range(130)}


async def test_a_send_repeated_under_its_key_arrives_once(robot: Robot, new_human: NewHuman) -> None:
    human = await new_human()
    room = await meet(human, robot)
    for _ in range(3):
        await robot.says(room, "une fois", key=f"once-{robot.id}")
    await robot.says(room, "fin")
    heard = await human.hears(2)
    await human.sync()
    assert [event.source["content"]["body"] for event in human.messages] == ["une fois", "fin"]
    assert len(heard) == 2


async def test_edits_positions_files_and_replies_are_read(robot: Robot, new_human: NewHuman) -> None:
    human = await new_human()
    room = await meet(human, robot)
    first = await human.says(room, "duche")
    new = {"msgtype": "m.text", "body": "douche"}
    await human.says(
        room, "* douche", **{"m.new_content": new, "m.relates_to": {"rel_type": "m.replace", "event_id": first}}
    )
    await human.sends(
        room, "m.room.message", {"msgtype": "m.location", "body": "ici", "geo_uri": "geo:47.21837,-1.55362;u=5"}
    )
    await human.sends(room, "m.room.message", {"msgtype": "m.image", "body": "x.png", "url": "mxc://a/b"})
    await human.sends(room, "m.room.message", {"msgtype": "m.notice", "body": "un robot"})
    quoted = "> <@x:y> question\n> suite\n\nréponse"
    await human.says(room, quoted, **{"m.relates_to": {"m.in_reply_to": {"event_id": first}}})
    got = await robot.post.gets(5)
    assert [message.text for message in got] == ["duche", "douche", "", "", "réponse"]
    assert got[2].position == Position(47.218, -1.554)
    assert got[3].unread == "picture"


async def test_a_place_and_an_encrypted_file_are_delivered(robot: Robot, new_human: NewHuman) -> None:
    human = await new_human()
    room = await meet(human, robot)
    file = Attachment("rdv.ics", "text/calendar", "BEGIN:VCALENDAR é".encode())
    await robot.says(room, Reply((Text("Voici"),), attachments=(file,), venue=Venue("CCAS", "1 rue", 47.2, -1.5)))
    _, place, document = await human.hears(3)
    assert place.source["content"]["geo_uri"] == "geo:47.200000,-1.500000"
    assert "url" not in document.source["content"]
    assert await human.file(document) == file.content


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


async def test_before_the_homeserver_answers_a_send_waits(make_robot: MakeRobot) -> None:
    robot = make_robot()
    with pytest.raises(NotSentError):
        await robot.says("!room:server", "trop tôt")


async def test_while_the_homeserver_is_away_it_is_asked_a_few_times_and_then_all_is_heard(
    make_robot: MakeRobot, new_human: NewHuman, homeserver: Homeserver
) -> None:
    robot = make_robot()
    await robot.listens()
    human = await new_human()
    room = await meet(human, robot)
    hours, tries, back = 0.0, 0, 0.0
    sync = robot.carrier.client.sync

    async def sleep(seconds: float) -> None:
        nonlocal hours
        hours += seconds
        await asyncio.sleep(0)

    async def counted(*args: Any, **more: Any) -> Any:
        nonlocal tries, back
        if hours < 600:
            tries += 1
            raise TimeoutError
        back = back or hours
        return await sync(*args, **more)

    robot.door.calls.now, robot.door.calls.sleep = (lambda: hours), sleep
    robot.carrier.client.sync = counted
    await human.says(room, "avant")  # the sync under way may still hear it
    await until(lambda: tries > 0)
    await human.says(room, "pendant")
    await robot.post.gets(2, within=60)
    assert 3 <= tries <= 20
    assert 600 <= back <= 660
    assert homeserver.url
