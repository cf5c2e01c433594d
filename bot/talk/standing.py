"""Where a conversation stands after a reply. Pure."""

from __future__ import annotations

from dataclasses import replace

from bot.records.people import Person, State
from bot.talk.followed import Followed
from bot.talk.message import Reply
from bot.talk.sought import Remember
from bot.talk.understanding import Understood
from bot.talk.wording import Voice

MOST_CHOICES = 6


def spoken_in(person: Person, voice: Voice, understood: Understood) -> Person:
    """Remember for this conversation the language that somebody was heard to write."""
    if person.language or not understood.language:
        return person
    return replace(person, state=replace(person.state, language=voice.language))


def next_state(state: State, reply: Reply) -> State:
    """What is remembered once a reply is given: the step, the choices offered, the search, the subject."""
    search, commune, thread = state.search, state.commune, state.thread
    for effect in reply.effects:
        if isinstance(effect, Followed):
            thread = effect.thread
        if isinstance(effect, Remember):
            search = effect.sought.to_json() if effect.sought else None
            commune = effect.sought.commune if effect.sought else None
            # "La suite" goes on with what was said last.
            thread = None if not any(isinstance(other, Followed) for other in reply.effects) else thread
    return replace(
        state,
        step=reply.then,
        offered=tuple(choice.sends for choice in reply.choices[:MOST_CHOICES]),
        labels=tuple(choice.label for choice in reply.choices[:MOST_CHOICES]),
        search=search,
        commune=commune,
        thread=thread,
    )
