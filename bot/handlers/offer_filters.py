"""Which offers an agent wants to see: "association axe 3 en retard", "44 reçue", "à moi"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from bot.calendars.territories import named
from bot.records.offer import LATE, Offer, State
from bot.records.offer_export import Selection
from bot.talk.offer_words import meant
from bot.talk.turn import Turn
from directory.words import words

_STATES = {
    "recue": State.RECEIVED,
    "recues": State.RECEIVED,
    "nouvelles": State.RECEIVED,
    "etude": State.STUDIED,
    "groupe": State.GROUP,
    "rattachee": State.LINKED,
    "rattachees": State.LINKED,
    "refusee": State.DECLINED,
    "refusees": State.DECLINED,
    "declinees": State.DECLINED,
    "close": State.CLOSED,
    "closes": State.CLOSED,
}
_AXIS = re.compile(r"\baxe ([1-4])\b")
_OLDER = re.compile(r"\bplus de (\d{1,3}) jours?\b")
_SMALL = frozenset(
    [
        "les",
        "des",
        "de",
        "du",
        "la",
        "le",
        "l",
        "d",
        "en",
        "a",
        "moi",
        "retard",
        "axe",
        "plus",
        "jours",
        "jour",
        "toutes",
        "une",
        "un",
    ]
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Empty: all. `territory`: and what lies inside it; `older`: since the last step; `mine`: those one deals with."""

    territory: str = ""
    selection: Selection = Selection()  # noqa: RUF009 - frozen
    older: timedelta = timedelta(0)
    mine: bool = False

    @classmethod
    def read(cls, turn: Turn, said: str) -> Self | None:
        """What words tell; None when none of them is understood."""
        spoken = words(said)
        text = " ".join(spoken)
        axis, older = _AXIS.search(text), _OLDER.search(text)
        late = "retard" in spoken
        state = State.RECEIVED if late else next((_STATES[word] for word in spoken if word in _STATES), "")
        profile = next(iter(meant("profile", " ".join(set(spoken) - {"moi"}))), "")
        read = cls(
            territory=_territory(turn, said),
            selection=Selection(axis[1] if axis else "", profile, state),
            older=LATE if late else timedelta(days=int(older[1])) if older else timedelta(0),
            mine="moi" in spoken,
        )
        return None if read == cls() and set(spoken) - _SMALL else read

    def takes(self, turn: Turn, offer: Offer) -> bool:
        """Whether an offer is wanted."""
        return (
            (not self.territory or self.territory in turn.around(offer.proposal.territory))
            and self.selection.takes(offer)
            and turn.now - offer.moved_at >= self.older
            and (not self.mine or offer.assignee == turn.speaker)
        )


def _territory(turn: Turn, said: str) -> str:
    """One that is named: by its identifier, its number or its name."""
    rest = _OLDER.sub(" ", _AXIS.sub(" ", said.lower()))
    for word in rest.split():
        if (word.isalnum() and any(map(str.isdigit, word))) or word.startswith(("dep-", "reg-")):
            return named(turn.knowledge.territories, word) or ""
    return named(turn.knowledge.territories, rest) or "" if rest.strip() else ""
