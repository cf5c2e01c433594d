"""Settings come from the environment, and an error names its variable."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, read_settings


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"SOLIPACTE_{name.upper()}", raising=False)


def test_without_anything_a_trial_runs_on_this_machine_only():
    settings = read_settings()
    assert settings.http_host == "127.0.0.1"
    assert settings.http_port == 8080
    assert settings.database_url.get_secret_value() == "sqlite:///var/solipacte.db"
    assert settings.secret_key_file == Path("var/secret.key")
    assert not settings.production


def test_the_database_and_the_keys_follow_the_data_directory(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOLIPACTE_DATA_DIR", "/srv/solipacte")
    settings = read_settings()
    assert settings.database_url.get_secret_value() == "sqlite:////srv/solipacte/solipacte.db"
    assert settings.secret_key_file == Path("/srv/solipacte/secret.key")


def test_an_empty_variable_is_an_absent_one(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOLIPACTE_PUBLIC_URL", "")
    monkeypatch.setenv("SOLIPACTE_HTTP_PORT", "")
    assert read_settings().public_url is None
    assert read_settings().http_port == 8080


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_TOKEN", "123:abcdef"),
        ("MATRIX_HOMESERVER", "https://matrix.example.org"),
        ("PUBLIC_URL", "https://aide.example.org/"),
        ("SMTP_URL", "smtps://robot:hunter2@mail.example.org"),
    ],
)
def test_whatever_reaches_people_makes_it_production(monkeypatch: pytest.MonkeyPatch, name: str, value: str):
    monkeypatch.setenv(f"SOLIPACTE_{name}", value)
    monkeypatch.setenv("SOLIPACTE_MATRIX_USER", "@solipacte:example.org")
    monkeypatch.setenv("SOLIPACTE_MATRIX_PASSWORD", "hunter2")
    monkeypatch.setenv("SOLIPACTE_SMTP_FROM", "robot@example.org" if name == "SMTP_URL" else "")
    assert read_settings().production


def test_secrets_are_never_printed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOLIPACTE_TELEGRAM_TOKEN", "123:hunter2")
    monkeypatch.setenv("SOLIPACTE_DATABASE_URL", "postgresql://bot:hunter2@db/solipacte")
    monkeypatch.setenv("SOLIPACTE_SMTP_URL", "smtp://bot:hunter2@mail.example.org")
    monkeypatch.setenv("SOLIPACTE_SMTP_FROM", "bot@example.org")
    settings = read_settings()
    assert "hunter2" not in f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HTTP_PORT", "hunter2"),
        ("HTTP_PORT", "70000"),
        ("DATABASE_URL", "mysql://hunter2@db/x"),
        ("DATABASE_URL", "hunter2"),
        ("PUBLIC_URL", "ftp://hunter2"),
        ("PUBLIC_URL", "http://[hunter2"),
        ("MATRIX_HOMESERVER", "matrix.hunter2.org"),
        ("LOG_LEVEL", "hunter2"),
        ("TELEGRAM_TOKEN", "hunter2"),
        ("TELEGRAM_API_URL", "hunter2"),
        ("TELEGRAM_MODE", "hunter2"),
        ("TELEGRAM_WEBHOOK_SECRET", "hunter2 é"),
        ("TELEGRAM_RATE", "hunter2"),
        ("TELEGRAM_RATE", "0"),
        ("TELEGRAM_IN_FLIGHT", "0"),
        ("MATRIX_USER", "hunter2"),
        ("SMTP_URL", "hunter2"),
        ("SMTP_URL", "https://bot:hunter2@mail.example.org"),
        ("SMTP_URL", "smtp://bot@mail.example.org"),
        ("SMTP_URL", "smtp://:hunter2@mail.example.org"),
        ("SMTP_URL", "smtp://bot:hunter2@mail.example.org:hunter2"),
        ("SMTP_URL", "smtp://bot:hunter2@mail.example.org:0"),
        ("SMTP_URL", "smtp://bot:hunter2@mail.example.org/?tls=no"),
        ("SMTP_URL", "smtp://bot:hun#ter2@mail.example.org"),
        ("SMTP_URL", "smtp://bot:hunter2@mail.example.org\n"),
        ("SMTP_URL", "smtp://bot:hunter2%00@mail.example.org"),
        ("SMTP_URL", "smtp://bot:hunter2%ff@mail.example.org"),
        ("SMTP_URL", "smtp://bot:hunter2@"),
        ("SMTP_FROM", "hunter2"),
        ("SMTP_FROM", "hunter2@example.org, b@example.org"),
        ("SMTP_FROM", "Robot\nBcc: <hunter2@example.org>"),
    ],
)
def test_an_error_is_one_sentence_that_names_the_variable_and_not_its_value(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
):
    monkeypatch.setenv(f"SOLIPACTE_{name}", value)
    with pytest.raises(SettingsError) as caught:
        read_settings()
    message = str(caught.value)
    assert message.startswith(f"SOLIPACTE_{name}: ")
    assert message.endswith(".")
    assert "\n" not in message
    assert "hunter2" not in message


@pytest.mark.parametrize(
    ("given", "needed"),
    [
        ({"TELEGRAM_TOKEN": "1:hunter2", "TELEGRAM_MODE": "webhook"}, "SOLIPACTE_PUBLIC_URL"),
        (
            {"MATRIX_HOMESERVER": "https://hunter2.org", "MATRIX_USER": "@bot:hunter2.org"},
            "SOLIPACTE_MATRIX_PASSWORD",
        ),
        ({"MATRIX_HOMESERVER": "https://hunter2.org", "MATRIX_PASSWORD": "hunter2"}, "SOLIPACTE_MATRIX_USER"),
        ({"SMTP_URL": "smtp://bot:hunter2@mail.example.org"}, "SOLIPACTE_SMTP_URL needs SOLIPACTE_SMTP_FROM"),
        ({"SMTP_FROM": "hunter2@example.org"}, "SOLIPACTE_SMTP_FROM needs SOLIPACTE_SMTP_URL"),
    ],
)
def test_settings_that_go_together_are_asked_for_by_name(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], needed: str
):
    for name, value in given.items():
        monkeypatch.setenv(f"SOLIPACTE_{name}", value)
    with pytest.raises(SettingsError, match=needed) as caught:
        read_settings()
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("written", ["a.fr, agent.b-c.gouv.fr", "a.fr agent.b-c.gouv.fr"])
def test_the_servers_that_may_invite_are_a_list(monkeypatch: pytest.MonkeyPatch, written: str):
    monkeypatch.setenv("SOLIPACTE_MATRIX_SERVERS", written)
    assert read_settings().allowed_servers == ("a.fr", "agent.b-c.gouv.fr")


def test_settings_do_not_change():
    with pytest.raises(ValueError, match="frozen"):
        read_settings().http_port = 1  # type: ignore[misc]  # that is the point
