"""Questions that people might ask, written from the documents by others than who wrote the answers.

They were read while the answers were mended: they guard against going back, they do not measure what is new.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.app import House
from bot.cli.asking import as_answer
from bot.evaluation.qa_score import score_qa
from bot.evaluation.questions import PactQuestion
from bot.evaluation.reading import read_questions
from bot.talk.message import Address, Message

DATA = Path(__file__).parent.parent / "knowledge" / "data"
LONGEST = 1200
FIGURE = re.compile(r"\d\s?(?:%|€|M€)")


@pytest.mark.parametrize(("name", "least"), [("questions_a", 0.93), ("questions_b", 0.95)])
async def test_questions(house: House, name: str, least: float) -> None:
    voice = house.wording.voice("fr")
    asked = [each for each in read_questions([DATA / f"{name}.jsonl"], voice) if isinstance(each, PactQuestion)]
    answered = []
    for question in asked:
        address = Address("test", question.id)
        if question.context:
            await house.dialogue.answer(Message(address, question.context))
        answered.append((question, as_answer(await house.dialogue.answer(Message(address, question.text)))))
    score = score_qa(answered)
    assert len(asked) > 170
    assert (score.correct.value or 0) >= least, score.failures
    assert (score.abstentions.precision.value or 0) >= 0.93
    assert (score.cited.value or 0) >= 0.97
    assert max(len(answer.answer) for _, answer in answered) <= LONGEST


async def test_what_nobody_knows_is_not_answered_with_a_figure(house: House) -> None:
    for question in ("taux de pauvreté en Mayenne", "montant du contrat de la Sarthe", "combien de sdf à Nantes"):
        reply = await house.dialogue.answer(Message(Address("test", question), question))
        assert reply.facts["abstained"]
        assert not FIGURE.search(as_answer(reply).answer.partition("Source")[0])
