"""What is said of a full export: what it holds and why, to both who decide of it; what became of it, to who asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.handlers.audiences import inside, place_name
from bot.handlers.offer_news import Speech
from bot.handlers.offer_sheet import offers_file
from bot.handlers.offer_text import mid_sentence
from bot.records.offer import Offer
from bot.records.offer_export import Export, Selection, Status
from bot.talk.message import Reply, Text
from bot.talk.wording import Voice, Wording
from directory.finder import Finder
from knowledge.keeper import Keeper
from knowledge.territories import Territories


def held_in_words(
    voice: Voice, territories: Territories, territory: str, selection: Selection, count: int
) -> tuple[Text, ...]:
    """How many offers, of where, chosen how, and what the file says of their authors."""
    filters = [voice("offers-whole-axis", axis=selection.axis)] if selection.axis else []
    filters += [mid_sentence(voice(f"offer-profile-{selection.profile}"))] if selection.profile else []
    filters += [voice(f"offer-state-{selection.state}")] if selection.state else []
    chosen = voice("offers-whole-filters", filters=voice.listed(filters)) if filters else voice("offers-whole-all")
    holds = voice("offers-whole-holds", count=count, place=place_name(voice, territories, territory))
    return (Text(f"{holds}\n{chosen}"), Text(voice("offers-whole-personal")))


@dataclass(frozen=True, slots=True)
class ExportNews:
    """Composes; nothing is sent here."""

    knowledge: Keeper
    wording: Wording
    finder: Finder

    def around(self, territory: str) -> tuple[str, ...]:
        """A territory, and all that hold it."""
        return (territory, *sorted(self.knowledge.current.territories.around(territory)))

    def within(self, territory: str) -> tuple[str, ...]:
        """A territory, and all that lies inside it."""
        return inside(self.knowledge.current.territories, territory)

    def asks(self, export: Export) -> Reply:
        """To those who may agree: that one waits for them, nothing personal."""
        wish, voice = export.wish, self.wording.voice("fr")
        place = place_name(voice, self.knowledge.current.territories, wish.territory)
        return Reply((Text(voice("offers-whole-told", number=wish.number, place=place)),))

    def delivered(self, export: Export, offers: Sequence[Offer]) -> Reply:
        """To who asked: the file, or that nothing is left to put in it."""
        voice, number = self.wording.voice("fr"), export.wish.number
        if not offers:
            return Reply((Text(voice("offers-whole-nothing-left", number=number)),))
        speech = Speech(voice, self.knowledge.current, self.finder)
        said = Text(voice("offers-whole-delivered", number=number, count=len(offers)))
        return Reply((said,), attachments=(offers_file(speech, offers, "xlsx", personal=True),))

    def not_delivered(self, number: str, status: Status) -> Reply:
        """To who asked: that it was refused, or that nobody answered, or that a right was lost meanwhile."""
        voice = self.wording.voice("fr")
        return Reply((Text(voice(f"offers-whole-{status.name.lower()}", number=number)),))
