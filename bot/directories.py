"""Put services into the directory: the imports and the demonstration, each in a transaction of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from bot.records.engines import database_url, make_engine
from bot.records.schema import upgrade
from bot.settings import Settings
from directory import rows
from directory.communes.gazetteer import Gazetteer
from directory.demo import load_demo
from directory.demo.loading import SERVICES
from directory.demo.towns import towns
from directory.importers.places import Places
from directory.needs import Needs


@dataclass(frozen=True, slots=True)
class Counter:
    """What an import needs: what is shipped, and a transaction."""

    gazetteer: Gazetteer
    needs: Needs
    places: Places
    connection: Connection


@contextmanager
def open_counter(settings: Settings) -> Iterator[Counter]:
    """Bring the database up to date and open a transaction, committed in the end, undone by an error."""
    url = settings.database_url.get_secret_value()
    upgrade(url)
    gazetteer = Gazetteer.load(settings.data_dir / "cache")
    engine = make_engine(database_url(url), patient=True)
    try:
        with engine.begin() as connection:
            yield Counter(gazetteer, Needs.load(), _places(gazetteer), connection)
    finally:
        engine.dispose()


def load_demonstration(settings: Settings, *, now: datetime) -> int:
    """Put the invented directory where there is none; gives how many services it holds, 0 when nothing changed.

    Raises ImportRefusedError when the directory holds anything real.
    """
    with open_counter(settings) as counter:
        changed = load_demo(
            counter.connection,
            towns((counter.gazetteer.commune(row) for row in range(len(counter.gazetteer))), SERVICES),
            resolve=counter.places.resolve,
            needs_of=counter.needs.of_service,
            now=now,
        )
        return rows.count(counter.connection) if changed else 0


def _places(gazetteer: Gazetteer) -> Places:
    """Every commune whose position is known."""
    listed = (gazetteer.commune(row) for row in range(len(gazetteer)))
    located = (commune for commune in listed if commune.latitude is not None and commune.longitude is not None)
    return Places(located)  # type: ignore[arg-type]  # mypy does not follow the filter into the attributes
