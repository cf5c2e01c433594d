"""The pages behind the links of mails: agree to reminders, and end them.

Opening a page changes nothing, since programs open links before people do; its button does, and so does the one-click
request of mail programs (RFC 8058).
"""

from __future__ import annotations

from aiohttp import web

from bot.handlers.by_mail import ByMail
from bot.platforms.web.pages import OF_A_LINK
from bot.platforms.web.render import language_of, page
from bot.platforms.web.site import SITE

AGREE_PATH = rf"/abonnement/{{token:{OF_A_LINK}}}"
END_PATH = r"/desabonnement/{token:[A-Za-z0-9_-]{22,200}}"


async def asked(request: web.Request) -> web.Response:
    """What the link agrees to."""
    what = await _by_mail(request).asked(request.match_info["token"], language_of(request))
    if what is None:
        return _page(request, "web-subscription-gone")
    return _page(request, "web-subscription-agree", button="web-subscription-agree-button", what=what)


async def agreed(request: web.Request) -> web.Response:
    """The button: the subscription begins."""
    done = await _by_mail(request).agree(request.match_info["token"])
    return _page(request, "web-subscription-agreed" if done else "web-subscription-gone")


async def ending(request: web.Request) -> web.Response:
    """Whether to end it."""
    standing = await _by_mail(request).subscribed(request.match_info["token"])
    if standing is None:
        raise web.HTTPNotFound
    if not standing:
        return _page(request, "web-subscription-ended")
    return _page(request, "web-subscription-end", button="web-subscription-end-button")


async def ended(request: web.Request) -> web.Response:
    """The button, or the one click: nothing more is sent."""
    if not await _by_mail(request).end(request.match_info["token"]):
        raise web.HTTPNotFound
    return _page(request, "web-subscription-ended")


def _page(request: web.Request, name: str, *, button: str = "", **values: str) -> web.Response:
    return page(request, "subscription.html", name=name, button=button, values=values)


def _by_mail(request: web.Request) -> ByMail:
    """Raise HTTPNotFound where no mail is sent."""
    by_mail = request.app[SITE].core.by_mail
    if by_mail is None:
        raise web.HTTPNotFound
    return by_mail
