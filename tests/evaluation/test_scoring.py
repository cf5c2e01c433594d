from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from bot.evaluation.asked import Answer, Asked
from bot.evaluation.figures import figures
from bot.evaluation.help_verdict import judge_help
from bot.evaluation.qa_verdict import judge_qa
from bot.evaluation.questions import HelpQuestion, PactQuestion
from bot.evaluation.reading import read_questions
from bot.evaluation.scoring import Result, ask_all, score
from bot.evaluation.tally import Share
from bot.evaluation.themes import THEMES, theme_named
from bot.talk.wording import Voice
from tests.evaluation.conftest import DATA, scored


def shares(by: Mapping[str, Share]) -> dict[str, tuple[float, int]]:
    return {key: (share.right, share.of) for key, share in by.items()}


def test_requests_for_help_are_counted_by_theme_commune_and_emergency(voice: Voice) -> None:
    found = scored("help", voice).help
    assert found is not None
    assert {name: share.right for name, share in found.measures.items()} == {
        "theme_hit": 10,
        "theme_all": 9,
        "theme_first": 10,
        "commune": 10,
        "emergency": 9,
        "all_right": 7,
    }
    assert found.theme_precision.value == 0.8462
    assert found.emergency_recall.value == 0.3333
    assert found.missed == ("h03", "h11")
    assert found.false_alarms == ("h09",)
    assert found.false_alarm_rate.value == 0.1111
    assert [failure.question.id for failure in found.failures] == ["h03", "h07", "h08", "h09", "h11"]


def test_requests_for_help_are_told_by_language_emergency_and_commune_case(voice: Voice) -> None:
    found = scored("help", voice).help
    assert found is not None
    assert shares(found.by["language"]) == {"en": (1, 1), "es": (0, 1), "fr": (5, 9), "uk": (1, 1)}
    assert shares(found.by["emergency"]) == {"": (8, 9), "115": (0, 1), "119": (1, 1), "3114": (0, 1)}
    assert shares(found.by["commune_case"]) == {"ambiguous": (1, 1), "known": (6, 6), "none": (3, 5)}
    assert shares(found.by["theme"])["energie"] == (0, 1)
    assert shares(found.by["theme"])["argent_dettes"] == (2, 2)


def test_questions_on_the_pact_are_counted_with_abstentions_and_sources(voice: Voice) -> None:
    found = scored("qa", voice).qa
    assert found is not None
    assert (found.correct.right, found.correct.of) == (5, 10)
    assert found.partial.value == 0.65
    counts = found.abstentions
    assert (counts.right, counts.wrong, counts.missed, counts.answered) == (2, 1, 1, 6)
    assert counts.precision.value == counts.recall.value == 0.6667
    assert (found.cited.right, found.cited.of) == (3, 5)
    assert found.only_wrong_value == ("q09",)
    assert found.near_values == ("q07",)
    assert found.alarms == ("q08",)
    assert [failure.question.id for failure in found.failures] == ["q02", "q05", "q08", "q09", "q10"]


def test_questions_on_the_pact_are_told_by_kind_style_document_and_context(voice: Voice) -> None:
    found = scored("qa", voice).qa
    assert found is not None
    assert shares(found.by["kind"])["statistic"] == (2, 2)
    assert shares(found.by["style"])["officer"] == (1, 2)
    assert shares(found.by["seed"]) == {"": (2, 4), "007_aaaa.txt": (1, 4), "008_bbbb.txt": (2, 2)}
    assert shares(found.by["expect"]) == {"abstain": (2, 3), "answer": (3, 7)}
    assert shares(found.by["context"]) == {"alone": (4, 9), "follow-up": (1, 1)}
    assert shares(found.by["language"]) == {"en": (1, 1), "fr": (4, 7), "sms/typo": (0, 2)}


def test_every_failure_says_why(voice: Voice) -> None:
    result = scored("qa", voice)
    assert result.qa is not None
    why = {failure.question.id: [reason.message for reason in failure.reasons] for failure in result.qa.failures}
    assert why == {
        "q02": ["evaluation-missing"],
        "q05": ["evaluation-wrongly-abstained"],
        "q08": ["evaluation-should-abstain"],
        "q09": ["evaluation-wrong-value"],
        "q10": ["evaluation-silent"],
    }


def test_a_perfect_robot_reaches_one_and_a_silent_one_nothing(voice: Voice) -> None:
    questions = read_questions([DATA / "help.jsonl", DATA / "qa.jsonl"], voice)
    perfect = score((question, perfect_answer(question)) for question in questions)
    assert perfect.reaches(1.0)
    silent = score((question, None) for question in questions)
    assert silent.help is not None
    assert silent.qa is not None
    assert silent.help.measures["all_right"].right == silent.qa.correct.right == 0
    assert not silent.reaches(0.0)  # emergencies were missed


def perfect_answer(question: HelpQuestion | PactQuestion) -> Answer:
    if isinstance(question, PactQuestion):
        said = " ; ".join(group[0] for group in question.must_contain)
        return Answer(answer=said, abstained=question.expect == "abstain")
    return Answer(themes=question.theme_expected, commune=question.commune_expected, emergency=question.emergency)


