"""Nothing found: say so, with the national line for that need and who can help; never an invention."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.handlers.places import name_of, needs_named
from bot.handlers.searching import query_of, zone_of_search
from bot.records.effects import Count
from bot.talk import crisis
from bot.talk.alarm import offered_line
from bot.talk.message import Effect, Reply, Text
from bot.talk.sought import Remember, Sought
from bot.talk.turn import Turn


def nothing(turn: Turn, sought: Sought) -> Reply:
    """What can be done when the directory has no answer; the need is counted by commune, never by person."""
    voice, place = turn.voice, name_of(turn, sought)
    said = [voice("nothing", need=needs_named(turn, sought), far=round(query_of(turn, sought).radii[-1]), place=place)]
    if not len(turn.finder):
        said.append(voice("nothing-directory"))
    elif sought.moment or sought.publics or sought.access:
        said.append(voice("nothing-try"))
    said += _national_lines(turn, sought)
    said.append(voice("advice-ccas", place=place) if sought.commune else voice("advice-ccas-anywhere"))
    effects: list[Effect] = [Remember(sought)]
    if sought.commune and sought.needs:
        effects.append(Count(f"unanswered:{sought.needs[0].replace('_', '-')}:{sought.commune}"))
    return Reply(tuple(Text(line) for line in said), effects=tuple(effects))


def _national_lines(turn: Turn, sought: Sought) -> list[str]:
    """The national line for what was sought, when there is one that the danger did not give already."""
    if turn.alarmed:
        return []
    at = turn.now.astimezone(ZoneInfo(zone_of_search(turn, sought)))
    numbers = dict.fromkeys(turn.finder.needs.get(need).line for need in sought.needs)
    known = (number for number in numbers if number and number.replace(" ", "") in crisis.lines())
    return [offered_line(turn.voice, crisis.offered(number, at=at)) for number in known]
