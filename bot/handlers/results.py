"""What a search found, as a reply: cards, what was left out and why, and what to do when there is nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.handlers.places import name_of, needs_named
from bot.handlers.searching import query_of, zone_of_search
from bot.records.effects import Count
from bot.talk import crisis
from bot.talk.alarm import offered_line
from bot.talk.cards import card
from bot.talk.message import Block, Choice, Effect, Reply, Text
from bot.talk.sought import Remember, Sought
from bot.talk.times import moment_name
from bot.talk.turn import Turn
from directory.rows import ServiceRow
from directory.search_query import Found, Hit, Query
from directory.zones import zone_of

# Searched when a result needs a professional to ask for it.
SOCIAL_WORKER = "assistante_sociale"


async def show(
    turn: Turn, sought: Sought, *, kept_place: bool = False, guessed: bool = False, next_page: bool = False
) -> Reply:
    """Search and say what was found."""
    query = query_of(turn, sought)
    found = turn.finder.search(query, now=turn.now, zone=zone_of_search(turn, sought))
    shown = _shown(found)
    rows = await turn.finder.details((hit.id for hit in (*shown, *found.remote, *found.professionals)), now=turn.now)
    if next_page and not shown:
        return _finished(turn, sought)
    after = replace(sought, offset=sought.offset + len(found.hits))
    blocks: list[Block] = _opening_words(
        turn, sought, found, kept_place=kept_place, guessed=guessed, next_page=next_page
    )
    blocks += _cards(turn, shown, rows)
    if not next_page:
        blocks += _apart(turn, found, rows)
    effects: tuple[Effect, ...] = (Remember(after),)
    if not shown and not found.remote and not found.professionals:
        blocks = [*_nothing(turn, sought, query)]
        effects = (
            *effects,
            *(Count(f"unanswered:{need.replace('_', '-')}:{sought.commune or '-'}") for need in sought.needs[:1]),
        )
    if turn.finder.fictional and len(turn.finder):
        blocks.append(Text(turn.voice("fictional-all")))
    return Reply(tuple(blocks), _choices(turn, sought, found), effects=effects)


def _shown(found: Found) -> tuple[Hit, ...]:
    """What is open or likely; else what opens next; else the nearest, however far."""
    return found.hits or found.later or ((found.beyond,) if found.beyond else ())


def _opening_words(
    turn: Turn, sought: Sought, found: Found, *, kept_place: bool, guessed: bool, next_page: bool
) -> list[Block]:
    voice, place = turn.voice, name_of(turn, sought)
    needs = needs_named(turn, sought)
    said: list[str] = []
    if not (_shown(found) or found.remote or found.professionals):
        return []
    if next_page:
        said.append(voice("results-next", need=needs, place=place))
    elif sought.postal:
        count = len(turn.finder.gazetteer.by_postal(sought.postal))
        said.append(voice("results-around", need=needs, postal=sought.postal, count=count))
    else:
        said.append(voice("results", need=needs, place=place))
    if guessed:
        said.append(voice("guessed-place", place=place))
    elif kept_place:
        said.append(voice("kept-place", place=place))
    if filters := _filters(turn, sought):
        said.append(voice("filters", filters=", ".join(filters)))
    if not next_page:
        said += _far_or_closed(turn, sought, found)
    return [Text("\n".join(said))]


def _far_or_closed(turn: Turn, sought: Sought, found: Found) -> list[str]:
    voice, said = turn.voice, []
    near = found.hits[0].distance_km if found.hits else None
    if found.widened and found.radius_km and (near is None or near > 5):
        said.append(voice("widened", near=5, far=round(found.radius_km)))
    if sought.moment and not found.surely_open:
        said.append(voice("none-open"))
    elif sought.moment and found.hidden_closed:
        said.append(voice("hidden-closed", count=found.hidden_closed))
    return said


def _filters(turn: Turn, sought: Sought) -> list[str]:
    voice, said = turn.voice, []
    if sought.moment == "now":
        said.append(voice("filter-now"))
    elif sought.moment:
        said.append(voice("filter-moment", moment=moment_name(voice, sought.moment)))
    if sought.publics:
        said.append(voice("filter-publics", publics=", ".join(voice(f"public-{p}") for p in sorted(sought.publics))))
    return said + [voice(f"filter-{access}") for access in sorted(sought.access)]


def _cards(turn: Turn, hits: Iterable[Hit], rows: Mapping[str, ServiceRow]) -> list[Block]:
    return [card(turn.voice, hit, rows[hit.id], local_now=_local(turn, hit)) for hit in hits if hit.id in rows]


def _local(turn: Turn, hit: Hit) -> datetime:
    return turn.now.astimezone(ZoneInfo(zone_of(hit.departement)))


def _apart(turn: Turn, found: Found, rows: Mapping[str, ServiceRow]) -> list[Block]:
    """What only a professional can ask for, and what is had from a distance."""
    blocks: list[Block] = []
    if found.professionals:
        blocks += _cards(turn, found.professionals[:2], rows)
    if found.remote:
        blocks += [Text(turn.voice("remote")), *_cards(turn, found.remote[:2], rows)]
    return blocks


def _nothing(turn: Turn, sought: Sought, query: Query) -> list[Block]:
    voice, place = turn.voice, name_of(turn, sought)
    said = [voice("nothing", need=needs_named(turn, sought), far=round(query.radii[-1]), place=place)]
    if not len(turn.finder):
        said.append(voice("nothing-directory"))
    elif sought.moment or sought.publics or sought.access:
        said.append(voice("nothing-try"))
    said += _national_lines(turn, sought)
    said.append(voice("advice-ccas", place=place) if sought.commune else voice("advice-ccas-anywhere"))
    return [Text(line) for line in said]


def _national_lines(turn: Turn, sought: Sought) -> list[str]:
    """The national line for what was sought, when there is one."""
    at = turn.now.astimezone(ZoneInfo(zone_of_search(turn, sought)))
    numbers = dict.fromkeys(turn.finder.needs.get(need).line for need in sought.needs)
    known = (number for number in numbers if number and number.replace(" ", "") in crisis.lines())
    return [offered_line(turn.voice, crisis.offered(number, at=at)) for number in known]


def _finished(turn: Turn, sought: Sought) -> Reply:
    choices = (Choice(turn.voice("other-need"), "/menu"), Choice(turn.voice("keep-search"), "/garder"))
    return Reply((Text(turn.voice("no-more")),), choices, effects=(Remember(sought),))


def _choices(turn: Turn, sought: Sought, found: Found) -> tuple[Choice, ...]:
    voice = turn.voice
    offered = []
    if found.more:
        offered.append(Choice(voice("more-results"), "/plus"))
    if sought.moment != "now" and found.hits:
        offered.append(Choice(voice("only-open"), "/quand now"))
    if sought.moment or sought.publics or sought.access:
        offered.append(Choice(voice("everywhere"), "/sansfiltre"))
    offered.append(Choice(voice("keep-search"), "/garder"))
    offered.append(Choice(voice("other-need"), "/menu"))
    return tuple(offered)
