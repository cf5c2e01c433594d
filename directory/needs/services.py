"""Say which needs a service answers, from its thématiques, its name and its description."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from directory.needs.finding import find, read
from directory.needs.lexicon import Lexicon
from directory.needs.ranking import scores
from directory.words import fold

_WORD = re.compile(r"[^\W_]+")
_MARKUP = re.compile(r"<[^<>]{1,200}>")
_NAME_LEAST = 3.0
_DESCRIPTION_LEAST = 4.0
_LONGEST_DESCRIPTION = 400
"""Characters of a description that are read: what a service does comes first."""


def _said(text: str, lexicon: Lexicon) -> dict[int, float]:
    words = _WORD.findall(fold(text))
    made, costs = [], []
    if words:
        made, costs = read(words, lexicon, words)
    return {number: score for number, (score, _) in scores(find(made, costs, lexicon)).items()}


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
    by_name = {n: s for n, s in _said(name, lexicon).items() if s >= _NAME_LEAST}
    found = [needs[n].id for n in sorted(by_name, key=lambda n: -by_name[n])]
    themes = {theme for need in found for theme in needs[number[need]].themes}
    open_themes = {need for need in coarse if needs[number[need]].is_theme} - themes
    found += [need for need in coarse if need not in open_themes and not (set(needs[number[need]].themes) & themes)]
    if description and (open_themes or not found):
        text = _MARKUP.sub(" ", description[:_LONGEST_DESCRIPTION])
        said = _said(text, lexicon)
        for n in sorted(said, key=lambda n: -said[n]):
            theme = needs[n].themes[0]
            if (theme in open_themes or not coarse) and said[n] >= _DESCRIPTION_LEAST:
                found.append(needs[n].id)
                themes.add(theme)
    found += [theme for theme in coarse if theme in open_themes - themes]
    found += [need for need in hinted if not found]
    return tuple(dict.fromkeys(found))
