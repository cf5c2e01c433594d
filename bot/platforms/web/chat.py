"""The conversation on a page. No text is kept: a page without JavaScript shows the last exchange only."""

from __future__ import annotations

from dataclasses import replace

from aiohttp import web

from bot.platforms.web.form import LONGEST_TEXT, Form, read_form
from bot.platforms.web.languages import LANGUAGES, wished
from bot.platforms.web.render import FRAGMENT, VISITOR, notice, page, remember, visitor
from bot.platforms.web.site import SITE, Core
from bot.talk.message import Address, Message

PLATFORM = "web"
# A sentence that ends one part of a very long message is whole in the next.
_OVERLAP = 400


async def chat_page(request: web.Request) -> web.Response:
    """The empty conversation."""
    return remember(request, page(request, "chat.html"))


async def message(request: web.Request) -> web.Response:
    """One message in, the exchange out: as a page, or as a fragment for the script."""
    site = request.app[SITE]
    response, outcome = await _exchange(request)
    site.measures.message(outcome)
    # The script takes the new token from here when the old one is too old.
    response.headers["X-Csrf-Token"] = site.sessions.token(visitor(request))
    return remember(request, response)


async def _exchange(request: web.Request) -> tuple[web.Response, str]:
    """The response and what became of the message."""
    site = request.app[SITE]
    if request.content_type != "application/x-www-form-urlencoded":
        raise web.HTTPUnsupportedMediaType
    body = await request.read()
    try:
        form = read_form(body)
    except ValueError:
        return notice(request, "web-notice-wrong", status=400), "wrong"
    grave = _grave_part(form.text, site.core)
    danger = grave is not None
    if not site.sessions.accepts(visitor(request), form.token):
        if not danger:
            return notice(request, "web-notice-forged", status=403, draft=form.text[:LONGEST_TEXT]), "forged"
        # Somebody in danger is answered even without cookies, as a stranger: nobody's conversation is touched.
        request[VISITOR] = site.sessions.new()
    if not danger and not site.pace.allows(visitor(request).id, site.now()):
        return notice(request, "web-notice-hurried", status=429, draft=form.text[:LONGEST_TEXT]), "hurried"
    if len(form.text) > LONGEST_TEXT:
        if grave is None:
            return notice(request, "web-notice-long", status=413, draft=form.text), "long"
        form = replace(form, text=grave)
    return await _answered(request, form), "danger" if danger else "answered"


async def _answered(request: web.Request, form: Form) -> web.Response:
    person = visitor(request)
    hint = person.language or next(iter(wished(request.headers.get("Accept-Language", ""))), None)
    said = Message(Address(PLATFORM, person.id), form.text, form.position, pressed=form.pressed, language=hint)
    reply = await request.app[SITE].core.answer(said)
    if reply.language in LANGUAGES:
        request[VISITOR] = replace(person, language=reply.language)
    template = "_reply.html" if FRAGMENT in request.headers else "exchange.html"
    return page(request, template, reply=reply, form=form)


def _grave_part(text: str, core: Core) -> str | None:
    """The first part of a message, short enough to be read, that speaks of danger; None when none does."""
    starts = range(0, max(len(text), 1), LONGEST_TEXT - _OVERLAP)
    return next((part for start in starts if core.danger(part := text[start : start + LONGEST_TEXT])), None)
