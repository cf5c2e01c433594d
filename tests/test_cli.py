"""The command line, run for real: what it says and its exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import write_source
from tests.sample import services, structures
from tests.warm import warm


def solipacte(data: Path, *arguments: str, said: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    warm(data)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SOLIPACTE_")}
    environment |= {"SOLIPACTE_DATA_DIR": str(data), **{f"SOLIPACTE_{name}": value for name, value in settings.items()}}
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "bot", *arguments],
        env=environment,
        input=said,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_source(tmp_path / "source", structures=structures(), services=services())


def test_import_then_ask(tmp_path: Path, source: Path) -> None:
    # The very first start: nothing is made yet.
    (tmp_path / "var" / "cache").mkdir(parents=True)
    preview = solipacte(tmp_path / "var", "import", "data-inclusion", str(source), "--dry-run")
    assert (preview.returncode, "Aperçu seulement" in preview.stdout) == (0, True)
    assert "Mon annuaire est encore vide" in solipacte(tmp_path / "var", "ask", "douche à nante").stdout
    applied = solipacte(tmp_path / "var", "import", "data-inclusion", str(source))
    assert (applied.returncode, "l’annuaire est à jour" in applied.stdout) == (0, True)
    assert "rien à changer" in solipacte(tmp_path / "var", "import", "data-inclusion", str(source)).stdout
    asked = solipacte(tmp_path / "var", "ask", "douche à nante")
    assert (asked.returncode, "Accueil de jour L’Escale" in asked.stdout, asked.stderr) == (0, True, "")
    asked_lines = [
        {"id": "a", "utterance": "jai faim 59100"},
        {"id": "b", "question": "et à Nantes ?", "context": "une douche"},
    ]
    lines = "".join(json.dumps(line) + "\n" for line in asked_lines)
    answered = solipacte(tmp_path / "var", "ask", "--jsonl", said=lines)
    first, second = map(json.loads, answered.stdout.splitlines())
    fields = "id answer abstained sources language themes commune ambiguous candidates emergency"
    assert list(first) == fields.split()
    assert (first["themes"], first["commune"], first["emergency"]) == (["alimentation"], "59512", None)
    assert "Douche près de Nantes" in second["answer"]
    chatted = solipacte(tmp_path / "var", "chat", said="je dors dehors\nlille\n")
    assert chatted.returncode == 0
    assert "⚠ 115" in chatted.stdout
    assert "Halte de nuit" in chatted.stdout


def test_a_refused_import_says_why_and_writes_nothing(tmp_path: Path, source: Path) -> None:
    (source / "services.ndjson").write_text("[" * 100_000, encoding="utf-8")
    refused = solipacte(tmp_path / "var", "import", "data-inclusion", str(source))
    assert refused.returncode == 1
    assert "Rien n’a changé" in refused.stdout
    assert "Traceback" not in refused.stderr


def test_evaluate_scores_a_file_of_questions(tmp_path: Path) -> None:
    question = {
        "id": "x1", "utterance": "jai faim 59100", "lang": "fr", "theme_expected": ["alimentation"], "theme_ok": [],
        "commune_expected": "59512", "ambiguous_commune": False, "emergency": None,
    }  # fmt: skip
    file = tmp_path / "questions.jsonl"
    file.write_text(json.dumps(question) + "\n", encoding="utf-8")
    scored = solipacte(tmp_path / "var", "evaluate", str(file), "--min", "1", "--json", str(tmp_path / "figures.json"))
    assert (scored.returncode, scored.stderr) == (0, "")
    assert json.loads((tmp_path / "figures.json").read_text())
    file.write_text(json.dumps({**question, "commune_expected": "44109"}) + "\n", encoding="utf-8")
    assert solipacte(tmp_path / "var", "evaluate", str(file), "--min", "1").returncode == 1


def test_a_wrong_setting_is_named_in_one_sentence(tmp_path: Path) -> None:
    wrong = solipacte(tmp_path / "var", "ask", "douche", HTTP_PORT="huit")
    assert wrong.returncode == 1
    assert wrong.stderr.startswith("SOLIPACTE_HTTP_PORT")
    assert "Traceback" not in wrong.stderr


@pytest.mark.parametrize(
    "setting",
    [
        {"TELEGRAM_TOKEN": "1:secret"},
        {"MATRIX_HOMESERVER": "https://matrix.example.org", "MATRIX_USER": "@robot:x.org", "MATRIX_PASSWORD": "secret"},
        {"PUBLIC_URL": "https://aide.example.org"},
    ],
)
def test_the_street_never_gets_fiction(tmp_path: Path, setting: dict[str, str]) -> None:
    refused = solipacte(tmp_path / "var", "serve", "--demo", **setting)
    assert (refused.returncode, "lieux fictifs" in refused.stdout) == (1, True)
    assert "secret" not in refused.stdout + refused.stderr


def test_the_database_is_kept_by_commands(tmp_path: Path) -> None:
    data = tmp_path / "var"
    assert solipacte(data, "db", "check").returncode == 1
    assert solipacte(data, "db", "upgrade").returncode == 0
    assert solipacte(data, "db", "check").returncode == 0
    assert solipacte(data, "db", "backup", str(tmp_path / "copy.db")).returncode == 0
    assert solipacte(data, "db", "restore", str(tmp_path / "copy.db")).returncode == 0
    assert solipacte(data, "db", "backup", str(tmp_path / "copy.db")).returncode == 1


def test_the_doctor_says_what_to_do(tmp_path: Path) -> None:
    trial = solipacte(tmp_path / "var", "doctor")
    assert trial.returncode == 0, trial.stdout
    assert "• L’annuaire est vide" in trial.stdout
    street = solipacte(tmp_path / "var", "doctor", PUBLIC_URL="https://aide.example.org")
    assert street.returncode == 1
    assert "SOLIPACTE_SECRET_KEY_FILE" in street.stdout


def test_events_are_imported_and_told(tmp_path: Path) -> None:
    data, file = tmp_path / "var", tmp_path / "dates.csv"
    file.write_text("titre;date\nAtelier;16/03/2027\nFaute;30/02/2027\n", encoding="utf-8")
    command = ("import", "events", str(file), "--territory", "dep-44")
    refused = solipacte(data, *command)
    assert (refused.returncode, "ligne 3, Faute" in refused.stdout) == (1, True)
    applied = solipacte(data, *command, "--accept-refused")
    assert (applied.returncode, "le calendrier est à jour" in applied.stdout, applied.stderr) == (0, True, "")
    assert "import-events · new 1 · dep-44" in solipacte(data, "agents", "audit").stdout
    exported = solipacte(data, "export", "events", str(tmp_path / "tableau.xlsx"), "--territory", "dep-44")
    assert (exported.returncode, exported.stderr) == (0, "")


def test_keys_are_rotated_and_the_old_ones_forgotten(tmp_path: Path) -> None:
    data = tmp_path / "var"
    assert solipacte(data, "chat", said="douche à nantes\n").returncode == 0
    rotated = solipacte(data, "keys", "rotate")
    assert (rotated.returncode, rotated.stderr) == (0, "")
    assert "une nouvelle clé chiffre tout" in rotated.stdout
    assert str(data / "secret.key") in rotated.stdout
    assert "Anciennes clés encore gardées : 1" in solipacte(data, "doctor").stdout
    os.utime(data / "secret.key", (0, 0))
    assert "Anciennes clés oubliées : 1" in solipacte(data, "keys", "rotate", "--forget-old").stdout
    assert "pas d’ancienne clé" in solipacte(data, "keys", "rotate", "--forget-old").stdout


def test_another_key_file_is_refused_by_every_command_that_needs_it(tmp_path: Path) -> None:
    data, key = tmp_path / "var", tmp_path / "var" / "secret.key"
    assert solipacte(data, "chat", said="douche à nantes\n").returncode == 0
    assert solipacte(data, "db", "backup", str(tmp_path / "copy.db")).returncode == 0
    right = key.read_bytes()
    solipacte(tmp_path / "other", "chat", said="bonjour\n")
    wrong = (tmp_path / "other" / "secret.key").read_bytes()
    commands = (["serve"], ["chat"], ["ask", "douche"], ["doctor"], ["agents", "list"], ["keys", "rotate"])
    for content, sentence in ((wrong, "n’ouvre pas cette base"), (None, "Le fichier de clés manque")):
        key.unlink()
        if content is not None:
            key.touch(mode=0o600)
            key.write_bytes(content)
        for command in commands if content else commands[:1]:
            refused = solipacte(data, *command)
            assert (refused.returncode, refused.stdout, sentence in refused.stderr) == (1, "", True), command
            assert "Traceback" not in refused.stderr
            assert str(key) in refused.stderr
        assert (key.read_bytes() if content else key.exists()) == (content or False)
        if content:
            refused = solipacte(data, "db", "restore", str(tmp_path / "copy.db"))
            assert (refused.returncode, sentence in refused.stderr) == (1, True)
    key.touch(mode=0o600)
    key.write_bytes(right)
    assert solipacte(data, "chat", said="bonjour\n").returncode == 0
