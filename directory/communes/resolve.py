"""From a name to the communes that bear it, and to the one that is meant."""

from __future__ import annotations

from collections.abc import Sequence

from directory.communes.index import Index, words_of
from directory.communes.spelling import skeleton, whole

# A namesake twenty times smaller is not asked about.
LARGER = 20
# A town is called by the beginning of its name when it is at least this large and no rival is near its size.
_RIVAL = 10_000
_CONTRACTIONS = {"au": "le", "du": "le", "aux": "les", "des": "les"}


def exact(index: Index, words: Sequence[str], *, before: str = "") -> tuple[int, ...]:
    """Rows of the communes so named, current names before former ones; () when there is none.

    `words` are folded, abbreviations written out; `before`: the word in front ("au" + "mans" is "le mans").
    """
    key = skeleton(words)
    rows: tuple[int, ...] = index["names"].get(key, ())
    if not rows:
        former: tuple[int, ...] = index["former"].get(key, ())
        return former
    quarters: tuple[int, ...] = index["quarters"].get(key, ())
    if len(rows) > 1 or len(words) > 1 or quarters:
        typed = {whole(words), whole((_CONTRACTIONS.get(before, before), *words))} if before else {whole(words)}
        same = tuple(row for row in rows if whole(words_of(index["name"][row])) in typed)
        return same or tuple(sorted({*rows, *quarters}, key=lambda row: -index["population"][row]))
    return rows


def rivals(index: Index, words: Sequence[str], rows: tuple[int, ...]) -> tuple[int, ...]:
    """The rows, with the larger towns that people call by these first words ("Lons", "Chalon"), largest first."""
    longer: tuple[int, ...] = index["short"].get(skeleton(words), ())
    size = index["population"]
    if not longer:
        return rows
    if not rows:
        return longer
    larger = tuple(row for row in longer if size[row] > size[rows[0]] and size[row] >= _RIVAL)
    return tuple(dict.fromkeys(sorted((*larger, *rows), key=lambda row: -size[row]))) if larger else rows


def within(index: Index, rows: tuple[int, ...], departement: str | None) -> tuple[int, ...]:
    """The rows in that département; () when none is."""
    return tuple(row for row in rows if index["departement"][row] == departement) if departement else ()


def single(index: Index, rows: Sequence[int]) -> int | None:
    """The row that is meant: the only one, or the one twenty times larger than the next."""
    if not rows:
        return None
    size = index["population"]
    if len(rows) == 1 or size[rows[0]] >= LARGER * max(1, size[rows[1]]):
        return rows[0]
    return None


def arrondissements(index: Index, number: int) -> tuple[int, ...]:
    """Rows of the arrondissements of that number, the largest first."""
    cities = (index["row"][code] for code in ("75056", "69123", "13055"))
    rows = (arrondissement(index, city, number) for city in cities)
    return tuple(sorted((row for row in rows if row is not None), key=lambda row: -index["population"][row]))


def arrondissement(index: Index, city: int, number: int) -> int | None:
    """Row of a numbered arrondissement of Paris, Lyon or Marseille."""
    prefix, last = {"75056": ("751", 20), "69123": ("6938", 9), "13055": ("132", 16)}.get(index["code"][city], ("", 0))
    if not 1 <= number <= last:
        return None
    row: int | None = index["row"].get(f"{prefix}{number:0{5 - len(prefix)}d}")
    return row
