"""A carrier and the server that it speaks to."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from typing import Any

import pytest

from bot.mailboxes import Mailbox
from bot.platforms.mail.carrier import MailCarrier
from bot.platforms.mail.line import Line
from bot.platforms.mail.settings import MailSettings
from tests.house import TUESDAY
from tests.mail_server import Postbox

SENDER = Mailbox("solipacte@example.org", "Solipacte")
Carry = Callable[..., MailCarrier]


def line_to(postbox: Postbox, *, trusted: ssl.SSLContext | None = None, **account: Any) -> Line:
    """A line; `trusted`: as to another machine, whose certificate is looked at."""
    line = Line.to(MailSettings(server=postbox.server(**account), sender=SENDER))
    return line if trusted is None else Line(server=line.server, sender=SENDER, context=trusted, local=False)


@pytest.fixture
def carrier(postbox: Postbox) -> MailCarrier:
    """A carrier to a server that asks for no account."""
    return MailCarrier(line_to(postbox), lambda: TUESDAY)
