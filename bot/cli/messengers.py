"""The messengers that are configured, and the mailroom between them and the conversation."""

from __future__ import annotations

import fcntl
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from aiohttp import web
from prometheus_client import CollectorRegistry

from bot.app import House, database_of, utc_now
from bot.cli.campaigning import clock_of
from bot.platforms.mail import MailSettings, open_mail
from bot.platforms.matrix import MatrixSettings, open_matrix
from bot.platforms.telegram import WEBHOOK_PATH, TelegramSettings, open_telegram, routes
from bot.post.bell import Bell
from bot.post.carrier import Carrier
from bot.post.door import Door
from bot.post.figures import figures
from bot.post.leading import Leading
from bot.post.locks import make_locks
from bot.post.mailroom import Mailroom
from bot.post.office import Office
from bot.post.weather import Weather
from bot.records.engines import database_url
from bot.talk.message import Address, Message, Position, Reply


class AnotherServesError(RuntimeError):
    """Another process already serves this SQLite database: two would answer each message twice."""


@dataclass(frozen=True, slots=True)
class Messengers:
    """The mailroom at work, and the routes that the web server lends to its doors."""

    office: Office
    routes: tuple[web.RouteDef, ...]


@asynccontextmanager
async def open_messengers(house: House, registry: CollectorRegistry) -> AsyncIterator[Messengers]:
    """Open what is configured; stop without losing anything. Raises AnotherServesError."""
    with_lock = _alone(house) if _configured(house) else None
    try:
        mailroom = make_mailroom(house, registry)
        office = Office(
            mailroom=mailroom,
            leading=Leading(database_of(house.settings)),
            bell=Bell(database_of(house.settings), mailroom.wake_sender),
            chores=clock_of(house, mailroom).keep,
        )
        added = _telegram(house, office) if house.settings.telegram_token else []
        if house.settings.matrix_homeserver:
            _matrix(house, office)
        _mail(house, office)
        office.start()
        try:
            yield Messengers(office, tuple(added))
        finally:
            await office.stop()
    finally:
        if with_lock is not None:
            os.close(with_lock)


def _configured(house: House) -> bool:
    settings = house.settings
    return bool(settings.telegram_token or settings.matrix_homeserver or settings.smtp_url)


def _alone(house: House) -> int | None:
    """Hold the SQLite database for this process; None on PostgreSQL, which processes share."""
    url = database_url(database_of(house.settings))
    if url.get_backend_name() != "sqlite" or not url.database:
        return None
    descriptor = os.open(Path(f"{url.database}.serving"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise AnotherServesError from None
    return descriptor


def make_mailroom(house: House, registry: CollectorRegistry, *, clock: Callable[[], datetime] = utc_now) -> Mailroom:
    """The mailroom of a house, without messengers yet."""
    return Mailroom(
        store=house.store,
        vault=house.vault,
        talk=house.dialogue,
        nearest=_nearest(house),
        places=house.dialogue.router.places,
        locks=make_locks(database_of(house.settings)),
        figures=figures(registry),
        clock=clock,
    )


# Far from every commune: what is said there is that only France is known.
NOWHERE = Position(0, 0)


def _nearest(house: House) -> Callable[[Position], Position]:
    def nearest(shared: Position) -> Position:
        commune = house.finder.gazetteer.nearest(shared.latitude, shared.longitude)
        if commune is None or commune.latitude is None or commune.longitude is None:
            return NOWHERE
        return Position(commune.latitude, commune.longitude)

    return nearest


def _telegram(house: House, office: Office) -> list[web.RouteDef]:
    settings, weather = house.settings, Weather()
    secret, token = settings.telegram_webhook_secret, settings.telegram_token
    webhook = settings.telegram_mode == "webhook"
    door, carrier = open_telegram(
        TelegramSettings(
            token=token.get_secret_value() if token else "",
            api_url=settings.telegram_api_url,
            webhook=f"{settings.public_url}{WEBHOOK_PATH}" if webhook else None,
            secret=secret.get_secret_value() if secret else house.vault.derived("telegram webhook").hex(),
            rate=settings.telegram_rate,
            in_flight=settings.telegram_in_flight,
        ),
        post=office.mailroom,
        words=house.wording.say,
        inquire=_inquire(house),
        weather=weather,
    )
    _add(office, door, carrier, weather)
    house.dialogue.fetching.platforms[carrier.name] = carrier.fetch
    return routes(door) if webhook else []


def _matrix(house: House, office: Office) -> None:
    settings, weather = house.settings, Weather()
    door, carrier = open_matrix(
        MatrixSettings(
            homeserver=settings.matrix_homeserver or "",
            user=settings.matrix_user or "",
            password=settings.matrix_password.get_secret_value() if settings.matrix_password else "",
            folder=settings.data_dir / "matrix",
            pickle_key=house.vault.derived("matrix device").hex(),
            allowed_servers=settings.allowed_servers,
            shared=office.mailroom.locks.shared,
        ),
        post=office.mailroom,
        weather=weather,
    )
    _add(office, door, carrier, weather)
    house.dialogue.fetching.platforms[carrier.name] = carrier.fetch


def _mail(house: House, office: Office) -> None:
    weather, settings = Weather(), MailSettings.of(house.settings)
    if settings:
        door, carrier = open_mail(settings, clock=office.mailroom.clock, weather=weather)
        _add(office, door, carrier, weather)


def _add(office: Office, door: Door, carrier: Carrier, weather: Weather) -> None:
    office.mailroom.add(carrier, weather)
    office.doors[door.name] = door


def _inquire(house: House) -> Callable[[str, str | None], Awaitable[Reply]]:
    async def inquire(text: str, language: str | None) -> Reply:
        return await house.dialogue.glance(Message(Address("telegram", ""), text, language=language, group=True))

    return inquire
