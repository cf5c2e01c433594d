"""Put services into the directory: what is shipped and the connections that an import or a demonstration needs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine

from bot.records.engines import database_url, make_engine
from bot.records.schema import upgrade
from bot.settings import Settings
from directory import rows
from directory.communes.gazetteer import Gazetteer
from directory.demo import load_demo
from directory.demo.loading import SERVICES
from directory.demo.towns import towns
from directory.ledger.clerk import Clerk
from directory.needs import Needs


@dataclass(frozen=True, slots=True)
class Counter:
    """What an import needs. A long preview reads through `reading`, so that nobody waits for it to write."""

    gazetteer: Gazetteer
    clerk: Clerk
    reading: Engine
    writing: Engine


@contextmanager
def open_counter(settings: Settings) -> Iterator[Counter]:
    """Bring the database up to date, and open it to read and to write."""
    url = settings.database_url.get_secret_value()
    upgrade(url)
    gazetteer = Gazetteer.load(settings.data_dir / "cache")
    reading = make_engine(database_url(url), read_only=True, patient=True)
    writing = make_engine(database_url(url), patient=True)
    try:
        yield Counter(gazetteer, Clerk(gazetteer, Needs.load()), reading, writing)
    finally:
        reading.dispose()
        writing.dispose()


def load_demonstration(settings: Settings, *, now: datetime) -> int:
    """Put the invented directory where there is none; gives how many services it holds, 0 when nothing changed.

    Raises ImportRefusedError when the directory holds anything real.
    """
    with open_counter(settings) as counter, counter.writing.begin() as connection:
        changed = load_demo(
            connection,
            towns((counter.gazetteer.commune(row) for row in range(len(counter.gazetteer))), SERVICES),
            resolve=counter.clerk.places.resolve,
            needs_of=counter.clerk.needs.of_service,
            now=now,
        )
        return rows.count(connection) if changed else 0
