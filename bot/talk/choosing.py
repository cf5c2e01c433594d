"""A number on its own is the choice of that place; what was offered, or asked, comes again."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.records.people import State
from bot.talk.alarm import Alarm
from bot.talk.message import Choice, Message, Reply, Text
from bot.talk.router import Found
from bot.talk.turn import Turn
from bot.talk.wording import Voice

_NUMBER = re.compile(r"\s*(\d{1,2})\s*[.)]?\s*")


def chosen(message: Message, state: State, voice: Voice, *, in_form: bool) -> tuple[str, Reply | None]:
    """Where there are no buttons, people answer with the number of a choice.

    `in_form`: another number is an answer like another: "44" is a département.
    """
    match = _NUMBER.fullmatch(message.text)
    if not match or message.pressed or message.file or not state.offered:
        return message.text, None
    number = int(match[1])
    if in_form and match[1].startswith("0") and number:
        return message.text, None  # "01" is the Ain
    if 1 <= number <= len(state.offered):
        return state.offered[number - 1], None
    if number == 0:
        return "/start", None
    # 15, 17 and 18 are emergency numbers before they are mistakes.
    if in_form or Alarm.is_number(match[1]):
        return message.text, None
    return "", asked_again(state, voice, Text(voice("number-out-of-list", number=number, most=len(state.offered))))


def asked_again(state: State, voice: Voice, *blocks: Text) -> Reply:
    """Say something and go on waiting for what was awaited."""
    choices = tuple(Choice(label, sends) for label, sends in zip(state.labels, state.offered, strict=False))
    return Reply(blocks, choices, then=state.step, language=voice.language)


async def back_to_form(found: Found, turn: Turn, reply: Reply) -> Reply:
    """After a digression the question of the form comes back, and numbers mean its choices."""
    if not found.back_to or reply.then:
        return reply
    asked = await found.back_to.asks(turn)
    return replace(reply, blocks=(*reply.blocks, *asked.blocks), choices=asked.choices, then=asked.then)
