"""What agents say of imports in their own words: which column is what, what to take back, what to agree to. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

from directory.words import words

COMMAND = "imports"
_MOST_WORDS = 8
_IMPORTS = frozenset(("import", "imports", "importation", "importations"))
_TAKES_BACK = frozenset(("annuler", "annule", "annulez", "defaire", "defais", "supprimer", "retirer"))
_AGREES = frozenset(("accord", "accepter", "accepte", "valider", "valide", "oui"))
_REFUSES = frozenset(("non", "refuser", "refuse", "refus"))
_SMALL = frozenset(
    ("l", "le", "la", "les", "un", "mon", "mes", "de", "d", "n", "no", "numero", "dernier", "pour", "a", "voir", "je")
)
_NUMBER = re.compile(r"\bi (\d{5})\b")
_NOTHING = frozenset(
    ("rien", "aucun", "aucune", "ignorer", "ignore", "pas lue", "ne pas lire", "pas lire", "non lue", "ne pas", "pas")
)
_FILLER = frozenset(
    ("colonne", "la", "le", "l", "est", "c", "ce", "sont", "les", "lire", "comme", "contient", "dit", "dans", "en")
)


class ColumnWish(NamedTuple):
    """A column, from 1, and what somebody calls the field that it is; "" for none."""

    column: int
    field: str


def column_wish(said: str) -> ColumnWish | None:
    """What a sentence makes of a column; None when it speaks of none.

    >>> column_wish("3 = téléphone"), column_wish("la colonne 2 est le nom"), column_wish("4 ="), column_wish("bof")
    (ColumnWish(column=3, field='telephone'), ColumnWish(column=2, field='nom'), ColumnWish(column=4, field=''), None)
    """
    spoken = words(said[:200])
    number = next((word for word in spoken if word.isdecimal() and len(word) <= 3), None)
    if number is None or len(spoken) > _MOST_WORDS:
        return None
    rest = list(spoken)
    rest.remove(number)
    field = " ".join(word for word in rest if word not in _FILLER)
    nothing = field in _NOTHING or " ".join(rest) in _NOTHING
    if not field and "=" not in said and not nothing:
        return None
    return ColumnWish(int(number), "" if nothing else field)


def import_wish(said: str) -> str:
    """The command that folded words mean, "" when they mean something else.

    >>> import_wish("annuler l import 12"), import_wish("d accord pour i 52817"), import_wish("annuler mon rendez vous")
    ('imports annuler 12', 'imports accord I-52817', '')
    """
    spoken = said.split()
    if len(spoken) > _MOST_WORDS:
        return ""
    if number := _NUMBER.search(said):
        verb = "non" if _REFUSES & set(spoken) else "accord"
        return f"{COMMAND} {verb} I-{number[1]}" if (_REFUSES | _AGREES) & set(spoken) else ""
    numbers = [word for word in spoken if word.isdecimal()]
    rest = {word for word in spoken if word not in _SMALL and word not in numbers}
    if not rest & _IMPORTS or rest - _IMPORTS - _TAKES_BACK or len(numbers) > 1:
        return ""
    if not rest & _TAKES_BACK:
        return COMMAND if "imports" in rest and not numbers else ""
    return " ".join((COMMAND, "annuler", *numbers))
