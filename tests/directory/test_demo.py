"""The invented directory: the same each time, fit for the schema, nobody's telephone, and never beside a real one."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import func, select

from directory import rows, versions
from directory.communes.gazetteer import Gazetteer
from directory.demo import generate, load_demo
from directory.demo.catalogue import catalogue
from directory.demo.towns import REGIONS, Town, towns
from directory.demo.writing import gazetteer
from directory.flags import Flag
from directory.importers import data_inclusion, pipeline, schema
from directory.importers.places import Places, known
from directory.ledger.history import Signed
from directory.needs import Needs
from directory.phones import Cost, kept, read
from directory.tables import Closure, Structure
from tests.databases import Database
from tests.directory.conftest import NOW, needs_of, service, source, structure

FICTION = re.compile(r"\+33(1990\d|26191|35301|46571|53649|63998)\d+")


@pytest.fixture(scope="module")
def everywhere() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture(scope="module")
def chosen(everywhere: Gazetteer) -> list[Town]:
    return towns(gazetteer(everywhere), 6000)


def test_the_same_seed_gives_the_same_bytes(chosen: list[Town]) -> None:
    some = chosen[:50]
    assert list(generate(some)) == list(generate(some))
    assert list(generate(some)) != list(generate(some, seed=43))


def test_the_number_of_services_is_the_one_asked(everywhere: Gazetteer) -> None:
    for asked in (0, 1, 7, 1000):
        made = generate(towns(gazetteer(everywhere), asked, departements=["44", "49"]))
        assert sum(len(one.services) for one in made) == asked


def test_the_four_regions_have_every_kind_of_service(chosen: list[Town]) -> None:
    assert {town.commune.region for town in chosen} == set(REGIONS)
    kinds = Counter(kind for made in generate(chosen) for kind in made.kinds)
    assert set(kinds) == {kind.key for structure in catalogue().structures for kind in structure.services}
    assert kinds.total() == 6000


def test_every_need_has_its_services() -> None:
    needs = Needs.load()
    found: set[str] = set()
    kinds = {kind.key: kind for of in catalogue().structures for kind in of.services}
    for kind in kinds.values():
        found.update(
            needs.of_service(
                nom=kind.name, description=kind.text, thematiques=kind.thematiques, reseaux=(), publics=kind.publics
            )
        )
    called_not_visited = {"medical_emergency", "attack_now"}
    assert {need.id for need in needs.all if not need.is_theme} - found <= called_not_visited


def test_the_largest_town_of_each_departement_can_shelter_feed_and_wash(chosen: list[Town]) -> None:
    nantes = [town for town in chosen if town.commune.code == "44109"]
    kinds = {kind for made in generate(nantes) for kind in made.kinds}
    assert {"repas", "douche", "laverie", "bagagerie", "halte_nuit", "hebergement_urgence", "pass"} <= kinds


def test_records_conform_and_telephones_belong_to_nobody(chosen: list[Town]) -> None:
    for made in generate(chosen[::40]):
        assert not schema.structure(made.structure).mendings
        for one in (made.structure, *made.services):
            assert one["source"] == "demonstration"
            assert one["telephone"] is None or FICTION.fullmatch(one["telephone"])
            assert one["courriel"] is None or one["courriel"].endswith(".example.org")
        for one in made.services:
            assert not schema.service(one).mendings


def test_fictional_telephones_are_read_back_overseas_too(everywhere: Gazetteer) -> None:
    for departement in ("44", "34", "31", "59", "13", "75", "971", "974", "976"):
        for made in generate(towns(gazetteer(everywhere), 30, departements=[departement])):
            if written := made.structure["telephone"]:
                assert [phone.number for phone in read(written, departement)] == [written]


def test_the_demonstration_loads_once(database: Database, everywhere: Gazetteer, chosen: list[Town]) -> None:
    some = [town for town in chosen if town.commune.departement in ("44", "49")]
    assert load(database, everywhere, some)
    assert not load(database, everywhere, some)
    with database.engine.connect() as connection:
        assert versions.current(connection) == 1
        assert versions.is_fictional(connection)
        found = list(rows.read_index(connection))
        assert all(Flag(row.flags) & Flag.FICTIONAL for row in found)
        seen = Flag(0)
        for row in found:
            seen |= Flag(row.flags)
        assert seen == Flag(sum(Flag))
        assert connection.scalar(select(func.count()).select_from(Closure))
        card = rows.read_services(connection, [found[0].id])[found[0].id]
        assert card.fictional
        assert all(phone.cost is Cost.NORMAL for phone in card.phones)


def test_another_invention_replaces_the_first(database: Database, everywhere: Gazetteer, chosen: list[Town]) -> None:
    assert load(database, everywhere, chosen[:30])
    assert load(database, everywhere, chosen[30:60])
    with database.engine.connect() as connection:
        assert rows.count(connection) == sum(town.services for town in chosen[30:60])
        codes = {row.place for row in rows.read_index(connection)}
    assert codes <= {town.commune.code for town in chosen[30:60]}


def test_the_demonstration_never_joins_a_real_directory(
    database: Database, everywhere: Gazetteer, chosen: list[Town], tmp_path: Path
) -> None:
    with database.engine.begin() as connection:
        reader = data_inclusion.Reader(
            Places(known(gazetteer(everywhere))).resolve, needs_of, pipeline.structure_of(connection)
        )
        real = source(tmp_path, [structure()], [service()])
        with pipeline.preview(connection, reader.read(real)) as previewed:
            pipeline.apply(connection, previewed, signed=Signed(NOW))
    with pytest.raises(pipeline.ImportRefusedError, match="import-not-applied-real"):
        load(database, everywhere, chosen[:10])
    with database.engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(Structure)) == 1


def test_the_command_writes_files_that_import(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "directory.demo",
        "--services",
        "40",
        "--departements",
        "58",
        "--out",
        str(tmp_path),
    ]
    subprocess.run(command, check=True, capture_output=True)
    services, truth = (
        [json.loads(line) for line in (tmp_path / name).read_text(encoding="utf-8").splitlines()]
        for name in ("services.ndjson", "truth.ndjson")
    )
    assert [one["id"] for one in services] == [one["id"] for one in truth]
    assert len(services) == 40
    assert {one["kind"] for one in truth} <= {k.key for s in catalogue().structures for k in s.services}
    assert all(kept(one["telephone"]) or one["telephone"] is None for one in services)


def load(database: Database, everywhere: Gazetteer, some: list[Town]) -> bool:
    resolve = Places(known(gazetteer(everywhere))).resolve
    with database.engine.begin() as connection:
        return load_demo(connection, some, resolve=resolve, needs_of=needs_of, now=NOW)
