"""Which language a page is written in. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from bot.talk.wording import OFFERED

# Pages exist in every language of whole conversations.
LANGUAGES = OFFERED
_TAG = re.compile(
    r"\s*(?P<tag>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)\s*(?:;\s*q=(?P<weight>[01](?:\.\d{0,3})?)\s*)?", re.ASCII
)


def wished(header: str) -> list[str]:
    """The languages of an Accept-Language header, the most wished first, as lower-case tags."""
    return [tag for _, tag in sorted(_weighed(header), key=lambda pair: -pair[0])]


def page_language(*wishes: str) -> str:
    """The first wish that pages exist in, French otherwise."""
    for wish in wishes:
        for language in (wish, wish.partition("-")[0]):
            if language in LANGUAGES:
                return language
    return LANGUAGES[0]


def direction(language: str) -> Literal["ltr", "rtl"]:
    """How a page in this language runs."""
    return "rtl" if language == "ar" else "ltr"


def _weighed(header: str) -> Iterator[tuple[float, str]]:
    for part in header.split(","):
        match = _TAG.fullmatch(part)
        if match is not None and float(match["weight"] or 1) > 0:
            yield float(match["weight"] or 1), match["tag"].lower()
