"""Hands mails to the mail server, and says what became of each."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from aiosmtplib import SMTP, SMTPException, SMTPRecipientRefused

from bot.mailboxes import valid_address
from bot.platforms.mail.letter import letter
from bot.platforms.mail.line import Line
from bot.platforms.mail.outcome import of_content, of_recipient
from bot.platforms.mail.render import parcels
from bot.platforms.mail.settings import PLATFORM
from bot.platforms.mail.trouble import TroubleError
from bot.post.carrier import DoubtError, LaterError, Manner, NotSentError, Parcel, RefusedError
from bot.post.pace import Limits
from bot.talk.message import Message, Reply

# 18,000 an hour: fast enough for news, slow enough for servers that look for robots.
PER_SECOND = 5.0
TOGETHER = 4
# Seconds for the answer to a whole mail: some servers look for viruses before it.
LAST_PATIENCE = 120.0
_GO_ON, _TAKEN = 354, range(200, 300)
_DOTS = re.compile(rb"(?m)^\.")


@dataclass(frozen=True, slots=True)
class MailCarrier:
    """`clock`: aware, for the date of each mail. A room is one address."""

    line: Line
    clock: Callable[[], datetime]
    name: str = PLATFORM

    @property
    def manner(self) -> Manner:
        """A mail said twice arrives twice, under one Message-ID that programs may know it by."""
        return Manner(Limits(per_second=PER_SECOND), together=TOGETHER, repeatable=False)

    def pack(self, reply: Reply, to: Message | None) -> tuple[Parcel, ...]:
        """The one mail that a reply makes."""
        return parcels(reply, to)

    async def send(self, room: str, parcel: Parcel, key: str) -> None:
        """Deliver one mail. Raises a SendError."""
        to = valid_address(room)
        if to is None:
            raise RefusedError("not one address")
        mail = letter(parcel, to, self.line.sender, key=key, now=self.clock())
        try:
            async with self.line.session(len(mail)) as client:
                await _hand_over(client, to, mail)
        except TroubleError as trouble:
            raise trouble.told from None


async def _hand_over(client: SMTP, to: str, mail: bytes) -> None:
    """Name the recipient, then give the mail. Until its last line is written, it is surely not delivered."""
    try:
        await client.rcpt(to)
        begun = await client.execute_command(b"DATA")
    except SMTPRecipientRefused as error:
        raise of_recipient(error.code, error.message) from None
    except (SMTPException, OSError):
        # After the sender was taken: perhaps it is this address that the server does not stand.
        raise LaterError("no answer", away=True) from None
    if begun.code != _GO_ON:
        raise of_content(begun.code)
    await _give(client, mail)


async def _give(client: SMTP, mail: bytes) -> None:
    """The mail itself; not by `SMTP.data`, which does not say whether it was let begin."""
    protocol = client.protocol
    if protocol is None:
        raise NotSentError("no connection")
    try:
        protocol.write(_DOTS.sub(b"..", mail) + b".\r\n")
    except (SMTPException, OSError):
        raise NotSentError("no connection") from None
    try:
        answer = await protocol.read_response(timeout=LAST_PATIENCE)
    except (SMTPException, OSError):
        raise DoubtError("no answer") from None
    if answer.code not in _TAKEN:
        raise of_content(answer.code)
