"""A point of the map as people write it: degrees typed, a geo: address, a link copied from a map. Pure, off line."""

from __future__ import annotations

import re
from urllib.parse import unquote

_DECIMAL = r"[+-]?\d{1,3}(?:[.,]\d{1,15})?"
_HALF = r"°?\s*"
_TYPED = re.compile(
    rf"(?:[a-zé]+\s*:?\s*)?(?P<a>{_DECIMAL})\s*{_HALF}(?P<of_a>[nseow])?"
    rf"(?:\s*[;/]\s*|\s*,\s+|\s+|,)(?:[a-zé]+\s*:?\s*)?(?P<b>{_DECIMAL})\s*{_HALF}(?P<of_b>[nseow])?"
)
_SIDE_FIRST = re.compile(rf"(?<![a-zé])([nseow])\s*({_DECIMAL}){_HALF}")
_SIXTIETHS = re.compile(
    r"(\d{1,3})\s*°\s*(\d{1,2})\s*['’′]\s*(?:(\d{1,2}(?:[.,]\d{1,6})?)\s*(?:[\"”″]|'{2}|’{2})\s*)?([nseow])",
    re.IGNORECASE,
)
_NUMBER = r"(-?\d{1,3}(?:\.\d{1,20})?)"
_PAIR = rf"{_NUMBER}\s*,\s*\+?{_NUMBER}"
# The place itself before the middle of what the map shows.
_LINKED = (
    re.compile(rf"^geo:{_PAIR}", re.IGNORECASE),
    re.compile(rf"[?&#]mlat={_NUMBER}&mlon={_NUMBER}"),
    re.compile(rf"!3d{_NUMBER}!4d{_NUMBER}"),
    re.compile(rf"[?&](?:q|query|ll|sll|daddr|destination|coordinate|center)=(?:loc:)?\+?{_PAIR}"),
    re.compile(rf"/(?:search|place|dir)/(?:[^/?]*/)?{_PAIR}"),
    re.compile(rf"/@{_PAIR}"),
    re.compile(rf"#map=\d{{1,2}}(?:\.\d+)?/{_NUMBER}/{_NUMBER}"),
    re.compile(rf"[?&]lat(?:itude)?={_NUMBER}&(?:lon|lng|longitude)={_NUMBER}"),
)
_LINK = re.compile(r"(?:https?://|geo:|www\.)\S+", re.IGNORECASE)
_SHORT = re.compile(
    r"https?://(?:maps\.app\.goo\.gl|goo\.gl|g\.co|osm\.org/go|(?:www\.)?openstreetmap\.org/go|u\.osmfr\.org)/"
)
_WEST, _SOUTH, _EAST = frozenset("wo"), frozenset("s"), frozenset("e")
_MOST_PLACES = 5  # a metre
_FEWEST_PLACES = 3  # a hundred metres


class PointError(ValueError):
    """A point that cannot be read; the message is the name of the sentence that says what to do."""


def point(said: str) -> tuple[float, float]:
    """Two angles in degrees, in the order they are written, latitude first where the writing says which is which.

    Raises PointError. Rounded to a metre.

    >>> point("47,2173 ; -1,5534")
    (47.2173, -1.5534)
    >>> point("https://www.openstreetmap.org/#map=19/47.2173/-1.5534")
    (47.2173, -1.5534)
    """
    text = said.strip()
    if link := _LINK.search(text):
        found = _linked(link[0])
        if found is None:
            raise PointError("point-short-link" if _SHORT.match(link[0]) else "point-link")
    else:
        found = _sixtieths(text) or _typed(text)
        if found is None:
            raise PointError("point-unread")
    first, second = found
    if abs(first) > 180 or abs(second) > 180:
        raise PointError("point-unread")
    return round(first, _MOST_PLACES), round(second, _MOST_PLACES)


def shown(latitude: float, longitude: float) -> str:
    """A point as people read it, and as `point` reads it.

    >>> shown(47.2173, -1.5534)
    '47.21730, -1.55340'
    """
    return f"{latitude:.{_MOST_PLACES}f}, {longitude:.{_MOST_PLACES}f}"


def _linked(link: str) -> tuple[float, float] | None:
    plain = unquote(link)
    found = next((match for pattern in _LINKED if (match := pattern.search(plain))), None)
    return (float(found[1]), float(found[2])) if found else None


def _typed(text: str) -> tuple[float, float] | None:
    plain = " ".join(text.lower().replace("−", "-").strip("()[] ").split())
    found = _TYPED.fullmatch(_SIDE_FIRST.sub(r"\2 \1 ", plain).strip() if _SIDE_FIRST.match(plain) else plain)
    if not found:
        return None
    if max(len(re.split("[.,]", found[name] + ",")[1]) for name in ("a", "b")) < _FEWEST_PLACES:
        raise PointError("point-rough")
    first, second = (float(found[name].replace(",", ".")) for name in ("a", "b"))
    return _turned((first, found["of_a"] or ""), (second, found["of_b"] or ""))


def _sixtieths(text: str) -> tuple[float, float] | None:
    parts = [
        (int(d) + int(m) / 60 + float((s or "0").replace(",", ".")) / 3600, side.lower())
        for d, m, s, side in _SIXTIETHS.findall(text)
    ]
    return _turned(*parts) if len(parts) == 2 else None


def _turned(first: tuple[float, str], second: tuple[float, str]) -> tuple[float, float]:
    """Latitude first, by the letters beside the figures; as they come when there are none."""
    signed = [(-angle if side in _WEST | _SOUTH else angle, side) for angle, side in (first, second)]
    if signed[0][1] in _WEST | _EAST and signed[0][1]:
        signed.reverse()
    return signed[0][0], signed[1][0]
