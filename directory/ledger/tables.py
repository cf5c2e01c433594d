"""The ledger as rows: runs of imports, changes row by row, corrections field by field."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, LargeBinary
from sqlmodel import Field, SQLModel

from directory.instants import Instant


class ImportRun(SQLModel, table=True):
    """One import that was applied."""

    __tablename__ = "import_run"

    id: int | None = Field(default=None, primary_key=True)
    sources: list[str] = Field(sa_column=Column(JSON, nullable=False))
    """The sources that its records name."""
    at: datetime = Field(sa_column=Column(Instant, nullable=False))
    actor: bytes | None = Field(default=None, sa_column=Column(LargeBinary(32)))
    """Pseudonym of the agent who applied it; None: the machine."""
    added: int
    changed: int
    withdrawn: int
    undone_at: datetime | None = Field(default=None, sa_column=Column(Instant))


class DirectoryChange(SQLModel, table=True):
    """What became of one row. Rows that an import added are not told one by one: they hold the run in `added_in`."""

    __tablename__ = "directory_change"
    __table_args__ = (Index("ix_directory_change_row", "kind", "row"),)

    id: int | None = Field(default=None, primary_key=True)
    run: int | None = Field(default=None, index=True)
    """None: written by hand."""
    kind: str
    """`structure`, `service`, or `closure`."""
    row: str
    """Id of the structure or of the service; for a closure, of what it closes."""
    at: datetime = Field(sa_column=Column(Instant, nullable=False, index=True))
    actor: bytes | None = Field(default=None, sa_column=Column(LargeBinary(32)))
    before: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    """The columns that changed, as they were (`directory.ledger.values`); None: there was no such row."""
    after: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    """The same columns, as they became; None: the row is gone."""
    undoes: int | None = None
    """The change that this one took back."""


class Correction(SQLModel, table=True):
    """What an editor says of one field of a row that a source feeds: it stands until the source says the same."""

    kind: str = Field(primary_key=True)
    row: str = Field(primary_key=True)
    field: str = Field(primary_key=True)
    value: Any = Field(sa_column=Column(JSON))
    said: Any = Field(sa_column=Column(JSON))
    """What the source says of it, at its last import."""
    at: datetime = Field(sa_column=Column(Instant, nullable=False))
