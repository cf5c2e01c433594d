"""Say which needs a service answers, from its thématiques, its name and its description."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from directory.needs.finding import find, read
from directory.needs.lexicon import Lexicon
from directory.needs.ranking import scores

_WORD = re.compile(r"[^\W_]+")
_MARKUP = re.compile(r"<[^<>]{1,200}>")
_NAME_LEAST = 3.0
_NAME_SURE = 5.0
_DESCRIPTION_LEAST = 4.0
_DESCRIPTION_SURE = 5.0
_LONGEST_DESCRIPTION = 250
"""Characters of a description that are read: what a service does comes first."""
_CATCH_ALL = frozenset(("admin_help", "acces_droits"))
"""Needs of thématiques given to everything that has a form to fill: dropped when the name is plain enough."""


def _plain(text: str) -> str:
    """As `directory.words.fold` does, for French only: the directory is, and this is five times as fast."""
    text = text.lower().replace("œ", "oe").replace("æ", "ae").replace("’", "'")
    return unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode()


# Names and descriptions of networks (France Services, Restos du Cœur) come back thousands of times in an import.
@lru_cache(maxsize=4096)
def _said(text: str, lexicon: Lexicon) -> Mapping[int, float]:
    """The needs a text speaks of, and how plainly; no misspelling is guessed at."""
    words = _WORD.findall(_plain(text))
    if not words:
        return {}
    made, costs = read(words, lexicon, words)
    return {number: score for number, (score, _) in scores(find(made, costs, lexicon)).items()}


def _described(description: str, lexicon: Lexicon) -> dict[int, float]:
    text = description[:_LONGEST_DESCRIPTION]
    said = _said(_MARKUP.sub(" ", text) if "<" in text else text, lexicon)
    return dict(sorted(said.items(), key=lambda item: -item[1]))


def needs_of_service(
    texts: tuple[str, str | None],
    *,
    coarse: Sequence[str],
    lexicon: Lexicon,
    number: Mapping[str, int],
    hinted: Iterable[str] = (),
) -> tuple[str, ...]:
    """The needs of a service: those its name says, then those of its thématiques, made precise by its description.

    `texts`: name and description. `coarse`: needs of its thématiques. `hinted`: needs its publics or network suggest.
    """
    needs = lexicon.needs
    name, description = texts
    said = {n: s for n, s in _said(name, lexicon).items() if s >= _NAME_LEAST}
    found = [needs[n].id for n in sorted(said, key=lambda n: -said[n])]
    if any(score >= _NAME_SURE for score in said.values()):
        coarse = [need for need in coarse if need not in _CATCH_ALL]
    themes = {theme for need in found for theme in needs[number[need]].themes}
    # A thématique that stands for a whole theme is left open, for the description to say more.
    still_open = {need for need in coarse if needs[number[need]].is_theme} - themes
    expected = themes | {needs[number[need]].themes[0] for need in coarse}
    found += [need for need in coarse if need not in still_open and not themes & set(needs[number[need]].themes)]
    for n, score in _described(description or "", lexicon).items() if description else ():
        theme = needs[n].themes[0]
        sure = score >= _DESCRIPTION_SURE and (theme in expected or not expected)
        if sure or (theme in still_open and score >= _DESCRIPTION_LEAST):
            found.append(needs[n].id)
            themes.add(theme)
    found += [theme for theme in coarse if theme in still_open - themes]
    return tuple(dict.fromkeys(found or hinted))
