"""What is kept of those who want to be told of new places, as rows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Column, Index, LargeBinary, SmallInteger
from sqlmodel import Field, SQLModel

from directory.instants import Instant


class Alert(SQLModel, table=True):
    """A search of which somebody wants to know what is new; leaves at `/stop`, or 180 days after they last agreed."""

    __table_args__ = (Index("ix_alert_looked", "looked", "uid"), Index("ix_alert_due", "due_at"))

    key: str = Field(primary_key=True)
    uid: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False, index=True))
    looked: int | None = Field(default=None, sa_column=Column(BigInteger, nullable=True))
    """The version of the directory that was last looked at; None: the next look only notes what is there."""
    due_at: datetime | None = Field(default=None, sa_column=Column(Instant, nullable=True))
    """When to look again though the directory did not change: something waits for the morning, or for the next day."""
    told_at: datetime | None = Field(default=None, sa_column=Column(Instant, nullable=True))
    """When this person was last told of something new."""
    language: str
    """BCP 47, `fr-x-simple` for simple words."""
    consent: int = Field(sa_column=Column(SmallInteger, nullable=False))
    """The version of the text that was agreed to."""
    since: datetime = Field(sa_column=Column(Instant, nullable=False))
    consented_at: datetime = Field(sa_column=Column(Instant, nullable=False))
    asked_at: datetime | None = Field(default=None, sa_column=Column(Instant, nullable=True))
    """When they were asked whether to go on."""
    contact: bytes
    """Sealed: where to write."""
    search: bytes
    """Sealed: needs, place, radius, people and access, as codes."""
    places: bytes
    """Sealed: the ids of the services that were there at the last look, and of those that were told."""
