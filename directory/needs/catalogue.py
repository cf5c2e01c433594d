"""The needs people have, the words for them, and what other directories call them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from directory.needs.finding import find, read
from directory.needs.lexicon import Lexicon, load
from directory.needs.model import Matched, Need
from directory.needs.ranking import rank
from directory.needs.services import needs_of_service
from directory.words import Token, spoken

COMPILED = Path(__file__).parents[1] / "data" / "needs" / "compiled.json"
_MOST_WORDS = 160
"""Words of a message that are looked at: what is asked comes before."""


class Needs:
    """All the needs; build it once with `Needs.load()`, it never changes."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._number = {need.id: i for i, need in enumerate(lexicon.needs)}
        self._children: dict[str, list[str]] = defaultdict(list)
        self._thematiques: dict[str, list[str]] = defaultdict(list)
        self._soliguide: dict[str, list[str]] = defaultdict(list)
        for need in lexicon.needs:
            if not need.is_theme:
                for theme in need.themes:
                    self._children[theme].append(need.id)
            for thematique in need.thematiques:
                self._thematiques[thematique].append(need.id)
            for category in need.soliguide:
                self._soliguide[category].append(need.id)

    @classmethod
    def load(cls, path: Path = COMPILED) -> Needs:
        """Read the compiled file, in some tens of milliseconds."""
        return cls(load(path))

    @property
    def all(self) -> tuple[Need, ...]:
        """Every theme, each followed by its needs."""
        return self._lexicon.needs

    @property
    def small(self) -> frozenset[str]:
        """Folded words that say nothing of a need: articles, "je cherche", "bonjour", "association"."""
        return self._lexicon.small

    def get(self, need: str) -> Need:
        """The need of that identifier; KeyError when there is none."""
        return self._lexicon.needs[self._number[need]]

    def theme(self, need: str) -> str:
        """The theme a need stands under; a theme's is itself."""
        return self.get(need).themes[0]

    def children(self, theme: str) -> tuple[str, ...]:
        """The needs of a theme, without itself."""
        return tuple(self._children.get(theme, ()))

    def themes(self) -> tuple[str, ...]:
        """Every theme."""
        return tuple(need.id for need in self._lexicon.needs if need.is_theme)

    def label(self, need: str, language: str, *, short: bool = False) -> str:
        """What to call a need in a language (BCP 47 tag); French when that language lacks it."""
        labels = self.get(need).short_labels if short else self.get(need).labels
        return labels.get(language) or labels.get(language.split("-", maxsplit=1)[0]) or labels["fr"]

    def of_thematique(self, value: str) -> tuple[str, ...]:
        """The needs that a data·inclusion thématique stands for."""
        return tuple(self._thematiques.get(value, ()))

    def of_soliguide(self, category: str) -> tuple[str, ...]:
        """The needs that a Soliguide category stands for."""
        return tuple(self._soliguide.get(category, ()))

    def of_service(
        self,
        *,
        nom: str,
        description: str | None = None,
        thematiques: Sequence[str] | None = None,
        reseaux: Iterable[str] | None = None,
        publics: Iterable[str] | None = None,
    ) -> tuple[str, ...]:
        """The needs that a data·inclusion service answers, most certain first; may be a whole theme, or none."""
        coarse = dict.fromkeys(need for value in thematiques or () for need in self._thematiques.get(value, ()))
        hints = [*(f"reseau:{value}" for value in reseaux or ()), *(f"public:{value}" for value in publics or ())]
        hinted = [need for hint in hints for need in self._thematiques.get(hint, ())]
        texts = (nom, description)
        return needs_of_service(texts, coarse=tuple(coarse), lexicon=self._lexicon, number=self._number, hinted=hinted)

    def match(self, tokens: Sequence[Token], *, never: Collection[str] = ()) -> Matched:
        """The needs and themes that a message's tokens speak of.

        `never`: folded words that are no misspelling of ours, such as the name of a commune.
        """
        said = spoken(tokens)[:_MOST_WORDS]
        if not said:
            return Matched()
        made, costs = read([token.word for token in said], self._lexicon, never)
        return rank(find(made, costs, self._lexicon), said, self._lexicon.needs)
