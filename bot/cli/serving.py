"""`solipacte serve`: everything that is configured, until it is told to stop."""

from __future__ import annotations

import asyncio
import errno
import signal
from contextlib import suppress

import structlog

from bot.app import House, follow_up, open_house, utc_now
from bot.cli.keeping import say
from bot.directories import load_demonstration
from bot.platforms.web import WebSettings, make_app, serve
from bot.platforms.web.site import Core
from bot.records.retention import purge
from bot.records.store import StoreUnavailable
from bot.settings import Settings
from bot.talk.crisis import recognise
from directory.importers.pipeline import ImportRefusedError

log = structlog.get_logger(__name__)

# Seconds between two looks at the directory's version, and between two purges.
DIRECTORY_EVERY = 30
KNOWLEDGE_EVERY = 10
PURGE_EVERY = 3600


async def serve_all(settings: Settings, *, demo: bool) -> int:
    """Serve until SIGINT or SIGTERM; gives the exit code."""
    if demo and settings.production:
        say("demo-not-here")
        return 1
    try:
        if demo and (loaded := await asyncio.to_thread(load_demonstration, settings, now=utc_now())):
            say("demo-loaded", services=loaded)
    except ImportRefusedError as error:
        say(error.key)
        return 1
    async with open_house(settings) as house:
        if settings.production and house.finder.fictional:
            say("demo-refused")
            return 1
        try:
            return await _serve(house)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            say("port-taken", port=str(settings.http_port))
            return 1


async def _serve(house: House) -> int:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, stopped.set)
    app = make_app(_core(house), _web_settings(house))
    async with serve(app, house.settings.http_host, house.settings.http_port) as (host, port):
        say("serving", url=f"http://{host}:{port}")
        if house.finder.fictional:
            say("serving-demo")
        chores = [
            asyncio.create_task(_follow_directory(house)),
            asyncio.create_task(_follow_knowledge(house)),
            asyncio.create_task(_purge(house)),
        ]
        await stopped.wait()
        for chore in chores:
            chore.cancel()
            with suppress(asyncio.CancelledError):
                await chore
    return 0


def _core(house: House) -> Core:
    async def ready() -> bool:
        try:
            await house.store.read(lambda connection: connection.exec_driver_sql("SELECT 1").scalar())
        except StoreUnavailable:
            return False
        return True

    return Core(
        answer=house.dialogue.answer,
        ready=ready,
        words=lambda language, name, values: house.wording.say(language, name, **values),
        danger=lambda text: recognise(text) is not None,
        follow_up=lambda token: follow_up(house, token),
    )


def _web_settings(house: House) -> WebSettings:
    settings = house.settings
    return WebSettings(
        key=house.vault.derived("web session"),
        public_url=settings.public_url or "",
        publisher=settings.publisher or "",
        director=settings.director or "",
        data_officer=settings.data_officer or "",
        hosting=settings.hosting or "",
        contact=settings.contact or "",
    )


async def _follow_directory(house: House) -> None:
    """Take up what another process imported."""
    while True:
        await asyncio.sleep(DIRECTORY_EVERY)
        with suppress(StoreUnavailable):
            if await house.finder.refresh():
                log.info("directory refreshed", services=len(house.finder))


async def _follow_knowledge(house: House) -> None:
    """Take up what an editor wrote; a file that is wrong is told, and the last good answers stay."""
    while True:
        await asyncio.sleep(KNOWLEDGE_EVERY)
        if await house.knowledge.refresh():
            if house.knowledge.problem:
                log.error("knowledge not read", problem=house.knowledge.problem)
            else:
                log.info("knowledge refreshed", records=len(house.knowledge.current.library.records))


async def _purge(house: House) -> None:
    """Let go of what has been kept long enough."""
    while True:
        with suppress(StoreUnavailable):
            left = await house.store.write(lambda connection: purge(connection, now=utc_now()))
            log.info("purged", **left)
        await asyncio.sleep(PURGE_EVERY)
