"""What is kept of a territory as a whole, as rows: of nobody."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Column
from sqlmodel import Field, SQLModel

from directory.instants import Instant


class Bulletin(SQLModel, table=True):
    """A summary that the agents of a territory were sent, so that it is sent once; leaves after 62 days."""

    key: str = Field(primary_key=True)
    """What it is, where, and the first day of its month or week: "offers dep-44 2026-12-01"."""
    made_at: datetime = Field(sa_column=Column(Instant, nullable=False))


class Unanswered(SQLModel, table=True):
    """How many searches a commune had in a month that found no answer, whoever searched."""

    month: date = Field(primary_key=True)
    """Its first day."""
    commune: str = Field(primary_key=True)
    """INSEE code of where it was searched."""
    need: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    """`bot.records.unanswered.Kind`."""
    count: int
