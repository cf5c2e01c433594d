"""Every sentence for people, from the Fluent files in `bot/locales/<language>/*.ftl`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Message

from bot.talk.sentences import Sentence

LOCALES = Path(__file__).parent.parent / "locales"
# What is asked next when a language lacks a sentence. French has them all (a test holds it).
FALLBACKS: Mapping[str, tuple[str, ...]] = {
    "fr": ("fr",),
    "fr-x-simple": ("fr-x-simple", "fr"),
    "en": ("en", "fr"),
    "ar": ("ar", "fr-x-simple", "fr"),
    "es": ("es", "fr-x-simple", "fr"),
    "uk": ("uk", "en", "fr"),
}
# Languages of whole conversations, in the order they are offered.
OFFERED = ("fr", "fr-x-simple", "en", "es", "ar", "uk")
_RIGHT_TO_LEFT = ("ar",)
_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)
# What an entry may refer to: any name in braces.
_NAME = re.compile(r"\{[^{}]*?(-?[a-zA-Z][\w-]*)")


@dataclass(frozen=True, slots=True)
class Wording:
    """The bundles of all languages, each read on first use."""

    folder: Path = LOCALES
    _sentences: dict[tuple[str, str], Sentence] = field(default_factory=dict)

    def bundle(self, language: str) -> FluentBundle:
        """The sentences of one language."""
        return _read(self.folder, language)

    def say(self, language: str, message: str, /, **values: str | float) -> str:
        """One sentence, in the language or the first of its fallbacks that has it.

        Raises LookupError when no language has it, ValueError when a value it needs is missing.
        """
        sentence = self._sentences.get((language, message))
        if sentence is None:
            sentence = self._sentences[language, message] = self._find(language, message)
        try:
            return sentence.fill(values)
        except ValueError as error:
            raise ValueError(f"{message} in {language}: {error}") from error

    def _find(self, language: str, message: str) -> Sentence:
        name, _, attribute = message.partition(".")
        for candidate in FALLBACKS.get(language, FALLBACKS["fr"]):
            bundle = self.bundle(candidate)
            if bundle.has_message(name):
                found = bundle.get_message(name)
                pattern = found.attributes.get(attribute) if attribute else found.value
                if pattern is not None:
                    return Sentence.of(bundle, pattern)
        raise LookupError(f"no sentence named {message}")

    def voice(self, language: str) -> Voice:
        """The sentences as one person hears them; an unknown language (`en-US` is known as `en`) is French."""
        candidates = (language, language.lower().partition("-")[0])
        return Voice(next((known for known in candidates if known in FALLBACKS), "fr"), self)


class _OnDemand(FluentBundle):
    """Sentences that are parsed when they are first said: a conversation says a few of the two thousand."""

    def __init__(self, language: str, texts: Iterable[str]) -> None:
        # Isolates keep French names legible inside Arabic; elsewhere they would only be noise.
        # Babel knows no `fr-x-simple`: simple French follows French rules.
        super().__init__([language.partition("-x-")[0]], use_isolating=language in _RIGHT_TO_LEFT)
        self._written = {name: entry for text in texts for name, entry in _entries(text)}

    def has_message(self, message_id: str) -> bool:
        """Whether the language has a sentence."""
        self._parse(message_id)
        return super().has_message(message_id)

    def get_message(self, message_id: str) -> Message:
        """A sentence. Raises LookupError."""
        self._parse(message_id)
        return super().get_message(message_id)

    def _parse(self, name: str) -> None:
        entry = self._written.pop(name, None)
        if entry is not None:
            self.add_resource(FluentResource(entry))
            for other in _NAME.findall(entry):
                self._parse(other)


def _entries(text: str) -> Iterator[tuple[str, str]]:
    """The messages and the terms of a Fluent file, by name: each begins a line, what goes on with it is indented."""
    starts = list(_ENTRY.finditer(text))
    ends = [each.start() for each in starts[1:]] + [len(text)]
    for start, end in zip(starts, ends, strict=True):
        yield start[1], text[start.start() : end]


@cache
def _read(folder: Path, language: str) -> FluentBundle:
    """Once for a program."""
    paths = sorted((folder / language).glob("*.ftl"))
    return _OnDemand(language, (path.read_text(encoding="utf-8") for path in paths))


@dataclass(frozen=True, slots=True)
class Voice:
    """A language, ready to speak: `voice("welcome", name=…)`."""

    language: str
    wording: Wording

    def __call__(self, message: str, /, **values: str | float) -> str:
        """One sentence; errors as in `Wording.say`."""
        return self.wording.say(self.language, message, **values)

    def listed(self, said: Iterable[str]) -> str:
        """Things said one after the other, with the comma of the language."""
        return self("comma").join(said)

    @property
    def simple(self) -> bool:
        """Simple French: fewer results, shorter cards."""
        return self.language.endswith("-x-simple")

    @property
    def locale(self) -> str:
        """The Babel locale for dates and numbers."""
        return self.language.partition("-x-")[0]
