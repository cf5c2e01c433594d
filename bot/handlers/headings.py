"""What is said above the results: what was searched, where, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass

from bot.handlers.look import Seen
from bot.handlers.places import name_of, needs_named
from bot.talk.message import Text
from bot.talk.sought import Sought
from bot.talk.times import moment_name
from bot.talk.turn import Turn
from directory.flags import Flag


@dataclass(frozen=True, slots=True)
class Manner:
    """How the search came about. `kept_place`: the place is the last one; `guessed`: the place may be misread."""

    kept_place: bool = False
    guessed: bool = False
    next_page: bool = False


def heading(turn: Turn, seen: Seen, manner: Manner) -> Text:
    """One line for the search, then one for each thing to know of it."""
    voice, place = turn.voice, name_of(turn, seen.asked)
    said = [_what(turn, seen, manner, place)]
    if manner.guessed or manner.kept_place:
        said.append(voice("guessed-place" if manner.guessed else "kept-place", place=place))
    if seen.relaxed:
        publics = voice.listed(voice(f"public-{public}") for public in sorted(seen.asked.publics))
        said.append(voice("relaxed", publics=publics))
    if filters := filters_named(turn, seen.searched):
        said.append(voice("filters", filters=voice.listed(filters)))
    said += _first(turn, seen)
    if not manner.next_page:
        said += _far_or_closed(turn, seen)
    return Text("\n".join(said))


def _what(turn: Turn, seen: Seen, manner: Manner, place: str) -> str:
    voice, needs = turn.voice, needs_named(turn, seen.asked)
    if seen.broader:
        return voice("broader", need=needs, place=place, theme=needs_named(turn, seen.searched))
    if manner.next_page:
        return voice("results-next", need=needs, place=place)
    if postal := seen.asked.postal:
        count = len(turn.finder.gazetteer.by_postal(postal))
        return voice("results-around", need=needs, postal=postal, count=count)
    return voice("results", need=needs, place=place)


def _first(turn: Turn, seen: Seen) -> list[str]:
    """What puts places first, and whether the last ones shown lack it."""
    voice, access = turn.voice, sorted(seen.searched.access)
    if not access:
        return []
    said = voice("filters-first", filters=voice.listed(voice(f"filter-{name}") for name in access))
    wanted = Flag(sum(Flag[name.upper()] for name in access))
    lacking = any(wanted not in hit.flags for hit in seen.hits)
    return [" ".join((said, voice("filters-rest")))] if lacking else [said]


def filters_named(turn: Turn, sought: Sought) -> list[str]:
    """What leaves places out of a search, in words."""
    voice, said = turn.voice, []
    if sought.moment == "now":
        said.append(voice("filter-now"))
    elif sought.moment:
        said.append(voice("filter-moment", moment=moment_name(voice, sought.moment)))
    if sought.publics:
        said.append(voice("filter-publics", publics=voice.listed(voice(f"public-{p}") for p in sorted(sought.publics))))
    return said


def _far_or_closed(turn: Turn, seen: Seen) -> list[str]:
    voice, found, moment = turn.voice, seen.found, seen.asked.moment
    said = []
    near = seen.hits[0].distance_km if seen.hits else None
    if not found.hits and not found.later and seen.far:
        said.append(voice("nearest-far"))
    elif found.widened and found.radius_km and near is not None and near > 5:
        said.append(voice("widened", near=5, far=round(found.radius_km)))
    if moment and not found.surely_open:
        said.append(voice("none-open"))
    elif moment and found.hidden_closed:
        said.append(voice("hidden-closed", count=found.hidden_closed))
    return said
