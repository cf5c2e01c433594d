"""Telegram's HTML: the few tags it knows, and the errors it gives for the others. Pure.

The rules are those of the documentation ("HTML style") and of what the public server answers: tags and their names are
read without case, attributes that mean nothing are passed over, `</>` closes anything, offsets of errors are in bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tests.telegram_server.tags import KINDS, HtmlError, Standing, Tag

_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([a-zA-Z]*));?")
# What Telegram takes for a space in a tag; the end of the text counts as one.
_END = "\0"
_SPACES = " \t\r\n\v" + _END
_PLAIN = re.compile(r"[^<&]+")
_TOKEN = re.compile(r"[a-zA-Z0-9.-]*")


@dataclass(frozen=True)
class Parsed:
    """The text as people see it, and what stands out in it (offsets in UTF-16 units)."""

    text: str
    entities: tuple[dict[str, Any], ...]


def units(text: str) -> int:
    """The length of a text as Telegram counts it: UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(source: str) -> Parsed:
    """Read a text. Raises HtmlError in Telegram's words."""
    return _Reader(source).read()


class _Reader:
    """Reads a text once, from its beginning to its end."""

    def __init__(self, source: str) -> None:
        self.source, self.at = source, 0
        self.pieces: list[str] = []
        self.length = 0
        self.opened: list[Tag] = []
        self.standing = Standing()

    def read(self) -> Parsed:
        """The whole text."""
        while self.at < len(self.source):
            if plain := _PLAIN.match(self.source, self.at):
                self.at = plain.end()
                self._add(plain[0])
            elif self.source[self.at] == "&":
                self._add(self._reference() or self._next())
            elif self.source.startswith("</", self.at):
                self._close()
            else:
                self._open()
        if self.opened:
            raise HtmlError(f'Can\'t find end tag corresponding to start tag "{self.opened[-1].name}"')
        return Parsed(_joined(self.pieces), self.standing.entities)

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += units(text)

    def _peek(self) -> str:
        return self.source[self.at] if self.at < len(self.source) else _END

    def _next(self) -> str:
        self.at += 1
        return self.source[self.at - 1]

    def _skip_spaces(self) -> None:
        while self.at < len(self.source) and self.source[self.at] in _SPACES:
            self.at += 1

    def _until(self, stops: str) -> str:
        start = self.at
        while self._peek() not in stops:
            self.at += 1
        return self.source[start : self.at]

    def _bytes(self, at: int) -> str:
        return f"at byte offset {len(self.source[:at].encode('utf-8', 'surrogatepass'))}"

    def _reference(self) -> str:
        """The letter that `&…;` stands for, after which the reading goes on; "" when it is no such thing."""
        found = _ENTITY.match(self.source, self.at)
        assert found, "it was seen to begin with &"
        if found[3] is not None:
            letter = _NAMED.get(found[3], "")
        else:
            number = int(found[1] or "0", 16) if found[1] is not None else int(found[2] or "0")
            digits = len(found[0].removesuffix(";"))
            letter = chr(number) if 0 < number < 0x10FFFF and digits < 10 else ""
        if letter:
            self.at = found.end()
        return letter

    def _open(self) -> None:
        begin = self.at
        self.at += 1
        name = self._until(_SPACES + ">").lower()
        if self.at >= len(self.source):
            raise HtmlError(f"Unclosed start tag {self._bytes(begin)}")
        if name not in KINDS:
            raise HtmlError(f'Unsupported start tag "{name}" {self._bytes(begin)}')
        tag = Tag(name, self.length, len(self.pieces))
        while self._peek() != ">":
            self._skip_spaces()
            if self._peek() != ">":
                self._attribute(tag, begin)
        self.at += 1
        if name == "span" and tag.argument != "spoiler":
            raise HtmlError(f'Tag "span" must have class "tg-spoiler" {self._bytes(begin)}')
        self.opened.append(tag)

    def _attribute(self, tag: Tag, begin: int) -> None:
        name = self._until(_SPACES + "=>/\"'")
        if not name:
            raise HtmlError(f'Empty attribute name in the tag "{tag.name}" {self._bytes(begin)}')
        self._skip_spaces()
        value = ""
        if given := self._peek() == "=":
            self.at += 1
            self._skip_spaces()
        if self.at >= len(self.source):
            raise HtmlError(f'Unclosed start tag "{tag.name}" {self._bytes(begin)}')
        if given:
            value = self._value()
            if self.at >= len(self.source):
                raise HtmlError(f"Unclosed start tag {self._bytes(begin)}")
        tag.reads(name, value)

    def _value(self) -> str:
        quote = self._peek()
        if quote not in ("'", '"'):
            found = _TOKEN.match(self.source, self.at)
            assert found, "it matches the empty text"
            self.at = found.end()
            if self._peek() not in _SPACES + ">":
                raise HtmlError(f"Unexpected end of name token {self._bytes(found.start())}")
            return found[0].lower()
        self.at += 1
        read: list[str] = []
        while self._peek() not in (quote, _END):
            read.append((self._peek() == "&" and self._reference()) or self._next())
        self.at += self._peek() == quote
        return "".join(read)

    def _close(self) -> None:
        begin = self.at
        if not self.opened:
            raise HtmlError(f"Unexpected end tag {self._bytes(begin)}")
        self.at += 2
        name = self._until(_SPACES + ">").lower()
        self._skip_spaces()
        if self._peek() != ">":
            raise HtmlError(f"Unclosed end tag {self._bytes(begin)}")
        self.at += 1
        tag = self.opened.pop()
        if name and name != tag.name:
            raise HtmlError(f'Unmatched end tag {self._bytes(begin)}, expected "</{tag.name}>", found "</{name}>"')
        if self.length > tag.offset:
            self.standing.add(tag, self.length - tag.offset, "".join(self.pieces[tag.piece :]))


def _joined(pieces: list[str]) -> str:
    """The text. Raises HtmlError when references made half a letter."""
    text = "".join(pieces)
    try:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        raise HtmlError(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        ) from None
