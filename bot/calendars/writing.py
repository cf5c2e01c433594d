"""The events of the calendar as a file, which the import reads again. No cell is ever a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime

import xlsxwriter

from bot.records.diary import Kept
from knowledge.ics import Zones, calendar_file

KINDS = ("ics", "csv", "xlsx")
_HEADER = (
    "titre", "date", "date de fin", "heure", "lieu", "en ligne", "inscription", "axes", "territoire", "statut",
    "identifiant",
)  # fmt: skip
_WIDTHS = (40, 14, 14, 8, 40, 10, 40, 8, 12, 10, 24)
# What a spreadsheet would take for the beginning of a formula.
_COMMANDS = ("=", "+", "-", "@", "\t", "\r")


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
    return _csv(events) if kind == "csv" else _xlsx(events)


def _cells(each: Kept) -> Iterator[str | date]:
    what = each.what
    yield _tame(what.title)
    yield what.start or what.said
    yield what.end or ""
    yield f"{what.hour:%H:%M}" if what.hour else ""
    yield _tame(what.place)
    yield "oui" if what.online else ""
    yield _tame(what.registration)
    yield ", ".join(what.axes)
    yield what.territory
    yield "annulé" if each.cancelled else ""
    yield f"agenda-{each.number}@solipacte"


def _tame(text: str) -> str:
    return f"'{text}" if text.startswith(_COMMANDS) else text


def _csv(events: Sequence[Kept]) -> bytes:
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=";")
    writer.writerow(_HEADER)
    for each in events:
        writer.writerow(f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell for cell in _cells(each))
    # With its mark: without it Excel reads another alphabet.
    return made.getvalue().encode("utf-8-sig")


def _xlsx(events: Sequence[Kept]) -> bytes:
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as workbook:
        sheet, day = workbook.add_worksheet("Calendrier"), workbook.add_format({"num_format": "dd/mm/yyyy"})
        for column, (name, width) in enumerate(zip(_HEADER, _WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, name, workbook.add_format({"bold": True}))
        for row, each in enumerate(events, 1):
            for column, cell in enumerate(_cells(each)):
                if isinstance(cell, date):
                    sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001 - a day has no zone
                else:
                    sheet.write_string(row, column, cell)
        sheet.freeze_panes(1, 0)
    return made.getvalue()
