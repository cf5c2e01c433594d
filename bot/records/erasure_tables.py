"""What is kept of who asked to be forgotten, as rows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, LargeBinary
from sqlmodel import Field, SQLModel

from directory.instants import Instant


class Erasure(SQLModel, table=True):
    """Someone asked to be forgotten, or to be sent nothing: a backup put back does so again. Leaves after 30 days."""

    uid: bytes = Field(sa_column=Column(LargeBinary(32), primary_key=True))
    erased_at: datetime = Field(sa_column=Column(Instant, nullable=False))
    """When they last asked, for one or the other: no subscription is older."""
    forgotten_at: datetime | None = Field(default=None, sa_column=Column(Instant, nullable=True))
    """When they last asked that everything be forgotten; None: they only asked to be sent nothing."""
