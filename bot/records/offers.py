"""Offers to take part in a pact: what is kept of them, read and changed. All that a person wrote is sealed."""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.engine import Connection

from bot.records.addresses import open_address, seal_address
from bot.records.audit import NOBODY
from bot.records.offer import OVER, Means, Offer, Profile, Proposal, Reach, State
from bot.records.offer_drafts import drop_draft
from bot.records.offer_lines import Entry, Kind, write
from bot.records.privacy import SealBroken, Vault
from bot.records.promises import RETENTION
from bot.records.statements import OFFER, OFFER_LINE
from bot.records.subscriptions import spaced
from bot.records.workers import ERASED
from bot.talk.message import Address

# The text that people agree to (`offer-consent`): raise it when the text says something else.
CONSENT = 1
# How long after its last step an offer leaves, while it is looked at and once it is over; and at most.
OPEN_KEPT, OVER_KEPT, MOST_KEPT = RETENTION["offer"].kept, timedelta(days=30), timedelta(days=365)
_DIGITS = 5
T = TypeVar("T")


def new_number(territory: str, taken: Collection[str]) -> str:
    """A number that nobody has: the code of a territory and five digits, easy to say on the telephone."""
    kind, _, code = territory.partition("-")
    head = code.upper() if kind == "dep" else f"R{code}"
    while True:
        number = f"{head}-{secrets.randbelow(10**_DIGITS):0{_DIGITS}}"
        if number not in taken:
            return number


def numbers(connection: Connection, territory: str) -> frozenset[str]:
    """Those that the offers of a territory have."""
    return frozenset(connection.execute(select(OFFER.c.number).where(OFFER.c.territory == territory)).scalars())


def send(
    connection: Connection, vault: Vault, number: str, proposal: Proposal, address: Address, *, now: datetime
) -> bool:
    """Keep what was agreed to, in place of its draft; False when there is no draft: it was sent already."""
    uid = vault.uid(address)
    if not drop_draft(connection, uid):
        return False
    row = number.encode()
    values = {
        "number": number,
        "uid": uid,
        "contact": seal_address(vault, address, table=OFFER.name, row=row),
        "profile": proposal.profile.value,
        "territory": proposal.territory,
        "commune": proposal.commune,
        "subject": proposal.subject,
        "means": spaced(tuple(each.value for each in proposal.means)),
        "proposal": _sealed(vault, row, "proposal", proposal.said),
        "reach": _sealed(vault, row, "reach", _written(proposal.reach)),
        "language": proposal.language,
        "consent": CONSENT,
        "state": State.RECEIVED.value,
        "assignee": None,
        "sent_at": now,
        "moved_at": now,
        "counted_from": now,
        "recalled_at": None,
    }
    connection.execute(insert(OFFER), values)
    entry = Entry(offer=number, territory=proposal.territory, kind=Kind.SENT, uid=uid)
    write(connection, vault, entry, now=now)
    return True


def find(connection: Connection, vault: Vault, number: str) -> Offer | None:
    """The offer of a number; None when there is none, or no more."""
    row = connection.execute(select(OFFER).where(OFFER.c.number == number.upper())).first()
    return _offer(vault, row) if row else None


def of_author(connection: Connection, vault: Vault, uid: bytes) -> list[Offer]:
    """What somebody offered, the newest first."""
    rows = connection.execute(select(OFFER).where(OFFER.c.uid == uid).order_by(OFFER.c.sent_at.desc()))
    return [_offer(vault, row) for row in rows]


def inside(connection: Connection, vault: Vault, territories: Collection[str]) -> list[Offer]:
    """The offers of some territories, those that wait for the longest first."""
    asked = select(OFFER).where(OFFER.c.territory.in_(territories)).order_by(OFFER.c.moved_at, OFFER.c.number)
    return [_offer(vault, row) for row in connection.execute(asked)]


