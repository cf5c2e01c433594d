"""Replies as Matrix shows them: a notice in plain text and HTML, numbered choices, a place, files. Pure."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape
from typing import Any

from bot.platforms.markup import Line, lines, plain
from bot.platforms.matrix.events import CHOICES, KEYCAPS
from bot.post.carrier import Parcel
from bot.talk.message import Message, Reply, Venue
from bot.talk.standing import MOST_CHOICES

# An event may have 64 KiB, encrypted and with its HTML.
LONGEST_BODY = 12_000
MESSAGE = "m.room.message"


def parcels(reply: Reply, to: Message | None) -> tuple[Parcel, ...]:
    """The sends that make up a reply, in order: texts, then the place, then files."""
    sends: list[dict[str, Any]] = [
        {"type": MESSAGE, "content": _notice(body, shown, to)} for body, shown in _parts(reply)
    ]
    if sends and reply.slot:
        sends[0]["slot"] = reply.slot
    if sends and reply.choices:
        offered = [choice.sends for choice in reply.choices[: min(MOST_CHOICES, len(KEYCAPS))]]
        sends[-1]["content"][CHOICES] = offered
    if reply.venue:
        sends.append({"type": MESSAGE, "content": _place(reply.venue)})
    for file in reply.attachments:
        content = base64.b64encode(file.content).decode()
        sends.append({"type": "file", "name": file.name, "media_type": file.media_type, "content": content})
    return tuple(sends)


def in_place_of(event: str, content: dict[str, Any]) -> dict[str, Any]:
    """The same message, in the place of an event (spec: event replacements)."""
    relation = {"rel_type": "m.replace", "event_id": event}
    return content | {"body": f"* {content['body']}", "m.new_content": content, "m.relates_to": relation}


def _parts(reply: Reply) -> list[tuple[str, str]]:
    """Bodies with their HTML; one, unless the reply is very long."""
    body = plain(reply)
    if not body:
        return []
    if len(body) <= LONGEST_BODY:
        return [(body, _html(lines(reply), reply))]
    cut: list[list[str]] = [[]]
    for piece in (piece for line in body.split("\n") for piece in _pieces(line)):
        if sum(map(len, cut[-1])) + len(piece) > LONGEST_BODY:
            cut.append([])
        cut[-1].append(piece)
    texts = ["\n".join(part) for part in cut]
    return [(text, escape(text).replace("\n", "<br>")) for text in texts if text.strip()]


def _pieces(line: str) -> list[str]:
    return [line[start : start + LONGEST_BODY] for start in range(0, max(len(line), 1), LONGEST_BODY)]


def _html(shown: Sequence[Line], reply: Reply) -> str:
    rows = [f"<strong>{escape(line.text)}</strong>" if line.strong else escape(line.text) for line in shown]
    if reply.choices:
        rows += ["", *(f"{number}. {escape(choice.label)}" for number, choice in enumerate(reply.choices, 1))]
    return "<br>".join(rows)


def _notice(body: str, html: str, to: Message | None) -> dict[str, Any]:
    """`m.notice`: a robot's words, that no other robot answers."""
    content: dict[str, Any] = {
        "msgtype": "m.notice",
        "body": body,
        "format": "org.matrix.custom.html",
        "formatted_body": html,
        "m.mentions": {},
    }
    if to and to.group:
        # Where several people speak, an answer says to whom it is.
        content["m.mentions"] = {"user_ids": [to.address.room.partition(" ")[2]]}
        content["m.relates_to"] = {"m.in_reply_to": {"event_id": to.ref}}
    return content


def _place(venue: Venue) -> dict[str, Any]:
    uri = f"geo:{venue.latitude:.6f},{venue.longitude:.6f}"
    named = ", ".join(part for part in (venue.title, venue.address) if part)
    return {
        "msgtype": "m.location",
        "body": f"{named} ({uri})",
        "geo_uri": uri,
        "m.mentions": {},
        "org.matrix.msc3488.location": {"uri": uri, "description": venue.title},
        "org.matrix.msc3488.asset": {"type": "m.pin"},
        "org.matrix.msc1767.text": named,
    }
