"""Who to ask about the pact, and when a message asks about it."""

from __future__ import annotations

import pytest

from directory.words import words
from knowledge.contacts import contact_of, contacts, is_about_the_pact


def test_every_contact_names_its_document_and_date() -> None:
    assert len(contacts()) == 2
    for contact in contacts():
        assert "@" in contact.address
        assert contact.source.endswith(".txt")
        assert contact.on.year == 2024


def test_a_region_without_contact_has_none() -> None:
    found = contact_of("52")
    assert found is not None
    assert found.address == "pactedessolidarites@pays-de-la-loire.gouv.fr"
    assert contact_of("11") is None
    assert contact_of(None) is None


@pytest.mark.parametrize("text", ["c’est quoi le pacte des solidarités ?", "que finance le CLS", "contact ddets 44"])
def test_about_the_pact(text: str) -> None:
    assert is_about_the_pact(words(text))


@pytest.mark.parametrize("text", ["douche à Nantes", "je cherche un contact", "cours de français"])
def test_not_about_the_pact(text: str) -> None:
    assert not is_about_the_pact(words(text))
