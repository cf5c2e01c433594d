"""What those in charge of a place are asked first, and when they may be written to; nothing is sent here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.handlers.steward_words import local_day, question, stamped, zone_at
from bot.records.steward import Steward
from bot.talk.due import quiet_until
from bot.talk.message import Reply, Text
from bot.talk.wording import Wording
from directory.ledger.facts import Facts


@dataclass(frozen=True, slots=True)
class StewardNews:
    """Composes."""

    wording: Wording

    def ask(self, steward: Steward, facts: Facts, now: datetime, *, more: int) -> Reply:
        """Whether an entry is still right; `more`: how many others are asked about with it."""
        voice = self.wording.voice(steward.language)
        asked = Text(voice("steward-ask-again" if steward.asks == 1 else "steward-ask"))
        reply = question(voice, steward.key, facts, now, asked, more=more)
        blocks = (*reply.blocks, Text(voice("steward-ask-how")))
        return replace(reply, blocks=blocks, language=voice.language)

    def shown(self, facts: Facts, now: datetime) -> str:
        """What is kept of what they are shown."""
        return stamped(facts, local_day(facts.row.place, now))

    def ended(self, language: str, name: str) -> Reply:
        """An editor ended it."""
        voice = self.wording.voice(language)
        return Reply((Text(voice("steward-ended-by-editors", name=name)),), language=voice.language)

    def quiet_until(self, place: str | None, now: datetime) -> datetime | None:
        """When somebody may be written to at a place (INSEE code), while they sleep there; None: now."""
        return quiet_until(now, zone_at(place))
