"""Where a file of a message is, and what opens it, however malformed. Pure, and it never raises."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from bot.talk.message import FileRef

# `mxc://server/media` (Matrix client-server API v1.11, 10.9): nothing in it may lead elsewhere than to a file.
_MXC = re.compile(r"mxc://([A-Za-z0-9.-]{1,230}|\[[0-9A-Fa-f:.]{2,45}\])(:\d{1,5})?/([A-Za-z0-9_-]{1,255})", re.ASCII)
_BASE64 = re.compile(r"[A-Za-z0-9+/_=-]{1,64}", re.ASCII)

Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Attached:
    """A file on a homeserver. `key`, `iv`, `sha256`: in base64, all empty when it is not encrypted."""

    server: str
    media: str
    key: str = ""
    iv: str = ""
    sha256: str = ""

    @classmethod
    def of(cls, content: Raw) -> Self | None:
        """The file of an `m.file`; None when there is none, or one that could not be opened."""
        sealed = content.get("file")
        if sealed is None:
            return cls._at(content.get("url"))
        if not isinstance(sealed, dict):
            return None
        key, hashes = sealed.get("key"), sealed.get("hashes")
        opens = (
            key.get("k") if isinstance(key, dict) else None,
            sealed.get("iv"),
            hashes.get("sha256") if isinstance(hashes, dict) else None,
        )
        if not all(isinstance(each, str) and _BASE64.fullmatch(each) for each in opens):
            return None
        return cls._at(sealed.get("url"), *map(str, opens))

    @classmethod
    def of_handle(cls, handle: str) -> Self:
        """The file of a handle that `handle` gave."""
        return cls(**json.loads(handle))

    @property
    def handle(self) -> str:
        """All of it in one text."""
        return json.dumps({name: value for name, value in asdict(self).items() if value})

    @classmethod
    def _at(cls, url: object, *opens: str) -> Self | None:
        found = _MXC.fullmatch(url) if isinstance(url, str) else None
        return cls(f"{found[1]}{found[2] or ''}", found[3], *opens) if found else None


def file_of(content: Raw) -> tuple[FileRef | None, str]:
    """The file of an `m.file`, None when it cannot be had; and what is written beside it.

    `body` is the name, unless `filename` is there too: then it is a caption (v1.10, 11.2.1.7).
    """
    attached, name, body = Attached.of(content), content.get("filename"), content.get("body")
    caption = body if isinstance(name, str) and isinstance(body, str) and body != name else ""
    if attached is None:
        return None, caption
    info = content.get("info")
    size = info.get("size") if isinstance(info, dict) else None
    return FileRef.of(name if isinstance(name, str) else body, size, attached.handle), caption
