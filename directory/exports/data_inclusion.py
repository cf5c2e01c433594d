"""The directory in data·inclusion v1: one record a line, so that a file of any size is read and written as a stream.

The official form is a JSON record; NDJSON rather than one array, because a reader needs to hold one line only, and
because whoever finds a wrong record is told its line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import IO, Any

from data_inclusion.schema import v1  # type: ignore[import-untyped]  # it ships no types
from pydantic import BaseModel, ValidationError

from directory import phones
from directory.exports.about import Tally
from directory.exports.reading import Holding

KIND = "data-inclusion v1"
STRUCTURES, SERVICES = "structures.ndjson", "services.ndjson"
_LONGEST_DESCRIPTION = 10_000
# Read back as two numbers by `directory.phones.read`.
_BETWEEN_PHONES = " / "


@dataclass(frozen=True, slots=True)
class Notes:
    """Sentences put in records: `secret` instead of a description that is withheld, `fictional` before each, or ""."""

    secret: str
    fictional: str = ""


@dataclass(slots=True)
class Writing:
    """Two files being written, and what was written in them."""

    structures: IO[str]
    services: IO[str]
    notes: Notes
    tally: Tally = field(default_factory=Tally)

    def add(self, held: Holding) -> None:
        """Write a structure and its services; what the official schema refuses is left out, and counted."""
        if not self._write(self.structures, held.structure, v1.Structure):
            self.tally.left_out += [service["id"] for service in held.services]
            return
        self.tally.structures += 1
        for service in held.services:
            if self._write(self.services, service, v1.Service):
                self.tally.services += 1
                self.tally.sources[service["source"]] += 1

    def _write(self, file: IO[str], values: Mapping[str, Any], model: type[BaseModel]) -> bool:
        found = record(values, model, self.notes)
        try:
            model.model_validate(found)
        except ValidationError:
            self.tally.left_out.append(values["id"])
            return False
        file.write(json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n")
        return True


def write(folder: Path, held: Iterable[Holding], notes: Notes) -> Tally:
    """Write the two files in a folder that exists."""
    with (
        (folder / STRUCTURES).open("w", encoding="utf-8", newline="\n") as structures,
        (folder / SERVICES).open("w", encoding="utf-8", newline="\n") as services,
    ):
        writing = Writing(structures, services, notes)
        for each in held:
            writing.add(each)
    return writing.tally


def record(values: Mapping[str, Any], model: type[BaseModel], notes: Notes) -> dict[str, Any]:
    """A row as the official record: its fields alone, those that say something."""
    found = {name: values[name] for name in model.model_fields if values.get(name) is not None}
    for name, value in found.items():
        if isinstance(value, date):
            found[name] = value.isoformat()
    if numbers := phones.kept(found.get("telephone")):
        found["telephone"] = _BETWEEN_PHONES.join(phone.number for phone in numbers)
    if model is v1.Service:
        found.setdefault("description", notes.secret)
    if notes.fictional:
        said = (notes.fictional, found.get("description", ""))
        found["description"] = " ".join(part for part in said if part)[:_LONGEST_DESCRIPTION]
    return found
