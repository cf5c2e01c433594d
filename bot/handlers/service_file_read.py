"""A file of services in a conversation: fetched again, read again, compared with the directory where one may write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Self

from bot.handlers.sent_files import Sent
from bot.records.import_wishes import DOES, Wish
from bot.records.permissions import FRANCE, Right, may
from bot.talk.choosing import asked_again
from bot.talk.message import Reply, Text
from bot.talk.turn import Turn
from directory.importers.files import FileRefusedError
from directory.importers.missing import Scope
from directory.importers.sent import Compared, Offered, compare
from knowledge.territories import Territories


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file, and how it is to be read (`directory.importers.sent.Offered`)."""

    sent: Sent
    day: date
    columns: tuple[str, ...] | None = None
    whole: bool = False

    @classmethod
    async def before(cls, turn: Turn) -> Self:
        """The one that a step remembers. Raises FileError, also when it is not the same any more."""
        known = turn.known
        columns = tuple(known["columns"].split(",")) if known["columns"] else None
        return cls(await Sent.before(turn), date.fromisoformat(known["day"]), columns, known["whole"] == "1")

    @property
    def known(self) -> Mapping[str, str]:
        """What a step remembers of it."""
        columns = ",".join(self.columns or ())
        return {
            **self.sent.known,
            "columns": columns,
            "whole": "1" if self.whole else "",
            "day": self.day.isoformat(),
        }

    @property
    def offered(self) -> Offered:
        """As it is read."""
        return Offered(self.sent.name, self.sent.content, self.day, self.columns, self.whole)

    def all_of_it(self, *, whole: bool) -> Self:
        """The same, that says all its sources know, or not."""
        return replace(self, whole=whole)

    def wish(self, number: str, compared: Compared) -> Wish:
        """What a second person is asked."""
        places = tuple(territories_of(compared))
        return Wish(
            number,
            places,
            self.sent.name,
            self.sent.handle,
            self.sent.digest,
            self.columns,
            self.whole,
            self.day,
            compared.shown.digest,
        )


async def compared_with(turn: Turn, offered: Offered, scope: Scope) -> Compared:
    """What a file would change, read beside everything else. Raises FileRefusedError and StoreUnavailable."""
    if turn.clerk is None:
        raise FileRefusedError("import-file-unreadable", file=offered.name)
    return await turn.scan(partial(compare, clerk=turn.clerk, offered=offered, scope=scope))


def scope_of(rights: Iterable[Right], territories: Territories) -> Scope:
    """Where these rights allow to write services."""
    held = tuple(rights)
    if may(DOES, held, around_of(territories, FRANCE)):
        return Scope()
    known = (each for each in territories.known if each.startswith("dep-"))
    mine = (each for each in known if may(DOES, held, around_of(territories, each)))
    return Scope(frozenset(each.removeprefix("dep-").upper() for each in mine))


def around_of(territories: Territories, territory: str) -> tuple[str, ...]:
    """A territory, and all that hold it."""
    return (territory, *sorted(territories.around(territory)))


def territories_of(compared: Compared) -> list[str]:
    """Where a file writes: `dep-44`; the whole country for what lies nowhere."""
    return [f"dep-{code}" if code else FRANCE for code in compared.departements]


def unreadable(turn: Turn, sent: Sent, refused: FileRefusedError) -> Reply:
    """Why a file cannot be read, and what to do; what was awaited still is."""
    said = turn.voice(refused.key, **{**refused.arguments, "file": sent.name})
    return asked_again(turn.person.state, turn.voice, Text(said))
