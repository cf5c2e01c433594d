"""The web application, put together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import aiohttp_jinja2
from aiohttp import web
from prometheus_client import CollectorRegistry

from bot.platforms.web import agenda, chat, pages, printed, subscriptions
from bot.platforms.web.assets import read_assets
from bot.platforms.web.form import LONGEST_BODY
from bot.platforms.web.measures import measures
from bot.platforms.web.pace import Pace
from bot.platforms.web.sessions import Sessions
from bot.platforms.web.shield import kind, measured, protect
from bot.platforms.web.site import SITE, Core, Site, WebSettings
from bot.platforms.web.templating import TEMPLATING


def _utc_now() -> datetime:
    return datetime.now(UTC)


def make_app(
    core: Core,
    settings: WebSettings,
    *,
    now: Callable[[], datetime] = _utc_now,
    registry: CollectorRegistry | None = None,
) -> web.Application:
    """The web chat and its pages; other doors may add their routes to it before it starts."""
    app = web.Application(middlewares=[measured, kind], client_max_size=LONGEST_BODY)
    app[SITE] = Site(
        core=core,
        settings=settings,
        sessions=Sessions(settings.key),
        pace=Pace(),
        measures=measures(registry if registry is not None else CollectorRegistry()),
        assets=read_assets(),
        now=now,
    )
    aiohttp_jinja2.setup(
        app,
        **TEMPLATING,
    )
    app.on_response_prepare.append(protect)
    app.add_routes(_routes())
    return app


def _routes() -> list[web.RouteDef]:
    return [
        web.get("/", chat.chat_page),
        web.post("/message", chat.message),
        web.get(pages.FOLLOW_UP_PATH, pages.follow_up),
        web.get("/agenda", agenda.index),
        web.get(f"{agenda.PATH}.ics", agenda.feed),
        web.get(agenda.PATH, agenda.agenda),
        web.get(printed.PATH, printed.sheets),
        web.get(subscriptions.AGREE_PATH, subscriptions.asked),
        web.post(subscriptions.AGREE_PATH, subscriptions.agreed),
        web.get(subscriptions.END_PATH, subscriptions.ending),
        web.post(subscriptions.END_PATH, subscriptions.ended),
        web.get("/accessibilite", pages.accessibility),
        web.get("/mentions-legales", pages.legal),
        web.get("/confidentialite", pages.privacy),
        web.get("/static/{name}", pages.static),
        web.get("/healthz", pages.health),
        web.get("/readyz", pages.readiness),
        web.get("/metrics", pages.metrics),
    ]
