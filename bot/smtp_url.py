"""Where mail is handed over, as one address says it. Pure."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import SplitResult, unquote, urlsplit

_HOST = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?|[0-9a-f:.]+", re.ASCII)
PORTS = {"smtp": 587, "smtps": 465}
_SHAPE = (
    "must be written smtp://user:password@host:587 or smtps://user:password@host:465, "
    "with the signs of the password that mean something there written %40 (@), %3A (:), %2F (/), %23 (#), %25 (%)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """`tls`: encrypted from the first byte; else by STARTTLS. `user` is empty when it asks for no account."""

    host: str
    port: int
    tls: bool
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    @classmethod
    def read(cls, url: str) -> Self:
        """What an address says. Raises ValueError; its message never quotes the address, which holds a password."""
        parts, port = _split(url)
        user, password = _decoded(parts.username), _decoded(parts.password)
        if bool(user) != bool(password):
            raise ValueError("has a user without a password, or a password without a user")
        return cls(
            host=parts.hostname or "",
            port=port or PORTS[parts.scheme],
            tls=parts.scheme == "smtps",
            user=user,
            password=password,
        )

    @property
    def local(self) -> bool:
        """Whether it is on this very machine: what is said to it travels nowhere."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


def _split(url: str) -> tuple[SplitResult, int | None]:
    # `urlsplit` would drop line breaks without a word.
    if not url.isascii() or not url.isprintable() or " " in url:
        raise ValueError(_SHAPE)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ValueError(_SHAPE) from None
    more = parts.path.strip("/") or parts.query or parts.fragment
    host = parts.hostname or ""
    if parts.scheme not in PORTS or not _HOST.fullmatch(host) or len(host) > 253 or port == 0 or more:
        raise ValueError(_SHAPE)
    return parts, port


def _decoded(part: str | None) -> str:
    try:
        text = unquote(part or "", errors="strict")
    except UnicodeDecodeError:
        raise ValueError(_SHAPE) from None
    if not text.isprintable():
        raise ValueError(_SHAPE)
    return text
