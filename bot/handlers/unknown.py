"""What is not known is said, with what the documents hold nearby and whom to ask."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from bot.handlers.menu import main_choices
from bot.handlers.official_contacts import official_contact
from bot.handlers.pact_places import own_territory
from bot.records.effects import Count
from bot.talk.message import Choice, Effect, Reply, Text
from bot.talk.saying import files_of, label
from bot.talk.turn import Turn
from knowledge.finding import Finding
from knowledge.model import Contact
from knowledge.scope import OutOfScope

_MOST_NEAR = 3
_MOST_PLACES = 9
_MOST_TERMS = 6
_PLAIN = re.compile(r"[a-z]{3,30}")


def unknown(turn: Turn, finding: Finding) -> Reply:
    """ "Je ne sais pas": why, what is close, whom to ask."""
    voice = turn.voice
    blocks = [Text(_why(turn, finding)), Text(whom_to_ask(turn, finding))]
    elsewhere = finding.near[0].territories[:_MOST_PLACES] if finding.reason == "territory" and finding.near else ()
    if elsewhere:
        places = voice.listed(turn.knowledge.territories.name(each) for each in elsewhere)
        blocks.insert(1, Text(voice("pact-held-territories", places=places)))
    near = [record for record in finding.near if finding.reason != "subject"][:_MOST_NEAR]
    choices = tuple(Choice(label(record), f"/fiche {record.id}") for record in near)
    if choices:
        blocks.insert(1, Text(voice("pact-held-near") + "\n" + "\n".join(f"- {choice.label}" for choice in choices)))
    contact = _contact(turn, finding)
    sources = (turn.knowledge.library.documents[contact.document].file,) if contact else ()
    facts = {"abstained": True, "sources": sources or files_of(turn.knowledge, near), "reason": finding.reason}
    return Reply(tuple(blocks), choices or main_choices(voice), effects=tuple(_missed(finding)), facts=facts)


def not_ours(turn: Turn, scope: OutOfScope) -> Reply:
    """Kindly out of scope, with the right door."""
    voice = turn.voice
    first = (Choice(voice("pact-scope-search"), f"/besoin {scope.need}"),) if scope.need else ()
    return Reply(
        (Text(voice(f"pact-scope-{scope.name}")),), (*first, *main_choices(voice))[:6], facts={"abstained": True}
    )


def _why(turn: Turn, finding: Finding) -> str:
    voice, asked = turn.voice, finding.question
    if finding.reason == "territory" and asked.territories:
        return voice("pact-unknown-territory", place=turn.knowledge.territories.name(asked.territories[0]))
    if finding.reason == "year" and asked.years:
        return voice("pact-unknown-year", year=str(asked.years[0]))
    known = {"value", "person", "axis"}
    return voice(f"pact-unknown-{finding.reason if finding.reason in known else 'subject'}")


def whom_to_ask(turn: Turn, finding: Finding) -> str:
    """The contact of the territory, with its source; the DDETS when the documents give none."""
    voice, contact = turn.voice, _contact(turn, finding)
    if not contact:
        return voice("pact-contact-national")
    document = turn.knowledge.library.documents[contact.document]
    fresh = contact.is_fresh(turn.now.date())
    values = {
        "who": contact.who,
        "source": document.short,
        "date": _day(contact.confirmed) if fresh and contact.confirmed else document.said,
        "check": voice("pact-checked") if fresh else voice("pact-check"),
    }
    if contact.address:
        return voice("pact-contact", contact=contact.address, **values)
    return voice("pact-contact-person", **values)


def _day(when: date) -> str:
    return f"{when:%d/%m/%Y}"


def _contact(turn: Turn, finding: Finding) -> Contact | None:
    """Who answers for the territory that was named, else for the person's own."""
    asked = list(finding.question.territories)
    if not asked and finding.near:
        asked = list(finding.near[0].territories[:1])
    code = turn.person.state.commune
    if not asked and (own := own_territory(turn)):
        asked = [own]
    if not asked and code and (commune := turn.finder.gazetteer.by_code(code)):
        asked = [f"dep-{commune.departement.lower()}"]
    return official_contact(turn.knowledge, asked, in_writing=False)


def _missed(finding: Finding) -> Iterable[Effect]:
    """Counts of terms for the editors: usual words and our own only, so that no name of anybody is kept."""
    yield Count(f"unanswered:{finding.reason or 'subject'}")
    terms = [term.key for term in finding.question.subject if _PLAIN.fullmatch(term.key) and (term.known or term.usual)]
    yield from (Count(f"gap:{term}") for term in terms[:_MOST_TERMS])
