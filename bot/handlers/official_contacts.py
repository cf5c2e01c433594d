"""Who answers questions about the pact of a territory, by the documents or by an agent since."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.base import Knowledge
from knowledge.model import Contact


def official_contact(knowledge: Knowledge, territories: Iterable[str], *, in_writing: bool) -> Contact | None:
    """That of one of some territories, else of what holds it; None: none is known. `in_writing`: with an address."""
    known = [each for each in knowledge.library.contacts.values() if each.answers and (each.address or not in_writing)]
    around = [place for each in territories for place in (each, *sorted(knowledge.territories.around(each)))]
    return next((each for place in around for each in known if each.territory == place), None)
