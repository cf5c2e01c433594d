"""Run by alembic: migrations in one transaction, on SQLite as well."""

from __future__ import annotations

from typing import Literal

from alembic import context
from sqlalchemy.engine import Connection
from sqlmodel import SQLModel

from bot.records import promises
from bot.records.engines import database_url, make_engine
from bot.settings import read_settings
from directory.instants import Instant


def _render(kind: str, thing: object, _context: object) -> str | Literal[False]:
    # A migration stays as it was written: it does not depend on today's code.
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(thing, Instant) else False


def _migrate(connection: Connection) -> None:
    # `promises` is imported for every table it brings into the metadata.
    assert promises.RETENTION  # noqa: S101 - see above
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=True,
        render_item=_render,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    _migrate(given)
else:
    # A developer's `alembic revision --autogenerate`.
    with make_engine(database_url(read_settings().database_url.get_secret_value()), patient=True).begin() as opened:
        _migrate(opened)
