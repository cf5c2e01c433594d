"""A parcel as the mail that travels: headers, text, files. Pure."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from datetime import datetime
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from bot.mailboxes import Mailbox
from bot.platforms.mail.render import one_line
from bot.post.carrier import Parcel, RefusedError

# Seven bits: no server on the way has anything to rewrite.
_POLICY = SMTP.clone(cte_type="7bit")
_LONGEST_FILE_NAME = 100
_LONGEST_PLAIN, _FOLDED = 65, 75
_MEDIA_TYPE = re.compile(r"([a-z]+)/([a-z0-9][a-z0-9.+-]{0,60})", re.ASCII)
# What no system takes in the name of a file.
_NO_FILE_NAME = re.compile(r'[/\\:<>"|?*]')
_LINK = re.compile(r"(?:https?://|mailto:)[!-;=?-~]{1,900}", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z0-9-]{2,35}", re.ASCII)


def letter(parcel: Parcel, to: str, sender: Mailbox, *, key: str, now: datetime) -> bytes:
    """The mail for one address (`valid_address`), the same `key` giving the same Message-ID.

    Raises RefusedError for a parcel that would forge a header.
    """
    mail = EmailMessage(policy=_POLICY)
    mail["From"] = Address(display_name=sender.name, addr_spec=sender.address)
    mail["To"] = Address(addr_spec=to)
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = f"<{hashlib.sha256(key.encode()).hexdigest()[:40]}@{sender.domain}>"
    # RFC 3834: no robot answers this one; Exchange needs it said in its own way.
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "OOF, AutoReply"
    if parcel.get("bulk"):
        mail["Precedence"] = "bulk"
    if link := parcel.get("unsubscribe"):
        mail["List-Unsubscribe"] = f"<{checked_link(link)}>"
    mail.set_content(parcel["text"] + "\n", charset="utf-8", cte="quoted-printable")
    if _LANGUAGE.fullmatch(parcel["language"]):
        mail["Content-Language"] = parcel["language"]
    for file in parcel["files"]:
        _attach(mail, file)
    return _subject(parcel["subject"]) + mail.as_bytes()


def checked_link(link: str) -> str:
    """A link for a header. Raises RefusedError."""
    if not _LINK.fullmatch(link):
        raise RefusedError("no link to unsubscribe by")
    return link


def _subject(text: str) -> bytes:
    """The header, folded here: `EmailMessage` doubles a space where it folds. What looks encoded ("=?") is encoded."""
    line = one_line(text)
    if not line.isascii() or len(line) > _LONGEST_PLAIN or "=?" in line:
        line = Header(line, "utf-8", maxlinelen=_FOLDED, header_name="Subject").encode(linesep="\r\n")
    return f"Subject: {line}\r\n".encode("ascii")


def _attach(mail: EmailMessage, file: Mapping[str, str]) -> None:
    found = _MEDIA_TYPE.fullmatch(file["type"].partition(";")[0].strip().lower())
    main, kind = found.groups() if found else ("application", "octet-stream")
    if main in ("message", "multipart"):
        main, kind = "application", "octet-stream"
    mail.add_attachment(
        base64.b64decode(file["content"]),
        maintype=main,
        subtype=kind,
        filename=one_line(_NO_FILE_NAME.sub(" ", file["name"]), _LONGEST_FILE_NAME) or "solipacte",
        params={"charset": "utf-8"} if main == "text" else None,
    )
