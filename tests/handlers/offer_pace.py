"""A whole offer in simple French, by somebody of each profile who reads everything and answers every question."""

from __future__ import annotations

from bot.app import House
from bot.records.offer import Profile
from bot.talk.message import Address, Message
from tests.human_pace import Paced, played

IDEA = "Une salle le mardi pour les repas."
ANSWERS: dict[Profile, tuple[str, ...]] = {
    Profile.AUTHORITY: ("Travail", "offer-means-place", IDEA, "offer-contact-here", "Mairie de Nantes"),
    Profile.ASSOCIATION: ("Travail", "offer-means-place", IDEA, "offer-contact-here", "Les Petits Pas"),
    Profile.CONCERNED: (
        "offer-subject-skip",
        "offer-means-testimony",
        "offer-said-skip",
        "offer-contact-here",
        "offer-name-skip",
    ),
    Profile.COMPANY: ("Travail", "offer-means-money", IDEA, "offer-contact-here", "Garage Martin"),
}
"""After who they are and where: a sentence of ours when it is a button, else what they type."""


async def offered(house: House, profile: Profile, *, read_a_minute: int) -> Paced:
    """Play it, from "participer" to the receipt read."""
    paced, voice, who = Paced(read_a_minute), house.wording.voice("fr-x-simple"), f"{profile} {read_a_minute}"
    address = Address("telegram", who)
    await house.dialogue.answer(Message(address, "français simple", author=who))
    answers = (voice(each) if each.startswith("offer-") else each for each in ANSWERS[profile])
    said = (voice(f"offer-profile-{profile}"), "44", *answers, voice("offer-agree"))
    await played(house.dialogue.answer, Message(address, "participer", author=who), said, paced)
    return paced
