"""What we promise of each table: what every column is, and when a row leaves.

A table or column that is missing here fails a test.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from sqlalchemy import Table
from sqlmodel import SQLModel

import bot.records.append_only
import bot.records.offer_tables
import bot.records.subscriber_tables  # noqa: F401 - idem
import directory.tables  # noqa: F401 - idem


class Column(Enum):
    """What a column says of a person."""

    PSEUDONYM = "the HMAC of an address"
    SEALED = "personal, encrypted"
    PERSONAL = "personal, readable"
    TECHNICAL = "says nothing of a person"


@dataclass(frozen=True, slots=True)
class Retention:
    """A row leaves when the instant in `column` is `kept` old; `settled_only`: not while its `status` is 0 or 1.

    `written`: the instant that tells when it was last written, when `column` does not.
    """

    column: str
    kept: timedelta
    settled_only: bool = False
    written: str = ""

    @property
    def dates(self) -> str:
        """The column that tells when a row was last written."""
        return self.written or self.column


RETENTION: Mapping[str, Retention] = {
    "conversation": Retention("updated_at", timedelta(hours=24)),
    "preference": Retention("updated_at", timedelta(days=365)),
    "saved_search": Retention("created_at", timedelta(days=90)),
    # Longer than the 14 days that backups are kept.
    "erasure": Retention("erased_at", timedelta(days=30)),
    # Telegram delivers again for a day. A message that waits is answered first, however old.
    "inbox": Retention("received_at", timedelta(days=2), settled_only=True),
    "outbox": Retention("created_at", timedelta(days=7), settled_only=True),
    "agent": Retention("used_at", timedelta(days=365)),
    "invitation": Retention("made_at", timedelta(minutes=15)),
    "audit": Retention("at", timedelta(days=365)),
    # Asked again after 365 days; 30 more to answer.
    "subscription": Retention("consented_at", timedelta(days=395)),
    "campaign": Retention("created_at", timedelta(days=365)),
    "mail_request": Retention("made_at", timedelta(days=2)),
    # 180 days after its last step, 30 once it is over, 365 at most (`bot.records.offers.touch`).
    "offer": Retention("counted_from", timedelta(days=180), written="moved_at"),
    # With its offer, and in any case.
    "offer_line": Retention("written_at", timedelta(days=365)),
    "offer_draft": Retention("updated_at", timedelta(days=7)),
}
# Messages on their way: a row forgets its person as soon as it is answered or sent, and is no data kept of them.
PASSING = frozenset({"inbox", "outbox"})
# What nobody can ask to be shown or erased: who is invited or asked has no account yet; what an agent did stays told.
ABOUT_AGENTS = frozenset({"invitation", "audit", "campaign", "mail_request"})
# Rows of these tables leave when somebody blocks us or goes away.
LEFT_BEHIND = ("conversation", "subscription")

PRIVACY: Mapping[str, Mapping[str, Column]] = {
    "conversation": {
        "uid": Column.PSEUDONYM,
        "state": Column.SEALED,
        "updated_at": Column.PERSONAL,
    },
    "preference": {
        "uid": Column.PSEUDONYM,
        "language": Column.PERSONAL,
        "simple": Column.PERSONAL,
        "departement": Column.PERSONAL,
        "updated_at": Column.PERSONAL,
    },
    "saved_search": {
        "token": Column.PSEUDONYM,
        "uid": Column.PSEUDONYM,
        "search": Column.SEALED,
        "created_at": Column.PERSONAL,
    },
    "erasure": {
        "uid": Column.PSEUDONYM,
        "erased_at": Column.PERSONAL,
    },
    "inbox": {
        "id": Column.TECHNICAL,
        "event": Column.PSEUDONYM,
        "uid": Column.PSEUDONYM,
        "payload": Column.SEALED,
        "status": Column.TECHNICAL,
        "attempts": Column.TECHNICAL,
        "received_at": Column.PERSONAL,
    },
    "outbox": {
        "id": Column.TECHNICAL,
        "ticket": Column.TECHNICAL,
        "uid": Column.PSEUDONYM,
        "platform": Column.TECHNICAL,
        "parcel": Column.SEALED,
        "bulk": Column.TECHNICAL,
        "resend": Column.TECHNICAL,
        "status": Column.TECHNICAL,
        "doubts": Column.TECHNICAL,
        "created_at": Column.PERSONAL,
        "campaign": Column.TECHNICAL,
    },
    "subscription": {
        "uid": Column.PSEUDONYM,
        "platform": Column.PERSONAL,
        "place": Column.TECHNICAL,
        "contact": Column.SEALED,
        "territories": Column.PERSONAL,
        "axes": Column.PERSONAL,
        "moments": Column.PERSONAL,
        "kept": Column.PERSONAL,
        "language": Column.PERSONAL,
        "consent": Column.PERSONAL,
        "since": Column.PERSONAL,
        "consented_at": Column.PERSONAL,
        "asked_at": Column.PERSONAL,
    },
    "mail_request": {
        "mailbox": Column.PSEUDONYM,
        "token": Column.PSEUDONYM,
        "request": Column.SEALED,
        "asked": Column.TECHNICAL,
        "made_at": Column.PERSONAL,
    },
    "campaign": {
        "id": Column.TECHNICAL,
        "key": Column.TECHNICAL,
        "kind": Column.TECHNICAL,
        "event": Column.TECHNICAL,
        "moment": Column.TECHNICAL,
        "territories": Column.TECHNICAL,
        "axes": Column.TECHNICAL,
        "languages": Column.TECHNICAL,
        "texts": Column.TECHNICAL,
        "of": Column.TECHNICAL,
        "status": Column.TECHNICAL,
        "legs": Column.TECHNICAL,
        "night": Column.TECHNICAL,
        "people": Column.TECHNICAL,
        "territory": Column.TECHNICAL,
        "author": Column.PSEUDONYM,
        "approver": Column.PSEUDONYM,
        "contact": Column.SEALED,
        "created_at": Column.TECHNICAL,
        "due_at": Column.TECHNICAL,
        "asked_at": Column.TECHNICAL,
        "begun_at": Column.TECHNICAL,
        "ended_at": Column.TECHNICAL,
        "sent": Column.TECHNICAL,
        "gone": Column.TECHNICAL,
        "refused": Column.TECHNICAL,
        "in_doubt": Column.TECHNICAL,
        "repeated": Column.TECHNICAL,
    },
    "offer": {
        "number": Column.PERSONAL,
        "uid": Column.PSEUDONYM,
        "contact": Column.SEALED,
        "profile": Column.PERSONAL,
        "territory": Column.PERSONAL,
        "commune": Column.PERSONAL,
        "subject": Column.PERSONAL,
        "means": Column.PERSONAL,
        "proposal": Column.SEALED,
        "reach": Column.SEALED,
        "language": Column.PERSONAL,
        "consent": Column.PERSONAL,
        "state": Column.PERSONAL,
        "assignee": Column.PSEUDONYM,
        "sent_at": Column.PERSONAL,
        "moved_at": Column.PERSONAL,
        "counted_from": Column.PERSONAL,
        "recalled_at": Column.TECHNICAL,
    },
    "offer_line": {
        "key": Column.TECHNICAL,
        "uid": Column.PSEUDONYM,
        "offer": Column.PERSONAL,
        "territory": Column.PERSONAL,
        "kind": Column.PERSONAL,
        "state": Column.PERSONAL,
        "content": Column.SEALED,
        "actor": Column.PSEUDONYM,
        "told": Column.TECHNICAL,
        "written_at": Column.PERSONAL,
    },
    "offer_draft": {
        "uid": Column.PSEUDONYM,
        "answers": Column.SEALED,
        "updated_at": Column.PERSONAL,
    },
    "agent": {
        "key": Column.TECHNICAL,
        "uid": Column.PSEUDONYM,
        "author": Column.PSEUDONYM,
        "role": Column.PERSONAL,
        "territory": Column.PERSONAL,
        "label": Column.SEALED,
        "contact": Column.SEALED,
        "mail": Column.SEALED,
        "granted_at": Column.PERSONAL,
        "used_at": Column.PERSONAL,
    },
    "invitation": {
        "key": Column.PSEUDONYM,
        "secret": Column.PSEUDONYM,
        "role": Column.TECHNICAL,
        "territory": Column.TECHNICAL,
        "label": Column.SEALED,
        "wrong": Column.TECHNICAL,
        "made_at": Column.TECHNICAL,
    },
    "audit": {
        "id": Column.TECHNICAL,
        "at": Column.PERSONAL,
        "actor": Column.PSEUDONYM,
        "action": Column.PERSONAL,
        "target": Column.PERSONAL,
        "territory": Column.PERSONAL,
        "seal": Column.TECHNICAL,
    },
    "cursor": {
        "door": Column.TECHNICAL,
        "value": Column.TECHNICAL,
    },
    "statistic": {
        "day": Column.TECHNICAL,
        "name": Column.TECHNICAL,
        "count": Column.TECHNICAL,
    },
}

# The public directory and calendar: about organisations and those who speak for them.
PUBLIC = frozenset({"event", "structure", "service", "closure", "directory_state"})


def personal_tables() -> tuple[Table, ...]:
    """Every table that has the pseudonym of a person in `uid`."""
    return tuple(table for table in SQLModel.metadata.sorted_tables if "uid" in table.columns)
