"""A place told by two sources is found once, each source kept; on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import select

from directory.merging import Merged, merged
from directory.tables import SERVICES
from tests.databases import Database
from tests.directory.conftest import service, source, structure


def of(name: str, **fields: object) -> list[dict[str, Any]]:
    """The structure and the service as a source tells them."""
    place = structure(source=name, id=f"{name}--s")
    return [place, service(source=name, id=f"{name}--douche", structure_id=f"{name}--s", **fields)]


def told(database: Database) -> Merged:
    with database.engine.connect() as connection:
        return merged(connection)


def test_one_source_alone_merges_nothing(database: Database, imported: Callable[..., Any], tmp_path: Path) -> None:
    place, one = of("a")
    imported(source(tmp_path, [place], [one, one | {"id": "a--autre"}]))
    assert told(database) == Merged()


def test_the_service_that_says_most_is_shown_and_names_the_other_source(
    database: Database, imported: Callable[..., Any], tmp_path: Path
) -> None:
    for name, fields in (("a", {}), ("b", {"horaires_accueil": "Mo-Fr 09:00-12:00"})):
        place, one = of(name, **fields)
        imported(source(tmp_path / name, [place], [one]))
    assert told(database) == Merged({"a--douche": frozenset(("hygiene",))}, {"b--douche": ("a",)})
    with database.engine.connect() as connection:
        assert len(connection.execute(select(SERVICES.c.id)).all()) == 2


def test_what_only_one_of_them_tells_stays(database: Database, imported: Callable[..., Any], tmp_path: Path) -> None:
    place, one = of("a")
    imported(source(tmp_path / "a", [place], [one, one | {"id": "a--accueil", "nom": "Accueil de jour"}]))
    place, one = of("b")
    imported(source(tmp_path / "b", [place], [one]))
    found = told(database)
    assert set(found.silenced) in ({"a--douche"}, {"b--douche"})
    assert "a--accueil" not in found.silenced


def test_a_service_by_telephone_is_not_the_one_at_the_door(
    database: Database, imported: Callable[..., Any], tmp_path: Path
) -> None:
    for name, modes in (("a", ["en-presentiel"]), ("b", ["a-distance"])):
        place, one = of(name, modes_accueil=modes)
        imported(source(tmp_path / name, [place], [one]))
    assert told(database) == Merged()
