"""Telephone numbers: read what files write, keep E.164, know what a call costs. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

import phonenumbers

# Overseas numbers have a country code of their own (ITU-T E.164); 984 and 989 have no inhabitant to call.
_REGIONS = {
    "971": "GP",
    "972": "MQ",
    "973": "GF",
    "974": "RE",
    "975": "PM",
    "976": "YT",
    "977": "BL",
    "978": "MF",
    "986": "WF",
    "987": "PF",
    "988": "NC",
}
_PLAIN = re.compile(r"(?:(?:\+|00)33(?:\(0\))?|0)([1-9]\d{8})")
_SEPARATORS = re.compile(r"[\s.\-–/_\u00a0]+")
_SHORT = re.compile(r"118\d{3}|116\d{3}|3\d{3}|11[24579]|1[578]|19[16]")
# Two numbers in one field: "01 … / 06 …", "01 … ou 06 …", "01 …, 06 …".
_BETWEEN = re.compile(r"\s*(?:[;,|\n]|\s/\s|/(?=\s*0)|\bou\b|\bet\b)\s*", re.IGNORECASE)
# Short numbers announced free by those who hold them; ARCEP's plan gives 30XX and 31XX as free ones.
_FREE_SHORT = re.compile(r"3[01]\d{2}|3919|11[2459]|1[578]|116\d{3}|19[16]")
_MOST_NUMBERS = 2


class Cost(Enum):
    """What a call costs to the person (ARCEP's numbering plan)."""

    FREE = "free"
    NORMAL = "normal"
    PREMIUM = "premium"
    """081, 082, 089, 118: dearer than the person's plan; the price is to be said."""
    UNKNOWN = "unknown"
    """A short number (32XX, 36XX, 39XX) whose price its own holder decides."""


@dataclass(frozen=True, slots=True)
class Phone:
    """One number. `number`: E.164, or two to six digits for a short one."""

    number: str

    @property
    def cost(self) -> Cost:
        """What calling it costs, from its first digits."""
        if not self.number.startswith("+"):
            if self.number.startswith("118"):
                return Cost.PREMIUM
            return Cost.FREE if _FREE_SHORT.fullmatch(self.number) else Cost.UNKNOWN
        if self.number.startswith("+3380"):
            return Cost.FREE if self.number[5] in "012345" else Cost.NORMAL
        return Cost.PREMIUM if self.number.startswith(("+3381", "+3382", "+3389")) else Cost.NORMAL

    @property
    def shown(self) -> str:
        """As people in France read it: "02 40 12 34 56", "39 19"; an overseas number as dialled there.

        >>> Phone("+33240123456").shown
        '02 40 12 34 56'
        """
        if not self.number.startswith("+"):
            return re.sub(r"\B(?=(\d{2})+$)", " ", self.number) if len(self.number) == 4 else self.number
        return _national(self.number)


@lru_cache(maxsize=4096)
def _national(number: str) -> str:
    parsed = phonenumbers.parse(number)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)


def read(text: str, departement: str | None = None) -> tuple[Phone, ...]:
    """The numbers written in a field, two at most; none when nothing there can be dialled.

    `departement`: where the place is; "0262…" typed in 974 is Réunion's (+262).
    """
    found = (one(part, departement) for part in _BETWEEN.split(text[:200]))
    return tuple(dict.fromkeys(phone for phone in found if phone))[:_MOST_NUMBERS]


@lru_cache(maxsize=4096)
def one(text: str, departement: str | None = None) -> Phone | None:
    """One number, or None when it cannot be dialled."""
    compact = _SEPARATORS.sub("", text)
    if _SHORT.fullmatch(compact):
        return Phone(compact)
    overseas = _REGIONS.get(departement or "")
    if overseas and (number := _dialled(text, overseas)):
        return Phone(number)
    plain = _PLAIN.fullmatch(compact)
    # 8 and 9 begin special and internet numbers too; 26, 59 and 69 overseas ones: the plan says which are attributed.
    if plain and plain[1][0] not in "89" and plain[1][:2] not in ("26", "59", "69"):
        return Phone(f"+33{plain[1]}")
    regions = ("FR",) if overseas else ("FR", *_REGIONS.values())
    numbers = (_dialled(text, region) for region in regions)
    return next((Phone(number) for number in numbers if number), None)


def _dialled(text: str, region: str) -> str | None:
    try:
        parsed = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def stored(phones: tuple[Phone, ...]) -> str | None:
    """How numbers are kept in one column: the first alone is data·inclusion's `telephone`."""
    return " ".join(phone.number for phone in phones) or None


def kept(column: str | None) -> tuple[Phone, ...]:
    """The numbers of a column written by `stored`."""
    return tuple(Phone(number) for number in (column or "").split())
