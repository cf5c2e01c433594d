"""Correct the contacts of the pact, by an agent of their territory; corrections are a file that can be undone."""

from __future__ import annotations

import re

from bot.records.effects import Act
from bot.records.permissions import FRANCE
from bot.talk.message import Choice, Reply, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from knowledge.model import Contact

router = Router()

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}", re.IGNORECASE)
_COMMAND = "contact"
_CONFIRMED = frozenset(["confirme", "confirmé", "ok", "confirmed"])


@router.command("contact", "contacts")
async def correct(turn: Turn) -> Reply:
    """`/contact`: the list; `/contact id adresse`; `/contact id confirmé`."""
    voice = turn.voice
    name, _, given = turn.argument.strip().partition(" ")
    contacts = turn.knowledge.library.contacts
    if not name:
        own = [contact for contact in contacts.values() if turn.may(_COMMAND, contact.territory or FRANCE)]
        if not own:
            return Reply((Text(voice("agents-no-contact")),))
        lines = [f"{contact.id} : {contact.who} – {contact.address or '…'}" for contact in own]
        return Reply((Text(voice("contact-list")), Text("\n".join(f"- {line}" for line in lines))))
    contact = contacts.get(name)
    if not contact:
        return Reply((Text(voice("contact-unknown")),), (Choice("/contact", "/contact"),))
    if not turn.may(_COMMAND, contact.territory or FRANCE):
        return Reply((Text(voice("agents-elsewhere")),))
    return await _corrected(turn, contact, given.strip())


async def _corrected(turn: Turn, contact: Contact, given: str) -> Reply:
    voice = turn.voice
    address = contact.address if given.lower() in _CONFIRMED else given
    if address != contact.address and not _ADDRESS.fullmatch(address):
        return Reply((Text(voice("contact-bad", id=contact.id)),))
    if turn.correct:
        await turn.correct(contact.model_copy(update={"address": address, "confirmed": turn.now.date()}))
    act = Act(_COMMAND, contact.id, turn.around(contact.territory or FRANCE))
    return Reply((Text(voice("contact-saved", who=contact.who, address=address or "…")),), effects=(act,))
