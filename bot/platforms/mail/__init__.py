"""E-mail, through aiosmtplib: it only goes out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.platforms.mail.carrier import MailCarrier
from bot.platforms.mail.door import MailDoor, trouble_of
from bot.platforms.mail.line import Line
from bot.platforms.mail.render import parcels
from bot.platforms.mail.settings import PLATFORM, MailSettings
from bot.platforms.mail.trouble import Trouble
from bot.post.weather import Weather

__all__ = ["PLATFORM", "MailCarrier", "MailDoor", "MailSettings", "open_mail", "parcels", "try_mail"]


def open_mail(
    settings: MailSettings, *, clock: Callable[[], datetime], weather: Weather
) -> tuple[MailDoor, MailCarrier]:
    """The door and the carrier of a mail server; nothing is connected yet."""
    line = Line.to(settings)
    return MailDoor(line=line, weather=weather), MailCarrier(line, clock)


async def try_mail(settings: MailSettings) -> Trouble | None:
    """What keeps mail from leaving, tried without writing to anybody; None: nothing does."""
    return await trouble_of(Line.to(settings))
