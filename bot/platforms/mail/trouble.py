"""What keeps mail from leaving at all, whoever it is for; and what the operator is told to do."""

from __future__ import annotations

import ssl
from enum import StrEnum
from typing import Self

from aiosmtplib import SMTPAuthenticationError, SMTPSenderRefused

from bot.post.carrier import ClosedError, NotSentError, SendError

# The answers of servers (RFC 5321, RFC 4954).
FIRST_LASTING = 500
NO_ACCOUNT = 530
_TOO_MUCH = 552


class Trouble(StrEnum):
    """The name of the sentence that `solipacte doctor` says."""

    UNREACHABLE = "unreachable"
    BUSY = "busy"
    CERTIFICATE = "certificate"
    HANDSHAKE = "handshake"
    ENCRYPTION = "encryption"
    PASSWORD = "password"  # noqa: S105 - the name of a sentence
    ACCOUNT = "account"
    SENDER = "sender"


# Those that go on until somebody changes a setting. The others end when the server mends.
_CLOSED = {
    Trouble.ENCRYPTION: "The mail server offers no encryption (STARTTLS), and the password would travel in the open: "
    "give SOLIPACTE_SMTP_URL the port that does, or smtps://, and start Solipacte again.",
    Trouble.PASSWORD: "The mail server refuses the user or the password: put the right ones in SOLIPACTE_SMTP_URL, "
    "and start Solipacte again.",
    Trouble.ACCOUNT: "The mail server wants an account that SOLIPACTE_SMTP_URL does not give, or takes no password on "
    "that port: change SOLIPACTE_SMTP_URL, and start Solipacte again.",
}


class TroubleError(Exception):
    """Nothing can leave; `kind` says why. Never quotes the server, which may name somebody."""

    def __init__(self, kind: Trouble) -> None:
        super().__init__(kind.value)
        self.kind = kind

    @classmethod
    def of(cls, error: Exception) -> Self:
        """What went wrong before any recipient was named."""
        return cls(_kind(error))

    @property
    def told(self) -> SendError:
        """The same in the mailroom's terms."""
        sentence = _CLOSED.get(self.kind)
        return ClosedError(sentence) if sentence else NotSentError(self.kind.value)


def _kind(error: Exception) -> Trouble:
    for each in (error, error.__cause__):
        if isinstance(each, ssl.SSLCertVerificationError):
            return Trouble.CERTIFICATE
        if isinstance(each, ssl.SSLError):
            return Trouble.HANDSHAKE
    if isinstance(error, SMTPAuthenticationError | SMTPSenderRefused):
        if error.code == NO_ACCOUNT:
            return Trouble.ACCOUNT
        if error.code >= FIRST_LASTING and error.code != _TOO_MUCH:
            return Trouble.PASSWORD if isinstance(error, SMTPAuthenticationError) else Trouble.SENDER
        return Trouble.BUSY
    return Trouble.UNREACHABLE
