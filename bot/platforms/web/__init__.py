"""The web chat: a page that works without JavaScript, and better with it."""

from bot.platforms.web.app import make_app
from bot.platforms.web.server import serve
from bot.platforms.web.site import Core, WebSettings

__all__ = ["Core", "WebSettings", "make_app", "serve"]
