"""A question as the knowledge reads it: what is asked, about what, where, when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from knowledge.asking import Asks, asked
from knowledge.index import Index
from knowledge.spelling import Speller
from knowledge.territories import Named, Territories
from knowledge.words import Ear, asking_words, languages_of_small_words, meaning, read_language, small_words

_YEAR = re.compile(r"\b(19[5-9]\d|20[0-6]\d)\b")
_FOLLOWS = frozenset(["et", "e", "and", "ou", "puis", "aussi", "lesquels", "lesquelles", "lequel", "laquelle", "mais"])
# A word that no record has still says what the question is about.
UNKNOWN, ORDINARY, FOREIGN, ASKING = 0.9, 0.45, 0.25, 0.15


@dataclass(frozen=True, slots=True)
class Term:
    """`key`: what a word stands for; `weight`: how much it says (rarity included); `known`: some record has it;

    `usual`: an ordinary word, no name.
    """

    key: str
    weight: float
    known: bool = True
    usual: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """`terms`: of the subject; `pairs`: of terms in a row; `territories`: named, in order.

    `axes` may hold a number over 4: the pact has no such axis. `acronyms`: folded, that some record explains.
    `begins`: the question goes on from the one before ("et dans le Jura ?"). `placed`: its territory was not named as
    such, but is that of a commune. `counted`: meanings after "combien de".
    """

    terms: tuple[Term, ...] = ()
    pairs: tuple[str, ...] = ()
    asks: Asks = field(default_factory=Asks)
    territories: tuple[str, ...] = ()
    axes: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    acronyms: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    begins: bool = False
    placed: bool = False
    words: tuple[str, ...] = ()

    @property
    def weight(self) -> float:
        """How much the question says in all."""
        return sum(term.weight for term in self.terms)

    @property
    def subject(self) -> tuple[Term, ...]:
        """The terms that say what it is about, not only what kind of answer is wanted."""
        return tuple(term for term in self.terms if term.weight >= 1)


@dataclass(frozen=True, slots=True, repr=False)
class Reader:
    """Reads questions with the words of an index and the names of territories."""

    index: Index
    speller: Speller
    territories: Territories
    ear: Ear
    _known: dict[str, str] = field(default_factory=dict)

    def read(self, text: str, *, place: Sequence[str] = ()) -> Question:
        """`place`: territories deduced elsewhere (a commune and what holds it, smallest first), when none is named."""
        words = tuple(_joined(self.ear.words(text[:4096])))
        corrected = self._meant(words)
        named = self._territories(words, corrected, text)
        inside = {at for each in named for at in range(each.start, each.end)}
        asks = asked(corrected, text)
        terms, pairs = self._terms(words, corrected, inside, text)
        said = " ".join(corrected)
        territories = tuple(dict.fromkeys(each.id for each in named)) or tuple(place[:1])
        return Question(
            terms=terms,
            pairs=pairs,
            asks=asks,
            territories=territories,
            placed=bool(place) and not named,
            axes=_axes(said),
            years=tuple(int(year) for year in _YEAR.findall(said)),
            acronyms=tuple(word for word in words if word in self.index.acronyms),
            counted=tuple(meaning(word) for word in asks.counted),
            begins=bool(words) and words[0] in _FOLLOWS,
            words=corrected,
        )

    def _territories(self, words: Sequence[str], corrected: Sequence[str], text: str) -> list[Named]:
        named = self.territories.named(words, text)
        return named if named or tuple(words) == tuple(corrected) else self.territories.named(corrected, text)

    def heard(self, text: str) -> tuple[str, ...]:
        """The folded words of a text, as they were probably meant."""
        return self._meant(tuple(_joined(self.ear.words(text[:4096]))))

    def _meant(self, words: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._corrected(word) for word in words)

    def _corrected(self, word: str) -> str:
        if (
            word in small_words()
            or word in asking_words()
            or self.speller.known(word)
            or meaning(word) in self.index.postings
        ):
            return word
        return self.speller.meant(word) or word

    def _terms(
        self, words: Sequence[str], corrected: Sequence[str], inside: set[int], text: str
    ) -> tuple[tuple[Term, ...], tuple[str, ...]]:
        index, terms = self.index, dict[str, Term]()
        sequence: list[str] = []
        capitals = _capitals(text, self.ear)
        english = _is_english(words)
        for at, word in enumerate(corrected):
            if at in inside or word in small_words() or _YEAR.fullmatch(word) or (len(word) < 2 and not word.isdigit()):
                continue
            key = meaning(word)
            rarity = index.rarity.get(key)
            usual = word not in capitals and (english or word in self.ear.ordinary or rarity is not None)
            if word in asking_words() or (word.isdigit() and len(word) == 1 and not _numbering(corrected, at)):
                weight = ASKING * (rarity or 1.0) if not word.isdigit() or at + 1 == len(corrected) else 0.5
            elif rarity is not None:
                weight = rarity
            elif usual:
                weight = (FOREIGN if english else ORDINARY) * index.rarest
            else:
                weight = UNKNOWN * index.rarest
            if key not in terms or terms[key].weight < weight:
                terms[key] = Term(key, weight, rarity is not None, usual)
            sequence.append(key)
        pairs = tuple(dict.fromkeys(f"{a} {b}" for a, b in pairwise(sequence)))
        return tuple(terms.values()), tuple(pair for pair in pairs if pair in index.pairs)


def _joined(words: Sequence[str]) -> Iterator[str]:
    """ "T A P A J": letters said one by one are one acronym; a word said twice in a row counts once."""
    letters: list[str] = []
    last = ""
    for word in (*words, ""):
        if len(word) == 1 and word.isalpha():
            letters.append(word)
            last = word
            continue
        if len(letters) > 2:
            yield "".join(letters)
        else:
            yield from letters
        letters = []
        if word and word != last:
            yield word
        last = word


def _numbering(words: Sequence[str], at: int) -> bool:
    """ "vague 2", "annexe 1": a figure that tells one thing from another."""
    return at > 0 and words[at - 1] in read_language("axes")["numbering"]


def _is_english(words: Sequence[str]) -> bool:
    english, french = languages_of_small_words()
    return sum(word in english and word not in french for word in words) > sum(
        word in french and word not in english for word in words
    )


def _capitals(text: str, ear: Ear) -> frozenset[str]:
    """The folded words written with a capital letter inside a sentence: names."""
    found = re.findall(r"(?<=[a-zà-ÿ,;:'’] )[A-ZÀ-Ý][\w-]+|(?<=['’])[A-ZÀ-Ý][\w-]+", text)
    return frozenset(word for each in found for word in ear.words(each))


@cache
def _axis() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "Axe 4", "axes 1 et 3"; then "troisième axe", "3e axe"."""
    known = read_language("axes")
    number, name = "|".join(["[1-9]", *map(str, known["numbers"])]), "|".join(known["names"])
    after = re.compile(rf"\b(?:{name})(?: (?:numero|n|no))? ((?:{number})(?: (?:et|and|ou|or) (?:{number}))*)\b")
    return after, re.compile(rf"\b({'|'.join(known['ordinals'])}) (?:{name})\b")


