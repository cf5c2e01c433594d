"""Sentences written without looking at the words of the needs, by one person per file: most lead to a right theme.

One JSON object per line: `utterance`, `theme_expected` (one of them is enough), `theme_ok` (others not counted
wrong), `lang`, and `commune_nom`, the commune named, if any.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from directory.needs import Needs
from directory.words import tokens

FILES = sorted((Path(__file__).parent / "data").glob("needs_blind_*.jsonl"))
LEAST_HIT = 0.97
LEAST_PRECISION = 0.88


@pytest.fixture(scope="module")
def needs() -> Needs:
    return Needs.load()


def _themes(sentence: dict[str, Any], needs: Needs) -> Sequence[str]:
    named = frozenset(token.word for token in tokens(sentence.get("commune_nom") or ""))
    return needs.match(tokens(sentence["utterance"]), never=named).themes


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_most_sentences_lead_to_a_right_theme_and_to_few_others(path: Path, needs: Needs) -> None:
    missed, beside, proposed = [], [], 0
    sentences = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for sentence in sentences:
        themes = _themes(sentence, needs)
        expected = set(sentence["theme_expected"])
        wrong = [theme for theme in themes if theme not in expected.union(sentence["theme_ok"])]
        proposed += len(themes)
        if not expected.intersection(themes):
            missed.append((sentence["utterance"], themes))
        beside += [(sentence["utterance"], theme) for theme in wrong]

    assert 1 - len(missed) / len(sentences) >= LEAST_HIT, missed
    assert 1 - len(beside) / proposed >= LEAST_PRECISION, beside
