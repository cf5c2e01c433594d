"""The address that the documents, or an agent since, give for the pact of a territory."""

from __future__ import annotations

from knowledge.base import Knowledge
from knowledge.model import Contact


def official_contact(knowledge: Knowledge, territory: str) -> Contact | None:
    """Who answers in writing for a territory: its own contact, else that of what holds it; None when none is known."""
    around = (territory, *sorted(knowledge.territories.around(territory)))
    known = [each for each in knowledge.library.contacts.values() if each.answers and each.address]
    return next((each for place in around for each in known if each.territory == place), None)