def _axes(said: str) -> tuple[int, ...]:
    """The axes that are named, in their order."""
    known = read_language("axes")
    after, before = _axis()
    found = [known["ordinals"][match[1]] for match in before.finditer(said)]
    for match in after.finditer(said):
        found += [_number(word) for word in re.findall(r"\w+", match[1]) if word.isdigit() or word in known["numbers"]]
    return tuple(dict.fromkeys(found))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else int(read_language("axes")["numbers"][word])


def merged(question: Question, before: Question) -> Question:
    """A question that goes on from another: what it does not say is what the other said."""
    own = {term.key for term in question.subject}
    kept = tuple(replace(term, weight=term.weight * 0.5) for term in before.terms if term.key not in own)
    asks = question.asks if question.asks.kinds - {"next", "simple"} else before.asks
    return replace(
        question,
        terms=(*question.terms, *kept),
        pairs=question.pairs or before.pairs,
        asks=asks,
        counted=question.counted or before.counted,
        territories=_places(question, before),
        axes=question.axes or before.axes,
        years=question.years or before.years,
    )


def _places(question: Question, before: Question) -> tuple[str, ...]:
    """ "Plus pauvre que la Côte-d'Or ?" compares with the place of the question before."""
    if "compare" in question.asks and len(question.territories) == 1:
        return tuple(dict.fromkeys((*before.territories, *question.territories)))
    return question.territories or before.territories
