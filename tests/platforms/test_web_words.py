"""The sentences of the page exist in each language, with the same values, and none is forgotten."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from bot.platforms.web.languages import LANGUAGES
from bot.talk.wording import LOCALES

PLATFORMS = Path(__file__).parents[2] / "bot" / "platforms"
LANGUAGE_NAMES = {f"web-language-{language}" for language in LANGUAGES}


def sentences(language: str) -> dict[str, set[str]]:
    """The names of the sentences, and the values each one needs."""
    body = FluentParser().parse((LOCALES / language / "web.ftl").read_text(encoding="utf-8")).body
    assert not [entry for entry in body if isinstance(entry, ast.Junk)]
    return {entry.id.name: values(entry) for entry in body if isinstance(entry, ast.Message)}


def values(message: ast.Message) -> set[str]:
    assert message.value is not None
    return {
        part.expression.id.name
        for part in message.value.elements
        if isinstance(part, ast.Placeable) and isinstance(part.expression, ast.VariableReference)
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_says_everything_with_the_same_values(language: str) -> None:
    assert sentences(language) == sentences("fr")


@pytest.mark.parametrize("language", ["fr", "fr-x-simple"])
def test_french_punctuation_is_kept_on_its_line(language: str) -> None:
    text = (LOCALES / language / "web.ftl").read_text(encoding="utf-8")
    said = "\n".join(line.partition(" = ")[2] or line for line in text.splitlines() if not line.startswith("#"))
    assert not re.search(r"[^\n] [?!;:»]|« |\w[?!;]|\w'", re.sub(r"https?://\S+", "", said))


def test_every_sentence_is_used_and_every_sentence_used_exists() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8") for path in PLATFORMS.rglob("*") if path.suffix in {".html", ".py"}
    )
    whole = set(re.findall(r'"(web-[a-z0-9-]*[a-z0-9])"', code)) - {"web-accessibility", "web-legal"}
    examples = set(re.findall(r'"(web-[a-z-]+-)" ~', code))
    written = sentences("fr").keys()
    assert whole <= written
    for name in written - whole - LANGUAGE_NAMES - {"web-accessibility", "web-legal"}:
        assert name.startswith((*examples, "web-accessibility-", "web-legal-", "web-privacy-")), name
