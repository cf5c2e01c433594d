"""Where somebody is written to, sealed in its row."""

from __future__ import annotations

import json

from bot.records.privacy import SealBroken, Vault
from bot.talk.message import Address

_COLUMN = "contact"


def seal_address(vault: Vault, address: Address, *, table: str, row: bytes) -> bytes:
    """The content of the column `contact` of a row."""
    plain = json.dumps([address.platform, address.room]).encode()
    return vault.seal(plain, table=table, row=row, column=_COLUMN)


def open_address(vault: Vault, sealed: bytes, *, table: str, row: bytes) -> Address | None:
    """What was sealed; None when no key opens it any more."""
    try:
        platform, room = json.loads(vault.open(sealed, table=table, row=row, column=_COLUMN))
    except SealBroken:
        return None
    return Address(platform, room)
