"""The services of a département that editors are to look at again."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial

from sqlalchemy.engine import Connection

from bot.handlers.agenda import zones_of
from bot.handlers.own_departement import asked_of
from bot.handlers.review_sheet import ToReview, told
from bot.records import stewards
from bot.records.reports import reported
from bot.talk.message import Reply, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from directory.communes.gazetteer import Gazetteer
from directory.review import Reviewed, review

router = Router()

COMMAND = "revoir"


@router.command(COMMAND, personal=True)
async def reviews(turn: Turn) -> Reply:
    """`/revoir`, `/revoir 44`."""
    voice, asked = turn.voice, asked_of(turn)
    if not asked.territory or asked.rest:
        return Reply((Text(voice("reviews-where")),))
    if not turn.may(COMMAND, asked.territory):
        return Reply((Text(voice("agents-elsewhere")),))
    today = turn.now.astimezone(zones_of(turn.knowledge)(asked.territory)).date()
    places = places_of(turn.finder.gazetteer, asked.territory)
    here = partial(to_review, territory=asked.territory, places=places, today=today, now=turn.now)
    found = await turn.read(here)
    return told(voice, turn.finder.gazetteer, ToReview(turn.knowledge.territories.name(asked.territory), today, found))


def to_review(
    connection: Connection, territory: str, places: frozenset[str], today: date, now: datetime
) -> list[Reviewed]:
    """The services of a département to be looked at, also those that people complain of or do not answer about."""
    said, silent = reported(connection, territory), stewards.silent(connection, now=now)
    return review(connection, places, today=today, reported=said, unanswered=silent)


def places_of(gazetteer: Gazetteer, territory: str) -> frozenset[str]:
    """The codes of the communes of a département (`dep-44`)."""
    code = territory.removeprefix("dep-").upper()
    return frozenset(commune.code for commune in gazetteer.inside(code))
