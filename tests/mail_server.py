"""A mail server on this machine: real SMTP, with accounts, STARTTLS, and the errors that a test asks for."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP as POLICY
from typing import Any, Self

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from bot.smtp_url import MailServer
from tests.waiting import until

HOST = "127.0.0.1"
LOST = "lost"
"""In the place of an answer: the connection is cut."""


@dataclass(frozen=True, slots=True)
class Received:
    """One mail that the server took. `user`: the account that gave it; `encrypted`: how it came."""

    sender: str
    to: list[str]
    raw: bytes
    user: str
    encrypted: bool

    @property
    def mail(self) -> EmailMessage:
        """The mail as a program reads it."""
        read = message_from_bytes(self.raw, policy=POLICY)
        assert isinstance(read, EmailMessage)
        return read

    @property
    def text(self) -> str:
        """What a person reads."""
        body = self.mail.get_body(("plain",))
        assert body is not None
        return str(body.get_content()).replace("\r\n", "\n")


@dataclass
class Postbox:
    """`answers`: what is said next at a step (`mail`, `data`, `end`), or to a recipient, in order; `LOST` cuts.

    `always`: what is said to a recipient each time. `hold`: the end of a mail waits for it. `accounts`: who may write.
    """

    tls: ssl.SSLContext | None = None
    at_once: bool = False
    """Encrypted from the first byte."""
    accounts: dict[str, str] = field(default_factory=dict)
    answers: dict[str, list[str]] = field(default_factory=dict)
    always: dict[str, str] = field(default_factory=dict)
    received: list[Received] = field(default_factory=list)
    tries: int = 0
    hold: asyncio.Event | None = None
    port: int = 0
    _server: asyncio.Server | None = None
    _open: set[_Talk] = field(default_factory=set)

    async def __aenter__(self) -> Self:
        await self.up()
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.down()

    async def up(self) -> None:
        """Listen, on the same port as before."""
        loop = asyncio.get_running_loop()
        context = self.tls if self.at_once else None
        self._server = await loop.create_server(lambda: _Talk(self, loop), HOST, self.port, ssl=context)
        self.port = self._server.sockets[0].getsockname()[1]

    async def down(self) -> None:
        """Listen no more, and cut what is open."""
        if self._server:
            self._server.close()
            self._server = None
            await asyncio.sleep(0)  # the socket is closed by the loop
        for talk in list(self._open):
            talk.cut()
        with suppress(TimeoutError):
            await until(lambda: not self._open, 0.1)
        for talk in list(self._open):
            talk.connection_lost(None)  # the library is not told of a handshake that failed

    @property
    def listening(self) -> bool:
        """Whether it is up."""
        return self._server is not None

    def server(self, **more: Any) -> MailServer:
        """The server as settings describe it."""
        return MailServer(**{"host": HOST, "port": self.port, "tls": self.at_once, **more})

    def to(self, address: str) -> list[Received]:
        """What an address got, in order."""
        return [mail for mail in self.received if address in mail.to]

    def said(self, step: str) -> str | None:
        """The next answer that the test wants at a step; None: the usual one."""
        waiting = self.answers.get(step)
        return waiting.pop(0) if waiting else self.always.get(step)


class _Talk(SMTP):
    """One session."""

    def __init__(self, postbox: Postbox, loop: asyncio.AbstractEventLoop) -> None:
        self.postbox = postbox
        super().__init__(
            _Clerk(postbox, self),
            loop=loop,
            hostname="mail.example.org",
            tls_context=None if postbox.at_once else postbox.tls,
            auth_require_tls=False,
            authenticator=self._known if postbox.accounts else None,
            auth_exclude_mechanism=() if postbox.accounts else ("LOGIN", "PLAIN"),
        )

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.postbox._open.add(self)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        self.postbox._open.discard(self)
        super().connection_lost(error)

    def cut(self) -> str:
        """Cut the connection without a word."""
        if isinstance(self.transport, asyncio.Transport):
            self.transport.abort()
        return "421 lost"

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802 - the library's name
        answer = self.postbox.said("data")
        if answer == LOST:
            self.cut()
        elif answer:
            await self.push(answer)
        else:
            await super().smtp_DATA(arg)

    def _known(self, _server: SMTP, _session: Session, _envelope: Envelope, _how: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        user = data.login.decode()
        good = self.postbox.accounts.get(user) == data.password.decode()
        return AuthResult(success=good, handled=good, auth_data=user)


@dataclass
class _Clerk:
    """What the library asks at each step."""

    postbox: Postbox
    talk: _Talk

    async def handle_MAIL(self, _server, _session, envelope, address, options) -> str:  # noqa: N802 - the library's name
        if answer := self.postbox.said("mail"):
            return self._answer(answer)
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, _server, _session, envelope, address, _options) -> str:  # noqa: N802 - idem
        self.postbox.tries += 1
        if answer := self.postbox.said(address):
            return self._answer(answer)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, session, envelope) -> str:  # noqa: N802 - idem
        answer = self.postbox.said("end")
        if answer is None or answer == LOST:
            user, encrypted = str(session.auth_data or ""), session.ssl is not None or self.postbox.at_once
            mail = Received(envelope.mail_from, envelope.rcpt_tos, envelope.original_content, user, encrypted)
            self.postbox.received.append(mail)
        if self.postbox.hold:
            await self.postbox.hold.wait()
        return self._answer(answer or "250 OK")

    def _answer(self, answer: str) -> str:
        return self.talk.cut() if answer == LOST else answer


@asynccontextmanager
async def scripted(*lines: str) -> AsyncIterator[MailServer]:
    """A server that says these lines, whatever it hears, one a line that it hears; then it hangs up."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for line in lines:
            writer.write(f"{line}\r\n".encode())
            if not await reader.readline():
                break

    async with listening(talk) as server:
        yield server


Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def listening(talk: Talk) -> AsyncIterator[MailServer]:
    """A server made of what it does with each connection; in the end all of them are over."""
    talks: set[asyncio.Task[None]] = set()

    async def whole(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talks.add(asyncio.current_task())  # type: ignore[arg-type]  # there is one
        with suppress(ConnectionError):
            await talk(reader, writer)
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()

    server = await asyncio.start_server(whole, HOST, 0)
    yield MailServer(host=HOST, port=server.sockets[0].getsockname()[1], tls=False)
    server.close()
    if talks:
        await asyncio.wait(talks, timeout=5)


@pytest.fixture
async def postbox() -> AsyncIterator[Postbox]:
    """A server that asks for no account and encrypts nothing."""
    async with Postbox() as box:
        yield box
