"""What became of a service, told to its editors: who changed what, when; closures; corrections that stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.handlers.agenda import zones_of
from bot.talk import points
from bot.talk.opening_words import cut
from bot.talk.times import short_date
from bot.talk.turn import Turn
from directory import phones
from directory.ledger.held import Held
from directory.ledger.history import STEWARD, Change, Told
from directory.ledger.rows import DEDUCED
from directory.ledger.values import Values

NAMES = {
    "horaires_accueil": "hours",
    "telephone": "phone",
    "adresse": "address",
    "code_postal": "address",
    "commune": "address",
    "nom": "name",
    "description": "description",
    "courriel": "mail",
    "lien_mobilisation": "link",
    "frais": "fees",
    "frais_precisions": "fees",
    "conditions_acces": "conditions",
}
"""Columns that editors correct, by the name of their field."""


_APART = frozenset({"date_maj", "latitude", "longitude", "code_insee"})
"""Columns that follow others."""
_POINT, _PLACED = ("latitude", "longitude"), ("place_latitude", "place_longitude")
"""Where a row says that it is; where it is shown."""


def closures_told(turn: Turn, service: Held) -> list[str]:
    """The temporary closures that are not over."""
    voice, today = turn.voice, turn.now.date()
    return [
        voice(
            "service-closed",
            first=short_date(voice, one.first_day),
            last=short_date(voice, one.last_day),
            why=one.message or "–",
        )
        for one in service.closures
        if one.last_day >= today
    ]


def corrected_told(turn: Turn, service: Held) -> list[str]:
    """Which fields hold an editor's word instead of the source's."""
    voice = turn.voice
    fields = {**NAMES, "latitude": "position"}
    names = dict.fromkeys(fields[column] for column in service.corrected if column in fields)
    return (
        [voice("service-corrected", fields=voice.listed([voice(f"service-name-{name}") for name in names]))]
        if names
        else []
    )


def told(turn: Turn, change: Told, labels: Mapping[bytes, str], territory: str) -> str:
    """One change: when, who, what, from what to what."""
    voice, signed = turn.voice, change.signed
    nobody = "service-by-steward" if signed.actor == STEWARD else "service-by-machine"
    who = labels.get(signed.actor or b"") or voice("service-by-import" if signed.run else nobody)
    date = short_date(voice, signed.at.astimezone(zones_of(turn.knowledge)(territory or None)).date())
    back = voice("service-change-back") if change.change.undoes else ""
    return voice("service-change", number=change.id, date=date, who=who, what=f"{back}{_what(turn, change)}")


def changed_lines(turn: Turn, change: Change) -> list[str]:
    """What becomes of each field: its name, as it was, as it is; other columns by their names."""
    before, after = change.before or {}, change.after or {}
    others = [column for column in after if column not in NAMES and column not in DEDUCED and column not in _APART]
    fields = [_field(turn, column, before.get(column), after[column]) for column in after if column in NAMES]
    if any(column in after for column in (*_POINT, *_PLACED)):
        fields.append(_from_to(turn, "position", _point(turn, before), _point(turn, after)))
    return [*fields, *others]


def _what(turn: Turn, told: Told) -> str:
    voice, change = turn.voice, told.change
    before, after = change.before, change.after
    if change.kind == "closure":
        days = after or before or {}
        first, last = (short_date(voice, date.fromisoformat(days[name])) for name in ("first_day", "last_day"))
        said = voice("service-closed", first=first, last=last, why=days.get("message") or "–")
        return said if after is not None else voice("service-reopened", closure=said)
    if before is None or after is None:
        return voice("service-added" if before is None else "service-removed")
    if "withdrawn_on" in after:
        return voice("service-was-withdrawn" if after["withdrawn_on"] else "service-was-restored")
    return " ; ".join(changed_lines(turn, change)) or voice("service-was-checked")


def _shown(column: str, value: str) -> str:
    """A value as people read it."""
    return " / ".join(phone.shown for phone in phones.kept(value)) or value if column == "telephone" else value


def _point(turn: Turn, values: Values) -> str:
    """Where it is on the map, as one side of a change tells: what it says itself, else what its address says."""
    own, placed = ([values[name] for name in names if values.get(name) is not None] for names in (_POINT, _PLACED))
    if len(own) == len(_POINT):
        return points.shown(*own)
    if len(placed) == len(_PLACED):
        return turn.voice("service-point-deduced", point=points.shown(*placed))
    return turn.voice("service-point-unknown")


def _field(turn: Turn, column: str, before: object, after: object) -> str:
    empty = turn.voice("service-empty")
    was, becomes = (cut(_shown(column, str(value))) if value else empty for value in (before, after))
    return _from_to(turn, NAMES[column], was, becomes)


def _from_to(turn: Turn, field: str, before: str, after: str) -> str:
    return turn.voice("service-from-to", field=turn.voice(f"service-name-{field}"), before=before, after=after)
