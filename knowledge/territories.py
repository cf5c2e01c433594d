"""The territories of a question: which ones it names, and how they lie in one another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from knowledge.model import Territory
from knowledge.words import Ear, read_language

Nearness = Literal["same", "inside", "around", "apart"]

_LONGEST = 7
_SHORT = 5
# "et le nord", "nord ?"
_FEW = 3
_MOST_HEARD = 20_000
_NOT_AFTER = {"somme": frozenset(["de", "d", "des", "totale", "globale"])}
_ARTICLES = frozenset(["le", "la", "les", "l", "du", "de", "des", "d", "en", "dans", "au", "aux"])


@dataclass(frozen=True, slots=True)
class Named:
    """A territory that words [start, end) name."""

    id: str
    start: int
    end: int


def _key(words: Iterable[str]) -> str:
    return "".join(word for word in words if word not in _ARTICLES) or "".join(words)


@dataclass(frozen=True, slots=True, repr=False)
class Territories:
    """All the territories known, and their names."""

    known: Mapping[str, Territory]
    ear: Ear
    _names: dict[str, str] = field(default_factory=dict)
    _sounds: dict[str, str] = field(default_factory=dict)
    _short: dict[str, str] = field(default_factory=dict)
    """Short names without their last letter, which is often mute: "dans le nor", "dans le gar"."""
    _up: dict[str, frozenset[str]] = field(default_factory=dict)
    _heard: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, territories: Iterable[Territory], ear: Ear) -> Territories:
        """Learn the names. A name that two territories have is that of the first."""
        known = {territory.id: territory for territory in territories}
        made = cls(known, ear)
        for territory in known.values():
            for name in (territory.name, *territory.names):
                key = _key(ear.words(name))
                made._names.setdefault(key, territory.id)
                if len(key) >= _SHORT:
                    made._sounds.setdefault(ear.sound(key), territory.id)
                elif len(key) == _SHORT - 1:
                    made._short.setdefault(key[:-1], territory.id)
        for territory_id in known:
            made._up[territory_id] = frozenset(made._around(territory_id, ()))
        return made

    def _around(self, territory_id: str, seen: tuple[str, ...]) -> Iterable[str]:
        territory = self.known.get(territory_id)
        for larger in territory.inside if territory and territory_id not in seen else ():
            yield larger
            yield from self._around(larger, (*seen, territory_id))

    def name(self, territory_id: str) -> str:
        """Its name, with its article ("la Nièvre"); the identifier when it is not known."""
        territory = self.known.get(territory_id)
        return territory.name if territory else territory_id

    def bare_name(self, territory_id: str) -> str:
        """Its name without an article ("Nièvre")."""
        name = self.name(territory_id)
        return name.removeprefix("la ").removeprefix("le ").removeprefix("les ").removeprefix("l’")

    def around(self, territory_id: str) -> frozenset[str]:
        """The larger territories that hold it."""
        return self._up.get(territory_id, frozenset())

    def of_commune(self, code: str, epci: str | None, departement: str) -> list[str]:
        """The territories that are known of those a commune is or lies in, the smallest first."""
        lower = (f"com-{code}", f"epci-{epci}" if epci else "", f"dep-{departement}")
        return [each for name in lower if (each := name.lower()) in self.known]

    def nearness(self, asked: str, held: str) -> Nearness:
        """How a territory that a record holds lies to the one that is asked."""
        if asked == held:
            return "same"
        if asked in self.around(held):
            return "inside"
        return "around" if held in self.around(asked) else "apart"

    def nearest(self, asked: str, held: Sequence[str]) -> Nearness:
        """The nearest of several; none at all is the whole country, which is around everything."""
        order: tuple[Nearness, ...] = ("same", "inside", "around", "apart")
        return min((self.nearness(asked, each) for each in held), key=order.index, default="around")

    def named(self, words: Sequence[str], text: str) -> list[Named]:
        """The territories that folded words name, in their order; long names first. `text`: as it was written."""
        found: list[Named] = []
        taken: set[int] = set()
        for length in range(min(_LONGEST, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                span = range(start, start + length)
                if taken.intersection(span) or words[start] in _ARTICLES or words[start + length - 1] in _ARTICLES:
                    continue
                if territory := self._named(words, start, start + length, text):
                    found.append(Named(territory, start, start + length))
                    taken.update(span)
        return sorted(found, key=lambda each: each.start)

    def _named(self, words: Sequence[str], start: int, end: int, text: str) -> str | None:
        key = _key(words[start:end])
        territory = self._names.get(key)
        if territory is None and len(key) >= _SHORT and (end - start > 1 or key not in self.ear.ordinary):
            territory = self._sounds.get(self._sound(key)) or self._elided(key)
        if territory is None and end - start == 1 and start and words[start - 1] in _ARTICLES:
            territory = self._short.get(key)
        if territory is None and key.isdigit():
            return self._numbered(words, start, key)
        if territory is None:
            return None
        return territory if end - start > 1 or self._meant(words, start, key, text) else None

    def _initials(self, word: str, text: str) -> list[str]:
        """The first letters of a word where it stands in a text, its beginning apart."""
        pieces = re.split(r"[\s'’(«]+", text.strip())[1:]
        return [piece[:1] for piece in pieces if piece and word in self.ear.words(piece)]

    def _elided(self, key: str) -> str | None:
        """ "docitanie", "lyonne": the article was typed into the name."""
        if key[0] not in "dl" or len(key) <= _SHORT:
            return None
        return self._names.get(key[1:]) or self._sounds.get(self._sound(key[1:]))

    def _sound(self, key: str) -> str:
        if key not in self._heard:
            if len(self._heard) > _MOST_HEARD:
                self._heard.clear()
            self._heard[key] = self.ear.sound(key)
        return self._heard[key]

    def _numbered(self, words: Sequence[str], start: int, digits: str) -> str | None:
        """ "le 62", "département 44"."""
        before = words[start - 1] if start else ""
        after = words[start + 1] if start + 1 < len(words) else ""
        months = read_language("territories")["months"]
        if len(digits) != 2 or after in months or before not in ("le", "du", "departement", "dept", "dans"):
            return None
        return f"dep-{digits}" if f"dep-{digits}" in self.known and not (before == "le" and after) else None

    def _meant(self, words: Sequence[str], start: int, key: str, text: str) -> bool:
        """Whether a name of one usual word is meant as a name."""
        word = words[start]
        after = words[start + 1] if start + 1 < len(words) else ""
        if key not in (*read_language("territories")["doubtful"], *read_language("territories")["capital"]):
            return True
        if after in _NOT_AFTER.get(word, ()):
            return False
        if any(part.isupper() for part in self._initials(word, text)):
            return True
        before = words[start - 1] if start and key in read_language("territories")["doubtful"] else "-"
        return before in read_language("territories")["before"] or (len(words) <= _FEW and before != "-")
