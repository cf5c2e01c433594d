"""What is kept, as rows. No message, name or position: see `bot.records.promises`.

The instants have no index: one would double what each message writes, and hinder PostgreSQL's in-place updates (HOT);
the hourly purge reads the whole table instead.
"""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, SmallInteger, text
from sqlmodel import Field, SQLModel

from directory.instants import Instant

# SQLite counts rows in an INTEGER only; a number is never given twice (AUTOINCREMENT), so that it tells the order.
RowNumber = BigInteger().with_variant(Integer, "sqlite")
WAITING = text("status = 0")
CLAIMED = text("status = 1")
OF_MANY = text("campaign IS NOT NULL")


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


class Statistic(SQLModel, table=True):
    """How many times something happened in a day, whoever it happened to."""

    day: date = Field(primary_key=True)
    name: str = Field(primary_key=True)
    """`danger:suicide`, `useful:pdl-rural`: words of ours, never a person's."""
    count: int


class Inbox(SQLModel, table=True):
    """What came from a messenger. Once answered, a row says nothing of anyone any more.

    It stays two days, so that the same message delivered again changes nothing.
    """

    __table_args__ = (
        Index("ix_inbox_waiting", "uid", "id", sqlite_where=WAITING, postgresql_where=WAITING),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_column=Column(RowNumber, primary_key=True))
    event: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False, unique=True))
    """HMAC of the platform's name of the message."""
    uid: bytes | None = Field(sa_column=Column(LargeBinary(32), nullable=True))
    """Whose conversation; emptied once answered."""
    payload: bytes | None = Field(sa_column=Column(LargeBinary, nullable=True))
    """Sealed: the message; emptied once answered."""
    status: int = Field(sa_column=Column(SmallInteger, nullable=False))
    """`bot.post.inbox.Status`."""
    attempts: int = Field(sa_column=Column(SmallInteger, nullable=False))
    """How many crashes it waited at, and, in hundreds, how many times it was answered alone since."""
    received_at: datetime = Field(sa_column=Column(Instant, nullable=False))


class Outbox(SQLModel, table=True):
    """What is to be sent to a messenger, one send a row. Once sent, a row says nothing of anyone any more."""

    __table_args__ = (
        Index("ix_outbox_waiting", "platform", "bulk", "id", sqlite_where=WAITING, postgresql_where=WAITING),
        Index("ix_outbox_claimed", "platform", sqlite_where=CLAIMED, postgresql_where=CLAIMED),
        Index("ix_outbox_uid", "uid", sqlite_where=WAITING, postgresql_where=WAITING),
        Index("ix_outbox_campaign", "campaign", sqlite_where=OF_MANY, postgresql_where=OF_MANY),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_column=Column(RowNumber, primary_key=True))
    ticket: str
    """Random: what seals the parcel to its row, and the name under which it may be sent again."""
    uid: bytes | None = Field(sa_column=Column(LargeBinary(32), nullable=True))
    """Whose conversation; emptied once settled."""
    platform: str
    parcel: bytes | None = Field(sa_column=Column(LargeBinary, nullable=True))
    """Sealed: the room and what is to be sent; emptied once settled."""
    bulk: bool
    """News to many people: goes after replies."""
    resend: bool
    """Whether it is sent again when nobody knows whether it arrived."""
    status: int = Field(sa_column=Column(SmallInteger, nullable=False))
    """`bot.records.sends.Status`."""
    doubts: int = Field(sa_column=Column(SmallInteger, nullable=False))
    """How many times nobody knew whether it arrived."""
    created_at: datetime = Field(sa_column=Column(Instant, nullable=False))
    campaign: int | None = Field(default=None, sa_column=Column(RowNumber, nullable=True))
    """What it belongs to, when many people are written to at once."""


class Cursor(SQLModel, table=True):
    """How far a door has read what its platform says."""

    door: str = Field(primary_key=True)
    value: str


class Agent(SQLModel, table=True):
    """A right of somebody: one role in one territory. Leaves after a year without use, or when it is withdrawn."""

    key: str = Field(primary_key=True)
    """Random: the name by which the right is withdrawn."""
    uid: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False, index=True))
    """The private conversation where it was granted."""
    author: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False, index=True))
    """HMAC of the platform's own name of the person: nobody else has the right."""
    role: str
    """`bot.records.permissions.Role`."""
    territory: str
    """`dep-44`, `reg-52`, `france`."""
    label: bytes
    """Sealed: who it is, as the operator wrote it."""
    contact: bytes
    """Sealed: where they are written to."""
    mail: bytes | None = Field(default=None, sa_column=Column(LargeBinary, nullable=True))
    """Sealed: where they read reports too, when they gave an address."""
    granted_at: datetime = Field(sa_column=Column(Instant, nullable=False))
    used_at: datetime = Field(sa_column=Column(Instant, nullable=False))


class Invitation(SQLModel, table=True):
    """A right that whoever knows its code may take, once; leaves after 15 minutes, or five wrong codes."""

    key: bytes = Field(sa_column=Column(LargeBinary(32), primary_key=True))
    """HMAC of the first characters of the code, which only say which invitation is meant."""
    secret: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False))
    """HMAC of the whole code."""
    role: str
    territory: str
    label: bytes
    """Sealed: who is invited."""
    wrong: int = Field(sa_column=Column(SmallInteger, nullable=False))
    """Wrong codes that began alike."""
    made_at: datetime = Field(sa_column=Column(Instant, nullable=False))


class Audit(SQLModel, table=True):
    """Who did what, when and to what: rows are added, never changed; each seals the one before."""

    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, sa_column=Column(RowNumber, primary_key=True))
    at: datetime = Field(sa_column=Column(Instant, nullable=False))
    actor: bytes = Field(sa_column=Column(LargeBinary(32), nullable=False))
    """HMAC of the platform's own name of who did it; zeros: whoever holds the machine."""
    action: str
    """The command, or `granted`, `revoked`: words of ours."""
    target: str
    """The identifier of what was done something to; never what it says."""
    territory: str
    seal: str
    """HMAC of the row and of the seal before it, in hexadecimal."""


class AgendaEvent(SQLModel, table=True):
    """A day of the calendar that an agent announced: public, and about nobody."""

    __tablename__ = "event"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, sa_column=Column(RowNumber, primary_key=True))
    title: str
    start: date | None = None
    """First day; None when the date is vague."""
    end: date | None = None
    """Last day, when it is another."""
    hour: time | None = None
    said: str
    """The date in words, when it has no day."""
    place: str
    online: bool
    registration: str
    territory: str
    """`dep-44`, `reg-52`."""
    axes: str
    """The axes of the pact it is about ("13": the first and the third); "": all of them."""
    cancelled: bool
    revision: int
    """How many times it was changed."""
    changed_at: datetime = Field(sa_column=Column(Instant, nullable=False))
    source: str = Field(sa_column_kwargs={"server_default": ""})
    """A digest of the name that it has in the file it was imported from; "" when it was announced by hand."""
    imported: str = Field(sa_column_kwargs={"server_default": ""})
    """A digest of what that file said of it."""
