"""What the operator decides: frozen settings, read once from the environment (`SOLIPACTE_…`)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.mailboxes import Mailbox
from bot.smtp_url import MailServer

PREFIX = "SOLIPACTE_"


class SettingsError(ValueError):
    """A setting cannot be used; the message is one sentence that names the variable."""


class Settings(BaseSettings):
    """Every setting, checked. Secrets are never printed.

    `database_url` holds a password with PostgreSQL: it is given by `str` only to what opens the database.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="ignore")

    data_dir: Path = Path("var")
    database_url: SecretStr = SecretStr("")
    """`sqlite:///…` or `postgresql://…`; by default a SQLite file in `data_dir`."""
    secret_key_file: Path = Path()
    """By default `secret.key` in `data_dir`."""
    sources_file: Path = Path()
    """The sources that feed the directory; by default `sources.toml` in `data_dir`."""
    http_host: str = "127.0.0.1"
    http_port: int = Field(default=8080, ge=0, le=65535)
    """0: any free port."""
    public_url: str | None = None
    """Where the web chat is reached from outside, without a final slash."""
    telegram_token: SecretStr | None = None
    """What @BotFather gave."""
    telegram_api_url: str = "https://api.telegram.org"
    """Another Bot API server: one of your own, or that of the tests."""
    telegram_mode: Literal["polling", "webhook"] = "polling"
    """`webhook` needs `public_url`."""
    telegram_webhook_secret: SecretStr | None = None
    """1 to 256 of A-Z, a-z, 0-9, _ and -; by default it is derived from the key file."""
    telegram_rate: float = Field(default=25, gt=0, le=1000)
    """Messages a second, to everybody together. Telegram allows 30, and more to who pays."""
    telegram_in_flight: int = Field(default=8, ge=1, le=30)
    """Sends at once: also the most that a power cut may leave in doubt."""
    matrix_homeserver: str | None = None
    """Where the account is: https://matrix.example.org"""
    matrix_user: str | None = None
    """`@solipacte:example.org`"""
    matrix_password: SecretStr | None = None
    """Used once, to enter; what is then kept lies in `data_dir/matrix`."""
    matrix_servers: str = ""
    """Only people of these servers may invite the robot, when any is named; separated by spaces or commas."""
    smtp_url: SecretStr | None = None
    """Where mail is handed over: `smtp://user:password@host:587` (STARTTLS) or `smtps://…:465`."""
    smtp_from: str | None = None
    """Who mails come from: `solipacte@example.org`, or `Solipacte <solipacte@example.org>`."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    publisher: str | None = None
    """Who publishes the service, for the legal notice."""
    director: str | None = None
    """Who answers for what is published, for the legal notice."""
    data_officer: str | None = None
    """Whom to ask about personal data, when it is not `contact`."""
    hosting: str | None = None
    """Who hosts it, for the legal notice."""
    contact: str | None = None
    """Where to write about data and accessibility, for the legal notice."""

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper_case(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _webhook_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
            raise ValueError("may hold 1 to 256 letters, digits, _ and - only")
        return value

    @field_validator("telegram_token")
    @classmethod
    def _telegram_token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not re.fullmatch(r"\d{1,20}:[A-Za-z0-9_-]{5,100}", value.get_secret_value()):
            raise ValueError("is not a token: @BotFather gives one such as 123456:ABC-DEF")
        return value

    @field_validator("matrix_user")
    @classmethod
    def _matrix_user(cls, value: str | None) -> str | None:
        if value is not None and not re.fullmatch(r"@[^\s:]+:[^\s]+", value):
            raise ValueError("must be written @name:server")
        return value

    @field_validator("public_url", "matrix_homeserver", "telegram_api_url")
    @classmethod
    def _web_address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise ValueError("must be an address that starts with https:// or http://")
        return value.rstrip("/")

    @field_validator("smtp_url")
    @classmethod
    def _mail_server(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            MailServer.read(value.get_secret_value())
        return value

    @field_validator("smtp_from")
    @classmethod
    def _mail_sender(cls, value: str | None) -> str | None:
        if value is not None and Mailbox.read(value) is None:
            raise ValueError("must be one address: solipacte@example.org or Solipacte <solipacte@example.org>")
        return value

    @field_validator("database_url")
    @classmethod
    def _database_address(cls, value: SecretStr) -> SecretStr:
        written = value.get_secret_value()
        if written and _backend(written) not in ("sqlite", "postgresql", "postgres"):
            raise ValueError("must start with sqlite:/// or postgresql://")
        return value

    @model_validator(mode="after")
    def _places_in_the_data_directory(self) -> Self:
        # `object.__setattr__`: the model is frozen, and these defaults depend on another setting.
        if not self.database_url.get_secret_value():
            url = SecretStr(f"sqlite:///{self.data_dir / 'solipacte.db'}")
            object.__setattr__(self, "database_url", url)
        if self.secret_key_file == Path():
            object.__setattr__(self, "secret_key_file", self.data_dir / "secret.key")
        if self.sources_file == Path():
            object.__setattr__(self, "sources_file", self.data_dir / "sources.toml")
        return self

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.telegram_token and self.telegram_mode == "webhook" and not self.public_url:
            raise ValueError(f"{PREFIX}TELEGRAM_MODE=webhook needs {PREFIX}PUBLIC_URL, where Telegram finds this robot")
        if self.matrix_homeserver and not (self.matrix_user and self.matrix_password):
            raise ValueError(f"{PREFIX}MATRIX_HOMESERVER needs {PREFIX}MATRIX_USER and {PREFIX}MATRIX_PASSWORD")
        if self.smtp_url and not self.smtp_from:
            raise ValueError(f"{PREFIX}SMTP_URL needs {PREFIX}SMTP_FROM, the address that mails come from")
        if self.smtp_from and not self.smtp_url:
            raise ValueError(f"{PREFIX}SMTP_FROM needs {PREFIX}SMTP_URL, the server that mails are given to")
        return self

    @property
    def allowed_servers(self) -> tuple[str, ...]:
        """Who may invite the robot on Matrix; empty: anyone."""
        return tuple(self.matrix_servers.replace(",", " ").split())

    @property
    def production(self) -> bool:
        """Whether real people may be reached: demonstration data is refused then."""
        return bool(self.telegram_token or self.matrix_homeserver or self.public_url or self.smtp_url)


def read_settings() -> Settings:
    """Read the environment; raises SettingsError with one sentence for the first wrong variable."""
    try:
        return Settings()
    except ValidationError as wrong:
        # Only the place and the reason are shown: the value may be a secret.
        first = wrong.errors(include_url=False, include_input=False)[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        reason = first["msg"].removeprefix("Value error, ")
        if not first["loc"]:  # several variables together: the reason names them
            raise SettingsError(f"{reason}.") from None
        raise SettingsError(f"{name}: {reason[:1].lower()}{reason[1:]}.") from None


def _backend(url: str) -> str | None:
    try:
        return make_url(url).drivername.split("+")[0]
    except (ArgumentError, ValueError):
        return None
