"""What is kept of who says that the directory is wrong, as rows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, Index, LargeBinary
from sqlmodel import Field, SQLModel

from directory.instants import Instant


class Report(SQLModel, table=True):
    """Somebody says that a service is not as the directory tells; leaves 30 days after it was dealt with."""

    __table_args__ = (Index("ix_report_service", "service"), Index("ix_report_uid", "uid"))

    key: str = Field(primary_key=True)
    uid: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False))
    contact: bytes
    """Sealed: the conversation it was said in, to be told there what became of it."""
    service: str
    territory: str
    """`dep-44`."""
    reason: str
    """`bot.records.report.Reason`."""
    said: bytes | None = None
    """Sealed: a word of theirs."""
    language: str
    outcome: str
    """`bot.records.report.Outcome`; `waiting` until an editor dealt with it."""
    told: bool
    """Whether those whom its present state concerns know it: the editors, then whoever wrote it."""
    sent_at: datetime = Field(sa_column=Column(Instant, nullable=False))
    counted_from: datetime = Field(sa_column=Column(Instant, nullable=False))
    """Its 180 days begin here: when it was sent, or before it once it was dealt with, to leave sooner."""
    steward: bool = False
    """Whether it is said by somebody in charge of the place."""
