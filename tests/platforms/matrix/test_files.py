"""Files are fetched from a real homeserver, encrypted or not; one that is not what its sender sealed is refused."""

from __future__ import annotations

import asyncio
import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.matrix.attached import Attached, file_of
from bot.platforms.matrix.files import fetched
from bot.talk.fetching import Fetching, FileError
from bot.talk.message import FileRef
from tests.matrix_server import Homeserver, Human, NewHuman
from tests.platforms.matrix.conftest import MakeRobot, Robot, meet

CONTENT = "BEGIN:VCALENDAR é".encode() * 3_000
SEALED = {
    "url": "mxc://agent-social.interieur.example/abcDEF_-1",
    "key": {"kty": "oct", "alg": "A256CTR", "k": "A" * 43},
    "iv": "B" * 22,
    "hashes": {"sha256": "C" * 43},
    "v": "v2",
}


async def sent(human: Human, robot: Robot, room: str, number: int = 1, **more: Any) -> FileRef:
    """Send a file; gives how the robot knows it."""
    await human.sends_file(room, "agenda.ics", more.pop("content", CONTENT), **more)
    message = (await robot.post.gets(number))[-1]
    assert message.file is not None
    assert message.unread is None
    return message.file


async def why(robot: Robot, handle: str, most: int = 5_000_000) -> str:
    with pytest.raises(FileError) as missed:
        await robot.carrier.fetch(handle, most)
    return missed.value.why


async def test_an_encrypted_file_and_a_plain_one_hold_what_was_sent(robot: Robot, new_human: NewHuman) -> None:
    human = await new_human()
    room = await meet(human, robot)
    file = await sent(human, robot, room, caption="dep-44")
    assert (file.name, file.size, robot.post.messages[0].text) == ("agenda.ics", len(CONTENT), "dep-44")
    assert await robot.carrier.fetch(file.handle, len(CONTENT)) == CONTENT
    plain = await sent(human, robot, room, 2, encrypted=False)
    assert "key" not in json.loads(plain.handle)
    assert await robot.carrier.fetch(plain.handle, len(CONTENT)) == CONTENT


async def test_the_same_robot_fetches_it_after_a_restart(make_robot: MakeRobot, new_human: NewHuman) -> None:
    robot = make_robot()
    await robot.listens()
    human = await new_human()
    file = await sent(human, robot, await meet(human, robot))
    await robot.stops()
    again = make_robot(user=robot.id, post=robot.post)
    asked = asyncio.create_task(Fetching({"matrix": again.carrier.fetch}).fetch("matrix", file))
    await again.listens()
    assert await asked == CONTENT


async def test_while_the_homeserver_does_not_let_us_in_a_file_is_away(make_robot: MakeRobot) -> None:
    fetching = Fetching({"matrix": make_robot(url="http://127.0.0.1:1").carrier.fetch}, patience=0.1)
    with pytest.raises(FileError) as missed:
        await fetching.fetch("matrix", FileRef("a", None, Attached("exemple.fr", "a").handle))
    assert missed.value.why == "away"


async def test_a_file_that_is_not_what_was_sealed_is_refused(robot: Robot, new_human: NewHuman) -> None:
    human = await new_human()
    where = Attached.of(await human.uploads(CONTENT, "a"))
    other = Attached.of(await human.uploads(CONTENT + b"x", "b"))
    assert where is not None
    assert other is not None
    for change in (
        {"media": other.media},
        {"sha256": other.sha256},
        {"sha256": "C"},
        {"key": "AA"},
        {"iv": "AA"},
        {"iv": "="},
    ):
        assert await why(robot, dataclasses.replace(where, **change).handle) == "altered", change
    assert await robot.carrier.fetch(where.handle, 5_000_000) == CONTENT


async def test_a_file_beyond_the_bound_is_read_no_farther(robot: Robot, new_human: NewHuman) -> None:
    human = await new_human()
    where = Attached.of(await human.uploads(CONTENT, "a"))
    assert where is not None
    assert await why(robot, where.handle, most=1_000) == "large"


async def test_a_file_that_is_no_more_and_a_homeserver_that_is_away(
    robot: Robot, new_human: NewHuman, homeserver: Homeserver
) -> None:
    human = await new_human()
    where = Attached.of(await human.uploads(CONTENT, "a"))
    assert where is not None
    assert await why(robot, dataclasses.replace(where, media="neverwas").handle) == "gone"
    assert await why(robot, dataclasses.replace(where, server="elsewhere.example").handle) == "refused"
    client = robot.carrier.client
    client.homeserver = "http://127.0.0.1:1"
    with pytest.raises(FileError) as missed:
        await fetched(client, where.handle, 5_000_000)
    assert missed.value.why == "away"
    client.homeserver = homeserver.url


@pytest.mark.parametrize(
    "content",
    [
        {"file": SEALED | {"url": "mxc://../../etc/passwd"}},
        {"file": SEALED | {"url": "https://exemple.fr/a"}},
        {"file": SEALED | {"url": "mxc://exemple.fr/a?b"}},
        {"file": SEALED | {"url": "mxc://exemple.fr@ailleurs/a"}},
        {"file": SEALED | {"key": {}}},
        {"file": SEALED | {"key": {"k": "a\n"}}},
        {"file": SEALED | {"iv": None}},
        {"file": SEALED | {"hashes": []}},
        {"file": "x", "url": "mxc://exemple.fr/a"},
        {"url": 7},
        {},
    ],
)
def test_what_leads_to_no_file_is_none(content: dict[str, Any]) -> None:
    assert file_of({"body": "a.csv"} | content) == (None, "")


@pytest.mark.parametrize(
    ("content", "name", "size", "caption"),
    [
        ({"body": "a.csv", "info": {"size": 7}}, "a.csv", 7, ""),
        ({"body": "a.csv", "filename": "a.csv"}, "a.csv", None, ""),
        ({"body": "dep-49", "filename": "x/a.csv", "info": {"size": "7"}}, "a.csv", None, "dep-49"),
        ({"filename": "a.csv", "info": []}, "a.csv", None, ""),
        ({}, "", None, ""),
    ],
)
def test_a_file_has_its_name_and_what_is_written_beside_it(
    content: dict[str, Any], name: str, size: int | None, caption: str
) -> None:
    file, said = file_of({"file": SEALED} | content)
    assert file is not None
    assert (file.name, file.size, said) == (name, size, caption)
    assert Attached.of_handle(file.handle) == Attached.of({"file": SEALED})


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda of: st.dictionaries(st.text(), of),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from(["body", "filename", "url", "file", "info"]), _JSON))
def test_whatever_an_event_says_of_a_file_is_read(content: dict[str, Any]) -> None:
    file_of(content)


@given(st.sampled_from(sorted(SEALED)), _JSON)
def test_whatever_it_says_of_how_to_open_it_too(name: str, value: object) -> None:
    file_of({"file": SEALED | {name: value}})
