"""`solipacte import events` and `export events`: what they say, their exit codes, and what they write."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from bot.app import database_of
from bot.cli.calendars import export_events, import_events
from bot.records.diary import announced
from bot.settings import Settings
from bot.talk.wording import Wording
from knowledge.model import Event
from tests.warm import warm

GOOD, WRONG = "titre;date;territoire\nAtelier;16/03/2027;44\n", "Faute;30/02/2027;44\n"
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=warm(tmp_path / "var"))


@pytest.fixture
def imports(settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(content: str, *, territory: str = "", dry_run: bool = False, accept_refused: bool = False):
        file = tmp_path / "dates.csv"
        file.write_text(content, encoding="utf-8")
        code = import_events(settings, file, territory=territory, dry_run=dry_run, accept_refused=accept_refused)
        return code, "".join(capsys.readouterr())

    return run


def held(settings: Settings) -> list[Event]:
    engine = create_engine(database_of(settings))
    with engine.connect() as connection:
        found = announced(connection)
    engine.dispose()
    return found


def test_a_preview_writes_nothing(settings: Settings, imports: Run) -> None:
    code, said = imports(GOOD, dry_run=True)
    assert (code, held(settings)) == (0, [])
    for part in ("Nouveaux événements\u00a0: 1", "16 mars 2027", "la Loire-Atlantique", "Aperçu seulement"):
        assert part in said


def test_all_or_nothing_unless_what_is_refused_may_be_left_out(settings: Settings, imports: Run) -> None:
    code, said = imports(GOOD + WRONG)
    assert (code, held(settings)) == (1, [])
    assert "ligne 3, Faute\u00a0: Ce jour n’existe pas" in said
    assert "--accept-refused" in said
    assert imports(GOOD + WRONG, accept_refused=True)[0] == 0
    assert [event.title for event in held(settings)] == ["Atelier"]
    code, said = imports(GOOD)
    assert (code, "rien à changer" in said) == (0, True)


def test_a_change_shows_both(settings: Settings, imports: Run) -> None:
    imports(GOOD)
    _, said = imports(GOOD.replace("territoire", "territoire;lieu").replace(";44", ";44;Nantes"))
    assert re.search(r"ligne 2, avant\W+16 mars 2027\W+Atelier, la Loire.*après\W+16 mars 2027\W+Atelier, Nantes", said)
    assert [event.revision for event in held(settings)] == [1]


def test_a_long_list_is_cut_and_columns_left_aside_are_said(imports: Run) -> None:
    rows = "".join(f"Atelier {number};16/03/2027;x\n" for number in range(25))
    _, said = imports(f"titre;date;animateur\n{rows}", territory="dep-44", dry_run=True)
    assert "… et 5 de plus" in said
    assert "animateur" in said


@pytest.mark.parametrize("kind", ["ics", "csv", "xlsx"])
def test_an_export_comes_back(
    settings: Settings, imports: Run, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    imports(GOOD)
    file = tmp_path / f"export.{kind}"
    assert export_events(settings, file, territory="dep-44", force=False) == 0
    assert export_events(settings, file, territory="", force=False) == 2
    assert export_events(settings, file, territory="", force=True) == 0
    assert export_events(settings, tmp_path / f"autre.{kind}", territory="dep-49", force=False) == 2
    assert not (tmp_path / f"autre.{kind}").exists()
    assert import_events(settings, file, territory="", dry_run=False, accept_refused=False) == 0
    assert "rien à changer" in capsys.readouterr().out


def test_what_cannot_be_is_said(settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = {"dry_run": False, "accept_refused": False}
    assert import_events(settings, tmp_path / "absent.ics", territory="", **options) == 1
    assert "absent.ics ne peut pas être lu" in capsys.readouterr().out
    (tmp_path / "grand.ics").write_bytes(bytes(5_000_001))
    assert import_events(settings, tmp_path / "grand.ics", territory="", **options) == 1
    assert "5 Mo" in capsys.readouterr().out
    assert import_events(settings, tmp_path / "absent.ics", territory="dep-00", **options) == 2
    for name, territory in (("a.doc", ""), ("a.ics", ""), ("a.ics", "dep-00"), ("nulle/part.csv", "")):
        assert export_events(settings, tmp_path / name, territory=territory, force=False) == 2


def test_every_sentence_about_events_is_written() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in Path("bot/calendars").glob("*.py"))
    keys = set(re.findall(r'"(events?-[a-z-]+[a-z])"', code))
    assert len(keys) > 35
    names = "file zone territory names title why before after date what"
    filled: dict[str, str | float] = {**dict.fromkeys(names.split(), "x"), "file": "f"}
    filled |= dict.fromkeys(("line", "most", "first", "rows", "columns", "count"), 1)
    for key in keys - {"events-one", "events-change", "events-unread", "events-refusal", "events-refusal-of"}:
        assert Wording().say("fr", key, **filled).endswith("."), key
