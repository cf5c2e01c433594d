"""An offer in words, for its author and for agents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from bot.records.offer import Means, Proposal, Reach
from bot.talk.turn import Turn
from bot.talk.wording import Voice
from directory.communes.gazetteer import Gazetteer
from directory.needs import Needs
from directory.phones import Phone
from knowledge.base import Knowledge

# An address or a number that somebody may have written of somebody else.
_NAMES_SOMEBODY = re.compile(r"[\w.+-]+@[\w-]+\.\w|(?:\+?\d[\s.-]?){9,}")


class Places(Protocol):
    """Communes and needs; a finder is one."""

    @property
    def gazetteer(self) -> Gazetteer: ...  # noqa: D102 - as its name says

    @property
    def needs(self) -> Needs: ...  # noqa: D102 - idem


class Told(Protocol):
    """What an offer is told with; a turn is one."""

    @property
    def voice(self) -> Voice: ...  # noqa: D102 - as its name says

    @property
    def knowledge(self) -> Knowledge: ...  # noqa: D102 - idem

    @property
    def finder(self) -> Places: ...  # noqa: D102 - idem


def proposal_lines(told_with: Told, proposal: Proposal, *, here: bool = False) -> list[str]:
    """What somebody offers, a line each; `here`: they want to be answered in the conversation."""
    voice = told_with.voice
    reach = reach_in_words(voice, proposal.reach, here=here)
    told = {
        "profile": mid_sentence(voice(f"offer-profile-{proposal.profile}")),
        "name": proposal.reach.name or voice("offer-no-name"),
        "territory": place_in_words(told_with.knowledge, told_with.finder.gazetteer, proposal),
        "subject": subject_in_words(voice, told_with.knowledge, told_with.finder, proposal.subject),
        "means": means_in_words(voice, proposal.means),
        "said": proposal.said or voice("offer-nothing-said"),
        "contact": reach,
    }
    if voice.simple:
        # Fewer words: what was left without an answer is not read again.
        told |= {"subject": told["subject"] * bool(proposal.subject), "said": proposal.said}
    return [voice(f"offer-line-{name}", value=value) for name, value in told.items() if value]


def place_in_words(knowledge: Knowledge, gazetteer: Gazetteer, proposal: Proposal) -> str:
    """ "Nantes, la Loire-Atlantique"."""
    commune = gazetteer.by_code(proposal.commune) if proposal.commune else None
    name = knowledge.territories.name(proposal.territory)
    return f"{commune.name}, {name}" if commune else name


def subject_in_words(voice: Voice, knowledge: Knowledge, finder: Places, subject: str) -> str:
    """What it is about."""
    kind, _, name = subject.partition(":")
    if kind == "axis":
        return voice("offer-axis", axis=name, about=voice(f"subscribe-axis-{name}"))
    if kind == "record":
        record = knowledge.record(name)
        return record.title if record else voice("offer-no-subject")
    if kind == "theme":
        return finder.needs.label(name, voice.language)
    return voice("offer-no-subject")


def means_in_words(voice: Voice, means: Sequence[Means]) -> str:
    """What is offered, listed; "" when nothing was said of it."""
    return voice.listed(mid_sentence(voice(f"offer-means-{each}")) for each in means)


def reach_in_words(voice: Voice, reach: Reach, *, here: bool) -> str:
    """How the author can be reached."""
    ways = [reach.mail, Phone(reach.phone).shown if reach.phone else ""]
    said = [mid_sentence(voice("offer-contact-here"))] * here + [way for way in ways if way]
    return voice.listed(said) if said else voice("offer-no-contact")


def capitalised(said: str) -> str:
    """As it begins a line."""
    return said[:1].upper() + said[1:]


def mid_sentence(said: str) -> str:
    """As it stands inside a sentence."""
    return said[:1].lower() + said[1:]


def names_somebody(said: str) -> bool:
    """Whether a text holds a number or an address, which might be somebody else's."""
    return bool(_NAMES_SOMEBODY.search(said))


def offers_told(turn: Turn, rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """What is kept of somebody's offers, a line each."""
    voice, territories = turn.voice, turn.knowledge.territories
    for row in rows:
        state, place = voice(f"offer-state-{row['state']}"), territories.name(row["territory"])
        yield voice("data-offer", number=row["number"], state=state, place=place)


def drafts_told(turn: Turn, rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """That an offer is being written."""
    yield from (turn.voice("data-offer-draft") for _ in rows)


def exports_told(turn: Turn, rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """What full exports were asked for, a line each."""
    for row in rows:
        yield turn.voice(
            "data-offer-export", number=row["number"], place=turn.knowledge.territories.name(row["territory"])
        )


def steps_told(turn: Turn, rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """How many steps of offers are kept."""
    yield turn.voice("data-offer-lines", count=len(list(rows)))
