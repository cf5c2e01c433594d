"""What a file of events holds: events to be, and what is refused with the reason."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from bot.records.diary import Announcement
from bot.talk.event_line import cleaned
from knowledge.ics import Zones

# More is no calendar of a territory: a mistake, or somebody who wants to keep us busy.
MOST_BYTES = 5_000_000
MOST_ENTRIES = 2_000
MOST_EVENTS = 5_000
MOST_SERIES = 200
# As many characters as SHA-256 needs not to be guessed or met twice by chance.
_DIGEST = 32


class FileRefusedError(Exception):
    """The whole file is refused; `key` names the sentence in `events.ftl`, `arguments` complete it."""

    def __init__(self, key: str, **arguments: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.arguments = arguments


class EntryError(ValueError):
    """An entry that is refused; `key` names the sentence that says why, `arguments` complete it."""

    def __init__(self, key: str, **arguments: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.arguments = arguments


@dataclass(frozen=True, slots=True)
class Desk:
    """What reading needs: the day it is, the territory of what names none, and what is known of territories.

    `named` finds the identifier of a territory in what is written; `clock` gives the time zone of a territory;
    `allowed`: whether whoever sends the file may write there.
    """

    today: date
    territory: str
    named: Callable[[str], str | None]
    clock: Zones
    allowed: Callable[[str], bool]

    def place(self, said: str) -> str:
        """The territory of an entry that names one, or that names none (""). Raises EntryError."""
        territory = self.named(said) if said else self.territory
        if not said and not territory:
            raise EntryError("events-territory-missing")
        if not territory:
            raise EntryError("events-territory-unknown", territory=cleaned(said)[:60])
        if not self.allowed(territory):
            raise EntryError("events-territory-elsewhere")
        return territory


@dataclass(frozen=True, slots=True)
class Draft:
    """An event of the file. `line`: where it begins, from 1; `name`: the file's own name of it, "" when it has none.

    `part`: which day of a series (ISO); `cancelled`: it will not take place.
    """

    line: int
    what: Announcement
    name: str = ""
    part: str = ""
    cancelled: bool = False

    @property
    def series(self) -> str:
        """A digest of its territory and name; of its title and date when the file has no name for it."""
        own = f"{self.what.title.casefold()}\n{self.what.start or self.what.said.casefold()}"
        return series_of(self.what.territory, self.name) if self.name else _digest(f"{self.what.territory}\n\n{own}")

    @property
    def source(self) -> str:
        """What it is known by when the file comes again; says nothing to anyone."""
        return f"{self.series}/{self.part}"

    @property
    def content(self) -> str:
        """A digest of all that the file says of it."""
        return _digest(f"{self.what!r} {self.cancelled}")


@dataclass(frozen=True, slots=True)
class Refusal:
    """An entry that is left out: `key` names the sentence that says why. `title`: cleaned, "" when it has none."""

    line: int
    key: str
    title: str = ""
    arguments: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """All that a file holds. `past`: how many dates are over; `unread`: columns that nobody understands.

    `whole`: the series (`Draft.series`) of which every day to come is here.
    """

    drafts: tuple[Draft, ...]
    refused: tuple[Refusal, ...] = ()
    past: int = 0
    whole: frozenset[str] = frozenset()
    unread: tuple[str, ...] = ()


def series_of(territory: str, name: str) -> str:
    """What a series is known by: a digest of its territory, and of the name that the file gives it."""
    return _digest(f"{territory}\n{name}")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
