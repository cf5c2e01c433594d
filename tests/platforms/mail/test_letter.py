"""A reply as the mail that travels: it reads back as it was, and nothing in it can forge a header."""

from __future__ import annotations

import re
import unicodedata
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mailboxes import Mailbox
from bot.platforms.mail.letter import letter
from bot.platforms.mail.render import LONGEST_SUBJECT, one_line, parcels
from bot.post.carrier import RefusedError
from bot.talk.message import Attachment, Card, Choice, Reply, Text, Venue
from tests.house import TUESDAY
from tests.platforms.mail.conftest import SENDER

HEADERS = {
    "from", "to", "subject", "date", "message-id", "auto-submitted", "x-auto-response-suppress", "content-language",
    "content-type", "content-transfer-encoding", "mime-version",
}  # fmt: skip
anything = st.text() | st.text(st.characters()) | st.text(" \r\n\t:<>=?,;@.éàœ\u202e\u2028\0a", max_size=400)


def mail(reply: Reply, *, sender: Mailbox = SENDER, key: str = "key", **more: object) -> EmailMessage:
    (parcel,) = parcels(reply, None)
    read = message_from_bytes(raw({**parcel, **more}, sender=sender, key=key), policy=default)
    assert isinstance(read, EmailMessage)
    assert not read.defects
    return read


def raw(parcel: dict[str, object], *, sender: Mailbox = SENDER, key: str = "key") -> bytes:
    return letter(parcel, "someone@example.org", sender, key=key, now=TUESDAY)


def text_of(read: EmailMessage) -> str:
    body = read.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def test_a_reply_reads_back_with_its_accents_and_says_who_writes_and_when() -> None:
    reply = Reply(
        (
            Text("Une annonce près de chez vous : « Épicerie »\nDétails ci-dessous."),
            Card("Accueil de jour L’Escale", ("12 rue de l’Œuvre, Nevers", "☎ 03 86 00 00 00")),
            Text("Danger : appelez le 112.", urgent=True),
        ),
        choices=(Choice("Oui", "/oui"),),
        venue=Venue("Mairie", "1 place de la Mairie", 47, 3),
    )
    read = mail(reply)
    assert read["subject"] == "Une annonce près de chez vous : « Épicerie »"
    assert text_of(read).split("\n") == [
        "⚠ Danger : appelez le 112.", "",
        "Une annonce près de chez vous : « Épicerie »", "Détails ci-dessous.", "",
        "Accueil de jour L’Escale", "  12 rue de l’Œuvre, Nevers", "  ☎ 03 86 00 00 00", "",
        "Mairie", "1 place de la Mairie", "",
    ]  # fmt: skip
    assert (read["from"], read["to"]) == ("Solipacte <solipacte@example.org>", "someone@example.org")
    assert read["date"].datetime == TUESDAY
    assert (read["auto-submitted"], read["content-language"]) == ("auto-generated", "fr")
    assert {name.lower() for name in read.keys()} == HEADERS  # noqa: SIM118 - a mail is no mapping


def test_the_same_send_has_the_same_name_and_another_has_another() -> None:
    names = [mail(Reply((Text("a"),)), key=key)["message-id"] for key in ("un", "un", "deux")]
    assert names[0] == names[1] != names[2]
    assert names[0].endswith("@example.org>")


def test_news_say_so_and_how_to_stop_them() -> None:
    read = mail(Reply((Text("a"),)), bulk=True, unsubscribe="https://aide.example.org/stop?c=AbC_1")
    assert (read["precedence"], read["list-unsubscribe"]) == ("bulk", "<https://aide.example.org/stop?c=AbC_1>")


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "https://a.fr/\r\nBcc: b@c.fr",
        "https://a.fr>, <https://b.fr",
        "https://a.fr/é",
        "https://a b",
    ],
)
def test_a_link_that_would_forge_a_header_is_refused(link: str) -> None:
    (parcel,) = parcels(Reply((Text("a"),)), None)
    with pytest.raises(RefusedError):
        raw({**parcel, "unsubscribe": link})


@pytest.mark.parametrize(
    ("blocks", "subject"),
    [
        ((Text("\n\n  Bonjour \n suite"),), "Bonjour"),
        ((Card("Titre"), Text("Texte")), "Texte"),
        ((Card("Titre"),), "Titre"),
        ((Text("\u202e\u200b\0"),), "Solipacte"),
        ((), "Solipacte"),
        ((Text("mot " * 300),), ("mot " * 36 + "mot…")),
        ((Text("a" * 1000),), "a" * (LONGEST_SUBJECT - 1) + "…"),
    ],
)
def test_the_subject_is_the_first_line_that_says_something_in_one_line(blocks: tuple[Text, ...], subject: str) -> None:
    assert mail(Reply(blocks))["subject"] == subject


