"""What is said of offers is easy to read: Kandel-Moles, 60 for standard French, 80 for simple French."""

from __future__ import annotations

import re

import pytest
from fluent.syntax import FluentParser, ast

from bot.talk.wording import LOCALES, OFFERED
from tests.readability import readability, sentences_of

# A few words are a label, which no formula measures.
_FEWEST = 6
_LONGEST_LABEL = 30
_LABELS = re.compile(
    r"offer-(?:(?:profile|means|change|resume)-[a-z-]+|agree|refuse|change|back|leave|complete|contact-here"
    r"|withdraw|withdraw-(?:yes|no))|[a-z-]+-skip|offers-participate"
)


def said(language: str) -> dict[str, str]:
    """Each sentence, without what is not read: commands, addresses, values."""
    path = LOCALES / language / "offers.ftl"
    found = {}
    for message in FluentParser().parse(path.read_text(encoding="utf-8")).body:
        if isinstance(message, ast.Message) and message.value:
            parts = [part.value for part in message.value.elements if isinstance(part, ast.TextElement)]
            found[message.id.name] = re.sub(r"/\w+|\S+@\S+", "", " ".join(parts))
    return found


@pytest.mark.parametrize(("language", "least"), [("fr", 60), ("fr-x-simple", 80)])
def test_each_sentence_is_easy_to_read(language: str, least: float) -> None:
    texts = {name: text for name, text in said(language).items() if len(text.split()) >= _FEWEST}
    assert len(texts) > 30
    assert readability(sentences_of(texts.values())) >= least + 15
    assert {name: score for name, text in texts.items() if (score := readability(sentences_of([text]))) < least} == {}


@pytest.mark.parametrize("language", OFFERED)
def test_a_label_fits_a_button(language: str) -> None:
    labels = {name: text for name, text in said(language).items() if _LABELS.fullmatch(name)}
    assert len(labels) > 25
    assert {name: text for name, text in labels.items() if len(text) > _LONGEST_LABEL} == {}
