"""What is told of files of services that need two people: to who may agree, to who asked, to who agreed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.handlers.audiences import place_name
from bot.handlers.service_file_read import around_of, scope_of
from bot.records.import_wishes import Asked, Status
from bot.records.permissions import Right
from bot.talk.message import Reply, Text
from bot.talk.turn import Turn
from bot.talk.wording import Voice, Wording
from directory.importers.missing import Scope
from knowledge.keeper import Keeper

_ENDED = {
    Status.DONE: "sheet-done-two",
    Status.REFUSED: "sheet-refused",
    Status.EXPIRED: "sheet-expired",
    Status.VOID: "sheet-void",
    Status.MOVED: "sheet-moved-two",
    Status.LOST: "sheet-lost",
}
"""What who asked is told."""


@dataclass(frozen=True, slots=True)
class ImportNews:
    """Composes; nothing is sent here."""

    knowledge: Keeper
    wording: Wording

    def around(self, territory: str) -> tuple[str, ...]:
        """A territory, and all that hold it."""
        return around_of(self.knowledge.current.territories, territory)

    def scope(self, rights: Iterable[Right]) -> Scope:
        """Where these rights allow to write services."""
        return scope_of(rights, self.knowledge.current.territories)

    def asks(self, asked: Asked) -> Reply:
        """To those who may agree: that one waits for them."""
        voice, territories = self._voice, self.knowledge.current.territories
        place = voice.listed([place_name(voice, territories, each) for each in asked.wish.territories])
        return Reply((Text(voice("sheet-told", number=asked.wish.number, place=place)),))

    def ended(self, asked: Asked, status: Status) -> Reply:
        """To who asked: what became of it."""
        name = _ENDED[status]
        return Reply((Text(self._voice(name, number=asked.wish.number, file=asked.wish.name, run=asked.run or 0)),))

    def agreed(self, asked: Asked, status: Status) -> Reply:
        """To who agreed: whether it was done."""
        name = "sheet-agreed-done" if status is Status.DONE else "sheet-agreed-not-done"
        return Reply((Text(self._voice(name, number=asked.wish.number, run=asked.run or 0)),))

    @property
    def _voice(self) -> Voice:
        return self.wording.voice("fr")


def wishes_told(turn: Turn, rows: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    """What imports were asked for, a line each."""
    for row in rows:
        yield turn.voice("data-import-wish", number=row["number"])
