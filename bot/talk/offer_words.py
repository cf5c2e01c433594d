"""What people say of offers in their own words: who they are, what they offer, that they want to ("asso"). Pure."""

from __future__ import annotations

from bot.talk.word_lists import word_lists
from directory.words import words

_FILE = "offer_words.toml"
# Longer messages tell something else.
_MOST_WORDS = 12
OFFER, OWN = "participer", "mesoffres"


def meant(group: str, said: str) -> tuple[str, ...]:
    """The names of a group (`profile`, `means`) whose words a text has, in the order of the file.

    >>> meant("profile", "on est une assosiation"), meant("means", "du temp et une salle"), meant("profile", "bof")
    (('association',), ('place', 'time'), ())
    """
    known, spoken = word_lists(_FILE, group), words(said)
    return tuple(name for name in known.lists if known.any_of(name, spoken))


def offer_wish(said: str) -> str:
    """The command that folded words mean, "" when they mean something else: a question is one for the documents.

    >>> offer_wish("je voudrai proposer mon aide"), offer_wish("ou en est ma propositon"), offer_wish("comment aider")
    ('participer', 'mesoffres', '')
    """
    spoken, known = said.split(), word_lists(_FILE, "wish")
    if not 1 < len(spoken) <= _MOST_WORDS:
        return ""
    if known.any_of("own", spoken) and known.any_of("offers", spoken):
        rest = [word for word in spoken if not (known.holds("own", word) or known.holds("offers", word))]
        return OWN if all(known.holds("asks_after", word) for word in rest) else ""
    if known.any_of("others", spoken):
        return ""
    proposes = known.any_of("wants", spoken) and known.any_of("proposes", spoken)
    return OFFER if proposes and known.any_of("things", spoken) else ""
