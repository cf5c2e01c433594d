"""What is told of an offer: to the agents of its territory, to its author, to whoever waits too long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.handlers.audiences import place_name
from bot.handlers.offer_sheet import offers_file
from bot.handlers.offer_text import Places, mid_sentence, place_in_words, proposal_lines, subject_in_words
from bot.handlers.official_contacts import official_contact
from bot.records.offer import Offer, State
from bot.records.offer_lines import Kind, Line
from bot.talk.message import Block, Reply, Text
from bot.talk.wording import Voice, Wording
from directory.finder import Finder
from knowledge.base import Knowledge
from knowledge.keeper import Keeper


@dataclass(frozen=True, slots=True)
class Speech:
    """What an offer is told with."""

    voice: Voice
    knowledge: Knowledge
    finder: Places


@dataclass(frozen=True, slots=True)
class OfferNews:
    """Composes; nothing is sent here."""

    knowledge: Keeper
    wording: Wording
    finder: Finder

    def around(self, territory: str) -> tuple[str, ...]:
        """A territory, and all that hold it."""
        return (territory, *sorted(self.knowledge.current.territories.around(territory)))

    def mailbox(self, territory: str) -> str | None:
        """The official address of a territory, or of what holds it."""
        contact = official_contact(self.knowledge.current, [territory], in_writing=True)
        return contact.address if contact else None

    def for_agents(self, step: Line, offer: Offer | None) -> Reply:
        """In their conversation: what happened and where to read it, nothing personal."""
        voice = self.wording.voice("fr")
        if offer is None:
            return Reply((Text(voice("offers-told-withdrawn", number=step.offer)),))
        speech, proposal = self.speech(), offer.proposal
        values = {
            "number": offer.number,
            "profile": mid_sentence(voice(f"offer-profile-{proposal.profile}")),
            "place": place_in_words(speech.knowledge, self.finder.gazetteer, proposal),
            "subject": subject_in_words(voice, speech.knowledge, self.finder, proposal.subject),
        }
        return Reply((Text(voice(f"offers-told-{step.kind}", **values)), Text(voice("offers-told-how", **values))))

    def by_mail(self, step: Line, offer: Offer | None) -> Reply:
        """In a mail: all of it, with a table of one line."""
        said = self.for_agents(step, offer)
        if offer is None:
            return Reply((*said.blocks, Text(self.wording.say("fr", "offers-mail-erase"))))
        speech = self.speech()
        blocks: list[Block] = [said.blocks[0]]
        if step.kind is Kind.REPLY:
            blocks.append(Text(speech.voice("offer-told-quoted", said=step.said)))
        blocks.append(Text("\n".join(proposal_lines(speech, offer.proposal))))
        blocks.append(Text(speech.voice("offers-mail-how", number=offer.number)))
        return Reply(tuple(blocks), attachments=(offers_file(speech, [offer], "xlsx", personal=True),))

    def for_author(self, step: Line, offer: Offer) -> Reply:
        """What became of an offer, in its author's language."""
        voice = self.wording.voice(offer.proposal.language)
        state = voice(f"offer-state-{step.state}") if step.state else ""
        sentence = "offer-told-answer" if step.kind is Kind.ANSWER else "offer-told-moved"
        blocks = [Text(voice(sentence, number=offer.number, state=state))]
        blocks += [Text(voice("offer-told-quoted", said=step.said))] if step.said else []
        if step.kind is Kind.ANSWER or State(step.state) is not State.CLOSED:
            blocks.append(Text(voice("offer-told-how", number=offer.number)))
        return Reply(tuple(blocks), language=voice.language)

    def late(self, territory: str, waiting: Sequence[str]) -> Reply:
        """To the agents of a territory: offers that nobody has looked at for a week."""
        voice = self.wording.voice("fr")
        place = place_name(voice, self.knowledge.current.territories, territory)
        listed = "\n".join(f"- /offres {number}" for number in waiting)
        return Reply((Text(voice("offers-late", count=len(waiting), place=place)), Text(listed)))

    def speech(self, language: str = "fr") -> Speech:
        """What is told with, in a language."""
        return Speech(self.wording.voice(language), self.knowledge.current, self.finder)
