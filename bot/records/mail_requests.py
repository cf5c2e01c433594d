"""Reminders by mail are asked for twice: on the page, then by the secret link of a first mail (double opt-in)."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection

from bot.records.privacy import SealBroken, Vault, new_token
from bot.records.promises import RETENTION
from bot.records.statements import MAIL_REQUEST, SUBSCRIPTION
from bot.records.subscriptions import Moment, Wish, subscribe
from bot.talk.message import Address

MAIL = "mail"
_C = MAIL_REQUEST.c
# Bound to no row: the link must open what it names.
_LINK = {"table": SUBSCRIPTION.name, "row": b"", "column": "link"}
_LONGEST_LINK = 200


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked, and by which secret link it is agreed to; the link is forgotten once mailed."""

    address: str = field(repr=False)
    wish: Wish
    secret: str = field(default="", repr=False)


def ask(connection: Connection, vault: Vault, address: str, wish: Wish, *, now: datetime) -> bool:
    """Write that somebody asks; False when that mailbox was asked in the last two days: it is left in peace."""
    mailbox = vault.uid(Address(MAIL, address))
    if connection.execute(select(_C.mailbox).where(_C.mailbox == mailbox)).first():
        return False
    secret = new_token()
    sealed = _sealed(vault, mailbox, Request(address, wish, secret))
    row = {"mailbox": mailbox, "token": vault.token_hash(secret), "request": sealed, "asked": False, "made_at": now}
    connection.execute(insert(MAIL_REQUEST), row)
    return True


def some_unasked(connection: Connection) -> bool:
    """Whether somebody waits for a first mail."""
    return connection.execute(select(_C.mailbox).where(_C.asked.is_(False)).limit(1)).first() is not None


def unasked(connection: Connection, vault: Vault, *, most: int) -> Iterator[Request]:
    """The requests whose mail is to be queued now, in the transaction of `connection`."""
    for row in connection.execute(select(MAIL_REQUEST).where(_C.asked.is_(False)).limit(most)).all():
        mine = update(MAIL_REQUEST).where(_C.mailbox == row.mailbox)
        found = _opened(vault, row.mailbox, row.request)
        if found is None:
            connection.execute(mine.values(asked=True))
            continue
        sealed = _sealed(vault, row.mailbox, Request(found.address, found.wish))
        connection.execute(mine.values(asked=True, request=sealed))
        yield found


def find(connection: Connection, vault: Vault, secret: str, *, now: datetime) -> Request | None:
    """What a secret link agrees to; None when it is unknown or too old."""
    row = connection.execute(select(MAIL_REQUEST).where(_C.token == vault.token_hash(secret))).first()
    if row is None or now - row.made_at >= RETENTION[MAIL_REQUEST.name].kept:
        return None
    return _opened(vault, row.mailbox, row.request)


def agree(connection: Connection, vault: Vault, secret: str, *, now: datetime) -> Wish | None:
    """Subscribe whoever holds the link, once; None when it is unknown or too old."""
    found = find(connection, vault, secret, now=now)
    if found is None:
        return None
    subscribe(connection, vault, Address(MAIL, found.address), found.wish, now=now)
    connection.execute(delete(MAIL_REQUEST).where(_C.token == vault.token_hash(secret)))
    return found.wish


def end_link(vault: Vault, uid: bytes) -> str:
    """What a link carries to end the subscription of somebody: their pseudonym, sealed by what no rotation changes."""
    sealed = vault.seal_lasting(uid, **_LINK)  # type: ignore[arg-type]  # as named
    return base64.urlsafe_b64encode(sealed).decode().rstrip("=")


def whose(vault: Vault, link: str) -> bytes | None:
    """Whose subscription a link ends; None when it is not ours."""
    if len(link) > _LONGEST_LINK:
        return None
    try:
        sealed = base64.urlsafe_b64decode(link + "=" * (-len(link) % 4))
        return vault.open(sealed, **_LINK)  # type: ignore[arg-type]  # as named
    except (SealBroken, binascii.Error, ValueError):
        return None


def _sealed(vault: Vault, mailbox: bytes, request: Request) -> bytes:
    plain = json.dumps(asdict(request), ensure_ascii=False).encode()
    return vault.seal(plain, table=MAIL_REQUEST.name, row=mailbox, column="request")


def _opened(vault: Vault, mailbox: bytes, sealed: bytes) -> Request | None:
    try:
        told: dict[str, Any] = json.loads(vault.open(sealed, table=MAIL_REQUEST.name, row=mailbox, column="request"))
    except SealBroken:
        return None
    wish = told["wish"]
    moments = tuple(Moment(each) for each in wish["moments"])
    kept = Wish(tuple(wish["territories"]), wish["axes"], moments, wish["language"], tuple(wish["kept"]))
    return Request(told["address"], kept, told["secret"])
