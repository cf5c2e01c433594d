"""Telegram's HTML: the few tags it knows, and the errors it gives for the others. Pure."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "a": "text_link", "tg-spoiler": "spoiler", "blockquote": "blockquote", "span": "spoiler",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_TOKEN = re.compile(
    r"<(?P<close>/?)(?P<tag>[a-zA-Z-]*)(?P<rest>[^<>]*)>|(?P<less><)|&(?P<entity>#?\w+);|(?P<text>[^<&]+|&)"
)
_HREF = re.compile(r"""^\s+href\s*=\s*(?:"([^"]*)"|'([^']*)')\s*$""")


class HtmlError(ValueError):
    """The description that Telegram gives."""


@dataclass(frozen=True)
class Parsed:
    """The text as people see it, and what stands out in it (offsets in UTF-16 units)."""

    text: str
    entities: tuple[dict[str, Any], ...]


def units(text: str) -> int:
    """The length of a text as Telegram counts it: UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(source: str) -> Parsed:
    """Read a text. Raises HtmlError in Telegram's words."""
    text: list[str] = []
    entities: list[dict[str, Any]] = []
    opened: list[tuple[str, int, str]] = []
    length = 0
    for match in _TOKEN.finditer(source):
        piece = ""
        at = len(source[: match.start()].encode())
        if match["less"] is not None or (match["tag"] is not None and not match["tag"]):
            raise HtmlError(f'Bad Request: can\'t parse entities: Unsupported start tag "" at byte offset {at}')
        if match["text"] is not None:
            piece = match["text"]
        elif match["entity"] is not None:
            piece = _entity(match["entity"])
        elif match["close"]:
            _close(str(match["tag"]).lower(), opened, entities, length, at)
        else:
            _open(str(match["tag"]).lower(), str(match["rest"]), opened, length, at)
        text.append(piece)
        length += units(piece)
    if opened:
        raise HtmlError(
            f"Bad Request: can't parse entities: Can't find end tag corresponding to start tag {opened[-1][0]}"
        )
    return Parsed("".join(text), tuple(entities))


def _entity(name: str) -> str:
    if name.startswith("#"):
        return html.unescape(f"&{name};")
    return _NAMED.get(name, f"&{name};")


def _open(tag: str, rest: str, opened: list[tuple[str, int, str]], length: int, at: int) -> None:
    if tag not in KINDS:
        raise HtmlError(f'Bad Request: can\'t parse entities: Unsupported start tag "{tag}" at byte offset {at}')
    link = ""
    if tag == "a":
        found = _HREF.match(rest)
        link = html.unescape(found[1] or found[2] or "") if found else ""
    elif rest.strip() and tag not in ("span", "code", "blockquote"):
        raise HtmlError(f"Bad Request: can't parse entities: Unexpected attribute at byte offset {at}")
    opened.append((tag, length, link))


def _close(tag: str, opened: list[tuple[str, int, str]], entities: list[dict[str, Any]], length: int, at: int) -> None:
    if not opened:
        raise HtmlError(f"Bad Request: can't parse entities: Unexpected end tag at byte offset {at}")
    name, start, link = opened.pop()
    if name != tag:
        raise HtmlError(
            f"Bad Request: can't parse entities: Unmatched end tag at byte offset {at}, "
            f'expected "</{name}>", found "</{tag}>"'
        )
    if length > start:
        entity: dict[str, Any] = {"type": KINDS[tag], "offset": start, "length": length - start}
        entities.append(entity | ({"url": link} if link else {}))
