"""Names of communes written in Arabic or Cyrillic letters."""

from __future__ import annotations

import re

from directory.communes.clues import Sentence
from directory.communes.index import Index, foreign_key
from directory.communes.near import near

# "كان" is Cannes and "was"; "ليل" is Lille and "night"; "نيس", "تور", "بو" are short enough to be anything.
_SHORT = 4
_ARABIC_PREFIX = re.compile("^(?:وب|ب|ل|ف|و)(?=...)")
_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ё": "e", "ж": "j", "з": "s",
    "и": "i", "і": "i", "ї": "i", "й": "i", "к": "c", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "ou", "ф": "f", "х": "h", "ц": "s", "ч": "ch", "ш": "ch", "щ": "ch", "ы": "i", "э": "e",
    "ю": "u", "я": "ia",
}  # fmt: skip


def foreign(sentence: Sentence, start: int, end: int) -> tuple[int, ...]:
    """Rows of the communes so called in Arabic or Cyrillic letters; () when there is none."""
    words = sentence.words[start:end]
    index = sentence.index
    joined = "".join(words)
    strong = sentence.strength(start, end) >= 2
    if len(joined) < _SHORT and not strong:
        return ()
    rows: tuple[int, ...] = index["foreign"].get(foreign_key(joined), ())
    if not rows and _ARABIC_PREFIX.match(joined):
        rows = index["foreign"].get(_ARABIC_PREFIX.sub("", joined, count=1), ())
    if not rows and strong and end - start == 1:
        rows = _by_rule(index, joined)
    return rows


def _by_rule(index: Index, word: str) -> tuple[int, ...]:
    """A Cyrillic name read in Latin letters, compared by sound."""
    key = foreign_key(word)
    latin = "".join(_LATIN.get(letter, "") for letter in key)
    if len(latin) < _SHORT or len(key) != sum(letter in _LATIN for letter in key):
        return ()
    found = near(index, [latin], known=True, limit=1)
    return found[0].rows if found and found[0].alike else ()
