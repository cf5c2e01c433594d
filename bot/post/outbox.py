"""What goes out: one row a send, sealed, in order; emptied once sent."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update
from sqlalchemy.engine import Connection

from bot.post.carrier import Parcel
from bot.records.privacy import SealBroken, Vault
from bot.records.sends import Status
from bot.records.statements import OUTBOX
from bot.talk.message import Address


@dataclass(frozen=True, slots=True)
class Letter:
    """One send that waits. `parcel` is None when it cannot be read any more."""

    id: int
    ticket: str
    uid: bytes = field(repr=False)
    room: str = field(repr=False)
    parcel: Parcel | None = field(repr=False)
    bulk: bool
    resend: bool
    doubts: int
    since: datetime | None = None
    """When it was queued."""

    @property
    def chat(self) -> str:
        """The room itself: in a group, `room` also says to whom."""
        return self.room.partition(" ")[0]


_INSERT = insert(OUTBOX)
_NEXT = (
    select(
        OUTBOX.c.id,
        OUTBOX.c.ticket,
        OUTBOX.c.uid,
        OUTBOX.c.parcel,
        OUTBOX.c.bulk,
        OUTBOX.c.resend,
        OUTBOX.c.doubts,
        OUTBOX.c.created_at,
    )
    .where(OUTBOX.c.platform == bindparam("platform_"), OUTBOX.c.status == Status.WAITING)
    .order_by(OUTBOX.c.bulk, OUTBOX.c.id)
    .limit(bindparam("most_"))
)
_OF_ID = OUTBOX.c.id == bindparam("id_")
_CLAIM = (
    update(OUTBOX)
    .where(OUTBOX.c.id.in_(bindparam("ids_", expanding=True)), OUTBOX.c.status == Status.WAITING)
    .values(status=int(Status.CLAIMED))
    .returning(OUTBOX.c.id)
)
_SETTLE = update(OUTBOX).where(_OF_ID).values(status=bindparam("status_"), uid=None, parcel=None)
_UNCLAIM = (
    update(OUTBOX)
    .where(_OF_ID, OUTBOX.c.status == Status.CLAIMED)
    .values(status=int(Status.WAITING), doubts=OUTBOX.c.doubts + bindparam("more_"))
)
_MOVE = update(OUTBOX).where(_OF_ID).values(status=int(Status.WAITING), parcel=bindparam("sealed_"))


@dataclass(slots=True)
class Draft:
    """One send about to be written. `claimed`: it leaves as soon as it is; `number`: its row, once written."""

    row: dict[str, Any] = field(repr=False)
    room: str = field(repr=False)
    parcel: Parcel = field(repr=False)
    claimed: bool = False
    number: int = 0

    @property
    def chat(self) -> str:
        """The room itself."""
        return self.room.partition(" ")[0]

    def letter(self) -> Letter:
        """What was written, as the sender reads it."""
        row = self.row
        flags = {name: row[name] for name in ("bulk", "resend", "doubts")}
        return Letter(self.number, row["ticket"], row["uid"], self.room, self.parcel, **flags, since=row["created_at"])


def prepare(
    vault: Vault,
    address: Address,
    parcels: Sequence[Parcel],
    *,
    now: datetime,
    bulk: bool = False,
    campaign: int | None = None,
    resend: bool = True,
) -> list[Draft]:
    """Seal parcels for one address, in the order they are to leave; `queue` writes them.

    `bulk`: they go after replies, as all that belongs to a campaign does.
    """
    uid = vault.uid(address)
    drafts = []
    for parcel in parcels:
        ticket = secrets.token_hex(16)
        row = {
            "ticket": ticket,
            "uid": uid,
            "platform": address.platform,
            "parcel": _sealed(vault, ticket, address.room, parcel),
            "bulk": bulk or campaign is not None,
            "resend": resend,
            "doubts": 0,
            "created_at": now,
            "campaign": campaign,
        }
        drafts.append(Draft(row, address.room, parcel))
    return drafts


def queue(connection: Connection, drafts: Iterable[Draft]) -> None:
    """Write what is to be sent."""
    for draft in drafts:
        status = Status.CLAIMED if draft.claimed else Status.WAITING
        written = connection.execute(_INSERT, draft.row | {"status": int(status)}).inserted_primary_key
        draft.number = written[0] if written else 0


def upcoming(connection: Connection, vault: Vault, *, platform: str, most: int) -> list[Letter]:
    """What waits for a platform: replies first, then news, each in order."""
    rows = connection.execute(_NEXT, {"platform_": platform, "most_": most})
    return [_letter(vault, row) for row in rows]


def claim(connection: Connection, ids: Sequence[int]) -> set[int]:
    """Say that these are about to be sent; gives those that still waited."""
    return set(connection.execute(_CLAIM, {"ids_": list(ids)}).scalars())


def settle(connection: Connection, number: int, status: Status) -> None:
    """Say what became of a send, and empty it."""
    connection.execute(_SETTLE, {"id_": number, "status_": status})


def put_back(connection: Connection, number: int, *, doubtful: bool = False) -> None:
    """Send it again later; `doubtful`: it may have arrived already."""
    connection.execute(_UNCLAIM, {"id_": number, "more_": int(doubtful)})


def move(connection: Connection, vault: Vault, letter: Letter, *, room: str) -> None:
    """Send it to the new name of its room."""
    sealed = _sealed(vault, letter.ticket, room, letter.parcel or {})
    connection.execute(_MOVE, {"id_": letter.id, "sealed_": sealed})


def recover(connection: Connection, *, platform: str) -> tuple[int, int]:
    """Take up what was being sent when the sender died: (to be sent again, left in doubt)."""
    caught = (OUTBOX.c.platform == platform, OUTBOX.c.status == Status.CLAIMED)
    left = update(OUTBOX).where(*caught, OUTBOX.c.resend.is_(False))
    left = left.values(status=int(Status.IN_DOUBT), doubts=OUTBOX.c.doubts + 1, uid=None, parcel=None)
    in_doubt = connection.execute(left).rowcount
    again = update(OUTBOX).where(*caught).values(status=int(Status.WAITING), doubts=OUTBOX.c.doubts + 1)
    return connection.execute(again).rowcount, in_doubt


def _sealed(vault: Vault, ticket: str, room: str, parcel: Parcel) -> bytes:
    plain = json.dumps([room, parcel], ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return vault.seal(plain, table=OUTBOX.name, row=ticket.encode(), column="parcel")


def _letter(vault: Vault, row: Row[*tuple[Any, ...]]) -> Letter:
    number, ticket, uid, sealed, bulk, resend, doubts, since = row
    try:
        room, parcel = json.loads(vault.open(sealed or b"", table=OUTBOX.name, row=ticket.encode(), column="parcel"))
    except SealBroken:
        room, parcel = f"? {number}", None
    return Letter(number, ticket, uid or b"", room, parcel, bulk, resend, doubts, since)
