"""The kinds of sources that are read, and how a file of each is opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path

from directory.importers import files, france_services, hsds, lannuaire, mediation_numerique, soliguide
from directory.importers.association import reading
from directory.importers.association.matching import Matching, propose
from directory.importers.files import FileRefusedError
from directory.importers.folder import Source
from directory.importers.lines import Columns, lines
from directory.importers.raw import OneFile, Open, Origin


class Kind(StrEnum):
    """What a source is, as it is named on the command line and in `sources.toml`."""

    DATA_INCLUSION = "data-inclusion"
    SOLIGUIDE = "soliguide"
    LANNUAIRE = "lannuaire"
    MEDIATION_NUMERIQUE = "mediation-numerique"
    FRANCE_SERVICES = "france-services"
    TABLE = "table"
    HSDS = "hsds"


@dataclass(frozen=True, slots=True)
class Asked:
    """A file to import. `day`: its date, for places that tell none. `name`: what a table is called in identifiers.

    `settle`: what a person makes of the columns proposed for a table; None when they give up. `town`: the INSEE code of
    a commune of which a table tells the name alone, None when it is not known.
    """

    path: Path
    day: date
    name: str = ""
    settle: Callable[[Matching], Matching | None] = lambda matching: matching
    town: Callable[[str], str | None] = lambda _name: None


def origin(kind: Kind, asked: Asked) -> Origin | None:
    """The records of a file; None when whoever was asked gave up. Raises FileRefusedError."""
    if kind is Kind.TABLE:
        return _table(asked)
    return _ORIGINS[kind](asked)


def _table(asked: Asked) -> Origin | None:
    matching = asked.settle(propose(lines(asked.path), file=asked.path.name))
    if matching is None:
        return None
    if matching.lacks:
        raise FileRefusedError("import-file-columns", file=asked.path.name, columns=matching.lacks)
    source = reading.named(asked.name or asked.path.name)
    parse = partial(reading.parse, source=source, day=asked.day.isoformat(), town=asked.town)
    return OneFile(asked.path, reading.Rows(matching), parse)


def _pages(*within: str) -> Open:
    return partial(files.entries, within=within)


_ORIGINS: Mapping[Kind, Callable[[Asked], Origin]] = {
    Kind.DATA_INCLUSION: lambda asked: Source.at(asked.path),
    Kind.SOLIGUIDE: lambda asked: OneFile(
        asked.path, _pages(*soliguide.WITHIN), soliguide.parse, closes=soliguide.SOURCE
    ),
    Kind.LANNUAIRE: lambda asked: OneFile(asked.path, _pages(*lannuaire.WITHIN), lannuaire.parse),
    Kind.MEDIATION_NUMERIQUE: lambda asked: OneFile(
        asked.path, Columns(mediation_numerique.NEEDED), mediation_numerique.parse
    ),
    Kind.FRANCE_SERVICES: lambda asked: OneFile(
        asked.path, Columns(france_services.NEEDED), partial(france_services.parse, day=asked.day.isoformat())
    ),
    Kind.HSDS: lambda asked: OneFile(asked.path, _pages(*hsds.WITHIN), hsds.parse),
}
