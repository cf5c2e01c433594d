"""What every column of the tables about the upkeep of the directory says of a person (`bot.records.columns`)."""

from __future__ import annotations

from collections.abc import Mapping

from bot.records.column import Column

DIRECTORY: Mapping[str, Mapping[str, Column]] = {
    "report": {
        "key": Column.TECHNICAL,
        "uid": Column.PSEUDONYM,
        "contact": Column.SEALED,
        "service": Column.PERSONAL,
        "territory": Column.PERSONAL,
        "reason": Column.PERSONAL,
        "said": Column.SEALED,
        "language": Column.PERSONAL,
        "outcome": Column.PERSONAL,
        "told": Column.TECHNICAL,
        "sent_at": Column.PERSONAL,
        "counted_from": Column.PERSONAL,
        "steward": Column.PERSONAL,
    },
    "import_run": {
        "id": Column.TECHNICAL,
        "sources": Column.TECHNICAL,
        "at": Column.TECHNICAL,
        "actor": Column.PSEUDONYM,
        "added": Column.TECHNICAL,
        "changed": Column.TECHNICAL,
        "withdrawn": Column.TECHNICAL,
        "undone_at": Column.TECHNICAL,
    },
    "directory_change": {
        "id": Column.TECHNICAL,
        "run": Column.TECHNICAL,
        "kind": Column.TECHNICAL,
        "row": Column.TECHNICAL,
        "at": Column.TECHNICAL,
        "actor": Column.PSEUDONYM,
        "before": Column.TECHNICAL,
        "after": Column.TECHNICAL,
        "undoes": Column.TECHNICAL,
    },
    "import_wish": {
        "number": Column.TECHNICAL,
        "uid": Column.PSEUDONYM,
        "contact": Column.SEALED,
        "file": Column.SEALED,
        "author": Column.PSEUDONYM,
        "approver": Column.PSEUDONYM,
        "territories": Column.PERSONAL,
        "sha256": Column.TECHNICAL,
        "fields": Column.TECHNICAL,
        "whole": Column.TECHNICAL,
        "day": Column.TECHNICAL,
        "plan": Column.TECHNICAL,
        "status": Column.TECHNICAL,
        "told": Column.TECHNICAL,
        "run": Column.TECHNICAL,
        "asked_at": Column.PERSONAL,
    },
}
