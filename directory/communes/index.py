"""From the shipped list to the dictionaries that names are looked up in: plain values that `marshal` can keep."""

from __future__ import annotations

import lzma
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from directory.communes.letters import bucket
from directory.communes.spelling import SMALL, first_sound, skeleton, sound, whole, written_out
from directory.words import fold, spellings

DATA = Path(__file__).parents[1] / "data"
FILES = (
    "communes.tsv.xz",
    "communes-ordinary.txt.xz",
    "communes-territories.tsv",
    "communes-context.tsv",
    "communes-aliases.tsv",
)
# From this size a commune is known beyond its own neighbours: its name may be guessed without "à" before it.
KNOWN = 5_000
_WORD = re.compile(r"[^\W_]+")
_ELIDED = re.compile(r"\b([dl]) ")
_SOFTENED = {"з": "г", "ц": "к"}
_CYRILLIC_ENDING = re.compile(r"(?<=..)[аеиіїоуюяьйэыё]+$")

Index = dict[str, Any]
"""Columns (`code`, `name`…: one list each, a row number is a commune) and dictionaries (`names`: skeleton → rows)."""


def build() -> Index:
    """Read the data files; about half a second."""
    lines = lzma.decompress((DATA / FILES[0]).read_bytes()).decode().splitlines()
    columns = list(zip(*(line.split("\t") for line in lines), strict=True))
    keys = ("code", "name", "parent", "departement", "epci", "epci_name")
    index: Index = {key: list(column) for key, column in zip(keys, columns, strict=False)}
    index["population"] = [int(figure) for figure in columns[6]]
    index["latitude"] = [float(degrees) if degrees else None for degrees in columns[7]]
    index["longitude"] = [float(degrees) if degrees else None for degrees in columns[8]]
    index["postal_codes"] = list(columns[9])
    index["row"] = {code: row for row, code in enumerate(columns[0])}
    index["postal"] = _rows(((postal, row) for row, codes in enumerate(columns[9]) for postal in codes.split()), index)
    _add_names(index, columns[10])
    index["foreign"] = _rows(
        ((foreign_key(name), row) for row, names in enumerate(columns[11]) if names for name in names.split("|")), index
    )
    ordinary = lzma.decompress((DATA / FILES[1]).read_bytes()).decode().split()
    index["ordinary"] = frozenset(ordinary).union(spellings())
    index["territories"] = _territories()
    index["territory_codes"] = {row[1]: row for row in index["territories"] if row[0] == "dep"}
    # The region first: where a département has the same name (Mayotte), it is the département.
    index["territory_names"] = {skeleton(words_of(row[2])): row for row in reversed(index["territories"])}
    index["context"] = _context()
    return index


def _territories() -> list[tuple[str, str, str, str]]:
    """Kind ("dep", "reg"), code, name, code of the region."""
    rows = (line.split("\t") for line in (DATA / FILES[2]).read_text(encoding="utf-8").splitlines())
    return [(kind, code, name, region or code) for kind, code, name, region in rows]


def words_of(name: str) -> list[str]:
    """The folded words of a name, abbreviations written out."""
    return written_out(_WORD.findall(fold(name.replace("’", "'"))))


def foreign_key(name: str) -> str:
    """A name in Cyrillic or Arabic letters without spaces and case endings ("Парижі" → "париж")."""
    key = _CYRILLIC_ENDING.sub("", name.replace(" ", ""))
    # "у Страсбурзі": the last consonant softens before a case ending.
    return key[:-1] + _SOFTENED.get(key[-1:], key[-1:])


def _add_names(index: Index, former: Sequence[str]) -> None:
    """`names`, `former`, `short`, `quarters` (ours): skeleton → rows; `starts`: first words of long names."""
    words = [words_of(name) for name in index["name"]]
    cities = [row for row in range(len(words)) if not index["parent"][row]]
    spelt = [(skeleton(words[row]), row) for row in cities]
    # "dascq", "lisle": people leave the apostrophe out.
    elided = [row for row in cities if {"d", "l"} & {*words[row]}]
    glued = [(skeleton(_glued(words[row])), row) for row in elided]
    others = [(words_of(name), row) for row in cities if former[row] for name in former[row].split("|")]
    aliases = [(words_of(name), index["row"][code]) for name, code in _aliases()]
    others += aliases
    glued += [(skeleton(_glued(name)), row) for name, row in others if {"d", "l"} & {*name}]
    index["names"] = _rows((*spelt, *glued), index)
    index["former"] = _rows(((skeleton(name), row) for name, row in others), index)
    index["quarters"] = _rows(((skeleton(name), row) for name, row in aliases), index)
    index["short"] = _short(words, cities, index)
    several = (name for name in (*words, *(name for name, _ in others)) if len(name) > 1)
    index["starts"] = {next((word for word in name if word not in SMALL), name[0]) for name in several}
    linked = [words[row] for row in cities if len(words[row]) > 1 and not SMALL.isdisjoint(words[row])]
    index["wholes"] = {whole(name): skeleton(name) for name in linked}
    _add_sounds(index)


def _glued(words: Sequence[str]) -> list[str]:
    """ "d ascq" → "dascq"."""
    return _ELIDED.sub(r"\1", " ".join(words)).split()


def _add_sounds(index: Index) -> None:
    """`sounds`: sound → names; `buckets`: first sound → bucket; with "!" in front, of known communes only."""
    sounds: dict[str, list[str]] = defaultdict(list)
    buckets: dict[str, list[str]] = defaultdict(list)
    for written in {**index["former"], **index["names"], **index["wholes"]}:
        key = index["wholes"].get(written, written)
        if len(key) < 4:
            continue
        rows = index["names"].get(key) or index["former"][key]
        known = key in index["names"] and index["population"][rows[0]] >= KNOWN
        heard, start = sound(written), first_sound(written)
        for prefix in ("", "!") if known else ("",):
            sounds[prefix + heard].append(written)
            buckets[prefix + start].append(written)
    index["sounds"] = dict(sounds)
    index["buckets"] = {start: bucket(names) for start, names in buckets.items()}


def _short(words: Sequence[list[str]], cities: Iterable[int], index: Index) -> dict[str, tuple[int, ...]]:
    """Beginnings by which people call a town ("Lons", "Chalon"): only of communes of 5,000 inhabitants or more."""
    pairs = []
    for row in cities:
        name = words[row]
        for end in range(1, len(name)):
            key = skeleton(name[:end])
            generic = (
                name[end - 1] in SMALL or key in ("saint", "sainte", "notredame", "grand", "petit") or len(key) < 3
            )
            if not generic and index["population"][row] >= KNOWN and key != skeleton(name):
                pairs.append((key, row))
    return _rows(pairs, index)


def _rows(pairs: Iterable[tuple[str, int]], index: Index) -> dict[str, tuple[int, ...]]:
    gathered: dict[str, set[int]] = defaultdict(set)
    for key, row in pairs:
        gathered[key].add(row)
    size = index["population"]
    return {
        key: tuple(rows) if len(rows) == 1 else tuple(sorted(rows, key=lambda row: (-size[row], row)))
        for key, rows in gathered.items()
    }


def _aliases() -> list[list[str]]:
    lines = (DATA / FILES[4]).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def _context() -> dict[str, frozenset[str]]:
    """The word lists of `communes-context.tsv`, folded: name → words."""
    lines = (DATA / FILES[3]).read_text(encoding="utf-8").splitlines()
    lists: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        if line and not line.startswith("#"):
            name, _, words = line.partition("\t")
            lists[name].update(fold(word) for word in words.split())
    return {name: frozenset(words) for name, words in lists.items()}
