"""What the words of a message say: language, needs, place, moment, people. Pure; danger is `crisis`'s affair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from bot.talk.languages import guess
from bot.talk.moments import find_moment
from bot.talk.names import Names, read_names
from bot.talk.publics import Narrowing, read_publics
from directory.communes.commune import Place
from directory.communes.gazetteer import Gazetteer
from directory.needs import Matched, NeedHit, Needs
from directory.words import Token, spoken, tokens

Spans = tuple[tuple[int, int], ...]
_NAMES_FOLLOW = frozenset(["saint", "st", "sainte", "ste", "quartier", "gare", "metro", "avenue", "boulevard"])
_ARTICLES = frozenset(["de", "du", "des", "d", "la", "le", "les", "l"])
ACCESS = frozenset({"animals", "free", "interpreters", "wheelchair"})


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood. `said`: the folded words, joined; `language`: a guess; `moment`: a code of `moments`.

    `publics`: data·inclusion publics; `access`: what the place must allow (`ACCESS`). `companions`: those of the needs
    whose words only say who comes ("avec mon chien"): no needs when something else is sought. `names`: what may name
    a place to go.
    """

    said: str
    words: tuple[str, ...]
    language: str | None
    needs: Matched
    place: Place
    moment: str | None
    publics: frozenset[str]
    access: frozenset[str]
    names: Names
    companions: tuple[str, ...] = ()

    @property
    def has_place(self) -> bool:
        """A commune, several possible ones, a postal code, a département or a region was named."""
        return bool(self.place)

    @property
    def narrows(self) -> bool:
        """Something that narrows a search was said."""
        return bool(self.moment or self.publics or self.access)


@dataclass(frozen=True, slots=True)
class Understanding:
    """Holds the words it knows: `gazetteer` and `needs`."""

    gazetteer: Gazetteer
    needs: Needs

    def of(self, text: str, *, departement: str | None = None) -> Understood:
        """Read a message. Needs come first: their words are no places ("je suis à la rue").

        `departement`: code of the person's, when known; it decides between communes of one name.
        """
        raw = tokens(text)
        written = spoken(raw)
        words = tuple(token.word for token in written)
        moment, when = find_moment(words)
        moments = tuple((written[at].start, written[at].end) for at in sorted(when))
        place, matched = self._place_and_needs(raw, text, moments, departement)
        said = read_publics(written)
        narrowing = tuple(each for each in said if each.led or not _explained(each, matched))
        narrowed = frozenset(each.name for each in narrowing)
        taken = [*moments, *((each.start, each.end) for each in narrowing), *([place.span] if place else [])]
        return Understood(
            said=" ".join(words),
            words=words,
            language=guess(words),
            needs=matched,
            place=place,
            companions=tuple(hit.need for hit in matched.needs if _says_only_who_comes(hit, said)),
            moment=moment,
            publics=narrowed - ACCESS,
            access=narrowed & ACCESS,
            names=read_names(written, taken=taken, needs=matched.spans, small=self.needs.small),
        )

    def _place_and_needs(
        self, raw: tuple[Token, ...], text: str, moments: Spans, departement: str | None
    ) -> tuple[Place, Matched]:
        """Words that name a place surely are no need ("Foix"), unless they are all that is asked ("à la rue")."""
        place = self.gazetteer.mentions(raw, taken=moments, text=text, departement=departement)
        named = frozenset(token.word for token in raw if _within(token.start, place.span)) if place else frozenset()
        matched = self.needs.match(raw, never=named | proper_names(raw))
        rest = self._without(matched, place)
        if rest.needs or not matched.needs:
            return place, rest
        place = self.gazetteer.mentions(raw, taken=(*matched.spans, *moments), text=text, departement=departement)
        return place, self._without(matched, place)

    def _without(self, matched: Matched, place: Place) -> Matched:
        """The needs that more than the name of the place says."""
        kept = tuple(hit for hit in matched.needs if not (place and _inside(hit.spans, place.span)))
        if len(kept) == len(matched.needs):
            return matched
        themes = {theme for hit in kept for theme in self.needs.get(hit.need).themes}
        spans = tuple(span for span in matched.spans if not _inside((span,), place.span))
        return Matched(kept, tuple(theme for theme in matched.themes if theme in themes), spans)


def _inside(spans: Spans, place: tuple[int, int]) -> bool:
    return bool(spans) and all(place[0] <= start and end <= place[1] for start, end in spans)


def proper_names(raw: Sequence[Token]) -> frozenset[str]:
    """Words that name a saint, a quarter or a station: whatever they resemble, they are spelt as they should be."""
    found: set[str] = set()
    for at, token in enumerate(raw):
        if token.word in _NAMES_FOLLOW:
            rest = (other.word for other in raw[at + 1 : at + 4])
            found.update(islice((word for word in rest if word not in _ARTICLES), 1))
    return frozenset(found)


def _within(position: int, span: tuple[int, int]) -> bool:
    return span[0] <= position < span[1]


def _explained(narrowing: Narrowing, matched: Matched) -> bool:
    """A need explains the words: "garde d'enfants" says nothing of who comes."""
    return any(_within(narrowing.start, span) for span in matched.spans)


def _says_only_who_comes(hit: NeedHit, said: tuple[Narrowing, ...]) -> bool:
    return bool(hit.spans) and all(
        any(each.led and each.start <= start and end <= each.end for each in said) for start, end in hit.spans
    )
