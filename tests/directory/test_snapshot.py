"""The directory in memory: built in any order, kept on the disk, read back the same."""

from __future__ import annotations

import random
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from directory.search import Query, search
from directory.snapshot import IndexRow, Reach, Snapshot, arrays_of
from directory.snapshot_build import build
from directory.snapshot_file import load, save
from tests.directory.invented import THEMES, TOWNS, services

NOW = datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return build(services(2000), themes=THEMES, version=7)


def answers(of: Snapshot) -> list[object]:
    queries = [Query(needs=(theme,), around=(TOWNS[4][:2],)) for theme in sorted(set(THEMES.values()))]
    return [[(hit.id, hit.distance_km, hit.opening) for hit in search(of, query, now=NOW).hits] for query in queries]


def test_the_order_of_the_rows_changes_nothing(snapshot: Snapshot) -> None:
    rows = list(services(2000))
    random.Random(1).shuffle(rows)
    assert answers(build(rows, themes=THEMES)) == answers(snapshot)


def test_ids_are_kept(snapshot: Snapshot) -> None:
    assert [snapshot.id_of(number) for number in range(len(snapshot))] == sorted(row.id for row in services(2000))
    assert build([IndexRow("é—ü", "s", ("a",)), IndexRow("a", "s", ("a",))], themes={}).id_of(1) == "é—ü"


def test_lists_run_band_after_band_and_hold_each_service_once(snapshot: Snapshot) -> None:
    for posting in snapshot.postings.values():
        known = posting.places[~np.isnan(posting.places)]
        assert (np.diff(known) >= 0).all()
        assert np.isnan(posting.places[len(known) :]).all()
        assert len(np.unique(posting.rows)) == len(posting.rows)


def test_a_need_named_like_its_theme_is_searched_once() -> None:
    built = build([IndexRow("a", "s", ("domiciliation",), 47.0, 1.0)], themes={"domiciliation": "domiciliation"})
    assert built.postings["domiciliation", Reach.NEAR].rows.tolist() == [0]


def test_a_need_may_have_several_themes() -> None:
    row = IndexRow("a", "s", ("colis-bebe",), 47.0, 1.0)
    built = build([row], themes={"colis-bebe": ("alimentation", "famille")})
    assert {key for key, _ in built.postings} == {"colis-bebe", "alimentation", "famille"}


def test_nothing_at_all() -> None:
    empty = build([], themes=THEMES)
    assert len(empty) == 0
    assert search(empty, Query(needs=("theme-01",), around=(TOWNS[0][:2],)), now=NOW).hits == ()


def test_more_publics_than_bits_find_too_much_rather_than_too_little() -> None:
    rows = [IndexRow(f"{n:02}", "s", ("a",), 47.0, 1.0, 1, (f"public {n:02}",)) for n in range(40)]
    built = build(rows, themes={})
    for n in (0, 31, 39):
        query = Query(needs=("a",), around=((47.0, 1.0),), publics=frozenset({f"public {n:02}"}), limit=20)
        assert f"{n:02}" in [hit.id for hit in search(built, query, now=NOW).hits]


def test_kept_on_the_disk(snapshot: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "directory.npz"
    save(snapshot, path)
    kept = load(path, version=7)
    assert kept is not None
    assert kept.tables == snapshot.tables
    read = arrays_of(kept)
    assert read.keys() == arrays_of(snapshot).keys()
    for name, array in arrays_of(snapshot).items():
        np.testing.assert_array_equal(array, read[name])
    assert answers(kept) == answers(snapshot)
    assert [found.name for found in tmp_path.iterdir()] == ["directory.npz"]


def test_a_file_of_another_version_or_damaged_is_no_snapshot(snapshot: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "directory.npz"
    assert load(path, version=7) is None
    save(snapshot, path)
    assert load(path, version=8) is None
    whole = path.read_bytes()
    for damaged in (b"", b"PK", whole[:1000], whole[: len(whole) // 2], b"\x93NUMPY" + whole[6:], whole[100:]):
        path.write_bytes(damaged)
        assert load(path, version=7) is None


def test_memory_is_told(snapshot: Snapshot) -> None:
    assert 0 < snapshot.memory < 2000 * 600
