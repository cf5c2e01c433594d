"""`solipacte sources` and `import table`: what they say, their exit codes, what is kept when a source fails."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.app import database_of
from bot.cli import columns, importing, sourcing
from bot.settings import Settings
from directory.importers.declared import DeclarationError, Declared, State, read_declared, read_state
from directory.importers.origins import Asked, Kind
from tests.directory.conftest import service, structure
from tests.directory.flaky import Flaky, serving
from tests.warm import warm

Said = Callable[[], str]
ROWS = [["nom", "ville", "cp", "activité"], ["Accueil de l'Essai", "Nantes", "44000", "Douche"]]


def table(*rows: list[str]) -> bytes:
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=";").writerows(rows)
    return made.getvalue().encode()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=warm(tmp_path / "var"))


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    return lambda: "".join(capsys.readouterr())


@pytest.fixture
async def flaky() -> AsyncIterator[Flaky]:
    async with serving() as server:
        yield server


def held(settings: Settings) -> set[str]:
    engine = create_engine(database_of(settings))
    with engine.connect() as connection:
        names = set(connection.execute(text("SELECT nom FROM service")).scalars())
    engine.dispose()
    return names


def declare(settings: Settings, written: str) -> None:
    settings.sources_file.write_text(written, encoding="utf-8")


async def test_a_source_is_brought_home_when_it_is_due(settings: Settings, flaky: Flaky, said: Said) -> None:
    flaky.body = table(*ROWS)
    declare(settings, f'[essai]\nkind = "table"\naddress = "{flaky.address}/file"\nhours = 1\n')
    assert await sourcing.refresh(settings, "") == 0
    assert held(settings) == {"Douche"}
    assert await sourcing.refresh(settings, "") == 0
    assert "aucune source n’a besoin d’être relue" in said()
    assert await sourcing.refresh(settings, "essai") == 0
    assert "n’a pas changé" in said()
    assert len(flaky.requests) == 2
    assert sourcing.show_sources(settings) == 0
    assert "essai (table)\u00a0: 1 service, lue pour la dernière fois" in said()


async def test_a_source_that_fails_keeps_what_it_had_and_says_so(settings: Settings, flaky: Flaky, said: Said) -> None:
    flaky.body = table(*ROWS)
    declare(settings, f'[essai]\nkind = "table"\naddress = "{flaky.address}/file"\n')
    assert await sourcing.refresh(settings, "") == 0
    wrong: list[tuple[bytes, list[int], str]] = [
        (b"<html>Maintenance</html>", [], "est une page web"),
        (b"", [404], "Le serveur refuse (réponse 404)"),
        (b"nom\nAccueil\n", [], "aucune ligne ne nomme ses colonnes"),
    ]
    for number, (body, statuses, why) in enumerate(wrong):
        flaky.body, flaky.statuses, flaky.etag = body, statuses, f'"{number}"'
        assert await sourcing.refresh(settings, "essai") == 1
        assert held(settings) == {"Douche"}
        sourcing.show_sources(settings)
        shown = said()
        assert why in shown
        assert "L’annuaire garde ce qu’il avait." in shown
    # What was wrong is asked again: its server may say that it has not changed, it was never read.
    flaky.body = table(ROWS[0], [*ROWS[1][:3], "Laverie"])
    assert await sourcing.refresh(settings, "essai") == 0
    assert "Laverie" in held(settings)


async def test_the_interface_of_data_inclusion_is_gathered_with_its_key(
    settings: Settings, flaky: Flaky, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    declare(
        settings, f'[di]\nkind = "data-inclusion"\naddress = "{flaky.address}"\nkey = "DI_KEY"\nterritory = "dep-44"\n'
    )
    assert await sourcing.refresh(settings, "") == 1
    assert "DI_KEY" in said()
    monkeypatch.setenv("DI_KEY", "tres-secret")
    flaky.total, flaky.pages = 1, [[structure()], [service()]]
    assert await sourcing.refresh(settings, "di") == 0
    assert held(settings) == {"Douches"}
    assert flaky.requests[0].headers["Authorization"] == "Bearer tres-secret"
    assert flaky.requests[0].query["code_departement"] == "44"
    kept = b"".join(file.read_bytes() for file in settings.data_dir.rglob("*") if file.is_file())
    assert b"tres-secret" not in kept + said().encode()


async def test_soliguide_is_gathered_for_its_territory(
    settings: Settings, flaky: Flaky, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = json.loads((Path(__file__).parent / "directory" / "data" / "soliguide.json").read_text(encoding="utf-8"))
    monkeypatch.setenv("SOLIGUIDE_KEY", "secret")
    flaky.total, flaky.pages = 3, [sample["places"]]
    declare(
        settings,
        f'[soliguide]\nkind = "soliguide"\naddress = "{flaky.address}"\nkey = "SOLIGUIDE_KEY"\nterritory = "dep-44"\n',
    )
    assert await sourcing.refresh(settings, "") == 0
    assert held(settings) == {"Douche", "Bagagerie", "Suivi de grossesse", "Distribution de repas"}
    assert flaky.requests[0].headers["Authorization"] == "JWT secret"


async def test_one_source_that_fails_does_not_stop_the_others(settings: Settings, said: Said, tmp_path: Path) -> None:
    good = tmp_path / "bon.csv"
    await asyncio.to_thread(good.write_bytes, table(*ROWS))
    declare(
        settings,
        f'[absent]\nkind = "table"\nfile = "{tmp_path}/rien.csv"\n[bon]\nkind = "table"\nfile = "{good}"\n'
        '[bon.columns]\n"activité" = ""\n',
    )
    assert await sourcing.refresh(settings, "") == 1
    assert "absent n’a pas pu être relue" in said()
    assert held(settings) == {"Accueil de l'Essai"}


WRONG = {
    "not TOML": ("[essai", "sources-file-not-toml"),
    "a name with spaces": ('["Mon essai"]\nkind = "table"', "sources-name"),
    "no kind": ('[essai]\nfile = "a"', "sources-kind"),
    "an unknown kind": ('[essai]\nkind = "ods"\nfile = "a"', "sources-kind"),
    "nowhere": ('[essai]\nkind = "table"', "sources-where"),
    "twice somewhere": ('[essai]\nkind = "table"\nfile = "a"\naddress = "https://example.org"', "sources-where"),
    "no address": ('[essai]\nkind = "table"\naddress = "javascript:alert(1)"', "sources-address"),
    "a file as an address": ('[essai]\nkind = "table"\naddress = "file:///etc/passwd"', "sources-address"),
    "an unknown territory": ('[essai]\nkind = "table"\nfile = "a"\nterritory = "Nantes"', "sources-territory"),
    "a key, written": ('[essai]\nkind = "table"\nfile = "a"\nkey = "eyJhbGciOi"', "sources-key-written"),
    "every nothing": ('[essai]\nkind = "table"\nfile = "a"\nhours = -1', "sources-every"),
    "every true": ('[essai]\nkind = "table"\nfile = "a"\ndays = true', "sources-every"),
    "an unknown setting": ('[essai]\nkind = "table"\nfile = "a"\ntoken = "x"', "sources-field"),
    "Soliguide without a key": (
        '[essai]\nkind = "soliguide"\naddress = "https://example.org"\nterritory = "dep-44"',
        "sources-soliguide",
    ),
    "columns of numbers": ('[essai]\nkind = "table"\nfile = "a"\ncolumns = {"a" = 1}', "sources-field"),
}


@pytest.mark.parametrize(("written", "key"), WRONG.values(), ids=WRONG)
def test_a_wrong_declaration_is_said(settings: Settings, said: Said, written: str, key: str) -> None:
    declare(settings, written)
    with pytest.raises(DeclarationError, match=key):
        read_declared(settings.sources_file)
    assert sourcing.show_sources(settings) == 1
    assert "essai" in said() or key in ("sources-file-not-toml", "sources-name")


def test_a_declaration_says_what_how_often_and_for_where(settings: Settings) -> None:
    declare(
        settings,
        '[fs]\nkind = "france-services"\naddress = "https://example.org/fs.csv/"\ndays = 2\nhours = 12\n'
        'territory = "dep-44"\n',
    )
    assert read_declared(settings.sources_file) == (
        Declared(
            "fs",
            Kind.FRANCE_SERVICES,
            "https://example.org/fs.csv",
            territory="dep-44",
            every=timedelta(days=2, hours=12),
        ),
    )
    assert read_declared(settings.data_dir / "absent.toml") == ()


def test_a_source_is_due_after_its_time_and_an_hour_after_a_failure() -> None:
    now = datetime(2026, 7, 1, 12, tzinfo=UTC)
    week, state = timedelta(days=7), State()
    assert state.due(week, now)
    read = replace(state, succeeded=(now - timedelta(days=6)).isoformat())
    assert not read.due(week, now)
    assert read.due(timedelta(days=5), now)
    failed = replace(read, error="…", tried=(now - timedelta(minutes=30)).isoformat())
    assert not failed.due(week, now)
    assert failed.due(week, now + timedelta(hours=1))


def test_a_state_that_is_not_ours_is_none(tmp_path: Path) -> None:
    for written in ("", "[", "[]", '{"other": 1}'):
        (tmp_path / "state.json").write_text(written)
        assert read_state(tmp_path) == State()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("\n", {"Douche"}), ("4=\noui\n", {"Accueil de l'Essai"}), ("9=nom\n4=rien\nnon\n", None)],
)
def test_columns_are_confirmed_or_changed_first(
    settings: Settings, said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, kept: set[str] | None
) -> None:
    file = tmp_path / "assos.csv"
    file.write_bytes(table(*ROWS))
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    asked = Asked(file, date(2026, 6, 30), "", columns.settle)
    code = importing.import_services(settings, Kind.TABLE, asked, importing.Terms())
    shown = said()
    assert "4. «\u00a0activité\u00a0» → service (100\u00a0%)\u00a0: Douche" in shown
    if kept is None:
        assert (code, "Rien n’a changé." in shown) == (1, True)
    else:
        assert (code, held(settings)) == (0, kept)