def test_a_minimum_looks_at_the_weakest_kind(voice: Voice) -> None:
    result = scored("qa", voice)
    assert result.reaches(0.5)
    assert not result.reaches(0.51)
    assert Result(help=None, qa=None).reaches(1.0)


def test_each_question_is_asked_once_with_its_context(voice: Voice) -> None:
    asked: list[Asked] = []

    def ask(question: Asked) -> Answer:
        asked.append(question)
        return Answer(abstained=True)

    result = ask_all(read_questions([DATA / "qa.jsonl"], voice), ask)
    assert [question.id for question in asked] == [f"q{number:02}" for number in range(1, 11)]
    assert asked[2] == Asked("q03", "et le budget ?", "Quand a lieu le comité ?")
    assert result.help is None
    assert result.qa is not None
    assert result.qa.correct.right == 3


def test_the_figures_can_be_read_by_a_program(voice: Voice) -> None:
    qa = json.loads(json.dumps(figures(scored("qa", voice))))
    assert qa["qa"]["accuracy"] == 0.5
    found = json.loads(json.dumps(figures(scored("help", voice))))
    assert found["help"]["accuracy"]["all_right"] == 0.5833
    assert found["help"]["failures"][0]["why"] == [{"reason": "wrong-emergency", "expected": "115", "got": "–"}]


@pytest.mark.parametrize(
    ("name", "theme"),
    [
        ("Santé mentale", "sante_mentale"),
        ("hygiène", "hygiene"),
        ("sante", "sante"),
        ("logement-hebergement--se-maintenir-dans-le-logement", "logement_hebergement"),
        ("famille--garde-denfants", "famille"),
        ("famille--surmonter-conflits-separation-violence", "violences"),
        ("equipement-et-alimentation--alimentation", "alimentation"),
        ("jardinage", "jardinage"),
    ],
)
def test_a_theme_is_known_by_its_other_names(name: str, theme: str) -> None:
    assert theme_named(name) == theme


def test_every_theme_is_its_own_name() -> None:
    assert [theme_named(theme) for theme in THEMES] == list(THEMES)


def request(**fields: object) -> HelpQuestion:
    given = {"id": "x", "utterance": "…", "theme_expected": ("sante",), "commune_expected": None}
    return HelpQuestion.model_validate({**given, "file": "f", "line": 1, **fields})


@pytest.mark.parametrize(
    ("fields", "answer", "right"),
    [
        ({}, Answer(commune="44109"), False),
        ({"commune_expected": "44109"}, Answer(commune="44109"), True),
        ({"commune_expected": "44109"}, Answer(), False),
        ({"commune_expected": "44109", "commune_ok": (None,)}, Answer(), True),
        ({"ambiguous_commune": True}, Answer(), True),
        ({"ambiguous_commune": True}, Answer(commune="44109"), False),
        ({"ambiguous_commune": True}, Answer(commune="44109", ambiguous=True), True),
        ({"ambiguous_commune": True, "commune_ok": ("44109",)}, Answer(commune="44109"), True),
    ],
)
def test_a_commune_is_right_when_it_is_named_tolerated_or_asked(
    fields: Mapping[str, object], answer: Answer, *, right: bool
) -> None:
    assert judge_help(request(**fields), answer).commune is right


def test_a_commune_that_should_be_asked_says_so() -> None:
    result = score([(request(ambiguous_commune=True), Answer(themes=("sante",), commune="44109"))])
    assert result.help is not None
    (failure,) = result.help.failures
    assert [reason.message for reason in failure.reasons] == ["evaluation-should-ask"]


@pytest.mark.parametrize(
    ("expected", "tolerated", "given", "right"),
    [
        ("115", (), "115", True),
        ("115", (), None, False),
        ("115", (), "15", False),
        ("115", ("15",), "15", True),
        (None, (), None, True),
        (None, (), "115", False),
        (None, ("115",), "115", True),
    ],
)
def test_an_emergency_is_right_when_expected_or_tolerated(
    expected: str | None, tolerated: tuple[str, ...], given: str | None, *, right: bool
) -> None:
    question = request(emergency=expected, emergency_ok=tolerated)
    assert judge_help(question, Answer(emergency=given)).emergency is right


def test_urgency_is_no_wrong_theme_when_an_emergency_is_expected() -> None:
    assert judge_help(request(emergency="15"), Answer(themes=("urgence",))).wrong_themes == ()
    assert judge_help(request(), Answer(themes=("urgence", "sante"))).wrong_themes == ("urgence",)


@pytest.mark.parametrize(
    ("source", "cited"), [("a/b/007_x.txt", True), ("007_x.txt", True), ("007", True), ("008_y.txt", False)]
)
def test_a_document_is_cited_by_its_name_or_its_number(source: str, *, cited: bool) -> None:
    question = PactQuestion(id="x", question="?", seed="007_x.txt", file="f", line=1)
    assert judge_qa(question, Answer(sources=(source,))).cited is cited
