"""Correct the contacts of the pact, by an officer at the terminal; corrections are a file that can be undone."""

from __future__ import annotations

import re

from bot.handlers.menu import main_choices
from bot.talk.message import Choice, Reply, Text
from bot.talk.router import Router
from bot.talk.turn import Turn
from knowledge.model import Contact

router = Router()

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}", re.IGNORECASE)
_CONFIRMED = frozenset(["confirme", "confirmé", "ok", "confirmed"])


@router.command("contact", "contacts")
async def correct(turn: Turn) -> Reply:
    """`/contact`: the list; `/contact id adresse`; `/contact id confirmé`.

    Roles come with the agents' accounts: until then only whoever holds the machine, at its terminal, may correct.
    """
    voice = turn.voice
    if turn.message.address.platform != "console" or turn.correct is None:
        return Reply((Text(voice("contact-refused")),), main_choices(voice))
    name, _, given = turn.argument.strip().partition(" ")
    contacts = turn.knowledge.library.contacts
    if not name:
        lines = [f"{contact.id} : {contact.who} – {contact.address or '…'}" for contact in contacts.values()]
        return Reply((Text(voice("contact-list")), Text("\n".join(f"- {line}" for line in lines))))
    contact = contacts.get(name)
    if not contact:
        return Reply((Text(voice("contact-unknown")),), (Choice("/contact", "/contact"),))
    return await _corrected(turn, contact, given.strip())


async def _corrected(turn: Turn, contact: Contact, given: str) -> Reply:
    voice = turn.voice
    address = contact.address if given.lower() in _CONFIRMED else given
    if address != contact.address and not _ADDRESS.fullmatch(address):
        return Reply((Text(voice("contact-bad", id=contact.id)),))
    if turn.correct:
        await turn.correct(contact.model_copy(update={"address": address, "confirmed": turn.now.date()}))
    return Reply((Text(voice("contact-saved", who=contact.who, address=address or "…")),))
