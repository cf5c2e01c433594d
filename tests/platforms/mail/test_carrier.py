"""Mail handed to a real server: what leaves, how, and what each of its answers means."""

from __future__ import annotations

import asyncio
import socket

import pytest

from bot.platforms.mail import carrier as carrying
from bot.platforms.mail.carrier import MailCarrier
from bot.platforms.mail.outcome import of_recipient
from bot.post.carrier import (
    ClosedError,
    DoubtError,
    GoneError,
    LaterError,
    NotSentError,
    RefusedError,
    SendError,
)
from bot.smtp_url import MailServer
from bot.talk.message import Attachment, Reply
from tests.mail_server import LOST, Postbox, listening, scripted
from tests.platforms.mail.conftest import SENDER
from tests.platforms.mail.sending import REPLY, WHO, refused, send, to_server


async def test_a_mail_arrives_as_it_was_written(postbox: Postbox, carrier: MailCarrier) -> None:
    reply = Reply(REPLY.blocks, attachments=(Attachment("été.ics", "text/calendar", "À\r\n".encode()),))
    await send(carrier, reply=reply)
    (got,) = postbox.received
    assert (got.sender, got.to, got.encrypted) == (SENDER.address, [WHO], False)
    assert got.mail["subject"] == "Épicerie solidaire à Nevers"
    assert got.text == "Épicerie solidaire à Nevers\n\n.\n..\n. fin\n"
    (file,) = got.mail.iter_attachments()
    assert (file.get_filename(), file.get_content()) == ("été.ics", "À\r\n")


async def test_a_send_repeated_carries_the_same_name(postbox: Postbox, carrier: MailCarrier) -> None:
    for key in ("un", "un", "deux"):
        await send(carrier, key=key)
    first, again, other = (got.mail["message-id"] for got in postbox.received)
    assert first == again != other


async def test_several_mails_leave_together(postbox: Postbox, carrier: MailCarrier) -> None:
    await asyncio.gather(*(send(carrier, f"p{number}@example.org") for number in range(20)))
    assert {mail.to[0] for mail in postbox.received} == {f"p{number}@example.org" for number in range(20)}


@pytest.mark.parametrize(
    "room",
    [
        "",
        "someone",
        "a@example.org, b@example.org",
        "a@example.org b@example.org",
        "é@example.org",
        "a@b.fr\r\nDATA",
        "a@b.fr\0",
    ],
)
async def test_what_is_not_one_address_is_refused_and_nothing_is_said(
    postbox: Postbox, carrier: MailCarrier, room: str
) -> None:
    assert type(await refused(carrier, room)) is RefusedError
    assert postbox.tries == 0


