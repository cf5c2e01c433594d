"""What a column of a table may say of a person."""

from __future__ import annotations

from enum import Enum


class Column(Enum):
    """What a column says of a person."""

    PSEUDONYM = "the HMAC of an address"
    SEALED = "personal, encrypted"
    PERSONAL = "personal, readable"
    TECHNICAL = "says nothing of a person"
