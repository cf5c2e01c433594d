"""Pages and fragments, in the visitor's language."""

from __future__ import annotations

import aiohttp_jinja2
from aiohttp import web

from bot.platforms.markup import html, paragraphs
from bot.platforms.web.attachments import download
from bot.platforms.web.languages import LANGUAGES, direction, page_language, wished
from bot.platforms.web.sessions import IDLE, Session
from bot.platforms.web.site import SITE

VISITOR = web.RequestKey("visitor", Session)
# The script asks for the new part of the page only. Another site cannot send this header without our consent (CORS).
FRAGMENT = "X-Fragment"


def visitor(request: web.Request) -> Session:
    """Who asks: the session of the cookie, or a new one."""
    if VISITOR not in request:
        site = request.app[SITE]
        cookie = request.cookies.get(cookie_name(request))
        request[VISITOR] = site.sessions.read(cookie, site.now()) or site.sessions.new()
    return request[VISITOR]


def cookie_name(request: web.Request) -> str:
    """Browsers refuse a `__Host-` cookie that another host or a plain connection tries to set."""
    return "__Host-solipacte" if request.app[SITE].settings.secure else "solipacte"


def remember(request: web.Request, response: web.Response) -> web.Response:
    """Give the visitor their cookie, good for one more day."""
    site = request.app[SITE]
    response.set_cookie(
        cookie_name(request),
        site.sessions.write(visitor(request), site.now()),
        max_age=int(IDLE.total_seconds()),
        path="/",
        secure=site.settings.secure,
        httponly=True,
        samesite="Strict",
    )
    return response


def language_of(request: web.Request) -> str:
    """The language of the page: that of the last reply, or the browser's, or French."""
    return page_language(visitor(request).language, *wished(request.headers.get("Accept-Language", "")))


def page(request: web.Request, template: str, *, status: int = 200, **values: object) -> web.Response:
    """A page from a template; templates escape everything that is not markup of ours."""
    site, language = request.app[SITE], language_of(request)

    def words(name: str, /, **filled: str | float) -> str:
        return site.core.words(language, name, filled)

    context = {
        "language": language,
        "languages": LANGUAGES,
        "direction": direction(language),
        "w": words,
        "asset": site.assets.address,
        "settings": site.settings,
        "csrf": site.sessions.token(visitor(request)),
        "html": html,
        "paragraphs": paragraphs,
        "download": download,
        **values,
    }
    response = aiohttp_jinja2.render_template(template, request, context, status=status)
    if FRAGMENT in request.headers:
        response.headers[FRAGMENT] = "1"  # tells the script that the answer is ours, not a proxy's
    return response


def notice(request: web.Request, name: str, *, status: int, draft: str = "") -> web.Response:
    """A kind sentence instead of an answer, with the emergency numbers; `draft` is given back to be sent again."""
    template = "_notice.html" if FRAGMENT in request.headers else "notice.html"
    return page(request, template, status=status, sentence=name, draft=draft)
