"""What whoever is in charge of a place is asked about: a service as people read it, and its closures to come."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from directory import rows
from directory.ledger.held import Shut, closures_of
from directory.rows import ServiceRow


@dataclass(frozen=True, slots=True)
class Facts:
    """A service that is shown to people, with its temporary closures."""

    row: ServiceRow
    closures: tuple[Shut, ...]

    @property
    def stamp(self) -> str:
        """What its facts come to, in 8 signs; closures apart, which begin and end by themselves."""
        row = self.row
        phones = ",".join(phone.shown for phone in row.phones)
        where = (row.address, row.address_details, row.postal_code, row.commune)
        said = (row.name, row.structure_name, *where, phones, row.email, row.hours)
        told = "\0".join(part or "" for part in said)
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def facts_of(connection: Connection, ids: Iterable[str]) -> dict[str, Facts]:
    """The facts of some services, by id; those that are withdrawn or gone are missing."""
    found = rows.read_services(connection, ids)
    return {one: Facts(row, closures_of(connection, one, row.structure_id)) for one, row in found.items()}
