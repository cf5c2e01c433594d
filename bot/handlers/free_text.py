"""Everything that is neither a command nor an answer: a need, a place, a question, or nothing we understand."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.handlers import find_help, questions
from bot.handlers.agenda import asked_events
from bot.handlers.emergency import one_number
from bot.handlers.menu import main_choices
from bot.handlers.named import plainly_named
from bot.handlers.unknown import not_ours
from bot.talk.crisis import asked_number
from bot.talk.followed import Followed
from bot.talk.matter import plainly_nearby, weigh
from bot.talk.message import Reply, Text
from bot.talk.router import Router
from bot.talk.turn import Turn

router = Router()

# Several questions in one message: each is answered, the first two at most.
_QUESTIONS = re.compile(r"[^?؟]+[?؟]+")
_MOST_QUESTIONS = 2
_SHORTEST = 3
# Characters for each of two answers.
_ROOM_OF_ONE = 560


@router.otherwise
async def understand(turn: Turn) -> Reply:
    """Search when there is something to search, answer when the documents do, else say honestly what is not known."""
    understood = turn.understood
    if not understood.words:
        return Reply((Text(turn.voice("empty")),), main_choices(turn.voice), then=turn.person.state.step)
    if number := asked_number(turn.argument):
        return one_number(turn, number)
    asked = _several(turn.argument)
    if len(asked) > 1:
        return await _each(turn, asked)
    return await _one(turn, turn.argument)


def on_the_pact(turn: Turn) -> Reply | None:
    """The answer of the documents to a sentence that something else awaited; None when it is none of theirs."""
    finding = questions.find(turn, turn.argument)
    weighed = weigh(turn.understood, finding)
    return questions.answer(turn, finding) if weighed.matter == "pact" and finding.known else None


async def _one(turn: Turn, text: str) -> Reply:
    nearby = plainly_nearby(text, turn.understood, turn.knowledge) or plainly_named(turn)
    if nearby and turn.person.state.thread is None and (found := await find_help.from_words(turn)):
        return _both(turn, found)
    return await _weighed(turn, text)


async def _weighed(turn: Turn, text: str) -> Reply:
    finding = questions.find(turn, text)
    weighed = weigh(turn.understood, finding, following=turn.person.state.thread is not None)
    if weighed.scope and weighed.matter == "scope":
        return not_ours(turn, weighed.scope)
    if not weighed.personal and (reply := await asked_events(turn, finding.question)):
        return reply
    if weighed.matter == "pact":
        return questions.answer(turn, finding)
    understood = turn.understood
    asks = text.endswith(("?", "؟")) and bool(finding.question.subject)
    asks = asks and not (understood.needs.needs or understood.narrows)
    if not asks and (found := await find_help.from_words(turn)):
        return _both(turn, found)
    if text.endswith(("?", "؟")) or weighed.matter == "help":
        return questions.answer(turn, finding)
    return Reply((Text(turn.voice("not-understood")),), main_choices(turn.voice), facts={"abstained": True})


def _both(turn: Turn, found: Reply) -> Reply:
    """Services nearby first, then what the pact says there of the problem that somebody tells."""
    told = questions.beside(turn)
    if not told:
        return found
    blocks = (*found.blocks, Text(turn.voice("pact-and-pact")), *told.blocks)
    facts = {**found.facts, "sources": told.facts.get("sources", ()), "records": told.facts.get("records", ())}
    more = next((choice for choice in told.choices if choice.sends.startswith("/fiche")), None)
    return replace(found, blocks=blocks, choices=(*found.choices, *([more] if more else [])), facts=facts)


def _following(turn: Turn, reply: Reply) -> Turn:
    """The next question of a message may go on from the one before: "TAPAJ, c'est quoi ? quel âge faut-il ?"."""
    thread = next((effect.thread for effect in reply.effects if isinstance(effect, Followed)), None)
    state = replace(turn.person.state, thread=thread or turn.person.state.thread)
    return replace(turn, person=replace(turn.person, state=state))


def _several(text: str) -> list[str]:
    """The questions of a message, each with its mark; one when it has a single question."""
    found = [part.strip() for part in _QUESTIONS.findall(text)]
    rest = _QUESTIONS.sub("", text).strip()
    if rest and found:
        found.append(rest) if len(rest.split()) >= _SHORTEST else None
    asked = [part for part in found if len(part.split()) >= _SHORTEST]
    return asked if len(asked) > 1 else [text]


async def _each(turn: Turn, asked: list[str]) -> Reply:
    """Answers one under the other, as each question alone would have been."""
    replies: list[Reply] = []
    for text in asked[:_MOST_QUESTIONS]:
        alone = replace(turn, argument=text, understood=turn.understand(text))
        if alone.understood.has_place and not alone.understood.needs.needs:
            # "C'est quoi la domiciliation ? où la faire à Laval ?"
            alone = replace(alone, understood=replace(alone.understood, needs=turn.understood.needs))
        replies.append(await _one(replace(alone, room=_ROOM_OF_ONE), text))
        turn = _following(turn, replies[-1])
    blocks = [block for reply in replies for block in reply.blocks]
    if len(asked) > _MOST_QUESTIONS:
        blocks.append(Text(turn.voice("pact-more-questions")))
    answered = [reply for reply in replies if not reply.facts.get("abstained")]
    facts = {**replies[0].facts, **(answered[0].facts if answered else {})}
    effects = tuple(effect for reply in replies for effect in reply.effects)
    last = replies[-1]
    return Reply(
        tuple(blocks), last.choices, last.then, effects, tuple(a for r in replies for a in r.attachments), facts=facts
    )
