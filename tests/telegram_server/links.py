"""Which links Telegram keeps. Pure."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_USER = re.compile(r"^tg:(?://)?user/?\?id=([0-9]+)$", re.IGNORECASE)
_SCHEMES = ("http", "https", "tg", "ton", "tonsite", "ftp")
_HOST = re.compile(r"^(?:(?:[^\s/@:.]+\.)+[^\s/@:.]{2,}|[0-9]+(?:\.[0-9]+){3})$")


def mentioned_user(link: str) -> int:
    """The person that a link names (`tg://user?id=7`), 0 when it names none."""
    found = _USER.match(link.strip())
    return int(found[1]) if found else 0


def checked_link(link: str) -> str:
    """The link with its scheme, as written; "" when Telegram drops it (`javascript:`, a word that is no site…)."""
    link = link.strip()
    if not re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:(?![0-9])", link):
        link = f"http://{link}"
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme not in _SCHEMES or any(letter.isspace() for letter in link):
        return ""
    if parts.scheme in ("tg", "ton"):
        return link if host else ""
    return link if _HOST.match(host) or host == "localhost" else ""
