from __future__ import annotations

from pathlib import Path

import pytest

from bot.evaluation.questions import HelpQuestion, PactQuestion
from bot.evaluation.reading import BadFileError, read_questions
from bot.talk.wording import Voice

GOOD = '{"id": "a", "utterance": "douche", "theme_expected": ["hygiene"], "commune_expected": null}'


def sentences(content: str | bytes, folder: Path, voice: Voice) -> list[str]:
    path = folder / "q.jsonl"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(BadFileError) as caught:
        read_questions([path], voice)
    return [sentence.removeprefix(f"{folder}/") for sentence in caught.value.sentences]


def test_each_line_says_its_own_kind(tmp_path: Path, voice: Voice) -> None:
    path = tmp_path / "both.jsonl"
    path.write_text(f'\ufeff{GOOD}\r\n\n{{"id": 7, "question": "Quand ?", "must_contain": [["lundi"]]}}\n', "utf-8")
    first, second = read_questions([path], voice)
    assert isinstance(first, HelpQuestion)
    assert isinstance(second, PactQuestion)
    assert (first.file, first.line, second.line) == ("both.jsonl", 1, 3)
    assert second.id == "7"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "cette ligne n’est pas du JSON lisible"),
        ("[" * 100_000, "cette ligne n’est pas du JSON lisible"),
        ('{"id": ' + "9" * 10_000 + "}", "cette ligne n’est pas du JSON lisible"),
        ("[]", "soit « question », soit « utterance »"),
        ('{"id": "b"}', "soit « question », soit « utterance »"),
        ('{"id": "b", "question": "?", "utterance": "?"}', "soit « question », soit « utterance »"),
        ('{"id": "b", "utterance": "?"}', "les champs commune_expected, theme_expected manquent"),
        ('{"id": "b", "question": "?", "expect": "guess"}', "le champ expect manque ou n’a pas"),
        ('{"question": "?"}', "le champ id manque"),
        (GOOD.replace("hygiene", "jardin").replace('"a"', '"b"'), "le champ theme_expected manque ou n’a pas"),
        (GOOD, "l’identifiant a est déjà celui de la ligne 1"),
    ],
)
def test_a_bad_line_is_told_with_its_file_and_number(line: str, why: str, tmp_path: Path, voice: Voice) -> None:
    (told,) = sentences(f"{GOOD}\n{line}\n", tmp_path, voice)
    assert told.startswith("q.jsonl, ligne 2 : ")
    assert why in told


def test_all_bad_lines_are_told_at_once(tmp_path: Path, voice: Voice) -> None:
    told = sentences(b"\xff\xfe\n" + GOOD.encode() + b"\n42", tmp_path, voice)
    assert [sentence.partition(" : ")[0] for sentence in told] == ["q.jsonl, ligne 1", "q.jsonl, ligne 3"]


def test_a_file_that_is_empty_or_absent_is_told(tmp_path: Path, voice: Voice) -> None:
    assert sentences("\n\n", tmp_path, voice) == ["q.jsonl : aucune question dans ce fichier."]
    with pytest.raises(BadFileError, match=r"absent\.jsonl : impossible de lire ce fichier"):
        read_questions([tmp_path / "absent.jsonl"], voice)


def test_the_same_identifier_may_come_in_two_files(tmp_path: Path, voice: Voice) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    assert len(read_questions([tmp_path / "a.jsonl", tmp_path / "b.jsonl"], voice)) == 2
