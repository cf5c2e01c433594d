"""The line to a mail server: encrypted, vouched for, with an account; and what is said when it is not."""

from __future__ import annotations

import ssl
from typing import Any

import pytest

from bot.platforms.mail.carrier import MailCarrier
from bot.platforms.mail.line import Line
from bot.platforms.mail.settings import MailSettings
from bot.platforms.mail.trouble import Trouble, TroubleError
from bot.post.carrier import (
    ClosedError,
    NotSentError,
    SendError,
)
from bot.smtp_url import MailServer
from tests.house import TUESDAY
from tests.mail_certificate import Certificate
from tests.mail_server import Postbox, scripted
from tests.platforms.mail.conftest import SENDER, line_to
from tests.platforms.mail.sending import ACCOUNT, refused, send, to_server


async def test_an_account_is_given_over_an_encrypted_line_only(certificate: Certificate) -> None:
    async with Postbox(tls=certificate.server, accounts={"robot": "p@ss:é"}) as postbox:
        await send(MailCarrier(line_to(postbox, trusted=certificate.client, **ACCOUNT), lambda: TUESDAY))
        (got,) = postbox.received
        assert (got.user, got.encrypted) == ("robot", True)


async def test_a_line_may_be_encrypted_from_the_first_byte(certificate: Certificate) -> None:
    async with Postbox(tls=certificate.server, at_once=True, accounts={"robot": "p@ss:é"}) as postbox:
        await send(MailCarrier(line_to(postbox, trusted=certificate.client, **ACCOUNT), lambda: TUESDAY))
        (got,) = postbox.received
        assert (got.user, got.encrypted) == ("robot", True)


async def test_encryption_is_taken_when_it_is_offered_even_without_an_account(certificate: Certificate) -> None:
    async with Postbox(tls=certificate.server) as postbox:
        await send(MailCarrier(line_to(postbox, trusted=certificate.client), lambda: TUESDAY))
        await send(MailCarrier(line_to(postbox), lambda: TUESDAY))  # on this machine: any certificate will do
        assert [got.encrypted for got in postbox.received] == [True, True]


async def kind_of(line: Line) -> tuple[Trouble, type[SendError]]:
    with pytest.raises(TroubleError) as caught:
        async with line.session():
            pass
    return caught.value.kind, type(caught.value.told)


@pytest.mark.parametrize("tls", [False, True])
def test_only_on_this_machine_any_certificate_will_do(tls: bool) -> None:  # noqa: FBT001 - a column of the table
    there, here = (
        Line.to(MailSettings(server=MailServer(host=host, port=25, tls=tls), sender=SENDER))
        for host in ("mail.example.org", "localhost")
    )
    assert (there.local, there.context.check_hostname, there.context.verify_mode) == (False, True, ssl.CERT_REQUIRED)
    assert (here.local, here.context.verify_mode) == (True, ssl.CERT_NONE)


async def test_a_password_never_travels_in_the_open_but_within_this_machine() -> None:
    async with Postbox(accounts={"robot": "p@ss:é"}) as postbox:
        line = line_to(postbox, trusted=ssl.create_default_context(), **ACCOUNT)
        assert await kind_of(line) == (Trouble.ENCRYPTION, ClosedError)
        await send(MailCarrier(line_to(postbox, **ACCOUNT), lambda: TUESDAY))
        assert [got.user for got in postbox.received] == ["robot"]


@pytest.mark.parametrize("at_once", [False, True])
async def test_a_certificate_that_nobody_vouches_for_gets_neither_mail_nor_password(
    certificate: Certificate,
    at_once: bool,  # noqa: FBT001 - a column of the table
) -> None:
    async with Postbox(tls=certificate.server, at_once=at_once, accounts={"robot": "p@ss:é"}) as postbox:
        line = line_to(postbox, trusted=ssl.create_default_context(), **ACCOUNT)
        assert await kind_of(line) == (Trouble.CERTIFICATE, NotSentError)
        assert postbox.tries == 0


async def test_the_wrong_way_to_encrypt_is_told_as_such(postbox: Postbox) -> None:
    assert await kind_of(line_to(postbox, tls=True)) == (Trouble.HANDSHAKE, NotSentError)


@pytest.mark.parametrize(
    ("account", "known", "kind"),
    [
        ({"user": "robot", "password": "wrong"}, {"robot": "hunter2"}, Trouble.PASSWORD),
        ({"user": "other", "password": "hunter2"}, {"robot": "hunter2"}, Trouble.PASSWORD),
        ({"user": "robot", "password": "hunter2"}, {}, Trouble.ACCOUNT),
    ],
)
async def test_an_account_that_is_not_taken_closes_with_what_to_do(
    account: dict[str, Any], known: dict[str, str], kind: Trouble
) -> None:
    async with Postbox(accounts=known) as postbox:
        assert await kind_of(line_to(postbox, **account)) == (kind, ClosedError)
        error = await refused(MailCarrier(line_to(postbox, **account), lambda: TUESDAY))
        assert "SOLIPACTE_SMTP_URL" in str(error)


async def test_a_login_that_only_fails_for_now_closes_nothing() -> None:
    async with scripted("220 hello", "250-hello\r\n250 AUTH PLAIN LOGIN", "454 4.7.0 later") as server:
        local = MailServer(host=server.host, port=server.port, tls=False, **ACCOUNT)
        assert await kind_of(to_server(local).line) == (Trouble.BUSY, NotSentError)
