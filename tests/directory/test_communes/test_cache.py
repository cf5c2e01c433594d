"""The index kept on disk between two starts."""

from __future__ import annotations

from functools import cache as once
from pathlib import Path

import pytest

from directory.communes import cache
from directory.communes.gazetteer import Gazetteer
from directory.communes.index import build

_built = once(build)


@pytest.fixture(autouse=True)
def built_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is built is always the same, and nothing here looks at it."""
    monkeypatch.setattr(cache, "build", _built)


def test_a_second_start_reads_what_the_first_wrote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Gazetteer.load(tmp_path / "new")
    monkeypatch.setattr(cache, "build", lambda: pytest.fail("built again"))
    second = Gazetteer.load(tmp_path / "new")
    assert second.by_code("44109") == first.by_code("44109")
    assert second.named("nante") == first.named("nante")


@pytest.mark.parametrize("damage", ["truncated", "flipped", "foreign", "empty"])
def test_a_damaged_copy_is_replaced_silently(tmp_path: Path, damage: str) -> None:
    Gazetteer.load(tmp_path)
    path = tmp_path / "communes.index"
    good = path.read_bytes()
    middle = len(good) // 2
    damaged = {
        "truncated": good[:middle],
        "flipped": good[:middle] + bytes([good[middle] ^ 255]) + good[middle + 1 :],
        "foreign": bytes(32) + good[32:],
        "empty": b"",
    }
    path.write_bytes(damaged[damage])
    again = Gazetteer.load(tmp_path)
    assert again.by_code("44109") is not None
    assert path.read_bytes()[:32] == good[:32]
    assert [each.name for each in tmp_path.iterdir()] == ["communes.index"]


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert Gazetteer.load(blocked).by_code("44109") is not None
