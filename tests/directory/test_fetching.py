"""Files and pages brought home from a server that cuts, lies, repeats, skips and sulks."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.fetching import http_client
from directory.importers.fetching.client import ATTEMPTS, FetchError, Line
from directory.importers.fetching.download import Stamp, download
from directory.importers.fetching.pagers import DataInclusion, Soliguide
from directory.importers.fetching.pages import gather
from tests.directory.flaky import Flaky, serving

BODY = json.dumps([{"id": number} for number in range(5000)]).encode()


def left(folder: Path) -> list[str]:
    """What lies in a folder."""
    return [path.name for path in folder.iterdir()]


class Waits(list[float]):
    """How long fetching would have waited."""

    async def __call__(self, seconds: float) -> None:
        self.append(seconds)


@pytest.fixture
async def flaky() -> AsyncIterator[Flaky]:
    async with serving() as server:
        server.body = BODY
        yield server


@pytest.fixture
def waits() -> Waits:
    return Waits()


@pytest.fixture
async def line(waits: Waits) -> AsyncIterator[Line]:
    async with http_client() as client:
        yield Line(client, waits, {"Authorization": "Bearer secret"})


async def test_a_file_comes_home_and_nothing_else_is_left(flaky: Flaky, line: Line, tmp_path: Path) -> None:
    stamp = await download(line, f"{flaky.address}/file", tmp_path / "f.json", Stamp())
    assert stamp == Stamp(etag='"one"')
    assert (tmp_path / "f.json").read_bytes() == BODY
    assert left(tmp_path) == ["f.json"]
    assert flaky.requests[0].headers["Authorization"] == "Bearer secret"


async def test_an_unchanged_file_costs_one_request(flaky: Flaky, line: Line, tmp_path: Path) -> None:
    stamp = await download(line, f"{flaky.address}/file", tmp_path / "f.json", Stamp())
    assert stamp
    assert await download(line, f"{flaky.address}/file", tmp_path / "f.json", stamp) is None
    assert len(flaky.requests) == 2


async def test_a_cut_file_is_resumed_where_it_was_cut(flaky: Flaky, line: Line, waits: Waits, tmp_path: Path) -> None:
    flaky.cuts = [1000, 20_000]
    await download(line, f"{flaky.address}/file", tmp_path / "f.json", Stamp())
    assert (tmp_path / "f.json").read_bytes() == BODY
    assert [request.headers.get("Range") for request in flaky.requests] == [None, "bytes=1000-", "bytes=21000-"]
    assert waits == [2.0, 4.0]


@pytest.mark.parametrize("how", ["ignores_ranges", "wrong_range"])
async def test_a_server_that_resumes_badly_starts_again(flaky: Flaky, line: Line, tmp_path: Path, how: str) -> None:
    flaky.cuts = [1000]
    setattr(flaky, how, True)
    await download(line, f"{flaky.address}/file", tmp_path / "f.json", Stamp())
    assert (tmp_path / "f.json").read_bytes() == BODY


async def test_a_file_that_changed_while_it_was_cut_starts_again(flaky: Flaky, line: Line, tmp_path: Path) -> None:
    flaky.cuts = [1000]
    flaky.etag = 'W/"weak"'
    await download(line, f"{flaky.address}/file", tmp_path / "f.json", Stamp())
    assert (tmp_path / "f.json").read_bytes() == BODY
    assert "Range" not in flaky.requests[-1].headers


async def test_a_length_that_lies_is_never_taken_for_the_whole(flaky: Flaky, line: Line, tmp_path: Path) -> None:
    flaky.announced = len(BODY) + 500
    target = tmp_path / "f.json"
    target.write_bytes(b"yesterday")
    with pytest.raises(FetchError, match="sources-unreachable"):
        await download(line, f"{flaky.address}/file", target, Stamp())
    assert target.read_bytes() == b"yesterday"


@pytest.mark.parametrize("status", [429, 500, 502, 503])
async def test_a_busy_server_is_asked_again_when_it_says(
    flaky: Flaky, line: Line, waits: Waits, tmp_path: Path, status: int
) -> None:
    flaky.statuses, flaky.headers = [status, status], {"Retry-After": "30"}
    await download(line, f"{flaky.address}/file", tmp_path / "f.json", Stamp())
    assert waits == [30.0, 30.0]


async def test_a_server_that_stays_busy_is_left_alone(flaky: Flaky, line: Line, waits: Waits, tmp_path: Path) -> None:
    flaky.statuses, flaky.headers = [429] * 50, {"Retry-After": "99999"}
    with pytest.raises(FetchError, match="sources-busy"):
        await download(line, f"{flaky.address}/file", tmp_path / "f.json", Stamp())
    assert (len(flaky.requests), max(waits)) == (ATTEMPTS, 120.0)
    assert left(tmp_path) == []


@pytest.mark.parametrize(
    ("status", "key"), [(401, "sources-refused-key"), (403, "sources-refused-key"), (404, "sources-refused-status")]
)
async def test_a_refusal_is_not_asked_again(flaky: Flaky, line: Line, tmp_path: Path, status: int, key: str) -> None:
    flaky.statuses = [status]
    with pytest.raises(FetchError, match=key):
        await download(line, f"{flaky.address}/file", tmp_path / "f.json", Stamp())
    assert len(flaky.requests) == 1


@pytest.mark.parametrize("packed", [False, True])
async def test_no_more_is_written_than_the_bound(flaky: Flaky, line: Line, tmp_path: Path, packed: bool) -> None:  # noqa: FBT001 - one of two cases
    flaky.body, flaky.packed = b"0" * 3_000_000, packed
    with pytest.raises(FetchError, match="sources-too-large"):
        await download(line, f"{flaky.address}/file", tmp_path / "f.json", Stamp(), most=1_000_000)
    assert left(tmp_path) == []


async def test_a_packed_answer_is_unpacked(flaky: Flaky, line: Line, tmp_path: Path) -> None:
    flaky.packed, flaky.cuts = True, [100]
    await download(line, f"{flaky.address}/file", tmp_path / "f.json", Stamp())
    assert (tmp_path / "f.json").read_bytes() == BODY
    assert "Range" not in flaky.requests[-1].headers


async def test_a_server_that_is_not_there_is_said(line: Line, tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="sources-unreachable"):
        await download(line, "http://127.0.0.1:9/file", tmp_path / "f.json", Stamp())


def records(*ids: str) -> list[dict[str, object]]:
    return [{"id": identifier} for identifier in ids]


async def test_pages_that_repeat_and_skip_are_asked_until_all_is_there(
    flaky: Flaky, line: Line, tmp_path: Path
) -> None:
    flaky.total = 4
    flaky.pages = [records("a", "b"), records("b", "c"), records("a", "b"), records("c", "d")]
    done = await gather(line, DataInclusion(flaky.address, "services"), tmp_path / "s.ndjson")
    assert (done.held, done.repeated, done.missing) == (4, 4, 0)
    lines = (tmp_path / "s.ndjson").read_text().splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a", "b", "c", "d"]


async def test_what_never_comes_is_counted(flaky: Flaky, line: Line, tmp_path: Path) -> None:
    flaky.total, flaky.pages = 5, [records("a", "b"), []]
    done = await gather(line, DataInclusion(flaky.address, "services"), tmp_path / "s.ndjson")
    assert (done.held, done.missing) == (2, 3)


async def test_a_busy_interface_is_asked_again(flaky: Flaky, line: Line, waits: Waits, tmp_path: Path) -> None:
    flaky.total, flaky.pages, flaky.statuses = 1, [records("a")], [429, 500]
    assert (await gather(line, DataInclusion(flaky.address, "services"), tmp_path / "s.ndjson")).held == 1
    assert waits == [2.0, 4.0]


async def test_soliguide_is_asked_for_one_territory(flaky: Flaky, line: Line, tmp_path: Path) -> None:
    flaky.total, flaky.pages = 1, [[{"lieu_id": 1}]]
    await gather(line, Soliguide(flaky.address, "dep-44"), tmp_path / "p.ndjson")
    assert json.loads(flaky.bodies[0]) == {
        "location": {"geoType": "departement", "geoValue": "44"},
        "options": {"page": 1, "limit": 100},
    }


@pytest.mark.parametrize("items", [[1], ["a"], [None]])
async def test_what_is_no_page_is_refused(flaky: Flaky, line: Line, tmp_path: Path, items: list[object]) -> None:
    flaky.total, flaky.pages = 1, [items]  # type: ignore[list-item]  # wrong on purpose
    with pytest.raises(FetchError, match="sources-not-a-page"):
        await gather(line, DataInclusion(flaky.address, "services"), tmp_path / "s.ndjson")
    assert left(tmp_path) == []
