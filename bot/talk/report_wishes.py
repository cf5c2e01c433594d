"""A sentence that says that the directory is wrong: "le numéro ne marche pas", "c'est pas la bonne adresse". Pure."""

from __future__ import annotations

from bot.talk.word_lists import word_lists

COMMAND = "signaler"
_MOST_WORDS = 10


def report_wish(said: str) -> str:
    """The command that folded words mean, "" when they mean something else.

    >>> report_wish("c pas la bonne adresse"), report_wish("le numero marche plus"), report_wish("mon tel marche plus")
    ('signaler', 'signaler', '')
    """
    spoken, known = said.split(), word_lists("report_words.toml", "wish")
    if not 1 < len(spoken) <= _MOST_WORDS or not known.any_of("things", spoken):
        return ""
    if known.any_of("own", spoken) or known.any_of("others", spoken):
        return ""
    denied = known.any_of("not", spoken) and known.any_of("negated", spoken)
    return COMMAND if denied or known.any_of("wrong", spoken) else ""
