"""The entries of an iCalendar file (RFC 5545), with the lines where they begin; nothing in them is computed.

Read here rather than by a library: time zones and rules of a file from elsewhere can be made to take for ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.calendars.found import MOST_ENTRIES, FileRefusedError

_LINE = re.compile(r"([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:\"[^\"]*\"|[^\";:])*)*):(.*)", re.DOTALL)
_PARAMETER = re.compile(r";([A-Za-z0-9-]+)=((?:\"[^\"]*\"|[^\";:])*)")
_ESCAPED = re.compile(r"\\([\\;,nN])")


@dataclass(frozen=True, slots=True)
class Property:
    """A line of an entry: its value as written, and its parameters, names in capitals."""

    value: str
    parameters: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The value when it is text."""
        return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value)


@dataclass(frozen=True, slots=True)
class Entry:
    """One VEVENT. `line`: where it begins, from 1; names of `properties` in capitals."""

    line: int
    properties: dict[str, list[Property]] = field(default_factory=dict)

    def first(self, name: str) -> Property | None:
        """The first property of that name."""
        return next(iter(self.properties.get(name, ())), None)

    def text(self, name: str) -> str:
        """The text of the first property of that name, "" when there is none."""
        found = self.first(name)
        return found.text.strip() if found else ""


def entries(text: str) -> list[Entry]:
    """All of them, in order. Raises FileRefusedError when there are too many, or when the file is cut."""
    found: list[Entry] = []
    inside: list[str] = []
    for number, line in _unfolded(text):
        read = _LINE.fullmatch(line)
        name, value = (read[1].upper(), read[3].strip().upper()) if read else ("", "")
        if name == "BEGIN":
            inside.append(value)
            if inside[-2:] == ["VCALENDAR", "VEVENT"]:
                found.append(Entry(number))
                if len(found) > MOST_ENTRIES:
                    raise FileRefusedError("events-file-many", most=MOST_ENTRIES)
        elif name == "END":
            if not inside or inside.pop() != value:
                raise FileRefusedError("events-file-not-ics", line=number)
        elif read and inside[-1:] == ["VEVENT"] and found:
            found[-1].properties.setdefault(name, []).append(_property(read))
    if inside:
        raise FileRefusedError("events-file-cut")
    return found


def _property(read: re.Match[str]) -> Property:
    return Property(read[3], {name.upper(): value.strip('"') for name, value in _PARAMETER.findall(read[2])})


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """The lines with what goes on on the next ones, and where each begins."""
    parts: list[str] = []
    first = 1
    for number, line in enumerate(text.split("\n"), 1):
        if parts and line[:1] in (" ", "\t"):
            parts.append(line[1:])
            continue
        if parts:
            yield first, "".join(parts)
        parts, first = ([line], number) if line.strip() else ([], number)
    if parts:
        yield first, "".join(parts)
