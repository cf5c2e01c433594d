"""Who speaks: a random name in a signed cookie, nothing else, and the proof that a form is ours. Pure."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta

# After a day without a word the conversation is forgotten, and so is the name it had.
IDLE = timedelta(hours=24)
_COOKIE = re.compile(
    r"(?P<signed>(?P<id>[\w-]{43})\.(?P<seen>\d{1,12})\.(?P<language>[A-Za-z-]{0,20}))\.(?P<mac>[\w-]{43})", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Session:
    """One visitor. `id`: 256 random bits in base64url. `language`: that of the last reply, empty before the first."""

    id: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Sessions:
    """Signs and reads cookies and form tokens with one secret key."""

    key: bytes

    def new(self) -> Session:
        """A visitor never seen before."""
        return Session(secrets.token_urlsafe(32))

    def read(self, cookie: str | None, now: datetime) -> Session | None:
        """The visitor a cookie names; None when it is absent, forged or a day old."""
        match = _COOKIE.fullmatch(cookie or "")
        if match is None or not hmac.compare_digest(match["mac"], self._sign("session", match["signed"])):
            return None
        if now.timestamp() - int(match["seen"]) > IDLE.total_seconds():
            return None
        return Session(match["id"], match["language"])

    def write(self, session: Session, now: datetime) -> str:
        """The cookie of a visitor seen now."""
        signed = f"{session.id}.{int(now.timestamp())}.{session.language}"
        return f"{signed}.{self._sign('session', signed)}"

    def token(self, session: Session) -> str:
        """What the forms of this visitor carry, and nobody else's."""
        return self._sign("form", session.id)

    def accepts(self, session: Session, token: str) -> bool:
        """Whether a form was given to this visitor."""
        return hmac.compare_digest(token.encode(), self.token(session).encode())

    def _sign(self, purpose: str, text: str) -> str:
        digest = hmac.new(self.key, f"{purpose}|{text}".encode(), hashlib.sha256).digest()
        return urlsafe_b64encode(digest).decode().rstrip("=")
