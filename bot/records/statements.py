"""The statements that every message runs, built once: building one costs more than running it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import LargeBinary, Table, bindparam, delete, select
from sqlmodel import SQLModel

from bot.records import (
    alert_tables,
    erasure_tables,
    import_tables,
    offer_tables,
    report_tables,
    steward_tables,
    subscriber_tables,
    tables,
    territory_tables,
)

if TYPE_CHECKING:
    from sqlalchemy.dialects.postgresql import Insert as PostgresqlInsert
    from sqlalchemy.dialects.sqlite import Insert as SqliteInsert


def table_of(model: type[SQLModel]) -> Table:
    """Find the table of a model."""
    return SQLModel.metadata.tables[str(model.__tablename__)]


CONVERSATION = table_of(tables.Conversation)
PREFERENCE = table_of(tables.Preference)
SAVED_SEARCH = table_of(tables.SavedSearch)
ERASURE = table_of(erasure_tables.Erasure)
STATISTIC = table_of(tables.Statistic)
INBOX = table_of(tables.Inbox)
OUTBOX = table_of(tables.Outbox)
CURSOR = table_of(tables.Cursor)
AGENT = table_of(tables.Agent)
INVITATION = table_of(tables.Invitation)
AUDIT = table_of(tables.Audit)
EVENT = table_of(tables.AgendaEvent)
SUBSCRIPTION = table_of(subscriber_tables.Subscription)
ALERT = table_of(alert_tables.Alert)
CAMPAIGN = table_of(subscriber_tables.Campaign)
MAIL_REQUEST = table_of(subscriber_tables.MailRequest)
OFFER = table_of(offer_tables.Offer)
OFFER_LINE = table_of(offer_tables.OfferLine)
OFFER_DRAFT = table_of(offer_tables.OfferDraft)
BULLETIN = table_of(territory_tables.Bulletin)
UNANSWERED = table_of(territory_tables.Unanswered)
OFFER_EXPORT = table_of(offer_tables.OfferExport)
IMPORT_WISH = table_of(import_tables.ImportWish)
REPORT = table_of(report_tables.Report)
STEWARD = table_of(steward_tables.Steward)
STEWARD_CODE = table_of(steward_tables.StewardCode)

_asked = select(bindparam("uid", type_=LargeBinary).label("uid")).subquery("asked")

PERSON = select(
    CONVERSATION.c.state,
    CONVERSATION.c.updated_at,
    PREFERENCE.c.language,
    PREFERENCE.c.simple,
    PREFERENCE.c.departement,
    PREFERENCE.c.updated_at,
).select_from(
    _asked.outerjoin(CONVERSATION, CONVERSATION.c.uid == _asked.c.uid).outerjoin(
        PREFERENCE, PREFERENCE.c.uid == _asked.c.uid
    )
)
"""One row, whatever is kept of the person (parameter `uid`)."""

DROP_CONVERSATION = delete(CONVERSATION).where(CONVERSATION.c.uid == bindparam("uid_"))
DROP_PREFERENCE = delete(PREFERENCE).where(PREFERENCE.c.uid == bindparam("uid_"))


def insert_into(table: Table, dialect: str) -> SqliteInsert | PostgresqlInsert:
    """Begin an INSERT that can say what to do on a conflict; `dialect` is the connection's."""
    if dialect == "sqlite":
        from sqlalchemy.dialects import sqlite  # noqa: PLC0415 - one dialect is used, and the other takes time to import

        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - idem

    return postgresql.insert(table)


@cache
def upsert(table: Table, dialect: str) -> SqliteInsert | PostgresqlInsert:
    """Build the INSERT of a whole row that replaces the row of the same primary key."""
    insert = insert_into(table, dialect)
    key = [column.name for column in table.primary_key]
    rest = {column.name: insert.excluded[column.name] for column in table.columns if not column.primary_key}
    row = {column.name: bindparam(column.name, type_=column.type) for column in table.columns}
    return insert.values(row).on_conflict_do_update(index_elements=key, set_=rest)


@cache
def count_one(dialect: str) -> SqliteInsert | PostgresqlInsert:
    """Build the statement that adds one to a statistic (parameters `day`, `name`)."""
    insert = insert_into(STATISTIC, dialect)
    row = {"day": bindparam("day"), "name": bindparam("name"), "count": 1}
    return insert.values(row).on_conflict_do_update(
        index_elements=["day", "name"], set_={"count": STATISTIC.c.count + 1}
    )
