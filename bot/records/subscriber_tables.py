"""What is kept of those who want to be written to, and of what is sent to them, as rows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Column, Index, LargeBinary, SmallInteger
from sqlmodel import Field, SQLModel

from bot.records.tables import RowNumber
from directory.instants import Instant


class Subscription(SQLModel, table=True):
    """Somebody wants to be reminded of what is planned; leaves at `/stop`, or 395 days after they last agreed."""

    __table_args__ = (Index("ix_subscription_place", "platform", "place"),)

    uid: bytes = Field(sa_column=Column(LargeBinary(32), primary_key=True))
    platform: str
    place: int = Field(sa_column=Column(BigInteger, nullable=False))
    """Random: the order in which people are written to. It points at nobody once the row is gone."""
    contact: bytes
    """Sealed: where to write."""
    territories: str
    """Départements: " dep-44 dep-49 ", spaces all around."""
    axes: str
    """The axes of the pact wanted: "13"; "": all."""
    moments: str
    """When to be reminded: " week day hours "."""
    kept: str
    """Single events to be reminded of: " agenda-3 "."""
    language: str
    """BCP 47, `fr-x-simple` for simple words."""
    consent: int = Field(sa_column=Column(SmallInteger, nullable=False))
    """The version of the text that was agreed to."""
    since: datetime = Field(sa_column=Column(Instant, nullable=False))
    consented_at: datetime = Field(sa_column=Column(Instant, nullable=False))
    asked_at: datetime | None = Field(default=None, sa_column=Column(Instant, nullable=True))
    """When they were asked whether to go on."""


class MailRequest(SQLModel, table=True):
    """Somebody asked for reminders by mail: nothing is sent there before the link in a first mail is opened.

    One a mailbox; leaves after two days.
    """

    __tablename__ = "mail_request"

    mailbox: bytes = Field(sa_column=Column(LargeBinary(32), primary_key=True))
    """The pseudonym that the subscription would have."""
    token: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False, unique=True))
    """HMAC of the secret link."""
    request: bytes
    """Sealed: the address, what is wanted, and the secret link until it is mailed."""
    asked: bool
    """The mail is queued."""
    made_at: datetime = Field(sa_column=Column(Instant, nullable=False))


class Campaign(SQLModel, table=True):
    """One message to many people: a reminder, news of an event, what an agent writes. Leaves after a year."""

    __table_args__ = (Index("ix_campaign_status", "status"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, sa_column=Column(RowNumber, primary_key=True))
    key: str = Field(unique=True)
    """What it is, so that it is made once: "reminder agenda-3 day 2027-03-16T14:30"."""
    kind: str
    """`bot.records.campaign.Kind`."""
    event: str
    """The event it is about, or ""."""
    moment: str
    """Those who chose this moment only, or ""."""
    territories: str
    """Départements, as in `subscription`; " france ": everybody."""
    axes: str
    languages: str
    """Those who read one of these languages (" fr en "); "": everybody."""
    texts: str
    """JSON: what an agent wrote, by language."""
    of: int | None = Field(default=None, sa_column=Column(RowNumber, nullable=True))
    """The campaign that it corrects: it goes to the same people."""
    status: int = Field(sa_column=Column(SmallInteger, nullable=False))
    """`bot.records.campaign.State`."""
    legs: str
    """JSON: by platform, the place of the last subscription written to; "": none yet."""
    night: bool
    """It may leave at night."""
    people: int
    """How many it is for, counted when it was decided."""
    territory: str
    """Whose agents decide of it."""
    author: bytes | None = Field(sa_column=Column(LargeBinary(32), nullable=True))
    approver: bytes | None = Field(sa_column=Column(LargeBinary(32), nullable=True))
    contact: bytes | None = Field(sa_column=Column(LargeBinary, nullable=True))
    """Sealed: where its author reads the report; emptied once told."""
    created_at: datetime = Field(sa_column=Column(Instant, nullable=False))
    """Those who subscribed later are not written to."""
    due_at: datetime = Field(sa_column=Column(Instant, nullable=False))
    asked_at: datetime | None = Field(default=None, sa_column=Column(Instant, nullable=True))
    """When those who may say yes to it were asked."""
    begun_at: datetime | None = Field(default=None, sa_column=Column(Instant, nullable=True))
    ended_at: datetime | None = Field(default=None, sa_column=Column(Instant, nullable=True))
    sent: int = 0
    gone: int = 0
    refused: int = 0
    in_doubt: int = 0
    """Given up, perhaps received."""
    repeated: int = 0
    """Sent, perhaps received twice."""
