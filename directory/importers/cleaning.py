"""Text and coordinates as files write them, made fit to show. Pure."""

from __future__ import annotations

import html
import re
import unicodedata

# Controls, invisible and bidirectional characters (a name could be made to read backwards), lone surrogates
# (JSON may hold them, UTF-8 cannot), tags (U+E0000). Line feeds and tabs stay.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_HIDDEN = re.compile(r"<(script|style)\b[^<>]{0,200}>.{0,5000}?</\1\s{0,9}>", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<(?:br|/p|/li|/div|/h[1-6]|/tr)\b[^<>]{0,200}>", re.IGNORECASE)
# A letter right after: "< 18 ans" is no tag.
_TAG = re.compile(r"</?[a-z!][^<>]{0,1000}>", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\u00a0]+")
_LINES = re.compile(r" ?\n ?(?:\n ?)+")

# Where France is: south, north, west, east, in degrees, with a margin.
_FRANCE = (
    (41.2, 51.3, -5.6, 9.8),
    (14.2, 18.3, -63.3, -60.6),  # Guadeloupe, Martinique, Saint-Martin, Saint-Barthélemy
    (1.9, 6.1, -54.9, -51.3),  # Guyane
    (-21.6, -20.7, 55.0, 56.0),  # La Réunion
    (-13.2, -12.4, 44.8, 45.5),  # Mayotte
    (46.6, 47.3, -56.6, -56.0),  # Saint-Pierre-et-Miquelon
    (-23.2, -17.4, 162.9, 168.4),  # Nouvelle-Calédonie
    (-28.2, -7.6, -155.0, -134.0),  # Polynésie française
    (-14.6, -13.0, -178.5, -175.9),  # Wallis-et-Futuna
)


def text(value: str) -> str:
    """A paragraph without HTML, invisible characters or needless spaces; line breaks stay.

    >>> text("<p>Repas &eacute;quilibr&eacute;s<br>le midi</p>")
    'Repas équilibrés\\nle midi'
    """
    for _ in range(3):  # some sources escape what is already escaped
        if "<" not in value and "&" not in value:
            break
        value = _TAG.sub(" ", _BREAK.sub("\n", _HIDDEN.sub(" ", value)))
        value = html.unescape(value)
    value = _UNSEEN.sub("", value.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n"))
    if not value.isascii():
        value = unicodedata.normalize("NFC", value)
    return _LINES.sub("\n\n", _SPACES.sub(" ", value)).replace(" \n", "\n").replace("\n ", "\n").strip()


def line(value: str) -> str:
    """The same on one line, for names and addresses."""
    if value.isprintable() and "<" not in value and "&" not in value and value.isascii():
        return " ".join(value.split())
    return " ".join(text(value).split())


def in_france(latitude: float, longitude: float) -> bool:
    """Whether a point lies in or near France, overseas included."""
    return any(south <= latitude <= north and west <= longitude <= east for south, north, west, east in _FRANCE)


def position(latitude: float | None, longitude: float | None) -> tuple[float, float] | None:
    """Latitude and longitude in degrees, put back in order when swapped; None when not in France.

    >>> position(4.84, 45.74)
    (45.74, 4.84)
    """
    if latitude is None or longitude is None:
        return None
    if in_france(latitude, longitude):
        return latitude, longitude
    return (longitude, latitude) if in_france(longitude, latitude) else None
