"""What a search found, as a reply: cards, what was left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.handlers import alert_search
from bot.handlers.headings import Manner, heading
from bot.handlers.lacking import lacking
from bot.handlers.look import Seen, look, social_worker
from bot.handlers.nothing import nothing
from bot.handlers.searching import communes_of
from bot.talk.cards import card, distance
from bot.talk.message import Block, Card, Choice, Reply, Text
from bot.talk.opening_words import opening_line
from bot.talk.sought import Remember, Sought
from bot.talk.turn import Turn
from bot.talk.wording import Voice
from directory.needs import Needs
from directory.rows import ServiceRow
from directory.search_query import Found, Hit
from directory.zones import zone_of

Rows = Mapping[str, ServiceRow]
MOST_APART = 2
SEARCH_FROM_PLAIN = Manner()


async def show(turn: Turn, sought: Sought, manner: Manner = SEARCH_FROM_PLAIN) -> Reply:
    """Search and say what was found; `manner`: what is said of the search itself."""
    seen = look(turn, sought)
    if manner.next_page and not seen.found.hits:
        return _finished(turn, sought)
    if seen.empty:
        reply = nothing(turn, sought)
        return _labelled(turn, replace(reply, effects=(*reply.effects, *lacking(turn, seen))), _choices(turn, seen))
    helper = social_worker(turn, seen)
    shown = [*seen.hits, *_few(seen.found.remote), *_few(seen.found.professionals), *([helper] if helper else [])]
    rows = await turn.finder.details(hit.id for hit in shown)
    blocks: list[Block] = [heading(turn, seen, manner), *_cards(turn, seen.hits, rows)]
    if not manner.next_page:
        blocks += _by_professionals(turn, seen.found, helper, rows)
        blocks += _remote(turn, seen.found, rows)
        blocks += _to_print(turn, sought)
    listed = tuple(block.service for block in blocks if isinstance(block, Card))
    after = replace(sought, offset=sought.offset + len(seen.found.hits), listed=listed)
    reply = Reply(tuple(blocks), effects=(Remember(after), *lacking(turn, seen)))
    return _labelled(turn, reply, _choices(turn, seen))


def _few(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    return hits[:MOST_APART]


def _labelled(turn: Turn, reply: Reply, choices: tuple[Choice, ...]) -> Reply:
    """Say, under whatever is shown of it, that the directory is invented."""
    label = (Text(turn.voice("fictional-all")),) if turn.finder.fictional and len(turn.finder) else ()
    return replace(reply, blocks=(*reply.blocks, *label), choices=choices)


def _cards(turn: Turn, hits: Iterable[Hit], rows: Rows) -> list[Block]:
    needs = turn.finder.needs
    return [result(turn.voice, needs, hit, rows[hit.id], now=turn.now) for hit in hits if hit.id in rows]


def result(voice: Voice, needs: Needs, hit: Hit, row: ServiceRow, *, now: datetime) -> Card:
    """One result; names are in French: the need is said again in the language of somebody who may not read it."""
    foreign = voice.locale != "fr" and row.needs
    what = needs.label(row.needs[0], voice.language) if foreign else ""
    return card(voice, hit, row, local_now=_local(now, hit), what=what)


def _local(now: datetime, hit: Hit) -> datetime:
    return now.astimezone(ZoneInfo(zone_of(hit.departement)))


def _remote(turn: Turn, found: Found, rows: Rows) -> list[Block]:
    cards = _cards(turn, _few(found.remote), rows)
    return [Text(turn.voice("remote")), *cards] if cards else []


def _to_print(turn: Turn, sought: Sought) -> list[Block]:
    """Where the same place is found on paper: for who is before a browser, perhaps an agent's."""
    communes = communes_of(turn, sought)
    if turn.message.address.platform != "web" or len(communes) != 1:
        return []
    url = f"{turn.base_url}/imprimer/{communes[0].code}"
    return [Text(turn.voice("print-link", place=communes[0].name, url=url))]


def _by_professionals(turn: Turn, found: Found, helper: Hit | None, rows: Rows) -> list[Block]:
    """What only a professional can call, and the nearest one who can be asked to."""
    cards = _cards(turn, _few(found.professionals), rows)
    if not cards or not helper or helper.id not in rows:
        return cards
    row, voice = rows[helper.id], turn.voice
    opening = opening_line(voice, helper.opening, local_now=_local(turn.now, helper), phone=bool(row.phones))
    said = voice(
        "sent-by",
        name=row.structure_name,
        place=row.commune or "",
        distance=distance(voice, helper.distance_km or 0),
        opening=opening,
    )
    phones = [voice("phone", number=phone.shown) for phone in row.phones[:1]]
    return [*cards, Text("\n".join([said, *phones]))]


def _finished(turn: Turn, sought: Sought) -> Reply:
    choices = (Choice(turn.voice("other-need"), "/menu"), Choice(turn.voice("keep-search"), "/garder"))
    return Reply((Text(turn.voice("no-more")),), choices, effects=(Remember(sought),))


def _choices(turn: Turn, seen: Seen) -> tuple[Choice, ...]:
    voice, sought = turn.voice, seen.asked
    offered = []
    if seen.found.more and not seen.broader:
        offered.append(Choice(voice("more-results"), "/plus"))
    if sought.moment != "now" and seen.found.hits:
        offered.append(Choice(voice("only-open"), "/quand now"))
    if sought.moment or sought.publics or sought.access:
        offered.append(Choice(voice("everywhere"), "/sansfiltre"))
    alert = alert_search.offered(turn, sought)
    offered.append(Choice(voice("alert-offer"), "/alerte") if alert else Choice(voice("keep-search"), "/garder"))
    if seen.hits:
        offered.append(Choice(voice("report-offer"), "/signaler"))
    offered.append(Choice(voice("other-need"), "/menu"))
    return tuple(offered)
