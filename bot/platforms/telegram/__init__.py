"""Telegram, through python-telegram-bot; the socket and the pace are ours."""

from __future__ import annotations

from functools import partial

from telegram import Bot

from bot.platforms.telegram.carrier import TelegramCarrier
from bot.platforms.telegram.courtesies import Courtesies, Inquire
from bot.platforms.telegram.door import TelegramDoor
from bot.platforms.telegram.files import fetched
from bot.platforms.telegram.render import Words
from bot.platforms.telegram.request import Request
from bot.platforms.telegram.settings import WEBHOOK_PATH, TelegramSettings
from bot.platforms.telegram.webhook import routes
from bot.post.arrival import Post
from bot.post.weather import Weather

__all__ = ["WEBHOOK_PATH", "TelegramCarrier", "TelegramDoor", "TelegramSettings", "open_telegram", "routes"]


def open_telegram(
    settings: TelegramSettings, *, post: Post, words: Words, inquire: Inquire, weather: Weather
) -> tuple[TelegramDoor, TelegramCarrier]:
    """The door and the carrier of a bot; nothing is connected yet."""
    request = Request(settings.api_url)
    bot = Bot(
        settings.token,
        base_url=f"{settings.api_url}/bot",
        base_file_url=f"{settings.api_url}/file/bot",
        request=request,
        get_updates_request=Request(settings.api_url),
    )
    courtesies = Courtesies(bot=bot, words=words, inquire=inquire)
    door = TelegramDoor(settings=settings, bot=bot, post=post, courtesies=courtesies, weather=weather)
    fetch = partial(fetched, bot, request)
    return door, TelegramCarrier(bot, words, settings.rate, settings.in_flight, fetch=fetch)
