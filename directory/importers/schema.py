"""data·inclusion records checked by the official schema package, after its known quirks are put right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from data_inclusion.schema import v1  # type: ignore[import-untyped]  # it ships no types
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from directory.importers import cleaning
from directory.importers.records import Mending, Reason

_PARAGRAPHS = frozenset(
    ("description", "conditions_acces", "frais_precisions", "publics_precisions", "mobilisation_precisions")
)
_CODES = {"code_postal": 5, "code_insee": 5, "siret": 14, "telephone": 10}
_LISTS = frozenset(
    (
        "thematiques",
        "publics",
        "modes_accueil",
        "zone_eligibilite",
        "modes_mobilisation",
        "mobilisable_par",
        "reseaux_porteurs",
    )
)
# What data·inclusion itself empties when it does not conform; the rest of the record is still good.
_DROPPABLE = frozenset(
    (
        "lien_source",
        "siret",
        "code_postal",
        "code_insee",
        "courriel",
        "site_web",
        "accessibilite_lieu",
        "lien_mobilisation",
        "volume_horaire_hebdomadaire",
        "nombre_semaines",
    )
)
_LONGEST_TEXT = 10_000  # the official maximum of a description; other fields have none
_LONGEST_ID = 300
_MEASURES = frozenset(("longitude", "latitude", "volume_horaire_hebdomadaire", "nombre_semaines"))
_HIGHEST_MEASURE = 10_000
_HIGHEST_CODE = 10**14  # a SIRET has 14 digits
_ONE_DAY = 86_400_000  # in milliseconds


class RecordRefusedError(Exception):
    """A record that does not conform; `detail` is the field."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Checked:
    """A record that conforms: plain values by field (absent: unknown), and what was dropped on the way."""

    values: dict[str, Any]
    mendings: list[tuple[Mending, str]] = field(default_factory=list)


def structure(value: object) -> Checked:
    """Check one structure. Raises RecordRefusedError."""
    return _checked(value, v1.Structure)


def service(value: object) -> Checked:
    """Check one service. Raises RecordRefusedError."""
    return _checked(value, v1.Service)


def _checked(value: object, model: type[BaseModel]) -> Checked:
    if not isinstance(value, dict):
        raise RecordRefusedError(Reason.NOT_AN_OBJECT)
    tidied = ((name, _tidy(name, value[name])) for name in model.model_fields if name in value)
    checked = Checked({name: found for name, found in tidied if found is not None})
    try:
        found = model.model_validate(checked.values)
    except ValidationError as error:
        _mend(checked, error.errors(include_url=False, include_context=False, include_input=False))
        try:
            found = model.model_validate(checked.values)
        except ValidationError as still:
            raise _refusal(still.errors(include_url=False, include_context=False, include_input=False)[0]) from still
    for name in ("date_maj", "longitude", "latitude", "volume_horaire_hebdomadaire", "nombre_semaines"):
        if name in checked.values:
            checked.values[name] = getattr(found, name)
    return checked


def _tidy(name: str, value: object) -> object:
    """One value without its quirks; None when it says nothing."""
    if isinstance(value, str):
        return _tidy_text(name, value)
    if isinstance(value, list) and name in _LISTS:
        return _tidy_list(name, value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _tidy_number(name, value)
    return value


def _tidy_number(name: str, value: float) -> object:
    if name == "date_maj":
        return _tidy_date(value)
    if not abs(value) < (_HIGHEST_MEASURE if name in _MEASURES else _HIGHEST_CODE):
        return None
    if name in _CODES and value == int(value):
        return str(int(value)).zfill(_CODES[name])
    return value


def _tidy_text(name: str, value: str) -> str | None:
    if len(value) > _LONGEST_TEXT * 2:
        raise RecordRefusedError(Reason.WRONG_VALUE, name)
    if name == "date_maj":
        return value[:10]
    found = cleaning.text(value) if name in _PARAGRAPHS else cleaning.line(value)
    if len(found) > (_LONGEST_ID if name in ("id", "structure_id", "source") else _LONGEST_TEXT):
        raise RecordRefusedError(Reason.WRONG_VALUE, name)
    return found or None


def _tidy_list(name: str, value: Iterable[object]) -> Sequence[object] | None:
    found = [cleaning.line(item) if isinstance(item, str) else item for item in value if item not in (None, "")]
    if name == "publics" and "tous-publics" in found:
        return ["tous-publics"]  # the schema forbids other publics beside it, and the widest is the truest
    if not all(isinstance(item, str) for item in found):
        return found
    return sorted({str(item) for item in found}) or None


def _tidy_date(value: float) -> str:
    """The open export writes milliseconds since 1970."""
    try:
        return datetime.fromtimestamp(value / 1000 if abs(value) >= _ONE_DAY else value, tz=UTC).date().isoformat()
    except (OverflowError, OSError, ValueError) as error:
        raise RecordRefusedError(Reason.WRONG_VALUE, "date_maj") from error


def _mend(checked: Checked, problems: list[ErrorDetails]) -> None:
    """Drop what can be dropped. Raises RecordRefusedError when something else is wrong."""
    unknown: dict[str, set[int]] = {}
    for problem in problems:
        name = str(problem["loc"][0])
        if name in _DROPPABLE and isinstance(checked.values.get(name), str | int | float):
            checked.values.pop(name, None)
            checked.mendings.append((Mending.FIELD_DROPPED, name))
        elif name in _LISTS and len(problem["loc"]) > 1 and isinstance(place := problem["loc"][1], int):
            unknown.setdefault(name, set()).add(place)
        else:
            raise _refusal(problem)
    for name, places in unknown.items():
        _drop_items(checked, name, places)


def _drop_items(checked: Checked, name: str, places: set[int]) -> None:
    items = checked.values[name]
    kept = [item for place, item in enumerate(items) if place not in places]
    wrong_type = not all(isinstance(item, str) for item in items)
    # Without its only public, a service would seem to be for everyone.
    if wrong_type or (name == "publics" and not kept):
        raise RecordRefusedError(Reason.WRONG_VALUE, name)
    checked.mendings.append((Mending.FIELD_DROPPED, name))
    if kept:
        checked.values[name] = kept
    else:
        del checked.values[name]


def _refusal(problem: ErrorDetails) -> RecordRefusedError:
    reason = Reason.MISSING_FIELD if problem["type"] == "missing" else Reason.WRONG_VALUE
    return RecordRefusedError(reason, str(problem["loc"][0]) if problem["loc"] else "")


def identifier(value: object) -> str:
    """What a record says its id is, to speak of it in a report; empty when it says nothing usable."""
    found = value.get("id") if isinstance(value, Mapping) else None
    return cleaning.line(found)[:80] if isinstance(found, str) else ""
