"""The door in front of a real homeserver: encrypted from the first message, and nothing is lost."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.platforms.markup import plain
from bot.post.carrier import NotSentError
from bot.talk.message import Address, Attachment, Card, Choice, Position, Reply, Text, Venue
from tests.matrix_server import Homeserver, NewHuman
from tests.platforms.matrix.conftest import MakeRobot, Robot, meet
from tests.waiting import until

REPLY = Reply(
    (Text("Voici <b>"), Card("Bains-douches", ("Nantes",))), (Choice("Plus", "/plus"), Choice("Menu", "/menu"))
)


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
    assert got[2].position == Position(47.21837, -1.55362)
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
