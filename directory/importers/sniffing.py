"""Which kind of source a file is, told by what it holds."""

from __future__ import annotations

import codecs
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from directory.importers import di_table, files, france_services, hsds, lannuaire, mediation_numerique, soliguide
from directory.importers.association.matching import propose
from directory.importers.files import FileRefusedError
from directory.importers.lines import lines
from directory.importers.origins import Kind

_WITHIN = (*soliguide.WITHIN, *lannuaire.WITHIN, *hsds.WITHIN)
_MARKS: tuple[tuple[Kind, Collection[str]], ...] = (
    (Kind.SOLIGUIDE, ("lieu_id", "services_all")),
    (Kind.LANNUAIRE, ("pivot", "plage_ouverture")),
    (Kind.HSDS, ("service_at_locations", "organization", "last_modified", "assured_date", "services")),
)
"""Fields that only records of that kind have."""
_COLUMNS: tuple[tuple[Kind, Collection[str]], ...] = (
    (Kind.FRANCE_SERVICES, france_services.NEEDED),
    (Kind.MEDIATION_NUMERIQUE, mediation_numerique.NEEDED),
    (Kind.DATA_INCLUSION, di_table.NEEDED),
)
_CALENDAR = "begin:vcalendar"


def kind_of(path: Path) -> Kind:
    """The kind of a file that is not packed; a folder is that of data·inclusion. Raises FileRefusedError."""
    if path.is_dir():
        return Kind.DATA_INCLUSION
    return _of_record(path) if is_json(path) else _of_columns(path)


def is_json(path: Path) -> bool:
    """Whether a file begins as JSON does. Raises FileRefusedError when it cannot be read."""
    try:
        with path.open("rb") as file:
            beginning = file.read(512).removeprefix(codecs.BOM_UTF8).lstrip()
    except OSError as error:
        raise FileRefusedError("import-file-unreadable", file=path.name) from error
    return beginning.startswith((b"[", b"{"))


def tells_services(path: Path) -> bool:
    """Whether a file of data·inclusion holds services rather than structures. Raises FileRefusedError."""
    return "structure_id" in (_first(path) if is_json(path) else _names(path))


def _of_record(path: Path) -> Kind:
    record = _first(path)
    for kind, marks in _MARKS:
        if any(mark in record for mark in marks):
            return kind
    if {"source", "id"} <= record.keys():
        return Kind.DATA_INCLUSION
    raise FileRefusedError("import-file-unknown", file=path.name)


def _first(path: Path) -> Mapping[str, Any]:
    found = next(files.entries(path, within=_WITHIN)).value
    if not isinstance(found, Mapping):
        raise FileRefusedError("import-file-unknown", file=path.name)
    return found


def _of_columns(path: Path) -> Kind:
    names = _names(path)
    for kind, needed in _COLUMNS:
        if set(needed) <= set(names):
            return kind
    if names[0].startswith(_CALENDAR):
        raise FileRefusedError("import-file-calendar", file=path.name)
    if names[0].startswith(("{", "[")):
        raise FileRefusedError("import-file-encoding", file=path.name)
    propose(lines(path), file=path.name)
    return Kind.TABLE


def _names(path: Path) -> list[str]:
    _, header = next(lines(path))
    return [name.strip().lower() for name in header]
