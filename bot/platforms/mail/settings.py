"""What the operator decides about mail."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self

from bot.mailboxes import Mailbox
from bot.settings import Settings
from bot.smtp_url import MailServer

PLATFORM = "mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSettings:
    """`server`: where mail is handed over; `sender`: who writes, and who gets what comes back undelivered."""

    server: MailServer = field(repr=False)
    sender: Mailbox

    @classmethod
    def of(cls, settings: Settings) -> Self | None:
        """What the settings of the house say, checked when they were read; None: no mail."""
        sender = Mailbox.read(settings.smtp_from or "")
        if settings.smtp_url is None or sender is None:
            return None
        return cls(server=MailServer.read(settings.smtp_url.get_secret_value()), sender=sender)
