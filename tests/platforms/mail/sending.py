"""What the tests of mail share: a mail, and how it is sent."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bot.platforms.mail.carrier import MailCarrier
from bot.platforms.mail.line import Line
from bot.platforms.mail.settings import MailSettings
from bot.post.carrier import SendError
from bot.smtp_url import MailServer
from bot.talk.message import Reply, Text
from tests.house import TUESDAY
from tests.platforms.mail.conftest import SENDER

WHO = "someone@example.org"
REPLY = Reply((Text("Épicerie solidaire à Nevers"), Text(".\n..\n. fin")))
ACCOUNT: dict[str, Any] = {"user": "robot", "password": "p@ss:é"}


async def send(carrier: MailCarrier, to: str = WHO, reply: Reply = REPLY, key: str = "key") -> None:
    (parcel,) = carrier.pack(reply, None)
    await carrier.send(to, parcel, key)


async def refused(carrier: MailCarrier, to: str = WHO, reply: Reply = REPLY) -> SendError:
    """What a send that does not succeed comes to: the very kind, and nothing of the person in it."""
    with pytest.raises(SendError) as caught:
        await send(carrier, to, reply)
    assert not re.search(r"someone|Épicerie|p@ss|hunter2", repr(caught.value))
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    return caught.value


def to_server(server: MailServer) -> MailCarrier:
    return MailCarrier(Line.to(MailSettings(server=server, sender=SENDER)), lambda: TUESDAY)
