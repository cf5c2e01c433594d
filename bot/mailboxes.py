"""Addresses of e-mail: whether a text is one, and only one. Pure, and nobody is asked over the network."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Self

# RFC 5321, 4.5.3.1.3, without the angle brackets.
LONGEST_ADDRESS = 254
_LONGEST_NAME = 100
_NAMED = re.compile(r"(?P<name>[^<>]*?) *<(?P<address>[^<>]+)>|(?P<bare>[^<> ]+)")


def valid_address(text: str) -> str | None:
    """The address that a text is, in small letters, so that one person has one; None when it is none, or several.

    ASCII only: accents that look alike would make two addresses of one. Spaces around are the caller's to take off.
    """
    if len(text) > LONGEST_ADDRESS or not text.isascii():
        return None
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415 - 30 ms of a start without mail

    try:
        found = validate_email(text, check_deliverability=False, allow_smtputf8=False, strict=True)
    except EmailNotValidError:
        return None
    return found.ascii_email.lower() if found.ascii_email else None


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Who writes: an address, and the name shown before it, perhaps empty."""

    address: str = field(repr=False)
    name: str = ""

    @classmethod
    def read(cls, text: str) -> Self | None:
        """`robot@example.org`, or `Solipacte <robot@example.org>`; None when it is neither."""
        found = _NAMED.fullmatch(text.strip(" "))
        if not found:
            return None
        address = valid_address(found["address"] or found["bare"])
        name = (found["name"] or "").strip('" ')
        if address is None or len(name) > _LONGEST_NAME or not name.isprintable() or '"' in name:
            return None
        return cls(address, name)

    @property
    def domain(self) -> str:
        """What follows the @."""
        return self.address.rpartition("@")[2]
