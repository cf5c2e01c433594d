"""What is kept, as rows. No message, name or position: see `bot.records.promises`.

The instants have no index: one would double what each message writes, and hinder PostgreSQL's in-place updates (HOT);
the hourly purge reads the whole table instead.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Column, DateTime, LargeBinary
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect


class Instant(TypeDecorator[datetime]):
    """An aware datetime in UTC, on SQLite as well (which keeps no zone)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive datetime: nobody knows what it means."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a datetime needs its zone")
        aware = value.astimezone(UTC)
        return aware.replace(tzinfo=None) if dialect.name == "sqlite" else aware

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Conversation(SQLModel, table=True):
    """Where a conversation stands; leaves after 24 hours of silence."""

    uid: bytes = Field(sa_column=Column(LargeBinary(32), primary_key=True))
    state: bytes
    """Sealed: the step, what it has learnt, the choices offered, the last search."""
    updated_at: datetime = Field(sa_column=Column(Instant, nullable=False))


class Preference(SQLModel, table=True):
    """How a person wants to be spoken to; leaves after 365 days of silence."""

    uid: bytes = Field(sa_column=Column(LargeBinary(32), primary_key=True))
    language: str | None = None
    """BCP 47."""
    simple: bool = False
    """Simple words wanted."""
    departement: str | None = None
    """`dep-44`."""
    updated_at: datetime = Field(sa_column=Column(Instant, nullable=False))


class SavedSearch(SQLModel, table=True):
    """A search that a secret link opens again; leaves after 90 days."""

    __tablename__ = "saved_search"

    token: bytes = Field(sa_column=Column(LargeBinary(32), primary_key=True))
    """HMAC of the secret link."""
    uid: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False, index=True))
    search: bytes
    """Sealed."""
    created_at: datetime = Field(sa_column=Column(Instant, nullable=False))


class Erasure(SQLModel, table=True):
    """Someone asked to be forgotten: a backup put back later forgets them again. Leaves after 30 days."""

    uid: bytes = Field(sa_column=Column(LargeBinary(32), primary_key=True))
    erased_at: datetime = Field(sa_column=Column(Instant, nullable=False))


class Statistic(SQLModel, table=True):
    """How many times something happened in a day, whoever it happened to."""

    day: date = Field(primary_key=True)
    name: str = Field(primary_key=True)
    """`danger:suicide`, `unanswered:douche:44109`: words of ours, never a person's."""
    count: int
