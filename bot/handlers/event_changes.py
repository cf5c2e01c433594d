"""Who learns that an event was changed or called off."""

from __future__ import annotations

from sqlalchemy.engine import Connection

from bot.handlers.audiences import departements
from bot.records.audience import count
from bot.records.broadcast_rules import needs_two
from bot.records.event_news import TellChange, to_be_told
from bot.records.permissions import FRANCE
from bot.talk.message import Text
from bot.talk.turn import Turn
from knowledge.model import Event


def axes_of(event: Event) -> str:
    """Its axes, as they are written down."""
    return "".join(map(str, event.axes))


def tell(turn: Turn, event: Event, axes: str, *, fixed: bool = False) -> TellChange:
    """Who is to be told; `fixed`: a vague date has become a day, which all those concerned were waiting for."""
    territory = event.territory or FRANCE
    whose = departements(turn.knowledge.territories, territory)
    return TellChange(event.id, event.revision + 1, whose, axes, territory, fixed)


async def people_told(turn: Turn, change: TellChange) -> list[Text]:
    """How many people will learn the change, before it is decided."""

    def whom(connection: Connection) -> tuple[int, tuple[str, ...]]:
        audience = to_be_told(connection, change)
        return count(connection, audience), audience.territories

    people, territories = await turn.read(whom)
    said = [Text(turn.voice("event-people-told", count=people))] if people else []
    if people and needs_two(people=people, territories=territories, night=False):
        said.append(Text(turn.voice("event-needs-two")))
    return said
