"""One message to many people, from the decision to the report. The sends themselves are rows of the outbox.

A campaign walks through the subscriptions by their places, some at a time, together with the rows it writes: whatever
is killed, each person is written to once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.engine import Connection

from bot.records.audience import Audience
from bot.records.campaign import WRITTEN_BY_AGENTS, Campaign, Kind, Plan, State, campaign_of
from bot.records.sends import hold, release, take_back, tally
from bot.records.statements import CAMPAIGN, insert_into
from bot.records.subscriptions import spaced

_C = CAMPAIGN.c


def write(connection: Connection, plan: Plan, *, now: datetime) -> int | None:
    """Write a campaign; gives its number, None when it is written already."""
    row = {
        "key": plan.key,
        "kind": plan.kind.value,
        "event": plan.event,
        "moment": spaced(plan.moments),
        "territories": spaced(plan.territories),
        "axes": plan.axes,
        "languages": spaced(plan.languages),
        "texts": json.dumps(dict(plan.texts), ensure_ascii=False),
        "of": plan.of,
        "status": int(plan.status),
        "legs": "",
        "night": plan.night,
        "people": plan.people,
        "territory": plan.territory,
        "author": plan.author,
        "contact": plan.contact,
        "created_at": now,
        "due_at": plan.due_at,
        "sent": 0,
        "gone": 0,
        "refused": 0,
        "in_doubt": 0,
        "repeated": 0,
    }
    once = insert_into(CAMPAIGN, connection.dialect.name).on_conflict_do_nothing(index_elements=["key"])
    written: int | None = connection.execute(once.returning(_C.id), row).scalar()
    return written


def find(connection: Connection, number: int) -> Campaign | None:
    """One campaign."""
    row = connection.execute(select(CAMPAIGN).where(_C.id == number)).first()
    return campaign_of(row) if row else None


def standing(connection: Connection, *states: State) -> list[Campaign]:
    """Those in these states, oldest first."""
    asked = select(CAMPAIGN).where(_C.status.in_([int(state) for state in states]))
    return [campaign_of(row) for row in connection.execute(asked.order_by(_C.id))]


def unfinished(connection: Connection) -> list[Campaign]:
    """What is to be sent or being sent, and what was stopped or declined and not reported yet; oldest first."""
    going = _C.status.in_((int(State.READY), int(State.SENDING)))
    told = _C.status.in_((int(State.STOPPED), int(State.DECLINED))) & _C.contact.is_not(None)
    return [campaign_of(row) for row in connection.execute(select(CAMPAIGN).where(going | told).order_by(_C.id))]


def whom(connection: Connection, campaign: Campaign) -> Audience:
    """Whom it is for; a correction: those whom the campaign that it corrects was for, as far as that one got."""
    corrected = find(connection, campaign.of) if campaign.of else None
    return campaign.audience if corrected is None else corrected_people(corrected)


def corrected_people(corrected: Campaign) -> Audience:
    """Those whom a campaign went to: all of its audience, or as far as it got when it was stopped."""
    until = corrected.legs if corrected.status is State.STOPPED else {}
    return replace(corrected.audience, until=dict(until))


def written_by_agents(
    connection: Connection, *, most: int | None = None, since: datetime | None = None
) -> list[Campaign]:
    """The last ones that agents wrote, newest first."""
    asked = select(CAMPAIGN).where(_C.kind.in_([kind.value for kind in WRITTEN_BY_AGENTS]))
    if since:
        asked = asked.where(_C.created_at >= since)
    return [campaign_of(row) for row in connection.execute(asked.order_by(_C.id.desc()).limit(most))]


def about(connection: Connection, event: str, *kinds: Kind) -> list[Campaign]:
    """Those about an event."""
    asked = select(CAMPAIGN).where(_C.event == event, _C.kind.in_([kind.value for kind in kinds]))
    return [campaign_of(row) for row in connection.execute(asked.order_by(_C.id))]


def begin(connection: Connection, number: int, *, people: int, now: datetime) -> bool:
    """Start one that is ready; False when it was stopped meanwhile."""
    return _moved(connection, number, (State.READY,), State.SENDING, people=people, begun_at=now)


def advance(connection: Connection, number: int, legs: Mapping[str, int]) -> bool:
    """Write how far it got; False when it is not being sent any more."""
    return _moved(connection, number, (State.SENDING,), State.SENDING, legs=json.dumps(dict(legs)))


def unasked(connection: Connection) -> list[Campaign]:
    """Proposals of which nobody has been told yet."""
    asked = select(CAMPAIGN).where(_C.status == int(State.PROPOSED), _C.asked_at.is_(None))
    return [campaign_of(row) for row in connection.execute(asked.order_by(_C.id))]


def asked(connection: Connection, number: int, *, now: datetime) -> None:
    """Write down that those who may say yes were told."""
    connection.execute(update(CAMPAIGN).where(_C.id == number).values(asked_at=now))


def pause(connection: Connection, number: int) -> bool:
    """Let nothing more leave until `resume`."""
    done = _moved(connection, number, (State.SENDING,), State.PAUSED)
    if done:
        hold(connection, number)
    return done


def resume(connection: Connection, number: int) -> bool:
    """Go on where it stood."""
    done = _moved(connection, number, (State.PAUSED,), State.SENDING)
    if done:
        release(connection, number)
    return done


def stop(connection: Connection, number: int, *, now: datetime) -> bool:
    """Stop for good, also before the beginning; what has not left is dropped. False when it was over."""
    before = (State.PROPOSED, State.READY, State.SENDING, State.PAUSED)
    done = _moved(connection, number, before, State.STOPPED, ended_at=now)
    if done:
        take_back(connection, number)
    return done


def approve(connection: Connection, number: int, *, approver: bytes, due_at: datetime, people: int) -> bool:
    """Say yes to a proposal; False when it is none any more."""
    return _moved(connection, number, (State.PROPOSED,), State.READY, approver=approver, due_at=due_at, people=people)


def decline(connection: Connection, number: int, *, approver: bytes, now: datetime) -> bool:
    """Say no to a proposal."""
    return _moved(connection, number, (State.PROPOSED,), State.DECLINED, approver=approver, ended_at=now)


def close(connection: Connection, number: int, *, now: datetime) -> Campaign | None:
    """Write what it came to, once nothing is on its way any more; gives it then, to be reported, once."""
    known, found = tally(connection, number), find(connection, number)
    if found is None or known.on_their_way:
        return None
    counts: dict[str, object] = {
        "sent": known.sent,
        "gone": known.gone,
        "refused": known.refused,
        "in_doubt": known.in_doubt,
        "repeated": known.repeated,
    }
    if found.status is State.SENDING:
        counts |= {"status": int(State.DONE), "ended_at": now}
    reported = update(CAMPAIGN).where(_C.id == number).values(**counts, contact=None)
    connection.execute(reported)
    after = find(connection, number)
    return None if after is None else replace(after, contact=found.contact)


def _moved(connection: Connection, number: int, before: tuple[State, ...], after: State, **values: object) -> bool:
    standing = update(CAMPAIGN).where(_C.id == number, _C.status.in_([int(state) for state in before]))
    return bool(connection.execute(standing.values(status=int(after), **values)).rowcount)
