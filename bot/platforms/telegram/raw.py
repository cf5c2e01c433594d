"""What a decoded update holds, whatever it holds. Pure, and it never raises."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeGuard

# Telegram's own limit is 4,096: what is longer was forged, and the dialogue says it is too long.
LONGEST = 8_192
_UNSAFE = re.compile("[\x00\ud800-\udfff]")

Raw = Mapping[str, Any]


def text_in(value: object) -> str:
    """A text that can be written anywhere as UTF-8, and is not endless; "" when it is none."""
    return _UNSAFE.sub("", value[:LONGEST]) if isinstance(value, str) else ""


def part(value: Raw, key: str) -> Raw:
    """An object inside another; empty when there is none."""
    found = value.get(key)
    return found if isinstance(found, dict) else {}


def is_number(value: object) -> TypeGuard[int]:
    """Whether a value is an identifier: they fit 64 bits."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63
