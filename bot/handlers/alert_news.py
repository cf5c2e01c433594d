"""What somebody is told of new places that match their search, and when they may be written to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.handlers.alert_search import Wanted, departement_of, look
from bot.handlers.alert_words import in_words
from bot.handlers.results import result
from bot.records.alert import Fresh, Looked, Search
from bot.talk.due import quiet_until
from bot.talk.message import Block, Reply, Text
from bot.talk.wording import Voice, Wording
from directory.finder import Finder
from directory.zones import zone_of

# Of each search: more is a new list to ask for.
MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class AlertNews:
    """Looks and composes; nothing is sent here."""

    finder: Finder
    wording: Wording

    @property
    def version(self) -> int | None:
        """The version of the directory that is looked at; None while there is none."""
        return self.finder.version if len(self.finder) else None

    def look(self, search: Search, now: datetime) -> Looked:
        """What a search finds now."""
        return look(self.finder, Wanted.from_json(search), now)

    def quiet_until(self, search: Search, now: datetime) -> datetime | None:
        """When people may be written to where they search, while they sleep there; None: now."""
        zone = zone_of(departement_of(self.finder, Wanted.from_json(search).sought))
        return quiet_until(now, ZoneInfo(zone))

    def news(self, language: str, fresh: Iterable[Fresh], now: datetime) -> Reply:
        """The new places of each search, and how to hear no more."""
        voice = self.wording.voice(language)
        blocks = [block for each in fresh for block in self._of(voice, each, now)]
        return Reply((*blocks, Text(voice("alert-stop-how"))), language=voice.language)

    def ask(self, language: str, searches: Sequence[Search]) -> Reply:
        """Whether to go on, five months later."""
        voice = self.wording.voice(language)
        kept = "\n".join(f"- {in_words(voice, self.finder, Wanted.from_json(search))}" for search in searches)
        return Reply((Text(voice("alert-again")), Text(kept), Text(voice("alert-again-how"))), language=voice.language)

    def _of(self, voice: Voice, fresh: Fresh, now: datetime) -> list[Block]:
        what = in_words(voice, self.finder, Wanted.from_json(fresh.search))
        count, shown = len(fresh.found), fresh.found[:MOST_SHOWN]
        blocks: list[Block] = [Text(voice("alert-news", what=what, count=count))]
        blocks += [result(voice, self.finder.needs, hit, row, now=now) for hit, row in shown]
        if count > len(shown):
            blocks.append(Text(voice("alert-news-more", count=count - len(shown))))
        return blocks
