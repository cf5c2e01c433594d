"""What is kept of those who offer to take part in a local pact, as rows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, Index, LargeBinary, SmallInteger, text
from sqlmodel import Field, SQLModel

from directory.instants import Instant

UNTOLD = text("told IS FALSE")
UNTOLD_SQLITE = text("told = 0")


class Offer(SQLModel, table=True):
    """Somebody offers to take part in a pact; leaves 180 days after its last step, 30 when over, 365 at most."""

    __table_args__ = (Index("ix_offer_territory", "territory"), Index("ix_offer_uid", "uid"))

    number: str = Field(primary_key=True)
    """What its author and the agents call it: "44-52817"."""
    uid: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False))
    """Whose conversation it was written in."""
    contact: bytes
    """Sealed: that conversation."""
    profile: str
    """`bot.records.offers.Profile`."""
    territory: str
    """`dep-44`, `reg-52`."""
    commune: str
    """INSEE code, or ""."""
    subject: str
    """`axis:3`, `record:pdl-rural`, `theme:alimentation`, or ""."""
    means: str
    """What is offered: " place time "."""
    proposal: bytes
    """Sealed: in the author's own words, perhaps none."""
    reach: bytes
    """Sealed: the name, mail address and telephone that the author gave."""
    language: str
    """BCP 47: that of the author, and of the text that was agreed to."""
    consent: int = Field(sa_column=Column(SmallInteger, nullable=False))
    """The version of the text that was agreed to."""
    state: str
    """`bot.records.offers.State`."""
    assignee: bytes | None = Field(sa_column=Column(LargeBinary(32), nullable=True))
    """The agent who deals with it, by the pseudonym of the audit."""
    sent_at: datetime = Field(sa_column=Column(Instant, nullable=False))
    moved_at: datetime = Field(sa_column=Column(Instant, nullable=False))
    """Its last step."""
    counted_from: datetime = Field(sa_column=Column(Instant, nullable=False))
    """Its 180 days begin here: its last step, or before it when it is to leave sooner."""
    recalled_at: datetime | None = Field(sa_column=Column(Instant, nullable=True))
    """When the agents were last told that it waits."""


class OfferLine(SQLModel, table=True):
    """One step of an offer: sent, moved, an answer, a note, a reply, withdrawn. Leaves with its offer."""

    __tablename__ = "offer_line"
    __table_args__ = (
        Index("ix_offer_line_offer", "offer"),
        Index("ix_offer_line_untold", "written_at", sqlite_where=UNTOLD_SQLITE, postgresql_where=UNTOLD),
    )

    key: str = Field(primary_key=True)
    """Random."""
    uid: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False, index=True))
    """The author of the offer; zeros for what only says that an offer was withdrawn."""
    offer: str
    territory: str
    kind: str
    """`bot.records.offers.Kind`."""
    state: str
    """The state that the offer came into, or ""."""
    content: bytes | None = Field(sa_column=Column(LargeBinary, nullable=True))
    """Sealed: what was written."""
    actor: bytes | None = Field(sa_column=Column(LargeBinary(32), nullable=True))
    """The agent who wrote it, by the pseudonym of the audit; None: the author of the offer."""
    told: bool
    """Whoever it concerns has been told."""
    written_at: datetime = Field(sa_column=Column(Instant, nullable=False))


class OfferDraft(SQLModel, table=True):
    """An offer that is being written; leaves after seven days of silence."""

    __tablename__ = "offer_draft"

    uid: bytes = Field(sa_column=Column(LargeBinary(32), primary_key=True))
    answers: bytes
    """Sealed: what was answered so far."""
    updated_at: datetime = Field(sa_column=Column(Instant, nullable=False))


class OfferExport(SQLModel, table=True):
    """Everything that some offers hold, asked for by an agent: another must agree. Leaves after two days."""

    __tablename__ = "offer_export"

    number: str = Field(primary_key=True)
    """What both call it: "E-52817"."""
    uid: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False, index=True))
    """The conversation it was asked in."""
    contact: bytes
    """Sealed: that conversation, where it is delivered."""
    author: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False))
    """Who asks, by the pseudonym of the audit."""
    approver: bytes | None = Field(sa_column=Column(LargeBinary(32), nullable=True))
    """Who agreed or refused."""
    territory: str
    """`dep-44`, `reg-52`."""
    axis: str
    """The offers about it only ("3"); "": all of them; so for what follows."""
    profile: str
    state: str
    reason: str
    """`bot.records.offer_export.Reason`."""
    status: int = Field(sa_column=Column(SmallInteger, nullable=False))
    """`bot.records.offer_export.Status`."""
    told: bool
    """Whoever the last step concerns has been told."""
    asked_at: datetime = Field(sa_column=Column(Instant, nullable=False))
