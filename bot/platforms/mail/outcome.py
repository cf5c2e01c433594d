"""What the server's answer to a recipient or to a mail means for this mail, and for the others. Pure."""

from __future__ import annotations

import re

from bot.platforms.mail.trouble import FIRST_LASTING, NO_ACCOUNT, Trouble, TroubleError
from bot.post.carrier import DoubtError, GoneError, LaterError, RefusedError, SendError

_CLOSING = 421
_FIRST_PASSING = 400
_BEYOND = 600
# Enhanced codes (RFC 3463, RFC 7505): no such mailbox, no such domain, moved, takes no mail; disabled.
_ENHANCED = re.compile(r"5\.(\d{1,3})\.(\d{1,3})\b", re.ASCII)
_NOBODY = {("1", "1"), ("1", "2"), ("1", "3"), ("1", "6"), ("1", "10"), ("2", "1")}
# Without them, 550 is said of everything; these words tell that it is not about the person.
_PLAIN_NOBODY = (550, 551, 553, 556)
_ABOUT_US = (
    "relay",
    "sender",
    "spam",
    "block",
    "policy",
    "auth",
    "denied",
    "reject",
    "spf",
    "dkim",
    "client",
    "listed",
)


def of_recipient(code: int, said: str) -> SendError:
    """The recipient was refused. What passes is for this address alone, but for 421, which may be for everybody."""
    if code < FIRST_LASTING or code >= _BEYOND:
        return LaterError("not now", away=code == _CLOSING)
    if code == NO_ACCOUNT:
        return TroubleError(Trouble.ACCOUNT).told
    return GoneError("no such mailbox") if _nobody(code, said) else RefusedError("recipient refused")


def of_content(code: int) -> SendError:
    """The mail was handed over, and refused."""
    if _FIRST_PASSING <= code < FIRST_LASTING:
        return LaterError("not now", away=code == _CLOSING)
    if FIRST_LASTING <= code < _BEYOND:
        return RefusedError("mail refused")
    return DoubtError("an answer that makes no sense")


def _nobody(code: int, said: str) -> bool:
    """Whether it is surely the person who is not there: then nothing is ever sent to them again."""
    if enhanced := _ENHANCED.match(said):
        return enhanced.groups() in _NOBODY
    return code in _PLAIN_NOBODY and not any(word in said.lower() for word in _ABOUT_US)
