"""What every column of the tables of offers says of a person (`bot.records.columns`)."""

from __future__ import annotations

from collections.abc import Mapping

from bot.records.column import Column

OFFERS: Mapping[str, Mapping[str, Column]] = {
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
    "offer_export": {
        "number": Column.TECHNICAL,
        "uid": Column.PSEUDONYM,
        "contact": Column.SEALED,
        "author": Column.PSEUDONYM,
        "approver": Column.PSEUDONYM,
        "territory": Column.PERSONAL,
        "axis": Column.TECHNICAL,
        "profile": Column.TECHNICAL,
        "state": Column.TECHNICAL,
        "reason": Column.PERSONAL,
        "status": Column.TECHNICAL,
        "told": Column.TECHNICAL,
        "asked_at": Column.PERSONAL,
    },
}
