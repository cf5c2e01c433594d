"""Whether a sentence asks to be told of what is new ("préviens-moi s'il y a du nouveau à Nantes"). Pure."""

from __future__ import annotations

from bot.talk.word_lists import word_lists

COMMAND = "alerte"
# Longer messages tell something else.
_MOST_WORDS = 16


def alert_wish(said: str) -> str:
    """The command that folded words mean, "" when they mean something else.

    >>> alert_wish("previens moi quand une douche ouvre a nantes"), alert_wish("dis moi quand c est ouvert")
    ('alerte', '')
    """
    spoken, known = said.split(), word_lists("alert_words.toml")
    if not 1 < len(spoken) <= _MOST_WORDS or known.any_of("others", spoken):
        return ""
    tells = known.any_of("tells", spoken) and known.any_of("me", spoken)
    asked = tells and known.any_of("when", spoken)
    return COMMAND if asked or (known.any_of("alerts", spoken) and known.any_of("wants", spoken)) else ""
