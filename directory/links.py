"""Links, checked by how they are written: nothing is asked of anybody's server. Pure."""

from __future__ import annotations

import ipaddress
import re
from contextlib import suppress
from urllib.parse import urlsplit

# Labels of letters (of any language), digits and hyphens, and at least one dot (RFC 1123; IDNA for the others).
_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,63}", re.UNICODE)
_UNSEEN = re.compile(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]")
LONGEST = 2_000


def usable(link: str) -> bool:
    """Whether a link can be opened by anybody: a page of the web, on a machine that has a public name.

    >>> usable("https://www.caf.fr/aide?x=1"), usable("www.caf.fr"), usable("http://localhost/a")
    (True, False, False)
    """
    if len(link) > LONGEST or _UNSEEN.search(link):
        return False
    try:
        parts = urlsplit(link)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or parts.username is not None:
        return False
    with suppress(ValueError):
        ipaddress.ip_address(host)
        return False
    return bool(_HOST.fullmatch(host))
