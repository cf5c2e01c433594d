"""What is kept of files of services that wait for a second person, as rows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, LargeBinary, SmallInteger
from sqlmodel import Field, SQLModel

from directory.instants import Instant


class ImportWish(SQLModel, table=True):
    """A file of services that would change much: another must agree. Its content is not kept. Leaves after two days."""

    __tablename__ = "import_wish"

    number: str = Field(primary_key=True)
    """What both call it: "I-52817"."""
    uid: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False, index=True))
    """The conversation it was asked in."""
    contact: bytes
    """Sealed: that conversation, where it is told what became of it."""
    file: bytes
    """Sealed: the name of the file, and how its platform finds it again."""
    author: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False))
    """Who asks, by the pseudonym of the audit."""
    approver: bytes | None = Field(sa_column=Column(LargeBinary(32), nullable=True))
    """Who agreed or refused."""
    territories: str
    """Where it writes: "dep-44 dep-49"."""
    sha256: str
    """Of its content, in hexadecimal."""
    fields: str
    """For a table, the field of each column: "nom,,commune"; "": as they are recognised."""
    whole: bool
    """It says all that its sources know: what it does not say is withdrawn."""
    day: str
    """The date of the file, in ISO 8601, for rows that tell none."""
    plan: str
    """SHA-256, in hexadecimal, of what it would change."""
    status: int = Field(sa_column=Column(SmallInteger, nullable=False))
    """`bot.records.import_wishes.Status`."""
    told: bool
    """Whoever the last step concerns has been told."""
    run: int | None
    """What it became in the ledger."""
    asked_at: datetime = Field(sa_column=Column(Instant, nullable=False))
