"""One Fluent message of one language, ready to be filled: most are words and values in a row, which need no resolver.

A message in five is a plural, a number or a reference: Fluent itself says those. Both say the same (a test holds it).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from babel.numbers import format_decimal
from fluent.runtime import FluentBundle
from fluent.runtime.resolver import Pattern, TextElement
from fluent.syntax import ast

MOST_COUNTED = 1000
_FIRST_STRONG, _POP = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a value goes."""

    name: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """`parts` in their order, None when only Fluent can say it; `locale`: Babel's, for numbers."""

    bundle: FluentBundle
    pattern: Any
    parts: tuple[str | Slot, ...] | None
    locale: str
    counted: dict[tuple[tuple[str, str | float], ...], str] = field(default_factory=dict, compare=False)
    """What Fluent said of small whole numbers ("il y a 12 jours"), once for all."""

    @classmethod
    def of(cls, bundle: FluentBundle, pattern: object) -> Sentence:
        """Look once at what the message is made of."""
        return cls(bundle, pattern, _parts(pattern), bundle.locales[0])

    def fill(self, values: Mapping[str, str | float]) -> str:
        """The sentence with its values. Raises ValueError when one is missing."""
        if self.parts is None:
            key = tuple(values.items())
            if key not in self.counted:
                text, errors = self.bundle.format_pattern(self.pattern, dict(values))
                if errors:
                    raise ValueError(str(errors[0]))
                if not all(isinstance(value, int) and abs(value) < MOST_COUNTED for value in values.values()):
                    return str(text)
                self.counted[key] = str(text)
            return self.counted[key]
        try:
            return "".join(part if isinstance(part, str) else self._shown(values[part.name]) for part in self.parts)
        except KeyError as missing:
            raise ValueError(f"no value for {missing}") from None

    def _shown(self, value: str | float) -> str:
        text = value if isinstance(value, str) else number(value, self.locale)
        return f"{_FIRST_STRONG}{text}{_POP}" if self.bundle.use_isolating else text


@lru_cache(maxsize=4096)
def number(value: float, locale: str) -> str:
    """A number as the language writes it ("1,5")."""
    return str(format_decimal(value, locale=locale))


def _parts(pattern: object) -> tuple[str | Slot, ...] | None:
    if isinstance(pattern, TextElement):
        return (pattern.value,)
    if not isinstance(pattern, Pattern):
        return None
    found: list[str | Slot] = []
    for element in pattern.elements:
        if isinstance(element, TextElement):
            found.append(element.value)
        elif isinstance(element, ast.Placeable) and isinstance(element.expression, ast.VariableReference):
            found.append(Slot(element.expression.id.name))
        else:
            return None
    return tuple(found)