def test_files_come_as_they_were() -> None:
    calendar = Attachment("calendrier-été.ics", "text/calendar", "SUMMARY:Épicerie\r\n".encode())
    picture = Attachment("plan.png", "image/png", bytes(range(256)) * 300)
    read = mail(Reply((Text("Voici."),), attachments=(calendar, picture)))
    first, second = read.iter_attachments()
    assert (first.get_filename(), first.get_content_type(), first.get_content()) == (
        "calendrier-été.ics", "text/calendar", "SUMMARY:Épicerie\r\n",
    )  # fmt: skip
    assert (second.get_filename(), second.get_content_type(), second.get_content()) == (
        "plan.png", "image/png", picture.content,
    )  # fmt: skip


@pytest.mark.parametrize(
    "kind", ["", "nothing", "text/plain\r\nX: y", "multipart/mixed", "message/rfc822", "a/b/c", "é/b"]
)
def test_a_file_of_no_known_kind_is_bytes(kind: str) -> None:
    read = mail(Reply((Text("a"),), attachments=(Attachment("../../x\r\nBcc: y.ics", kind, b"1"),)))
    (file,) = read.iter_attachments()
    assert file.get_content_type() == "application/octet-stream"
    assert file.get_filename() == ".. .. x Bcc y.ics"


@given(anything)
def test_whatever_is_said_the_subject_is_one_line_that_hides_nothing_and_reads_back(said: str) -> None:
    reply = Reply((Text(said),))
    (parcel,) = parcels(reply, None)
    read = mail(reply)
    assert read["subject"] == parcel["subject"]
    assert 0 < len(read["subject"]) <= LONGEST_SUBJECT
    hidden = {unicodedata.category(sign) for sign in read["subject"]} & {"Cc", "Zl", "Zp", "Cs"}
    assert not hidden
    assert not set(read["subject"]) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff")
    assert {name.lower() for name in read.keys()} == HEADERS  # noqa: SIM118 - a mail is no mapping


def test_a_line_break_in_a_subject_begins_no_header() -> None:
    content = raw({"subject": "a\r\nBcc: b@example.org\n\nc", "text": "a", "language": "fr", "files": []})
    read = message_from_bytes(content, policy=default)
    assert read["subject"] == "a Bcc: b@example.org c"
    assert "bcc" not in {name.lower() for name in read.keys()}  # noqa: SIM118 - a mail is no mapping


def test_half_a_sign_spoils_neither_subject_nor_text() -> None:
    read = mail(Reply((Text("a\ud83d é\udcff"), Card("b\ud83d"))))
    assert (read["subject"], text_of(read)) == ("a é", "a? é?\n\nb?\n")


@given(st.lists(anything, min_size=1, max_size=4))
def test_whatever_is_said_the_text_reads_back(said: list[str]) -> None:
    reply = Reply(tuple(Text(text) for text in said))
    (parcel,) = parcels(reply, None)
    assert text_of(mail(reply)) == parcel["text"] + "\n"


@given(anything, anything, st.binary(max_size=200))
def test_whatever_a_file_is_called_it_forges_nothing(name: str, kind: str, content: bytes) -> None:
    read = mail(Reply((Text("a"),), attachments=(Attachment(name, kind, content),)))
    (file,) = read.iter_attachments()
    assert file.get_content() == content
    assert file.get_filename() == (one_line(re.sub(r'[/\\:<>"|?*]', " ", name), 100) or "solipacte")
    assert {name.lower() for name in file.keys()} <= {  # noqa: SIM118 - idem
        "content-type", "content-transfer-encoding", "content-disposition", "mime-version",
    }  # fmt: skip


@given(anything)
def test_whatever_a_parcel_holds_only_known_headers_come_of_it(said: str) -> None:
    content = raw({"subject": said, "text": said.encode(errors="replace").decode(), "language": said, "files": []})
    read = message_from_bytes(content, policy=default)
    assert {name.lower() for name in read.keys()} <= HEADERS  # noqa: SIM118 - idem
    assert max(len(line) for line in content.split(b"\r\n")) <= 998
    assert content.isascii()
