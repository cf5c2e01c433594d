"""The pages around the conversation: statements, follow-up links, files, and what machines ask."""

from __future__ import annotations

from datetime import date

from aiohttp import web
from babel.dates import format_date
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.platforms.web.render import language_of, page
from bot.platforms.web.site import SITE

# The day the accessibility statement was last checked against the pages.
ASSESSED = date(2026, 11, 21)
_ACCESSIBILITY = ("state", "results", "limits", "making", "contact", "recourse")
_PRIVACY = ("kept", "why", "who", "elsewhere", "rights")
_LEGAL = ("robot", "publisher", "hosting", "kept", "cookie", "position", "rights", "sources")
# A follow-up link is at least 128 random bits in base64url.
OF_A_LINK = "[A-Za-z0-9_-]{22,128}"
FOLLOW_UP_PATH = rf"/suivi/{{token:{OF_A_LINK}}}"


async def accessibility(request: web.Request) -> web.Response:
    """The accessibility statement."""
    return _statement(request, "web-accessibility", _ACCESSIBILITY)


async def legal(request: web.Request) -> web.Response:
    """Who publishes, who hosts, and what is kept about people."""
    return _statement(request, "web-legal", _LEGAL)


async def privacy(request: web.Request) -> web.Response:
    """The essential of what is kept about people, in simple words."""
    return _statement(request, "web-privacy", _PRIVACY)


async def follow_up(request: web.Request) -> web.Response:
    """What a secret link leads to, as of today. Raises HTTPNotFound for a link nobody was given."""
    find = request.app[SITE].core.follow_up
    reply = await find(request.match_info["token"]) if find is not None else None
    if reply is None:
        raise web.HTTPNotFound
    return page(request, "follow_up.html", reply=reply)


async def static(request: web.Request) -> web.Response:
    """One file, for as long as the browser likes: its name changes with its content."""
    asset = request.app[SITE].assets.files.get(request.match_info["name"])
    if asset is None:
        raise web.HTTPNotFound
    response = web.Response(body=asset.content, content_type=asset.media_type, charset="utf-8")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    response.enable_compression()
    return response


async def health(_: web.Request) -> web.Response:
    """Whether the process runs."""
    return web.Response(text="ok\n")


async def readiness(request: web.Request) -> web.Response:
    """Whether people can be answered; then how each messenger fares, which makes the page no less ready."""
    core = request.app[SITE].core
    ready = await core.ready()
    doors = "".join(f"{name}: {health}\n" for name, health in core.doors().items())
    return web.Response(text=("ready\n" if ready else "not ready\n") + doors, status=200 if ready else 503)


async def metrics(request: web.Request) -> web.Response:
    """The figures, in the format of Prometheus."""
    figures = generate_latest(request.app[SITE].measures.registry)
    return web.Response(body=figures, headers={"Content-Type": CONTENT_TYPE_LATEST})


def _statement(request: web.Request, name: str, sections: tuple[str, ...]) -> web.Response:
    site, language = request.app[SITE], language_of(request)
    settings = site.settings
    missing = site.core.words(language, "web-to-complete", {})
    values: dict[str, str | float] = {
        "publisher": settings.publisher or missing,
        "director": settings.director or missing,
        "hosting": settings.hosting or missing,
        "contact": settings.contact or missing,
        "officer": settings.data_officer or settings.contact or missing,
        "date": format_date(ASSESSED, "long", locale=language.partition("-x-")[0]),
        "hours": settings.kept_session_hours,
        "days": settings.kept_preference_days,
        "search": settings.kept_search_days,
        "erasure": settings.kept_erasure_days,
        "event": settings.kept_event_days,
        "send": settings.kept_send_days,
        "journal": settings.kept_journal_days,
        "reminders": settings.kept_subscription_days,
        "alert": settings.kept_alert_days,
        "steward": settings.kept_steward_days,
        "mail": settings.kept_mail_request_days,
        "offer": settings.kept_offer_days,
        "year": settings.kept_offer_line_days,
        "draft": settings.kept_offer_draft_days,
        "report": settings.kept_report_days,
    }
    return page(request, "statement.html", name=name, sections=sections, values=values)
