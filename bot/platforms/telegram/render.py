"""Replies as Telegram shows them: HTML in parts that are whole, buttons, a place, files. Pure."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import Any

from bot.platforms.markup import Line, labels, lines
from bot.post.carrier import Parcel
from bot.talk.message import Card, Message, Reply

# Telegram counts UTF-16 units, once entities are read.
LONGEST_TEXT = 4_096
LONGEST_LABEL = 64
# Labels this long stand side by side on a narrow telephone.
_THREE, _TWO = 10, 18
_PINS_A_ROW = 5

Words = Callable[[str, str], str]
"""A sentence of ours, by language and name."""


def parcels(reply: Reply, to: Message | None, words: Words) -> tuple[Parcel, ...]:
    """The sends that make up a reply, in order: texts, the last one with the buttons, then the place, then files."""
    parts = split(lines(reply))
    keyboard = _keyboard(reply, to, words)
    if not parts and keyboard:
        parts = [[Line("…")]]
    sends: list[dict[str, Any]] = [_message(part, to) for part in parts]
    if sends and keyboard:
        sends[-1]["params"]["reply_markup"] = keyboard
    if sends and reply.slot:
        sends[0]["slot"] = reply.slot
    if reply.venue:
        venue = reply.venue
        place = {"latitude": venue.latitude, "longitude": venue.longitude, "title": venue.title}
        sends.append({"method": "sendVenue", "params": place | {"address": venue.address or venue.title} | _under(to)})
    for file in reply.attachments:
        content = base64.b64encode(file.content).decode()
        sends.append(
            {
                "method": "sendDocument",
                "params": _under(to),
                "name": file.name,
                "type": file.media_type,
                "content": content,
            }
        )
    return tuple(sends)


def without_markup(parcel: Parcel) -> Parcel | None:
    """The same words without anything that Telegram might not read; None when there is nothing to take away."""
    params = parcel["params"]
    if parcel["method"] != "sendMessage" or "parse_mode" not in params:
        return None
    kept = {name: value for name, value in params.items() if name not in ("parse_mode", "reply_markup")}
    return {"method": "sendMessage", "params": kept | {"text": parcel["plain"]}}


def html(line: Line) -> str:
    """A line, its own tags closed within it: parts can be cut between any two lines."""
    text = escape(line.text, quote=True)
    return f"<b>{text}</b>" if line.strong and text else text


def units(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(all_lines: Sequence[Line], most: int = LONGEST_TEXT) -> list[list[Line]]:
    """Lines in parts that are short enough; a line that is too long is cut between words. Blank parts are left out."""
    parts: list[list[Line]] = [[]]
    room = most
    for line in (short for long in all_lines for short in _cut(long, most)):
        length = units(line.text) + 1
        if length > room + 1 or (length > room and parts[-1]):
            parts.append([])
            room = most
        parts[-1].append(line)
        room -= length
    return [part for part in parts if any(line.text.strip() for line in part)]


def _cut(line: Line, most: int) -> Iterator[Line]:
    if units(line.text) <= most:
        yield line
        return
    piece = ""
    for word in _words(line.text, most):
        if piece and units(piece) + units(word) > most:
            yield Line(piece.rstrip(" "), strong=line.strong)
            piece = word.lstrip(" ")
        else:
            piece += word
    yield Line(piece, strong=line.strong)


def _words(text: str, most: int) -> Iterator[str]:
    """Words with the space before them; one that is too long is cut between characters."""
    for position, word in enumerate(text.split(" ")):
        spaced = word if not position else f" {word}"
        while units(spaced) > most:
            head = spaced[: most // 2]
            yield head
            spaced = spaced[len(head) :]
        yield spaced


def _message(part: list[Line], to: Message | None) -> dict[str, Any]:
    text = "\n".join(html(line) for line in part).strip("\n")
    params = {"text": text, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
    return {
        "method": "sendMessage",
        "params": params | _under(to),
        "plain": "\n".join(line.text for line in part).strip("\n"),
    }


def _under(to: Message | None) -> dict[str, Any]:
    """Where several people speak, an answer says to whom it is."""
    if not to or not to.group or not to.ref:
        return {}
    return {"reply_parameters": {"message_id": int(to.ref), "allow_sending_without_reply": True}}


def _keyboard(reply: Reply, to: Message | None, words: Words) -> dict[str, Any] | None:
    rows = [*_pins(reply), *_rows(reply)]
    if rows:
        return {"inline_keyboard": rows}
    if not to or to.group:
        return None
    if reply.asks_position:
        button = {"text": words(reply.language, "telegram-share-position"), "request_location": True}
        return {"keyboard": [[button]], "resize_keyboard": True, "one_time_keyboard": True}
    # The button that asked for the position has served.
    return {"remove_keyboard": True} if to.position else None


def _pins(reply: Reply) -> Iterator[list[dict[str, str]]]:
    """A button for each result that can be shown on a map, by its rank."""
    cards = [block for block in reply.blocks if isinstance(block, Card)]
    pins = [_button(f"📍 {rank}", card.shows) for rank, card in enumerate(cards, 1) if card.shows]
    for start in range(0, len(pins), _PINS_A_ROW):
        yield pins[start : start + _PINS_A_ROW]


def _rows(reply: Reply) -> Iterator[list[dict[str, str]]]:
    """The choices, short ones side by side."""
    row: list[dict[str, str]] = []
    width = 0
    for choice, said in zip(reply.choices, labels(reply), strict=True):
        if not choice.sends:
            continue
        label = said[:LONGEST_LABEL] or choice.sends
        fits = 3 if units(label) <= _THREE else 2 if units(label) <= _TWO else 1
        if row and len(row) >= min(width, fits):
            yield row
            row = []
        width = min(width, fits) if row else fits
        row.append(_button(label, choice.sends))
    if row:
        yield row


def _button(label: str, sends: str) -> dict[str, str]:
    return {"text": label, "callback_data": sends}
