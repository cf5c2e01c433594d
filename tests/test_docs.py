"""What is promised to readers exists, and what exists is said: README, CHANGELOG, architecture."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from prometheus_client import CollectorRegistry
from sqlmodel import SQLModel
from typer.core import TyperGroup
from typer.main import get_command

from bot.cli.command import app
from bot.cli.serving import REFUSED
from bot.platforms.web.measures import measures
from bot.post.door import Health
from bot.post.figures import figures
from bot.records.promises import RETENTION
from bot.settings import PREFIX, Settings
from bot.talk.wording import OFFERED

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
DEPLOY = (ROOT / "docs/deploy.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
DOCUMENTS = {
    "README.md": README,
    "docs/architecture.md": ARCHITECTURE,
    "docs/deploy.md": DEPLOY,
    "docs/privacy.md": (ROOT / "docs/privacy.md").read_text(encoding="utf-8"),
    "CHANGELOG.md": CHANGELOG,
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
_PATH = re.compile(r"`((?:bot|deploy|directory|docs|knowledge|requirements|tests)/[\w./*@-]*)(?:<|`)")


def commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Every command with its whole name, groups apart. Any: typer keeps its click to itself."""
    if isinstance(command, TyperGroup):
        for part, below in command.commands.items():
            yield from commands(below, f"{name} {part}")
    else:
        yield name, command


COMMANDS = dict(commands(get_command(app), "solipacte"))


def block(document: str, language: str) -> str:
    """What stands in the fenced block of that language."""
    found = re.search(rf"^```{language}\n(.*?)^```$", document, flags=re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def tree() -> dict[str, str]:
    """Paths of the README's tree, with what is said of each."""
    found: dict[str, str] = {}
    above: list[str] = []
    for line in block(README, "tree").splitlines():
        name, said = re.split(r"\s{2,}", line.strip(), maxsplit=1)
        depth = (len(line) - len(line.lstrip())) // 2
        above = [*above[:depth], name]
        found["".join(above)] = said
    return found


def test_every_setting_is_in_the_readme_and_no_other() -> None:
    settings = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    listed = set(re.findall(rf"^\| `({PREFIX}\w+)` \|", README, flags=re.MULTILINE))
    assert listed == settings
    assert set(re.findall(rf"{PREFIX}[A-Z_]+", README + ARCHITECTURE + DEPLOY)) <= settings


def test_every_setting_of_a_messenger_is_in_the_operators_page() -> None:
    messengers = {name for name in Settings.model_fields if name.startswith(("telegram_", "matrix_", "smtp_"))}
    assert len(messengers) >= 10
    for name in messengers:
        assert f"{PREFIX}{name.upper()}" in DEPLOY


def test_the_operators_page_tells_every_figure_of_the_mailroom_and_every_health() -> None:
    registry = CollectorRegistry()
    figures(registry)
    measures(registry)
    told = {f"{family.name}_total" if family.type == "counter" else family.name for family in registry.collect()}
    for name in told:
        assert f"`{name}`" in DEPLOY, name
    for health in Health:
        assert f"`telegram: {health.value}`" in DEPLOY


def test_the_operators_page_tells_the_exit_code_of_a_refusal() -> None:
    assert f"**exit code {REFUSED}**" in DEPLOY
    assert set(re.findall(r"(?:exit )?code (\d+)", DEPLOY)) == {str(REFUSED)}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme_with_its_options(name: str) -> None:
    rows = [line for line in README.splitlines() if line.startswith("| `solipacte") and name in line]
    assert rows, name
    for parameter in COMMANDS[name].params:
        for option in (text for text in parameter.opts if text.startswith("--") and text != "--help"):
            assert any(option in row for row in rows), f"{name} {option}"


def test_there_are_commands() -> None:
    assert len(COMMANDS) >= 10


def test_every_command_in_the_readme_exists() -> None:
    for said in re.findall(r"^\| `(solipacte[^`]*)`", README, flags=re.MULTILINE):
        assert said == "solipacte" or any(said.startswith(name) for name in COMMANDS), said


def test_every_line_of_the_tree_exists() -> None:
    for path, said in tree().items():
        assert (ROOT / path).exists(), path
        assert (ROOT / path).is_dir() == path.endswith("/"), path
        assert said


def test_every_package_is_in_the_tree() -> None:
    folders = [ROOT / name for name in PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]]
    packages = {*folders, *(found.parent for folder in folders for found in folder.glob("*/__init__.py"))}
    assert {f"{package.relative_to(ROOT)}/" for package in packages} <= set(tree())


def test_every_layer_is_explained() -> None:
    (layers,) = (each["layers"] for each in PROJECT["tool"]["importlinter"]["contracts"] if each["type"] == "layers")
    for layer in layers:
        row = ", ".join(f"`{module}`" for module in layer.split(" | "))
        assert f"| {row} |" in ARCHITECTURE, layer


def test_every_table_is_explained() -> None:
    for name in SQLModel.metadata.tables:
        if name != "bench_row":
            assert f"`{name}`" in ARCHITECTURE, name


@pytest.mark.parametrize("name", RETENTION)
def test_every_retention_is_told_as_it_is(name: str) -> None:
    kept = RETENTION[name].kept
    english, french = f"{kept.days} days", f"{kept.days} jours"
    if kept == timedelta(days=1):
        english, french = "24 hours", "24 heures"
    elif kept < timedelta(days=1):
        english = french = f"{kept.seconds // 60} minutes"
    (row,) = (line for line in ARCHITECTURE.splitlines() if line.startswith(f"| `{name}` |"))
    assert english in row
    assert french in README


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_path_named_exists(name: str) -> None:
    for path in _PATH.findall(DOCUMENTS[name]):
        assert any(ROOT.glob(path.rstrip("/"))), path


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_inside_the_house_leads_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", DOCUMENTS[name]):
        path, _, anchor = target.partition("#")
        if "://" in target:
            continue
        file = (ROOT / name).parent / path if path else ROOT / name
        assert file.exists(), target
        titles = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert not anchor or anchor in {_anchor(title) for title in titles}, target


def test_the_conversation_of_the_readme_is_a_real_one() -> None:
    (named,) = re.findall(r"`(tests/transcripts/\w+\.txt)`", README)
    assert block(README, "transcript").strip() in (ROOT / named).read_text(encoding="utf-8")


def test_every_make_target_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert set(re.findall(r"`make (\w+)", README)) == targets - {"help"}


def test_every_language_has_a_name_in_the_readme() -> None:
    names = {"fr": "français", "fr-x-simple": "français simple", "en": "anglais", "es": "espagnol", "ar": "arabe",
             "uk": "ukrainien"}  # fmt: skip
    for code in OFFERED:
        assert names[code] in README


def test_the_licences_of_the_data_are_cited() -> None:
    licences = (ROOT / "directory/data/communes-LICENCES.md").read_text(encoding="utf-8")
    (line,) = (line for line in licences.splitlines() if line.startswith("Mentions à reprendre"))
    for mention in re.findall(r"« (.+?) »", line):
        assert mention in README, mention


def test_the_changelog_says_one_sentence_a_line() -> None:
    assert f"## [Non publié] – {PROJECT['project']['version']}" in CHANGELOG
    for line in CHANGELOG.splitlines():
        if line.startswith("- "):
            assert line.endswith("."), line
            assert not re.search(r"[.!?] [A-ZÀÉ]", line), line


def _anchor(title: str) -> str:
    """As GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")
