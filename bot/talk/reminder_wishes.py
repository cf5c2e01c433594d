"""Whether a sentence asks for reminders, or for no more of them ("je veu etre rapelé des rdv"). Pure."""

from __future__ import annotations

from collections.abc import Callable

from bot.talk.word_lists import WordLists, word_lists

# Longer messages tell something else.
_MOST_WORDS = 12
_FEW = 4
SUBSCRIBE, STOP = "abonner", "stop"


def _lists() -> WordLists:
    return word_lists("reminder_words.toml")


def reminder_wish(said: str) -> str:
    """The command that folded words mean, "" when they mean something else.

    >>> reminder_wish("recevoir des rapels"), reminder_wish("je ne veux plus de rappels"), reminder_wish("une douche")
    ('abonner', 'stop', '')
    """
    spoken = said.split()
    if not 0 < len(spoken) <= _MOST_WORDS:
        return ""

    def has(name: str) -> bool:
        return _lists().any_of(name, spoken)

    if has("others"):
        return ""
    if has("ends") or (has("no_more") and (has("things") or has("subscribes"))):
        return STOP
    return SUBSCRIBE if _asks(spoken, has) else ""


def _asks(spoken: list[str], has: Callable[[str], bool]) -> bool:
    if has("things") and (has("wants") or has("subscribes")):
        return True
    of_events = has("events") or " rendez vous" in f" {' '.join(spoken)}"
    if has("tells"):
        return of_events
    if not has("subscribes"):
        return False
    told = [word for word in spoken if word not in _lists().lists["small"] and not _lists().holds("subscribes", word)]
    return of_events or (len(told) <= 1 and not _lists().any_of("no_more", told) and len(spoken) <= _FEW)
