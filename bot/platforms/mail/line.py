"""A session with the mail server, up to where somebody may be written to."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from aiosmtplib import SMTP, SMTPException, SMTPSenderRefused

from bot.mailboxes import Mailbox
from bot.platforms.mail.settings import MailSettings
from bot.platforms.mail.trouble import Trouble, TroubleError
from bot.post.carrier import RefusedError
from bot.smtp_url import MailServer

# Seconds for a connection or an answer. Less than the weather keeps the others waiting for one that tries.
PATIENCE = 15.0
# How a server says that a mail is too large for it (RFC 1870).
_TOO_LARGE = 552


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`local`: the server is on this machine, so that its certificate says nothing. One session serves one mail."""

    server: MailServer
    sender: Mailbox
    context: ssl.SSLContext = field(repr=False)
    local: bool

    @classmethod
    def to(cls, settings: MailSettings) -> Line:
        """The line that settings describe; nothing is connected."""
        context, local = ssl.create_default_context(), settings.server.local
        if local:
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return cls(server=settings.server, sender=settings.sender, context=context, local=local)

    @asynccontextmanager
    async def session(self, size: int = 0) -> AsyncIterator[SMTP]:
        """A session in which the sender is said, and a recipient may be. Raises TroubleError, RefusedError."""
        server = self.server
        client = SMTP(
            hostname=server.host,
            port=server.port,
            use_tls=server.tls,
            start_tls=False,
            # Neither the name of this machine nor a look-up of it: the domain that writes.
            local_hostname=self.sender.domain,
            timeout=PATIENCE,
            tls_context=self.context,
        )
        try:
            await self._opened(client, size)
            heed_cancellation()
            yield client
        finally:
            _leave(client)

    async def _opened(self, client: SMTP, size: int) -> None:
        try:
            await client.connect()
            await client.ehlo()
            if not self.server.tls:
                await self._encrypt(client)
            if self.server.user:
                await self._log_in(client)
            await self._say_sender(client, size)
        except (SMTPException, OSError) as error:
            raise TroubleError.of(error) from None

    async def _encrypt(self, client: SMTP) -> None:
        if client.supports_extension("starttls"):
            await client.starttls()
            await client.ehlo()
        elif self.server.user and not self.local:
            raise TroubleError(Trouble.ENCRYPTION)

    async def _log_in(self, client: SMTP) -> None:
        """Say who we are, once: a password that is refused is not tried in three ways."""
        ways = {"plain": client.auth_plain, "login": client.auth_login, "cram-md5": client.auth_crammd5}
        for name, way in ways.items():
            if name in client.server_auth_methods:
                await way(self.server.user, self.server.password)
                return
        raise TroubleError(Trouble.ACCOUNT)

    async def _say_sender(self, client: SMTP, size: int) -> None:
        limit = client.esmtp_extensions.get("size", "")
        if limit.isdigit() and 0 < int(limit) < size:
            raise RefusedError("too large")
        try:
            sized = size and client.supports_extension("size")
            await client.mail(self.sender.address, options=[f"SIZE={size}"] if sized else None)
        except SMTPSenderRefused as error:
            if error.code == _TOO_LARGE and size:
                raise RefusedError("too large") from None
            raise


def heed_cancellation() -> None:
    """Raise CancelledError if this task was told to end and a library ate it.

    In Python 3.11 `asyncio.wait_for`, by which aiosmtplib waits, gives the answer that comes at the same instant as the
    cancellation, and forgets the latter (https://github.com/python/cpython/issues/86296; mended in 3.12).
    """
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError


def _leave(client: SMTP) -> None:
    """Say goodbye and go: what the server answers changes nothing, and a mail that it took must not wait for it."""
    if client.protocol is not None:
        with suppress(SMTPException):
            client.protocol.write(b"QUIT\r\n")
    client.close()
