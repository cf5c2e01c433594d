"""What a person is looking for, from one message to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.talk.message import Effect
from bot.talk.moments import is_moment
from bot.talk.understanding import ACCESS, Understood


@dataclass(frozen=True, slots=True)
class Sought:
    """A search, as it is kept: identifiers and the directory's own words, never those of the person.

    `words`: of names and descriptions, as the directory writes them, when no need is sought;
    `needs`: needs or themes; `commune`: INSEE code; `postal`: a postal code shared by several communes;
    `moment`: a code of `bot.talk.moments`; `offset`: results already shown; `listed`: the ids of
    the services of the last list, in order.
    """

    needs: tuple[str, ...] = ()
    commune: str | None = None
    postal: str | None = None
    moment: str | None = None
    publics: frozenset[str] = frozenset()
    access: frozenset[str] = frozenset()
    offset: int = 0
    listed: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def something(self) -> bool:
        """What is sought is known."""
        return bool(self.needs or self.words)

    @property
    def somewhere(self) -> bool:
        """The place is known."""
        return bool(self.commune or self.postal)

    def narrowed(self, understood: Understood) -> Sought:
        """The same search with what a message adds to it, from its first result."""
        return replace(
            self,
            moment=understood.moment or self.moment,
            publics=self.publics | understood.publics,
            access=self.access | understood.access,
            offset=0,
        )

    def widened(self) -> Sought:
        """The same search without moment, people or access."""
        return replace(self, moment=None, publics=frozenset(), access=frozenset(), offset=0)

    def to_json(self) -> dict[str, Any]:
        """What JSON can hold; only what is set."""
        written: dict[str, Any] = {
            "needs": list(self.needs),
            "commune": self.commune,
            "postal": self.postal,
            "moment": self.moment,
            "publics": sorted(self.publics),
            "access": sorted(self.access),
            "offset": self.offset,
            "listed": list(self.listed),
            "words": list(self.words),
        }
        return {name: value for name, value in written.items() if value}

    @classmethod
    def from_json(cls, read: Mapping[str, Any] | None) -> Sought:
        """Read what `to_json` wrote; anything that is not a search counts as nothing sought."""
        kept = read or {}
        moment = kept.get("moment")
        return cls(
            needs=tuple(str(need) for need in kept.get("needs", ())),
            commune=kept.get("commune"),
            postal=kept.get("postal"),
            moment=moment if isinstance(moment, str) and is_moment(moment) else None,
            publics=frozenset(kept.get("publics", ())),
            access=frozenset(kept.get("access", ())) & ACCESS,
            offset=int(kept.get("offset", 0)),
            listed=tuple(str(service) for service in kept.get("listed", ())),
            words=tuple(str(word) for word in kept.get("words", ())),
        )


@dataclass(frozen=True, slots=True)
class Remember(Effect):
    """The conversation now knows what is sought (`None`: it forgets it)."""

    sought: Sought | None
