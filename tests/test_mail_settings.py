"""Where mail is handed over, who writes, and who may be written to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mailboxes import LONGEST_ADDRESS, Mailbox, valid_address
from bot.smtp_url import MailServer


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.example.org", MailServer(host="mail.example.org", port=587, tls=False)),
        ("smtps://mail.example.org/", MailServer(host="mail.example.org", port=465, tls=True)),
        ("smtp://localhost:25", MailServer(host="localhost", port=25, tls=False)),
        (
            "smtp://a%40b.fr:p%40ss%3A%2F%23%25%C3%A9@mail.example.org:2525",
            MailServer(host="mail.example.org", port=2525, tls=False, user="a@b.fr", password="p@ss:/#%é"),
        ),
        ("smtps://bot:a:b@[::1]", MailServer(host="::1", port=465, tls=True, user="bot", password="a:b")),
    ],
)
def test_a_server_is_read_from_its_address(url: str, server: MailServer) -> None:
    assert MailServer.read(url) == server


@pytest.mark.parametrize(
    ("host", "local"),
    [("localhost", True), ("127.0.0.1", True), ("::1", True), ("mail.example.org", False), ("10.0.0.1", False)],
)
def test_only_this_very_machine_is_local(host: str, local: bool) -> None:  # noqa: FBT001 - a column of the table
    assert MailServer(host=host, port=25, tls=False).local is local


def test_neither_the_account_nor_the_sender_is_printed() -> None:
    server = MailServer.read("smtp://someone:hunter2@mail.example.org")
    assert "someone" not in f"{server!r} {Mailbox('someone@example.org')!r}"
    assert "hunter2" not in repr(server)


@given(st.text())
def test_whatever_is_written_a_server_is_read_or_refused_without_being_quoted(text: str) -> None:
    for url in (text, f"smtp://{text}", f"smtps://bot:{text}@mail.example.org"):
        try:
            MailServer.read(url)
        except ValueError as error:
            assert str(error).startswith(("must be written", "has a user"))  # noqa: PT017 - refusing is one of two ends


@pytest.mark.parametrize(
    ("text", "mailbox"),
    [
        ("Robot@Example.org", Mailbox("robot@example.org")),
        ("<robot@example.org>", Mailbox("robot@example.org")),
        ("Solipacte <robot@example.org>", Mailbox("robot@example.org", "Solipacte")),
        ('"DDETS, Nièvre"  <robot@example.org>', Mailbox("robot@example.org", "DDETS, Nièvre")),
        ("robot@example.org, other@example.org", None),
        ("a <robot@example.org>, b <other@example.org>", None),
        ("Robot\u202e <robot@example.org>", None),
        ("Robot\r\nBcc: other@example.org <robot@example.org>", None),
        ("Robot", None),
        ("", None),
    ],
)
def test_who_writes_is_one_address_with_a_name_or_without(text: str, mailbox: Mailbox | None) -> None:
    assert Mailbox.read(text) == mailbox


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("someone@example.org", "someone@example.org"),
        ("Some.One+tag@EXAMPLE.org", "some.one+tag@example.org"),
        ("o'brien@xn--9ca.fr", "o'brien@xn--9ca.fr"),
        ("élodie@example.org", None),
        ("someone@préfecture.fr", None),
        ("someone@example.org, other@example.org", None),
        ("someone@example.org other@example.org", None),
        ("someone@example.org;other@example.org", None),
        ("<someone@example.org>", None),
        ("Someone <someone@example.org>", None),
        (" someone@example.org", None),
        ("someone@example.org\n", None),
        ("someone@example.org\r\nRCPT TO:<other@example.org>", None),
        ("someone\0@example.org", None),
        ("someone\u202e@example.org", None),
        ("@example.org", None),
        ("someone@", None),
        ("someone@localhost", None),
        ("someone@[127.0.0.1]", None),
        ('"some one"@example.org', None),
        ("some..one@example.org", None),
        ("a" * 65 + "@example.org", None),
        ("a" * LONGEST_ADDRESS + "@example.org", None),
        ("", None),
    ],
)
def test_an_address_is_one_in_small_ascii_letters_or_none(text: str, address: str | None) -> None:
    assert valid_address(text) == address


@given(st.text() | st.emails() | st.from_regex(r"[ -~]{1,20}@[ -~]{1,20}", fullmatch=True))
def test_what_passes_for_an_address_can_forge_nothing_and_stays_itself(text: str) -> None:
    address = valid_address(text)
    assert address is None or (
        valid_address(address) == address and address.isascii() and not set(address) & set(' \r\n\t\0<>,;:()[]"\\')
    )
