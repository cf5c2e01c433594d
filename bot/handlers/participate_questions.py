"""What is asked of somebody who offers to take part, and what they may choose from."""

from __future__ import annotations

from bot.handlers.form import Known, Question
from bot.handlers.offer_text import capitalised
from bot.handlers.participate_answers import (
    CHOICES,
    HERE,
    priorities,
    read_contact,
    read_means,
    read_name,
    read_profile,
    read_said,
    read_subject,
    read_territory,
    record_title,
)
from bot.records.offer import Profile
from bot.talk.message import Choice, Text
from bot.talk.turn import Turn

_NOT_KNOWN = frozenset(["passer", "je ne sais pas", "je sais pas", "sais pas", "jsp", "aucune idee", "i don t know"])
_NOT_KNOWN |= {"no lo se", "не знаю", "لا اعرف"}


def _profiles(turn: Turn, _known: Known) -> tuple[Choice, ...]:
    order = (Profile.AUTHORITY, Profile.ASSOCIATION, Profile.CONCERNED, Profile.COMPANY)
    return tuple(Choice(turn.voice(f"offer-profile-{each}"), each.value) for each in order)


def _own_territory(turn: Turn, _known: Known) -> tuple[Choice, ...]:
    own = (turn.person.departement or "").lower()
    return (Choice(turn.knowledge.territories.name(own), own),) if own else ()


def _subjects(turn: Turn, _known: Known) -> tuple[Choice, ...]:
    return tuple(Choice(capitalised(turn.voice(f"subscribe-axis-{axis}")), f"axe {axis}") for axis in "1234")


def _named_subjects(turn: Turn, known: Known) -> tuple[Text, ...]:
    """Those of the documents; not in simple words, which theirs are not. They are understood all the same."""
    named = [record_title(turn, each) for each in priorities(turn, known)]
    if not named or turn.voice.simple:
        return ()
    place = turn.knowledge.territories.name(known["territory"].partition(" ")[0])
    return (Text(turn.voice("offer-priorities", place=place, priorities=turn.voice.listed(named))),)


def _means(turn: Turn, _known: Known) -> tuple[Choice, ...]:
    sent = (" ".join(several) for several in CHOICES)
    return tuple(Choice(turn.voice(f"offer-means-{each.replace(' ', '-')}"), each) for each in sent)


def _contacts(turn: Turn, _known: Known) -> tuple[Choice, ...]:
    """Where nobody vouches for who speaks, the conversation is over tomorrow: no answer would reach it."""
    return (Choice(turn.voice("offer-contact-here"), HERE),) if turn.message.author else ()


QUESTIONS = (
    Question("profile", read_profile, offers=_profiles),
    Question("territory", read_territory, offers=_own_territory),
    Question("subject", read_subject, optional=True, offers=_subjects, skips=_NOT_KNOWN, before=_named_subjects),
    Question("means", read_means, offers=_means),
    Question("said", read_said, optional=True, tells=True),
    Question("contact", read_contact, optional=True, offers=_contacts),
    Question("name", read_name, optional=True),
)
OWN_SKIP = frozenset(["subject", "said", "contact", "name"])
