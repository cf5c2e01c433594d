"""Texts made comparable, so that an expected figure, date or amount is found however it is written."""

from __future__ import annotations

import re
import unicodedata

from bot.evaluation.calendar_words import one_date_writing, one_hour_writing
from bot.evaluation.number_words import in_digits

_SIGNS = (
    (re.compile(r"<[^<>\n]{1,80}>"), " "),  # HTML tags
    (re.compile("[’ʼ`]"), "'"),
    (re.compile("[\u2010-\u2015\u2212]"), "-"),  # hyphens, dashes, minus
    (re.compile(r"\[(?:°|deg)\]"), ""),  # how the documents' text layer writes a degree sign
    (re.compile(r"\^\{([^}]*)\}"), r"\1"),  # 1^{er}
    (re.compile(r'[*_#|~"«»“”]'), " "),
    (re.compile(r"\s+"), " "),
)
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[ .,]\d{3})+(?!\d)")
_THOUSANDTHS = re.compile(r"0[.,]\d{3}")
_JOINS = (
    (re.compile(r"(?<=\d),(?=\d)"), "."),  # 15,5 is 15.5
    (re.compile(r"(?<=[a-z])['-](?=[a-z])"), " "),
    (re.compile(r"(?<=[a-z])' ?(?=€)"), " "),
    (re.compile(r"(?<=[a-z])-(?=\d)|(?<=\d)-(?=[a-z])"), " "),
    (re.compile(r"(\d)\s*(?:ers?|eres?|emes?|nde?|st|th|rd)\b"), r"\1"),  # 1er, 2ème, 3rd
    (re.compile(r"(\d)e\b"), r"\1"),
)
_PER_CENT = re.compile(r"(\d)\s*(?:%|pour ?cent|per ?cent)")
_LARGE = re.compile(
    r"(\d+(?:\.\d+)?)\s*(millions?|meur|m(?= ?€| ?d ?€| euros?|\b)|k(?= ?€))(?: d euros?| d ?€|€)?",
)
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,6}")


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).replace("œ", "oe").replace("Œ", "oe")
    letters = unicodedata.normalize("NFD", text)
    return "".join(each for each in letters if unicodedata.category(each) not in ("Mn", "Cf")).lower()


def _joined(found: re.Match[str]) -> str:
    return found[0] if _THOUSANDTHS.fullmatch(found[0]) else re.sub("[ .,]", "", found[0])


def _in_full(found: re.Match[str]) -> str:
    return f"{float(found[1]) * (1e6 if found[2].startswith('m') else 1e3):.0f} "


def comparable(text: str) -> str:
    """The text in small letters without accents, its numbers, dates, hours and amounts written in one way."""
    text = _plain(text)
    for pattern, replacement in _SIGNS:
        text = pattern.sub(replacement, text)
    text = _THOUSANDS.sub(_joined, text)
    for pattern, replacement in _JOINS:
        text = pattern.sub(replacement, text)
    text = one_hour_writing(one_date_writing(in_digits(text)))
    text = _LARGE.sub(_in_full, _PER_CENT.sub(r"\1%", text))
    return re.sub(r"\s+", " ", text).strip()


def mentions(text: str, variant: str) -> bool:
    """Whether a comparable text holds the variant (as an editor wrote it).

    The variant starts at the start of a word. Its end is free ("crèche" is found in "crèches"),
    unless it ends with a figure or is an acronym ("CAF" is not found in "café").
    """
    sought = comparable(variant)
    if not sought:
        return False
    pattern = re.escape(sought)
    if sought[0].isdigit():
        pattern = r"(?<!\w)(?<!\d[.,])" + pattern
    elif sought[0].isalnum():
        pattern = r"(?<![a-z0-9])" + pattern
    if sought[-1].isdigit():
        pattern += r"(?!\d)(?!\.\d)"
    elif _ACRONYM.fullmatch(variant.strip()):
        pattern += r"s?(?![a-z0-9])"
    return re.search(pattern, text) is not None