@pytest.mark.parametrize(
    ("step", "answer", "kind"),
    [
        ("mail", "421 4.3.2 shutting down", NotSentError),
        ("mail", "451 4.3.0 later", NotSentError),
        ("mail", "452 4.3.1 no room", NotSentError),
        ("mail", "550 5.7.1 not yours", NotSentError),
        ("mail", "530 5.7.0 log in first", ClosedError),
        ("mail", "552 5.3.4 too large", RefusedError),
        ("mail", LOST, NotSentError),
        (WHO, "450 4.2.0 greylisted", LaterError),
        (WHO, "451 4.3.0 later", LaterError),
        (WHO, "452 4.2.2 mailbox full", LaterError),
        (WHO, "421 4.7.0 goodbye", LaterError),
        (WHO, LOST, LaterError),
        (WHO, "550 5.1.1 <someone@example.org> no such user", GoneError),
        (WHO, "550 5.1.1 Recipient address rejected: User unknown in relay recipient table", GoneError),
        (WHO, "550 no such user here", GoneError),
        (WHO, "553 5.1.2 no such domain", GoneError),
        (WHO, "550 5.2.1 disabled", GoneError),
        (WHO, "556 5.1.10 takes no mail", GoneError),
        (WHO, "554 5.7.1 <someone@example.org>: Relay access denied", RefusedError),
        (WHO, "550 relay not permitted", RefusedError),
        (WHO, "550 5.7.1 no", RefusedError),
        (WHO, "550 5.1.7 no", RefusedError),
        (WHO, "553 5.4.1 no", RefusedError),
        (WHO, "552 5.2.2 over quota", RefusedError),
        (WHO, "530 5.7.0 log in first", ClosedError),
        ("data", "451 4.3.0 later", LaterError),
        ("data", "554 5.5.1 no", RefusedError),
        ("data", LOST, LaterError),
        ("end", "421 4.3.2 shutting down", LaterError),
        ("end", "451 4.7.1 later", LaterError),
        ("end", "552 5.3.4 too large", RefusedError),
        ("end", "550 5.7.1 spam", RefusedError),
        ("end", "354 what?", DoubtError),
        ("end", LOST, DoubtError),
    ],
)
async def test_each_answer_has_its_meaning_and_the_next_mail_leaves(
    postbox: Postbox, carrier: MailCarrier, step: str, answer: str, kind: type[SendError]
) -> None:
    postbox.answers[step] = [answer]
    error = await refused(carrier)
    assert type(error) is kind
    assert (isinstance(error, LaterError) and error.away) is (
        kind is LaterError and (answer == LOST or answer.startswith("421"))
    )
    taken = len(postbox.received)
    await send(carrier)
    assert len(postbox.received) == taken + 1


async def test_a_server_that_does_not_listen_got_nothing(postbox: Postbox, carrier: MailCarrier) -> None:
    await postbox.down()
    assert type(await refused(carrier)) is NotSentError
    await postbox.up()
    await send(carrier)
    assert len(postbox.received) == 1


async def test_a_name_that_nobody_knows_is_a_server_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    async def unknown(*_arguments: object, **_more: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", unknown)
    carrier = to_server(MailServer(host="mail.example.org", port=25, tls=False))
    assert type(await refused(carrier)) is NotSentError


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("421 too many connections",),
        ("554 go away",),
        ("hello",),
        ("220 hello", "502 no"),
        ("220 hello", "250 hello", "nonsense"),
        ("220 hello", "250-hello\r\n250 SIZE 10", "250 ok"),
    ],
)
async def test_a_server_that_is_none_got_nothing(lines: tuple[str, ...]) -> None:
    async with scripted(*lines) as server:
        error = await refused(to_server(server))
    assert type(error) is (RefusedError if "SIZE" in "".join(lines) else NotSentError)


async def test_a_server_that_never_answers_got_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.platforms.mail.line.PATIENCE", 0.05)
    async with scripted("") as server:
        assert type(await refused(to_server(server))) is NotSentError


async def test_an_end_that_never_comes_is_a_doubt(
    postbox: Postbox, carrier: MailCarrier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying, "LAST_PATIENCE", 0.05)
    postbox.hold = asyncio.Event()
    assert type(await refused(carrier)) is DoubtError
    postbox.hold.set()


async def test_a_mail_that_is_taken_does_not_wait_for_the_goodbye() -> None:
    taken = ("220 hello", "250 hello", "250 ok", "250 ok", "354 go on")
    heard: list[bytes] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for line in taken:
            writer.write(f"{line}\r\n".encode())
            heard.append(await reader.readline())
        heard.append(await reader.readuntil(b"\r\n.\r\n"))
        writer.write(b"250 taken\r\n")
        heard.append(await reader.read())

    async with listening(talk) as server, asyncio.timeout(5):
        await send(to_server(server))
    assert heard[0] == b"EHLO example.org\r\n"
    assert heard[-1] == b"QUIT\r\n"


@pytest.mark.parametrize("code", [-1, 0, 199, 299, 354, 399, 600, 999])
def test_an_answer_that_makes_no_sense_drops_nobody(code: int) -> None:
    assert type(of_recipient(code, "550 5.1.1")) is LaterError
