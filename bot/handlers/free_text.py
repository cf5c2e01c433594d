"""Everything that is neither a command nor an answer: a need, a place, a question, or nothing we understand."""

from __future__ import annotations

from babel.dates import format_date

from bot.handlers import find_help
from bot.handlers.emergency import one_number
from bot.handlers.menu import main_choices
from bot.talk.crisis import asked_number
from bot.talk.message import Reply, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from knowledge.contacts import contact_of, is_about_the_pact

router = Router()


@router.otherwise
async def understand(turn: Turn) -> Reply:
    """Search when there is something to search; else say honestly what is not known or not understood."""
    understood = turn.understood
    if not understood.words:
        return Reply((Text(turn.voice("empty")),), main_choices(turn.voice), then=turn.person.state.step)
    if number := asked_number(turn.argument):
        return one_number(turn, number)
    if is_about_the_pact(understood.words):
        return dont_know(turn)
    if reply := await find_help.from_words(turn):
        return reply
    if turn.argument.endswith(("?", "؟")):
        return dont_know(turn)
    return Reply((Text(turn.voice("not-understood")),), main_choices(turn.voice), facts={"abstained": True})


def dont_know(turn: Turn) -> Reply:
    """ "Je ne sais pas", and who may know."""
    voice, place = turn.voice, turn.understood.place
    code = turn.person.state.commune
    commune = place.commune or (turn.finder.gazetteer.by_code(code) if code else None)
    contact = contact_of(commune.region if commune else place.region)
    said = voice("dont-know-national")
    sources: tuple[str, ...] = ()
    if contact:
        day = format_date(contact.on, "d MMMM y", locale=voice.locale)
        said = voice("dont-know-contact", who=contact.who, contact=contact.address, source=contact.document, date=day)
        sources = (contact.source,)
    facts = {"abstained": True, "sources": sources}
    return Reply((Text(voice("dont-know")), Text(said)), main_choices(voice), facts=facts)
