"""Where an import wrote: the départements of what it added, changed and withdrew."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from directory.importers.places import departement
from directory.ledger.history import CHANGES
from directory.ledger.runs import Run, recent
from directory.tables import SERVICES, STRUCTURES


def departements(connection: Connection, of: Run) -> frozenset[str]:
    """The codes of what taking it back would touch; "" for what lies nowhere.

    A structure counts where it is, and where its services are.
    """
    run = of.id
    changed = (CHANGES.c.run == run, CHANGES.c.undoes.is_(None))
    before = CHANGES.c.before["place"].as_string()
    added = select(SERVICES.c.place).where(SERVICES.c.added_in == run)
    now = select(SERVICES.c.place).join(CHANGES, (CHANGES.c.row == SERVICES.c.id) & (CHANGES.c.kind == "service"))
    then = select(before).where(*changed, CHANGES.c.kind == "service", before.is_not(None))
    gone = select(before).where(*changed, CHANGES.c.kind == "service", CHANGES.c.after.is_(None))
    mine = (CHANGES.c.before["added_in"].as_integer() == run, CHANGES.c.after.is_(None))
    back = select(before).where(CHANGES.c.at == of.undone_at, CHANGES.c.kind == "service", *mine)
    places: set[str | None] = set()
    for query in (added, now.where(*changed), then, gone, back):
        places.update(connection.scalars(query.distinct()))
    return frozenset((*_codes(places), *_codes(_structures(connection, run))))


def within(connection: Connection, most: int) -> list[tuple[Run, frozenset[str]]]:
    """The last imports, the newest first, each with the départements where it wrote."""
    return [(run, departements(connection, run)) for run in recent(connection, most)]


def _structures(connection: Connection, run: int) -> set[str | None]:
    # What sources close are structures.
    kinds = CHANGES.c.kind.in_(("structure", "closure"))
    own = (CHANGES.c.row == STRUCTURES.c.id) & kinds & (CHANGES.c.run == run)
    code = select(STRUCTURES.c.code_insee, STRUCTURES.c.code_postal).join(CHANGES, own).distinct()
    found: set[str | None] = {row.code_insee or row.code_postal for row in connection.execute(code)}
    serving = select(SERVICES.c.place).join(STRUCTURES, STRUCTURES.c.id == SERVICES.c.structure_id).join(CHANGES, own)
    return {code for code in (*found, *connection.scalars(serving.distinct())) if code}


def _codes(places: Iterable[str | None]) -> set[str]:
    return {departement(place) if place else "" for place in places}
