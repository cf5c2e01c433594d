"""data·inclusion v1: records of structures and of services become rows ready to be written. Pure.

Every source is brought to this form by its own parser, then read here.

Format: https://www.data.inclusion.gouv.fr (PyPI `data-inclusion-schema`, Licence Ouverte 2.0).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Protocol

from directory import phones
from directory.flags import Flag
from directory.importers import cleaning, deductions, schema
from directory.importers.places import Place, Resolve, departement, distance
from directory.importers.raw import Closing, Origin, Raw
from directory.importers.records import Mending, Reason, Refused, Row, Spot, Table, digest

# The widest communes: those of Guyane reach 200 km, the others stay under 60 (Arles).
_FARTHEST = {"973": 250.0}
_FARTHEST_ELSEWHERE = 60.0

VICTIMS = ("violences", "partner_violence", "sexual_violence")
"""Needs of victims of violence, the theme first."""
StructureOf = Callable[[str], Mapping[str, Any] | None]
"""The columns of a structure that the directory already holds, by id."""


class NeedsOf(Protocol):
    """Which of our needs a service answers (`directory.needs.Needs.of_service`)."""

    def __call__(
        self,
        *,
        nom: str,
        description: str,
        thematiques: tuple[str, ...],
        reseaux: tuple[str, ...],
        publics: tuple[str, ...],
    ) -> tuple[str, ...]:
        """Identifiers of needs, the surest first."""


@dataclass(frozen=True, slots=True)
class _Structure:
    """What services take from their structure."""

    address: tuple[Any, ...]
    place: Place | None
    position: tuple[float, float] | None
    said: str
    reseaux: tuple[str, ...]


@dataclass(slots=True)
class Reader:
    """Reads one source; `structure_of` is asked for structures that the source does not hold.

    `closings`: the temporary closures that the source tells of.
    """

    resolve: Resolve
    needs_of: NeedsOf
    structure_of: StructureOf
    closings: list[Closing] = field(default_factory=list)
    _known: dict[str, _Structure | None] = field(default_factory=dict)
    _refused: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        # Networks describe the same service in the same words, hundreds of times.
        self.needs_of = lru_cache(maxsize=2048)(self.needs_of)

    def read(self, origin: Origin, tick: Callable[[int], None] | None = None) -> Iterator[Row | Refused]:
        """Rows and refusals in the order of the origin, structures first. Raises FileRefusedError.

        `tick` is told how many bytes were read. Closures are put aside in `closings`.
        """
        for one in origin.records(tick):
            if isinstance(one, Closing):
                self.closings.append(one)
            elif isinstance(one, Refused):
                self._refused.update({one.spot.id} if one.table == "structure" else ())
                yield one
            else:
                yield self._one(one)

    def _one(self, raw: Raw) -> Row | Refused:
        check, read = (
            (schema.structure, self._structure) if raw.table == "structure" else (schema.service, self._service)
        )
        spot = raw.spot
        try:
            checked = check(raw.value)
            return read(Spot(spot.file, spot.line, checked.values["id"]), checked)
        except schema.RecordRefusedError as error:
            spot = Spot(spot.file, spot.line, schema.identifier(raw.value))
            if raw.table == "structure":
                self._refused.add(spot.id)
            return Refused(raw.table, spot, error.reason, error.detail)

    def again(self, table: Table, record: Mapping[str, Any]) -> Row | Refused:
        """Read one record by itself, as if a file held it; a service after its structure, when that is new."""
        return self._one(Raw(table, Spot("", 0), record))

    def _structure(self, spot: Spot, checked: schema.Checked) -> Row:
        values = checked.values
        position, place = self._somewhere(checked)
        _keep_phones(checked, place)
        self._known.setdefault(spot.id, _facts(values, position, place))
        _put(values, position)
        return _row("structure", spot, checked)

    def _service(self, spot: Spot, checked: schema.Checked) -> Row:
        values = checked.values
        structure = self._of(values["structure_id"])
        if _address(values) == structure.address or not any(_address(values)):
            position, place = structure.position, structure.place
            _put(values, position)
        else:
            position, place = self._somewhere(checked)
            _put(values, position)
            place = place or structure.place
            if not position and place and structure.place and place.code == structure.place.code:
                position = structure.position
        if not position and place:
            position = place.latitude, place.longitude
        if not place:
            checked.mendings.append((Mending.PLACE_UNKNOWN, ""))
        _keep_phones(checked, place)
        self._deduce(checked, structure, place)
        values["place_latitude"], values["place_longitude"] = position or (None, None)
        return _row("service", spot, checked)

    def _deduce(self, checked: schema.Checked, structure: _Structure, place: Place | None) -> None:
        values = checked.values
        values["place"] = place.code if place else None
        flags = deductions.flags(values, structure=structure.said, reseaux=structure.reseaux)
        values["flags"] = int(flags)
        needs = self.needs_of(
            nom=values["nom"],
            description=values["description"],
            thematiques=tuple(values.get("thematiques", ())),
            reseaux=structure.reseaux,
            publics=tuple(values.get("publics", ())),
        )
        if flags & Flag.DISCREET:
            # A shelter for victims is no place for whoever sleeps outside: it is found as what it is.
            needs = tuple(need for need in needs if need in VICTIMS) or VICTIMS[:1]
        values["needs"] = list(needs)
        if not needs:
            checked.mendings.append((Mending.NO_NEED, ""))

    def _of(self, structure_id: str) -> _Structure:
        if structure_id in self._known:
            found = self._known[structure_id]
        elif structure_id in self._refused:
            raise schema.RecordRefusedError(Reason.STRUCTURE_REFUSED, structure_id)
        else:
            held = self.structure_of(structure_id)
            found = self._known[structure_id] = self._held(held) if held else None
        if found is None:
            raise schema.RecordRefusedError(Reason.NO_STRUCTURE, structure_id)
        return found

    def _held(self, values: Mapping[str, Any]) -> _Structure:
        position, place = self._somewhere(schema.Checked(dict(values)))
        return _facts(values, position, place)

    def _somewhere(self, checked: schema.Checked) -> tuple[tuple[float, float] | None, Place | None]:
        """The position, mended, and the commune of a record."""
        values = checked.values
        latitude, longitude = values.get("latitude"), values.get("longitude")
        position = cleaning.position(latitude, longitude)
        place = self.resolve(
            values.get("code_insee"), values.get("code_postal"), values.get("commune"), *(position or (None, None))
        )
        if position and place:
            farthest = _FARTHEST.get(place.departement, _FARTHEST_ELSEWHERE)
            position = position if distance(*position, place) <= farthest else None
        if position and position != (latitude, longitude):
            checked.mendings.append((Mending.POSITION_SWAPPED, ""))
        elif not position and latitude is not None:
            checked.mendings.append((Mending.POSITION_DROPPED, ""))
        return position, place


def _put(values: dict[str, Any], position: tuple[float, float] | None) -> None:
    """Write the mended position where the record had one."""
    if "latitude" in values or "longitude" in values:
        values["latitude"], values["longitude"] = position or (None, None)


def _address(values: Mapping[str, Any]) -> tuple[Any, ...]:
    fields = ("code_insee", "code_postal", "commune", "adresse", "latitude", "longitude")
    return tuple(values.get(name) for name in fields)


def _facts(values: Mapping[str, Any], position: tuple[float, float] | None, place: Place | None) -> _Structure:
    return _Structure(
        address=_address(values),
        place=place,
        position=position,
        said=f"{values['nom']}\n{(values.get('description') or '')[:1000]}",
        reseaux=tuple(values.get("reseaux_porteurs") or ()),
    )


def _keep_phones(checked: schema.Checked, place: Place | None) -> None:
    values = checked.values
    if written := values.get("telephone"):
        code = values.get("code_insee") or values.get("code_postal") or ""
        found = phones.read(written, place.departement if place else departement(code))
        values["telephone"] = phones.stored(found)
        if not found:
            checked.mendings.append((Mending.PHONE_UNREADABLE, written[:40]))


def _row(table: Table, spot: Spot, checked: schema.Checked) -> Row:
    values = checked.values
    return Row(table, spot, {**values, "digest": digest(values)}, tuple(checked.mendings))
