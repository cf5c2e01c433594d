"""Which records speak of the words of a question: BM25 over weighted fields, stems and pairs of stems."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from knowledge.model import Record
from knowledge.words import Ear, meaning, small_words

# How much a word says, by where it stands in a record.
_FIELDS: Mapping[str, float] = {
    "title": 3.0,
    "questions": 1.6,
    "words": 1.8,
    "values": 1.4,
    "text": 1.2,
    "quotes": 0.6,
    "simple": 0.7,
    "english": 0.8,
}
_ACRONYM = 4.0
_HYPHENED = re.compile(r"\b[^\W\d_]+-[^\W\d_]+\b")
_EXPANDED = 0.5
_SATURATION = 1.2
_LENGTH = 0.35

Posting = tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True, repr=False)
class Index:
    """`postings`: meaning → records and weights (0 to 1); `pairs`: two meanings in a row → records; `rarity`: idf.

    `vocabulary`: folded word → number of records it stands in; `acronyms`: folded acronym → records that explain it.
    """

    records: tuple[Record, ...]
    postings: Mapping[str, Posting]
    pairs: Mapping[str, Collection[int]]
    rarity: Mapping[str, float]
    vocabulary: Mapping[str, int]
    acronyms: Mapping[str, tuple[int, ...]]
    rarest: float

    @classmethod
    def of(cls, records: Iterable[Record], ear: Ear) -> Index:
        """Read the words of all records."""
        held = tuple(records)
        bags, pairs, vocabulary = [], defaultdict(set), Counter[str]()
        for at, record in enumerate(held):
            bag: dict[str, float] = defaultdict(float)
            seen: set[str] = set()
            for weight, words in _fields(record, ear):
                keys = [meaning(word) for word in words]
                seen.update(words)
                for key in keys:
                    bag[key] += weight
                for first, second in pairwise(keys):
                    pairs[f"{first} {second}"].add(at)
            bags.append(bag)
            vocabulary.update(seen)
        acronyms = _acronyms(held, ear)
        _spell_out(held, bags, acronyms, ear)
        postings = _weighed(bags)
        rarity = {
            key: math.log(1 + (len(held) - len(found) + 0.5) / (len(found) + 0.5)) for key, found in postings.items()
        }
        return cls(
            records=held,
            postings=postings,
            pairs={pair: frozenset(found) for pair, found in pairs.items()},
            rarity=rarity,
            vocabulary=dict(vocabulary),
            acronyms=acronyms,
            rarest=math.log(1 + len(held) / 1.5),
        )

    def plain(self) -> dict[str, Any]:
        """All but the records, as dictionaries, lists and numbers."""
        return {
            "postings": dict(self.postings),
            "pairs": {pair: tuple(found) for pair, found in self.pairs.items()},
            "rarity": dict(self.rarity),
            "vocabulary": dict(self.vocabulary),
            "acronyms": dict(self.acronyms),
            "rarest": self.rarest,
        }

    @classmethod
    def from_plain(cls, records: Iterable[Record], plain: Mapping[str, Any]) -> Index:
        """What `plain` gave, for the same records in the same order."""
        return cls(records=tuple(records), **plain)


def _fields(record: Record, ear: Ear) -> Iterator[tuple[float, list[str]]]:
    small = small_words()
    said: Mapping[str, Sequence[str]] = {
        "title": (record.title,),
        "questions": record.questions,
        "words": (*record.words, *record.themes),
        "values": [f"{value.of} {value.said}" for value in record.values],
        "text": (record.text,),
        "quotes": (*record.quotes, *(value.quote for value in record.values)),
        "simple": (record.simple,),
        "english": (record.english,),
    }
    for name, texts in said.items():
        # Many ways to ask one thing are not many times the thing.
        share = _FIELDS[name] / max(1, len(texts)) ** 0.5
        for text in texts:
            yield share, [word for word in ear.words(text[:4000]) if word not in small]
            # "pré-notifiés" is typed "prenotifié" too.
            yield share / 2, [word for pair in _HYPHENED.findall(text) for word in ear.words(pair.replace("-", ""))]
    if record.acronym:
        yield _ACRONYM, list(ear.words(record.acronym))


def _weighed(bags: Sequence[dict[str, float]]) -> dict[str, Posting]:
    average = sum(sum(bag.values()) for bag in bags) / max(1, len(bags))
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, bag in enumerate(bags):
        length = 1 - _LENGTH + _LENGTH * sum(bag.values()) / average
        for key, weight in bag.items():
            postings[key].append((at, weight / (weight + _SATURATION * length)))
    return {key: tuple(found) for key, found in postings.items()}


def _acronyms(records: Sequence[Record], ear: Ear) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, record in enumerate(records):
        for name in record.acronym.replace(" ", "").split("/") if record.acronym else ():
            found["".join(ear.words(name))].append(at)
    return {name: tuple(where) for name, where in found.items()}


def _spell_out(
    records: Sequence[Record], bags: Sequence[dict[str, float]], acronyms: Mapping[str, tuple[int, ...]], ear: Ear
) -> None:
    """An acronym and the words it stands for are found by one another."""
    small = small_words()
    for name, explained in acronyms.items():
        key = meaning(name)
        expansion = records[explained[0]].title.partition(":")[2].partition("(")[0]
        keys = {meaning(word) for word in ear.words(expansion) if word not in small}
        if len(keys) < 2:
            continue
        for at, bag in enumerate(bags):
            if at in explained:
                continue
            if key in bag:
                for word in keys:
                    bag[word] = max(bag.get(word, 0.0), _EXPANDED)
            elif keys <= bag.keys():
                bag[key] = _EXPANDED
