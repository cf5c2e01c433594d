"""What a form of the chat says. Pure."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from bot.talk.message import LONGEST_PAYLOAD, Position

LONGEST_TEXT = 4096
# 4,096 characters of four bytes take 48 KiB once percent-encoded.
LONGEST_BODY = 64 * 1024
_MOST_FIELDS = 20
# Three decimals are about a hundred metres: enough for "near me", not for a doorstep.
_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Form:
    """A form as received. `text`: typed, or what a button sends. `label`: what was written on the button."""

    token: str = ""
    text: str = ""
    label: str = ""
    pressed: bool = False
    position: Position | None = None


def read_form(body: bytes) -> Form:
    """The form in a urlencoded body.

    Raises ValueError when there are too many fields or when the position is not a place on Earth.
    """
    pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    fields = dict(pairs)
    choice = fields.get("choice")
    return Form(
        token=fields.get("csrf", ""),
        text=fields.get("text", "") if choice is None else choice,
        label=fields.get("label", "")[:LONGEST_PAYLOAD] if choice is not None else "",
        pressed=choice is not None,
        position=_position(fields),
    )


def _position(fields: Mapping[str, str]) -> Position | None:
    if "latitude" not in fields and "longitude" not in fields:
        return None
    latitude, longitude = (float(fields.get(name, "")) for name in ("latitude", "longitude"))
    if not (math.isfinite(latitude) and math.isfinite(longitude) and abs(latitude) <= 90 and abs(longitude) <= 180):
        raise ValueError("not a place on Earth")
    return Position(round(latitude, _DECIMALS), round(longitude, _DECIMALS))
