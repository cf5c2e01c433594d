"""Everything a person can do, as one router; the order never matters."""

from bot.handlers import (
    agenda,
    agents,
    broadcast_approval,
    broadcast_form,
    broadcasts,
    contacts,
    departement,
    emergency,
    event_form,
    events,
    find_help,
    free_text,
    going_on,
    keep,
    language,
    menu,
    on_map,
    privacy,
    questions,
    start,
    subscribe,
    subscriptions,
)
from bot.talk.router import Router

router = Router.of(
    agenda.router,
    agents.router,
    broadcast_approval.router,
    broadcast_form.router,
    broadcasts.router,
    contacts.router,
    departement.router,
    emergency.router,
    event_form.router,
    events.router,
    find_help.router,
    free_text.router,
    going_on.router,
    keep.router,
    language.router,
    menu.router,
    on_map.router,
    privacy.router,
    questions.router,
    start.router,
    subscribe.router,
    subscriptions.router,
)

__all__ = ["router"]
