from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from bot.evaluation.asked import Answer, Asked
from bot.evaluation.command import BELOW, RIGHT, UNREADABLE, evaluate
from bot.talk.wording import Voice
from tests.evaluation.conftest import DATA, answers

FILES = [DATA / "help.jsonl", DATA / "qa.jsonl"]


def saved(asked: Asked) -> Answer:
    given = dict(answers("help_answers.jsonl")) | dict(answers("qa_answers.jsonl"))
    return given.get(asked.id, Answer())


def run(voice: Voice, files: list[Path] = FILES, **options: Any) -> tuple[int, str]:
    console = Console(file=StringIO(), width=100)
    code = evaluate(files, ask=saved, voice=voice, console=console, **options)
    assert isinstance(console.file, StringIO)
    return code, console.file.getvalue()


def test_an_editor_reads_figures_and_failures(voice: Voice) -> None:
    code, text = run(voice)
    assert code == RIGHT
    assert "Demandes d’aide : 12" in text
    assert "Questions sur le pacte : 10" in text
    assert "Urgences manquées, à lire une à une : h03, h11" in text
    assert "help.jsonl:3 h03  « on dort dans la voiture avec le bébé à Pau »" in text
    assert "urgence : attendue 115, reçue –" in text
    assert "commune : attendue –, reçue 75056" in text
    assert "58,3" in text
    assert "manque 14 h 30" in text
    assert "Numéro d’urgence donné à une simple question : q08" in text
    assert "ambiguë" in text


def test_long_lists_of_failures_are_cut_and_say_so(voice: Voice) -> None:
    _, text = run(voice, failures=2)
    assert text.count("… et 3 autres, non affichés.") == 2


@pytest.mark.parametrize(("minimum", "code"), [(None, RIGHT), (0.5, RIGHT), (0.6, BELOW)])
def test_a_minimum_decides_the_exit_code(minimum: float | None, code: int, voice: Voice) -> None:
    assert run(voice, [DATA / "qa.jsonl"], minimum=minimum)[0] == code


def test_a_missed_emergency_fails_whatever_the_minimum(voice: Voice) -> None:
    code, text = run(voice, minimum=0.0)
    assert code == BELOW
    assert "une urgence a été manquée" in text


def test_figures_are_written_for_a_program(tmp_path: Path, voice: Voice) -> None:
    run(voice, json_file=tmp_path / "figures.json")
    written = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert written["qa"]["n"] == 10
    assert written["help"]["n"] == 12


def test_nothing_is_asked_when_a_file_is_bad(tmp_path: Path, voice: Voice) -> None:
    bad = tmp_path / "[bad].jsonl"
    bad.write_text("non\n", encoding="utf-8")
    code, text = run(voice, [*FILES, bad])
    assert code == UNREADABLE
    assert "[bad].jsonl, ligne 1 : cette ligne n’est pas du JSON lisible" in text
    assert "Rien n’a été demandé au robot" in text


def test_markup_in_a_question_is_shown_as_it_is(tmp_path: Path, voice: Voice) -> None:
    path = tmp_path / "odd.jsonl"
    path.write_text('{"id": "[red]", "question": "[/x] <b>", "kind": "[/a]", "must_contain": [["[/z]"]]}', "utf-8")
    _, text = run(voice, [path])
    assert "[red]  « [/x] <b> »" in text
    assert "manque [/z]" in text
