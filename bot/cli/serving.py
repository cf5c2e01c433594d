"""`solipacte serve`: everything that is configured, until it is told to stop."""

from __future__ import annotations

import asyncio
import errno
import signal
from contextlib import suppress

import structlog
import typer
from prometheus_client import CollectorRegistry

from bot.app import House, follow_up, open_house, utc_now
from bot.cli.campaigning import by_mail_of
from bot.cli.keeping import say
from bot.cli.licensing import printing_of
from bot.cli.messengers import AnotherServesError, Messengers, open_messengers
from bot.directories import load_demonstration
from bot.handlers.agendas import Agendas
from bot.platforms.web import WebSettings, make_app, serve
from bot.platforms.web.site import Core
from bot.post.office import Office
from bot.records.store import StoreUnavailable
from bot.settings import Settings
from bot.talk.crisis import recognise
from directory.importers.pipeline import ImportRefusedError

log = structlog.get_logger(__name__)

# Seconds between two looks at the directory's version, and at the files of the knowledge.
DIRECTORY_EVERY = 30
KNOWLEDGE_EVERY = 10
# The exit code when a messenger refuses us (EX_CONFIG of sysexits.h): starting again changes nothing.
REFUSED = 78


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
    registry = CollectorRegistry()
    try:
        async with open_messengers(house, registry) as messengers:
            return await _serve_with(house, messengers, registry)
    except AnotherServesError:
        say("another-serves")
        return 1


async def _serve_with(house: House, messengers: Messengers, registry: CollectorRegistry) -> int:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, stopped.set)
    # The words of danger are read from their files here, rather than while the first person waits.
    await asyncio.to_thread(recognise, "bonjour")
    app = make_app(_core(house, messengers.office), _web_settings(house), registry=registry)
    app.add_routes(messengers.routes)
    async with serve(app, house.settings.http_host, house.settings.http_port) as (host, port):
        say("serving", url=f"http://{host}:{port}")
        if house.finder.fictional:
            say("serving-demo")
        chores = [asyncio.create_task(_follow_directory(house)), asyncio.create_task(_follow_knowledge(house))]
        code = await _until_stopped(stopped, messengers.office)
        messengers.office.stopping()
        for chore in chores:
            chore.cancel()
            with suppress(asyncio.CancelledError):
                await chore
    return code


async def _until_stopped(stopped: asyncio.Event, office: Office) -> int:
    """Wait for the stop, or for a messenger that refuses us from the beginning; gives the exit code."""
    while not stopped.is_set():
        waiting = [asyncio.create_task(stopped.wait()), asyncio.create_task(office.trouble.wait())]
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for task in waiting:
            task.cancel()
        if not office.trouble.is_set():
            continue
        office.trouble.clear()
        office.result()
        if office.refused:
            typer.echo(office.refused, err=True)
            if office.never_open:
                return REFUSED
    return REFUSED if office.refused else 0


def _core(house: House, office: Office) -> Core:
    async def ready() -> bool:
        try:
            await house.store.read(lambda connection: connection.exec_driver_sql("SELECT 1").scalar())
        except StoreUnavailable:
            return False
        return True

    return Core(
        printing=printing_of(house),
        answer=house.dialogue.answer,
        ready=ready,
        words=lambda language, name, values: house.wording.say(language, name, **values),
        danger=lambda text: recognise(text) is not None,
        follow_up=lambda token: follow_up(house, token),
        doors=office.health,
        by_mail=by_mail_of(house) if house.settings.smtp_url else None,
        agendas=Agendas(
            house.knowledge, house.store.read, house.wording, house.dialogue.clock, house.dialogue.base_url
        ),
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
