"""What is told of an error of the directory: to its editors, to whoever said it; and of what is kept of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.handlers.audiences import place_name
from bot.records.report import Outcome, Report
from bot.talk.message import Reply, Text
from bot.talk.turn import Turn
from bot.talk.wording import Voice, Wording
from directory.importers.declared import Followed
from directory.ledger.runs import Counted
from knowledge.dates import day
from knowledge.keeper import Keeper


@dataclass(frozen=True, slots=True)
class ReportNews:
    """Composes; nothing is sent here."""

    knowledge: Keeper
    wording: Wording

    def around(self, territory: str) -> tuple[str, ...]:
        """A territory, and all that hold it."""
        return (territory, *sorted(self.knowledge.current.territories.around(territory)))

    def for_editors(self, territory: str, services: int) -> Reply:
        """That something waits, and where to read it; no word of whoever said it."""
        voice = self.wording.voice("fr")
        place = place_name(voice, self.knowledge.current.territories, territory)
        return Reply((Text(voice("reports-wait", count=services, place=place)),))

    def for_author(self, report: Report, name: str) -> Reply:
        """What became of it; `name`: of the service."""
        voice = self.wording.voice(report.language)
        outcome = report.outcome if report.outcome is not Outcome.WAITING else Outcome.CONFIRMED
        return Reply((Text(voice(f"report-told-{outcome}", name=name)),), language=voice.language)


def reports_told(turn: Turn, rows: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    """What is kept of the errors that somebody said, in words."""
    voice = turn.voice
    for row in rows:
        at = day(datetime.fromisoformat(row["sent_at"]).date(), voice.locale)
        yield voice("data-report", date=at, reason=voice(f"report-{row['reason']}"))
        if row["said"]:
            yield voice("data-report-word", said=row["said"])


def source_told(voice: Voice, source: Followed, counted: Counted | None) -> Reply:
    """What editors learn of a source that was read again."""
    if counted is None:
        return Reply((Text(voice("source-told-failed", name=source.name, error=source.error)),))
    values = {"added": counted.added, "changed": counted.changed, "withdrawn": counted.withdrawn, "run": source.run}
    return Reply((Text(voice("source-told-done", name=source.name, **values)),))
