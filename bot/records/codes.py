"""Codes that people copy: letters and figures that nobody takes for one another, in groups."""

from __future__ import annotations

import secrets

# Crockford's base 32: 5 bits each.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans("OIL", "011")
_GROUP = 5


def new_code(length: int) -> str:
    """A code of so many letters, without its dashes."""
    return "".join(secrets.choice(_LETTERS) for _ in range(length))


def grouped(code: str) -> str:
    """A code as it is shown: "ABCDE-FGHJK"."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def cleaned(written: str) -> str:
    """A code as it was made, however it was typed."""
    return "".join(letter for letter in written.upper().translate(_ALIKE) if letter in _LETTERS)
