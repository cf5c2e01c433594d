"""What we promise of each table: when a row leaves, and who may ask to see or erase it.

A table that is missing here, or a column that is missing in `bot.records.columns`, fails a test.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Table
from sqlmodel import SQLModel

import bot.records.alert_tables
import bot.records.append_only
import bot.records.erasure_tables
import bot.records.offer_tables
import bot.records.report_tables
import bot.records.steward_tables
import bot.records.subscriber_tables
import bot.records.territory_tables  # noqa: F401 - idem
import directory.ledger.tables
import directory.tables  # noqa: F401 - idem


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
    # Asked again after 150 days; 30 more to answer.
    "alert": Retention("consented_at", timedelta(days=180)),
    # Each answer is an agreement to go on; asked about after 365 days in any case, 30 more to answer.
    "steward": Retention("consented_at", timedelta(days=395)),
    "steward_code": Retention("made_at", timedelta(days=7)),
    "campaign": Retention("created_at", timedelta(days=365)),
    "mail_request": Retention("made_at", timedelta(days=2)),
    # 180 days after its last step, 30 once it is over, 365 at most (`bot.records.offers.touch`).
    "offer": Retention("counted_from", timedelta(days=180), written="moved_at"),
    # With its offer, and in any case.
    "offer_line": Retention("written_at", timedelta(days=365)),
    "offer_draft": Retention("updated_at", timedelta(days=7)),
    # A day to agree (`bot.records.offer_exports.VALID`), and one to be told.
    "offer_export": Retention("asked_at", timedelta(days=2)),
    # A day to agree (`bot.records.import_wishes.VALID`), and one to be told.
    "import_wish": Retention("asked_at", timedelta(days=2)),
    # 30 days once it was dealt with (`bot.records.reports.settle`).
    "report": Retention("counted_from", timedelta(days=180), written="sent_at"),
    # Taking back ends after 30 days; who changed what is told for a year, as in the audit.
    "directory_change": Retention("at", timedelta(days=365)),
    "import_run": Retention("at", timedelta(days=365)),
}
# Messages on their way: a row forgets its person as soon as it is answered or sent, and is no data kept of them.
PASSING = frozenset({"inbox", "outbox"})
# What nobody can ask to be shown or erased: who is invited or asked has no account yet; what an agent did stays told.
ABOUT_AGENTS = frozenset(
    {"invitation", "steward_code", "audit", "campaign", "mail_request", "directory_change", "import_run"}
)
# Rows of these tables leave when somebody blocks us or goes away.
LEFT_BEHIND = ("conversation", "subscription", "alert", "steward")

# The public directory and calendar: about organisations and those who speak for them.
PUBLIC = frozenset({"event", "structure", "service", "closure", "correction", "directory_state"})


def personal_tables() -> tuple[Table, ...]:
    """Every table that has the pseudonym of a person in `uid`."""
    return tuple(table for table in SQLModel.metadata.sorted_tables if "uid" in table.columns)
