"""The département that an agent's command is about: named, or the only one where they have a right."""

from __future__ import annotations

from dataclasses import dataclass

from bot.calendars.territories import named
from bot.handlers.audiences import departements
from bot.talk.turn import Turn


@dataclass(frozen=True, slots=True)
class Asked:
    """`territory`: `dep-44`, "" when none is named and several might be meant; `rest`: the other words."""

    territory: str
    rest: str

    @property
    def code(self) -> str:
        """The official code."""
        return self.territory.removeprefix("dep-").upper()


def asked_of(turn: Turn) -> Asked:
    """What an argument says: "44 douche", "Loire-Atlantique", "douche"."""
    said = turn.argument.split()
    for end in range(len(said), 0, -1):
        for start in range(len(said) - end + 1):
            found = named(turn.knowledge.territories, " ".join(said[start : start + end]))
            if found and found.startswith("dep-"):
                return Asked(found, " ".join([*said[:start], *said[start + end :]]))
    return Asked(_own(turn), turn.argument.strip())


def _own(turn: Turn) -> str:
    territories = turn.knowledge.territories
    inside = {each for right in turn.rights for each in departements(territories, right.territory)}
    return inside.pop() if len(inside) == 1 and all(each.startswith("dep-") for each in inside) else ""
