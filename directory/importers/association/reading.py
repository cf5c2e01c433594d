"""The lines of an association's table, once its columns are matched. Pure but for the opening of the file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from directory.hours_prose import written
from directory.importers import picking
from directory.importers.association.matching import Matching, data, folded
from directory.importers.files import Entry
from directory.importers.lines import lines
from directory.importers.raw import Parsed, Tick

_FORMULA = re.compile(r"[=@]|[+\-](?![\d\s(])")
_BETWEEN = re.compile(r"\s*(?:[,;/|\n]|\bet\b)\s*")
_NAME = re.compile(r"[^a-z0-9]+")
_LONG = 16


Town = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Rows:
    """Opens a table with its confirmed columns: each line as texts by field."""

    matching: Matching

    def __call__(self, path: Path, tick: Tick = None) -> Iterator[Entry]:
        """The lines below the header. Raises FileRefusedError."""
        for number, cells in lines(path, tick):
            if number > self.matching.header:
                yield Entry(number, self._fields(cells))

    def _fields(self, cells: list[str]) -> dict[str, str]:
        found: dict[str, list[str]] = {}
        for match in self.matching.matches:
            if match.field and match.column < len(cells) and (cell := _plain(cells[match.column])):
                found.setdefault(match.field, []).append(cell)
        return {field: ", ".join(parts) for field, parts in found.items()}


def parse(value: object, *, source: str, day: str, town: Town = lambda _name: None) -> Parsed:
    """A line: a structure and its service. `day`: the date of the file, for lines that tell none (ISO).

    `town`: the INSEE code of a commune that comes without any code.

    Raises RecordRefusedError.
    """
    row = picking.fields(value)
    nom = picking.name(picking.required(row, "nom"))
    updated = picking.day(picking.text(row, "date"))
    shared = {
        "source": source,
        "date_maj": updated.isoformat() if updated else day,
        **{name: picking.text(row, name) for name in ("adresse", "commune", "telephone", "courriel")},
        "code_insee": _insee(row, town),
        "complement_adresse": picking.text(row, "complement"),
        "code_postal": picking.postal_code(picking.text(row, "code_postal")),
        "longitude": picking.degrees(picking.text(row, "longitude")),
        "latitude": picking.degrees(picking.text(row, "latitude")),
        "horaires_accueil": written(picking.text(row, "horaires")),
    }
    place = (nom, *(picking.text(row, name) for name in ("adresse", "code_postal", "commune")))
    structure = picking.told({
        **shared,
        "id": f"{source}--{_digest(*place)}",
        "nom": nom,
        "siret": picking.text(row, "siret").replace(" ", ""),
        "site_web": _web(picking.text(row, "site_web")),
    })  # fmt: skip
    return Parsed([structure], [_service(row, shared, structure)])


def _insee(row: Mapping[str, Any], town: Town) -> str | None:
    alone = picking.text(row, "commune") if not picking.text(row, "code_postal") else ""
    return picking.text(row, "code_insee") or (town(alone) if alone else None)


def named(title: str) -> str:
    """What a source is called in identifiers: "Épiceries de l'Oise.xlsx" is "epiceries-de-l-oise"."""
    return _NAME.sub("-", folded(Path(title).stem)).strip("-") or "tableau"


def _service(row: Mapping[str, Any], shared: Mapping[str, Any], structure: Mapping[str, Any]) -> dict[str, Any]:
    said = picking.text(row, "service") or structure["nom"]
    own = picking.text(row, "identifiant") or _digest(structure["id"], said)
    fees = picking.text(row, "frais")
    publics, precisions = _publics(picking.text(row, "publics"))
    free = _codes("frais").get(folded(fees))
    return picking.told({
        **shared,
        "structure_id": structure["id"],
        "id": f"{shared['source']}--service-{own}",
        "nom": picking.name(said),
        "description": picking.description(picking.text(row, "description"), f"{said}, {structure['nom']}"),
        "publics": publics,
        "publics_precisions": precisions,
        "conditions_acces": picking.text(row, "conditions"),
        "frais": free,
        "frais_precisions": None if free else fees,
    })  # fmt: skip


def _publics(said: str) -> tuple[list[str], str]:
    """Codes, and the words when they are not all codes."""
    parts = [part for part in _BETWEEN.split(said) if part]
    known = [_codes("publics").get(folded(part)) for part in parts]
    return sorted({code for code in known if code}), said if None in known else ""


@cache
def _codes(name: str) -> Mapping[str, str]:
    return {folded(word): code for code, said in data()[name].items() for word in said}


def _plain(cell: str) -> str:
    """A cell without what makes a spreadsheet take it for a formula; a formula is nothing."""
    said = cell.strip()
    if re.match("'[=+@\\-]", said):
        said = said[1:]
    return "" if _FORMULA.match(said) else said


def _web(said: str) -> str:
    return f"https://{said}" if said.lower().startswith("www.") else said


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(map(folded, parts)).encode()).hexdigest()[:_LONG]
