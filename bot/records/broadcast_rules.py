"""What a message to many people must respect: a second person, a minute to undo, so many a day."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.engine import Connection

from bot.records import campaigns
from bot.records.addresses import seal_address
from bot.records.agents import Speaker
from bot.records.audit import NOBODY
from bot.records.campaign import Kind, Plan, State
from bot.records.effects import Desk
from bot.records.permissions import FRANCE
from bot.records.statements import CAMPAIGN

# Beyond, a second person must agree; as for several départements, and for the night.
MOST_ALONE = 500
# Time to undo.
GRACE = timedelta(seconds=60)
MOST_A_DAY = 2


def needs_two(*, people: int, territories: tuple[str, ...], night: bool) -> bool:
    """Whether a second person must agree."""
    return people > MOST_ALONE or len(territories) > 1 or FRANCE in territories or night


def digest(plan: Plan) -> str:
    """What a confirmation is bound to: the words, whom they go to, and whether also at night."""
    told = {
        "kind": plan.kind.value,
        "texts": dict(sorted(plan.texts.items())),
        "event": plan.event,
        "of": plan.of,
        "territories": plan.territories,
        "axes": plan.axes,
        "languages": plan.languages,
        "night": plan.night,
    }
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def of_today(connection: Connection, territories: tuple[str, ...], *, since: datetime) -> int:
    """How many messages any of these départements was written since an instant, those that never left apart."""
    wanted = {*territories}
    return sum(
        each.kind is Kind.BROADCAST
        and not (each.status in (State.DECLINED, State.STOPPED) and each.begun_at is None)
        and (bool(wanted & {*each.territories}) or FRANCE in (*wanted, *each.territories))
        for each in campaigns.written_by_agents(connection, since=since)
    )


def decided_by(desk: Desk, plan: Plan, people: int) -> Plan:
    """A plan as who speaks decides it: alone where they may, else proposed to a second person."""
    alone = not needs_two(people=people, territories=plan.territories, night=plan.night)
    status = State.READY if alone else State.PROPOSED
    if desk.said is None:  # whoever holds the machine
        return replace(plan, status=status, people=people, author=NOBODY)
    return replace(
        plan,
        status=status,
        people=people,
        author=author_of(desk),
        contact=seal_address(desk.vault, desk.said.address, table=CAMPAIGN.name, row=plan.key.encode()),
    )


def author_of(desk: Desk) -> bytes:
    """The pseudonym of who speaks."""
    speaker = Speaker.of(desk.said) if desk.said else Speaker("", "")
    return desk.vault.author(speaker.platform, speaker.name)
