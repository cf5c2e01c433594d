"""Plans what editors change, with the communes and the needs that imports use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection

from directory.communes.gazetteer import Gazetteer
from directory.importers import places
from directory.importers.data_inclusion import Reader
from directory.importers.pipeline import structure_of
from directory.importers.places import Places
from directory.needs import Needs


@lru_cache(maxsize=1)
def _laid_out(gazetteer: Gazetteer) -> Places:
    return Places(places.known(gazetteer.commune(row) for row in range(len(gazetteer))))


@dataclass(frozen=True)
class Clerk:
    """The communes are laid out when the first change is planned: most processes never do."""

    gazetteer: Gazetteer
    needs: Needs

    @property
    def places(self) -> Places:
        """The communes, by what addresses say of them."""
        return _laid_out(self.gazetteer)

    def prepare(self) -> None:
        """Lay out what the first change needs; a second or two, off the event loop."""
        self.places  # noqa: B018 - laid out when it is asked for

    def reader(self, connection: Connection, *, fictional: bool = False) -> Reader:
        """Reads records as an import would, beside what the directory holds at this moment."""
        return Reader(self.places.resolve, self.needs.of_service, structure_of(connection, fictional=fictional))
