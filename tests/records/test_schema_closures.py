"""What was kept of closures before sources were told stays, with the source that told them."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from bot.records.engines import database_url, make_engine
from bot.records.schema import upgrade

_STRUCTURE = (
    "INSERT INTO structure (id, source, nom, date_maj, digest, fictional) "
    "VALUES (:id, 'soliguide', 'A', :day, :digest, :no)"
)
_SERVICE = (
    "INSERT INTO service (id, source, structure_id, nom, description, date_maj, digest, fictional, needs, flags) "
    "VALUES (:id, 'soliguide', 'soliguide--a', 'A', 'A', :day, :digest, :no, '[]', 0)"
)
_CLOSURE = (
    "INSERT INTO closure (structure_id, service_id, first_day, last_day) VALUES (:structure, :service, :day, :day)"
)


def _migrated(engine: Engine, *, back: bool = False) -> None:
    """Every migration, or all but this one and what follows it."""
    config = Config()
    config.set_main_option("script_location", "bot:migrations")
    before = ScriptDirectory.from_config(config).get_revision("0017").down_revision
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        if back:
            command.downgrade(config, str(before))
        else:
            command.upgrade(config, "head")


def _sources(engine: Engine) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        found = connection.execute(text("SELECT structure_id, service_id, source FROM closure ORDER BY id"))
        return [tuple(row) for row in found]


def test_a_closure_of_a_structure_is_its_source_s_and_one_of_a_service_an_editor_s(empty: str) -> None:
    upgrade(empty)
    engine = make_engine(database_url(empty))
    _migrated(engine, back=True)
    values = {"day": "2026-08-01", "digest": b"1", "no": False}
    with engine.begin() as connection:
        connection.execute(text(_STRUCTURE), {"id": "soliguide--a", **values})
        connection.execute(text(_SERVICE), {"id": "soliguide--a1", **values})
        for structure, service in (("soliguide--a", None), (None, "soliguide--a1")):
            connection.execute(text(_CLOSURE), {"structure": structure, "service": service, "day": "2026-08-01"})
    _migrated(engine)
    assert _sources(engine) == [("soliguide--a", None, "soliguide"), (None, "soliguide--a1", None)]
    with engine.begin() as connection:
        connection.execute(text(_CLOSURE), {"structure": None, "service": "partie", "day": "2026-08-01"})
    _migrated(engine, back=True)
    _migrated(engine)
    assert [row[:2] for row in _sources(engine)] == [("soliguide--a", None), (None, "soliguide--a1")]
