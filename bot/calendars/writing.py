"""The events of the calendar as a file, which the import reads again. No cell is ever a formula."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from bot.records.diary import Kept
from bot.sheets import Sheet
from knowledge.ics import Zones, calendar_file

KINDS = ("ics", "csv", "xlsx")
_HEADER = (
    "titre", "date", "date de fin", "heure", "lieu", "en ligne", "inscription", "axes", "territoire", "statut",
    "identifiant",
)  # fmt: skip
_WIDTHS = (40, 14, 14, 8, 40, 10, 40, 8, 12, 10, 24)


def written(events: Sequence[Kept], kind: str, zones: Zones, *, now: datetime) -> bytes | None:
    """A file of one of `KINDS`, None when there is nothing to write. `now`: aware.

    Those without a day are left out of a calendar (.ics), which has no place for them.
    """
    if not events:
        return None
    if kind == "ics":
        told = [
            each.what.event(each.number, day=now.date(), revision=each.revision, cancelled=each.cancelled)
            for each in events
        ]
        return calendar_file(told, zones, now=now)
    sheet = Sheet("Calendrier", _HEADER, _WIDTHS, [list(_cells(each)) for each in events])
    return sheet.csv() if kind == "csv" else sheet.xlsx()


def _cells(each: Kept) -> Iterator[str | date]:
    what = each.what
    yield what.title
    yield what.start or what.said
    yield what.end or ""
    yield f"{what.hour:%H:%M}" if what.hour else ""
    yield what.place
    yield "oui" if what.online else ""
    yield what.registration
    yield ", ".join(what.axes)
    yield what.territory
    yield "annulé" if each.cancelled else ""
    yield f"agenda-{each.number}@solipacte"
