"""Everything a person can do, as one router; the order never matters."""

from bot.handlers import emergency, find_help, free_text, keep, language, menu, privacy
from bot.talk.router import Router

router = Router.of(
    emergency.router,
    find_help.router,
    free_text.router,
    keep.router,
    language.router,
    menu.router,
    privacy.router,
)

__all__ = ["router"]
