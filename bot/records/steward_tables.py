"""What is kept of those in charge of a place, who are asked now and then whether its entry is right, as rows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, Index, LargeBinary, SmallInteger
from sqlmodel import Field, SQLModel

from directory.instants import Instant


class Steward(SQLModel, table=True):
    """Somebody in charge of one entry; leaves when they or an editor end it, or 395 days after their last answer."""

    __table_args__ = (
        Index("ix_steward_uid", "uid"),
        Index("ix_steward_service", "service"),
        Index("ix_steward_due", "due_at"),
    )

    key: str = Field(primary_key=True)
    uid: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False))
    service: str
    language: str
    """BCP 47, `fr-x-simple` for simple words."""
    consent: int = Field(sa_column=Column(SmallInteger, nullable=False))
    """The version of the text that was agreed to."""
    since: datetime = Field(sa_column=Column(Instant, nullable=False))
    consented_at: datetime = Field(sa_column=Column(Instant, nullable=False))
    """When they last answered: each answer is an agreement to go on."""
    due_at: datetime | None = Field(default=None, sa_column=Column(Instant, nullable=True))
    """When to look at it next; None: the next look asks nothing, and says when the one after is."""
    asked_at: datetime | None = Field(default=None, sa_column=Column(Instant, nullable=True))
    """When they were last asked, since their last answer."""
    asks: int = Field(sa_column=Column(SmallInteger, nullable=False))
    """How many times they were asked since, at most two a period."""
    shown: str | None = None
    """What the facts they were last shown come to, so that an answer in words is to these."""
    told_at: datetime | None = Field(default=None, sa_column=Column(Instant, nullable=True))
    """When this person was last written to about any of their entries."""
    ended: bool
    """An editor ended it: the row leaves once they are told."""
    contact: bytes
    """Sealed: where to write."""


class StewardCode(SQLModel, table=True):
    """An entry that whoever knows its code may be in charge of, once; leaves after 7 days, or five wrong codes."""

    __tablename__ = "steward_code"
    __table_args__ = (Index("ix_steward_code_service", "service"),)

    key: bytes = Field(sa_column=Column(LargeBinary(32), primary_key=True))
    """HMAC of the first characters of the code, which only say which entry is meant."""
    secret: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False))
    """HMAC of the whole code."""
    service: str
    wrong: int = Field(sa_column=Column(SmallInteger, nullable=False))
    """Wrong codes that began alike."""
    made_at: datetime = Field(sa_column=Column(Instant, nullable=False))