def touch(connection: Connection, number: str, values: Mapping[str, Any], *, now: datetime) -> None:
    """Write what a step changes of an offer, and when it leaves from now on."""
    row = connection.execute(select(OFFER.c.state, OFFER.c.sent_at).where(OFFER.c.number == number)).one()
    over = State(values.get("state", row.state)) in OVER
    leaves = min(now + (OVER_KEPT if over else OPEN_KEPT), row.sent_at + MOST_KEPT)
    changed = {"moved_at": now, "counted_from": leaves - OPEN_KEPT, "recalled_at": None, **values}
    connection.execute(update(OFFER).where(OFFER.c.number == number).values(changed))


def withdraw(connection: Connection, vault: Vault, offer: Offer, *, now: datetime) -> None:
    """Erase an offer and all that was said of it; the agents are told that this number is no more."""
    connection.execute(delete(OFFER_LINE).where(OFFER_LINE.c.offer == offer.number))
    connection.execute(delete(OFFER).where(OFFER.c.number == offer.number))
    entry = Entry(offer=offer.number, territory=offer.proposal.territory, kind=Kind.WITHDRAWN, uid=NOBODY)
    write(connection, vault, entry, now=now)
    connection.info[ERASED] = True


def withdraw_all(connection: Connection, vault: Vault, uid: bytes, *, now: datetime) -> None:
    """Take back all that somebody offered: who asks to be forgotten is to be forgotten by the agents too."""
    for offer in of_author(connection, vault, uid):
        withdraw(connection, vault, offer, now=now)


def late(connection: Connection, *, before: datetime, most: int) -> list[tuple[str, str]]:
    """The number and territory of those that nobody has looked at since, nor been reminded of; the oldest first."""
    waits = (OFFER.c.state == State.RECEIVED.value) & (OFFER.c.moved_at <= before)
    forgotten = OFFER.c.recalled_at.is_(None) | (OFFER.c.recalled_at <= before)
    asked = select(OFFER.c.number, OFFER.c.territory).where(waits, forgotten).order_by(OFFER.c.moved_at).limit(most)
    return [(number, territory) for number, territory in connection.execute(asked)]


def recalled(connection: Connection, numbers: Collection[str], *, now: datetime) -> None:
    """The agents were told that these wait."""
    connection.execute(update(OFFER).where(OFFER.c.number.in_(numbers)).values(recalled_at=now))


def territories(connection: Connection) -> list[str]:
    """Those that have offers."""
    return list(connection.execute(select(OFFER.c.territory).distinct().order_by(OFFER.c.territory)).scalars())


def counts(connection: Connection, within: Collection[str]) -> Counter[str]:
    """How many offers of some territories each profile has, and each state; `""`: all of them."""
    rows = connection.execute(select(OFFER.c.profile, OFFER.c.state).where(OFFER.c.territory.in_(within))).all()
    return Counter(name for row in rows for name in ("", row.profile, row.state))


def _written(reach: Reach) -> dict[str, str]:
    return {"name": reach.name, "mail": reach.mail, "phone": reach.phone}


def _sealed(vault: Vault, row: bytes, column: str, value: object) -> bytes:
    plain = json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return vault.seal(plain, table=OFFER.name, row=row, column=column)


def _opened(vault: Vault, row: Row[*tuple[Any, ...]], column: str, otherwise: T) -> T:
    """What was sealed; `otherwise` when no key opens it any more."""
    place = {"table": OFFER.name, "row": row.number.encode(), "column": column}
    try:
        found: T = json.loads(vault.open(getattr(row, column), **place))
    except SealBroken:
        return otherwise
    return found


def _offer(vault: Vault, row: Row[*tuple[Any, ...]]) -> Offer:
    proposal = Proposal(
        profile=Profile(row.profile),
        territory=row.territory,
        commune=row.commune,
        subject=row.subject,
        means=tuple(Means(each) for each in row.means.split()),
        said=_opened(vault, row, "proposal", ""),
        reach=Reach(**_opened(vault, row, "reach", {})),
        language=row.language,
    )
    address = open_address(vault, row.contact, table=OFFER.name, row=row.number.encode())
    return Offer(row.number, proposal, State(row.state), row.assignee, row.sent_at, row.moved_at, row.uid, address)
