"""The agenda of each territory: a page, and a feed that calendar programs follow."""

from __future__ import annotations

from hashlib import sha256

from aiohttp import web

from bot.handlers.agenda_filters import Filters
from bot.handlers.agendas import Agendas
from bot.platforms.web.render import language_of, page
from bot.platforms.web.site import SITE

PATH = r"/agenda/{territory:[a-z0-9-]{3,40}}"
# Seconds that a program may go without asking again.
_FRESH = 900


async def index(request: web.Request) -> web.Response:
    """The territories that have an agenda."""
    listed = await _agendas(request).listed(language_of(request))
    return page(request, "agendas.html", territories=listed)


async def agenda(request: web.Request) -> web.Response:
    """What is to come in a territory, and what is over; of a month, an axis or with words, when they are chosen."""
    agendas, territory, language = _agendas(request), request.match_info["territory"], language_of(request)
    name = agendas.name(territory, language)
    if name is None:
        raise web.HTTPNotFound
    filters = Filters.of(request.query)
    shown = await agendas.shown(territory, language, filters)
    feed = f"{agendas.address}/agenda/{territory}.ics"
    return page(request, "agenda.html", name=name, territory=territory, shown=shown, filters=filters, feed=feed)


async def feed(request: web.Request) -> web.Response:
    """The same for a calendar program; one that has it already is told so."""
    agendas, territory = _agendas(request), request.match_info["territory"]
    if agendas.name(territory, "fr") is None:
        raise web.HTTPNotFound
    content = await agendas.feed(territory)
    tag = sha256(content).hexdigest()[:32]
    known = {each.value for each in request.if_none_match or ()}
    response = web.Response(status=304) if known & {tag, "*"} else web.Response(body=content)
    if response.status == 200:
        response.content_type, response.charset = "text/calendar", "utf-8"
        response.headers["Content-Disposition"] = f'inline; filename="agenda-{territory}.ics"'
    response.etag = tag
    response.headers["Cache-Control"] = f"public, max-age={_FRESH}"
    return response


def _agendas(request: web.Request) -> Agendas:
    """Raise HTTPNotFound where there is no calendar."""
    agendas = request.app[SITE].core.agendas
    if agendas is None:
        raise web.HTTPNotFound
    return agendas
