from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.evaluation.asked import Answer
from bot.evaluation.reading import read_questions
from bot.evaluation.scoring import Result, score
from bot.talk.wording import Voice, Wording

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def voice() -> Voice:
    return Wording().voice("fr")


def answers(name: str) -> Mapping[str, Answer]:
    """Saved answers by question, as the robot might have given them."""
    rows = [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]
    return {row["id"]: answer(row) for row in rows}


def answer(row: Mapping[str, Any]) -> Answer:
    return Answer(
        answer=row.get("answer", ""),
        abstained=row.get("abstained", False),
        sources=tuple(row.get("sources", ())),
        themes=tuple(row.get("themes", ())),
        commune=row.get("commune"),
        ambiguous=row.get("ambiguous", False),
        emergency=row.get("emergency"),
    )


def scored(name: str, voice: Voice) -> Result:
    """The figures of `name.jsonl` answered by `name_answers.jsonl`; a question without answer stays so."""
    given = answers(f"{name}_answers.jsonl")
    questions = read_questions([DATA / f"{name}.jsonl"], voice)
    return score((question, given.get(question.id)) for question in questions)
