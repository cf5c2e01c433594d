"""The figures of a month, asked for by an agent: of all their territories, or of one."""

from __future__ import annotations

import re
from datetime import date
from zoneinfo import ZoneInfo

from bot.calendars.territories import named
from bot.handlers.agenda import zones_of
from bot.handlers.audiences import place_name
from bot.handlers.offer_summary import Summed, summary
from bot.talk.message import Choice, Reply, Text
from bot.talk.months import month_name, month_said
from bot.talk.periods import Period, midnight
from bot.talk.turn import Turn

MONTH = "bilan"
_TERRITORY = re.compile(r"(?:dep|reg)-\w+|\d{2,3}|2[ab]", re.IGNORECASE)


async def of_month(turn: Turn, command: str) -> Reply:
    """`/offres bilan`, the last month; `bilan octobre 2026`; `bilan 10/2026 dep-49`: one territory of several."""
    voice, zone = turn.voice, zones_of(turn.knowledge)(None)
    today = turn.now.astimezone(zone).date()
    this = Period.MONTH.start(today)
    asked = turn.argument.strip()[len(MONTH) :].split()
    territory = _territory(turn, asked)
    said = " ".join(word for word in asked if not territory or not _TERRITORY.fullmatch(word))
    month = month_said(said, today) if said else Period.MONTH.before(this)
    if month is None or month > this:
        return Reply((Text(voice("offers-month-future" if month else "offers-month-which")),))
    if territory and not turn.may(command, territory):
        return Reply((Text(voice("agents-elsewhere")),))
    told = await _told(turn, command, territory, month, zone)
    if month == this:
        return told
    current = voice("offers-month-current", month=month_name(this, voice.locale))
    return Reply(told.blocks, (Choice(current, f"/{command} {MONTH} {this:%m/%Y}"),), attachments=told.attachments)


async def _told(turn: Turn, command: str, territory: str, month: date, zone: ZoneInfo) -> Reply:
    territories = turn.knowledge.territories
    if turn.offers is None:
        return Reply((Text(turn.voice("offers-empty")),))
    within = [each for each in territories.known if turn.may(command, each) and territory in ("", *turn.around(each))]
    since, until = midnight(month, zone), midnight(Period.MONTH.after(month), zone)
    found = await turn.offers.figures(within, since=since, until=until, now=turn.now)
    held = [territory] if territory else dict.fromkeys(right.territory for right in turn.rights)
    place = turn.voice.listed(place_name(turn.voice, territories, each) for each in held)
    return summary(turn, Summed(month, place, found))


def _territory(turn: Turn, asked: list[str]) -> str:
    """The one that is named among words; "" for all."""
    found = (named(turn.knowledge.territories, word) for word in asked if _TERRITORY.fullmatch(word))
    return next((each for each in found if each), "")
