"""The events of a table: one a line, under names of columns that are forgiven a lot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from bot.calendars.cells import day_of, hour_of, is_yes, text_of
from bot.calendars.csv_rows import Row
from bot.calendars.found import Desk, Draft, EntryError, FileRefusedError, Found, Refusal
from bot.calendars.headers import columns
from bot.talk.event_line import LineError, cleaned, read_place, read_registration, read_title, read_when
from directory.words import words

_CALLED_OFF = frozenset({"annule", "annulee", "annules", "annulees", "cancelled", "canceled", "annulation"})
_AXES = re.compile(r"(?:axes?\s*)?([1-4](?:\s*(?:,|;|/|et|and|\+)\s*(?:axe\s*)?[1-4])*)", re.IGNORECASE)
# Several columns that say the same thing in parts: a room, a street, a town.
_JOINED = ("place",)


def read_table(rows: Sequence[Row], desk: Desk) -> Found:
    """What lines hold; the first names the columns. Raises FileRefusedError when none follows."""
    (_, header), *lines = rows
    if not lines:
        raise FileRefusedError("events-file-no-event")
    fields = columns(header)
    reading = _Reading(desk, fields)
    for line, cells in lines:
        reading.row(line, cells)
    unread = [cleaned(name)[:40] for name, field in zip(header, fields, strict=True) if name.strip() and not field]
    return Found(tuple(reading.drafts), tuple(reading.refused), reading.past, unread=tuple(unread))


class _Reading:
    """What was read so far."""

    def __init__(self, desk: Desk, fields: Sequence[str]) -> None:
        self.desk, self.fields = desk, fields
        self.drafts: list[Draft] = []
        self.refused: list[Refusal] = []
        self.past = 0

    def row(self, line: int, cells: Sequence[str]) -> None:
        """One line: an event, or why it is none."""
        try:
            self.drafts.append(self._draft(line, _Row.of(self.fields, cells)))
        except (EntryError, LineError) as wrong:
            if str(wrong) == "event-past":
                self.past += 1
                return
            arguments = wrong.arguments if isinstance(wrong, EntryError) else {}
            title = next((cell for field, cell in zip(self.fields, cells, strict=False) if field == "title"), "")
            self.refused.append(Refusal(line, str(wrong), cleaned(title)[:80], arguments))

    def _draft(self, line: int, row: _Row) -> Draft:
        if not row["title"]:
            raise EntryError("events-no-title")
        written = read_when(_when(row).strip(), read_title(row["title"]), self.desk.today)
        if is_yes(row["online"]):
            written = replace(written, online=True)
        elif row["place"]:
            written = read_place(row["place"], written)
        if row["registration"]:
            written = read_registration(row["registration"], written)
        written = replace(written, axes=_axes(row["axes"]), territory=self.desk.place(row["territory"]))
        cancelled = not _CALLED_OFF.isdisjoint(words(row["status"]))
        return Draft(line, written, row["name"], cancelled=cancelled)


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a line, by field."""

    cells: dict[str, str]

    @classmethod
    def of(cls, fields: Sequence[str], cells: Sequence[str]) -> _Row:
        """The first that says something, of the columns of one field. Raises EntryError."""
        found: dict[str, str] = {}
        for field, cell in zip_longest(fields, cells, fillvalue=""):
            said = text_of(cell) if field else ""
            if said and field in _JOINED and found.get(field):
                found[field] += f", {said}"
            elif said:
                found.setdefault(field, said)
        return cls(found)

    def __getitem__(self, field: str) -> str:
        return self.cells.get(field, "")


def _when(row: _Row) -> str:
    """The date, the last day and the hour, as they are written in one line."""
    day, hour = day_of(row["date"])
    end, _ = day_of(row["end"])
    return f"{day} au {end} {hour_of(row['hour']) or hour}" if end else f"{day} {hour_of(row['hour']) or hour}"


def _axes(said: str) -> str:
    if not said:
        return ""
    if not (found := _AXES.fullmatch(said)):
        raise EntryError("events-axes")
    return "".join(sorted(set(re.findall("[1-4]", found[1]))))
