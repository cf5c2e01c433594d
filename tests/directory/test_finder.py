"""The directory as the conversation asks it: it follows what is imported, and a cold start is quick and right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.app import House, open_house
from bot.directories import open_counter
from bot.records.apart import indexing
from bot.settings import Settings
from directory import versions
from directory.finder import Finder
from directory.search_query import Query
from tests.house import TUESDAY, Clock, shipped

SHOWER = Query(needs=("shower",), around=((47.2180, -1.5530),))


def found(finder: Finder, query: Query = SHOWER) -> list[str]:
    return [hit.id for hit in finder.search(query, now=TUESDAY, zone="Europe/Paris").hits]


def kept_in(folder: Path) -> list[Path]:
    return list(folder.glob("directory-*.npz"))


async def test_a_snapshot_is_kept_and_read_again(settings: Settings, clock: Clock) -> None:
    async with open_house(settings, clock=clock, shipped=shipped()) as house:
        first = found(house.finder)
        assert len(first) == 2
    [kept] = kept_in(settings.data_dir / "cache")
    kept.write_bytes(b"damaged")
    async with open_house(settings, clock=clock, shipped=shipped()) as house:
        assert found(house.finder) == first
        assert not await house.finder.refresh()


async def test_what_another_process_changes_is_taken_up(house: House, settings: Settings) -> None:
    before = found(house.finder)
    with open_counter(settings) as counter, counter.writing.begin() as connection:
        connection.exec_driver_sql("DELETE FROM service WHERE id = 'exemple--nantes-bains-douche'")
        versions.bump(connection, now=TUESDAY, fictional=False)
    assert found(house.finder) == before
    assert "exemple--nantes-bains-douche" not in await house.finder.details(before)
    assert await house.finder.refresh()
    assert found(house.finder) == before[:1]


async def test_details_keep_the_order_asked(house: House) -> None:
    asked = ["exemple--nantes-bains-douche", "exemple--nowhere", "exemple--nantes-escale-douche"]
    assert list(await house.finder.details(asked)) == [asked[0], asked[2]]
    assert list(await house.finder.details(reversed(asked))) == [asked[2], asked[0]]
    assert await house.finder.details([]) == {}


async def test_a_shelter_for_victims_is_no_place_for_the_night(house: House) -> None:
    night = replace(SHOWER, needs=("logement_hebergement",))
    assert "exemple--nantes-refuge-refuge" not in found(house.finder, night)
    assert "exemple--nantes-refuge-refuge" in found(house.finder, replace(SHOWER, needs=("violences",)))


async def test_what_is_beside_a_shelter_does_not_tell_where_it_is(house: House) -> None:
    beside, elsewhere = "exemple--nantes-refuge-ecoute", "exemple--nantes-escale-douche"
    rows = await house.finder.details((beside, elsewhere))
    assert (rows[beside].address, rows[beside].latitude, rows[beside].longitude) == (None, None, None)
    assert rows[beside].phones
    assert rows[elsewhere].address


@pytest.mark.parametrize("cache", [True, False])
async def test_no_cache_is_needed(house: House, tmp_path: Path, cache: bool) -> None:  # noqa: FBT001 - parametrised
    cache_folder = tmp_path if cache else None
    finder = Finder(shipped().gazetteer, shipped().needs, house.store.read, house.store.scan, cache_folder)
    assert await finder.refresh()
    assert len(finder) == 20
    assert bool(kept_in(tmp_path)) is cache


async def test_a_large_directory_is_indexed_elsewhere_once(
    house: House, settings: Settings, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr("directory.finder.MANY", 1)
    apart = indexing(settings.database_url.get_secret_value(), tmp_path)
    finder = Finder(shipped().gazetteer, shipped().needs, house.store.read, house.store.scan, tmp_path, apart)
    assert await finder.refresh()
    assert found(finder) == found(house.finder)
    assert len(kept_in(tmp_path)) == 1


async def test_when_the_other_process_fails_the_directory_is_indexed_here(
    house: House, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr("directory.finder.MANY", 1)
    apart = indexing("sqlite:////nowhere/at/all.db", tmp_path)
    finder = Finder(shipped().gazetteer, shipped().needs, house.store.read, house.store.scan, tmp_path, apart)
    assert await finder.refresh()
    assert found(finder) == found(house.finder)


async def test_a_query_knows_whether_somebody_bears_its_words(house: House) -> None:
    nantes = ((47.2180, -1.5530),)
    assert house.finder.holds(Query(words=("escale",), around=nantes, named=True))
    assert house.finder.holds(Query(words=("marmitte", "solidaire"), around=nantes, named=True), entirely=True)
    assert not house.finder.holds(Query(words=("escale",), around=((48.85, 2.35),), named=True))
    assert house.finder.holds(Query(words=("escale",), named=True))
    assert not house.finder.holds(Query(words=("serviette",), named=True))
    assert house.finder.spelt(("marmitte", "zzz")) == ("marmite",)
