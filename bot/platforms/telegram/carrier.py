"""Sends to Telegram, and says what became of it."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from telegram import Bot, InputFile
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, TelegramError

from bot.platforms.telegram.render import Words, parcels, without_markup
from bot.platforms.telegram.request import TooManyCallsError, UnsentError
from bot.platforms.telegram.settings import TOGETHER
from bot.platforms.telegram.updates import PLATFORM
from bot.post.carrier import (
    ClosedError,
    DoubtError,
    GoneError,
    Manner,
    MovedError,
    NotSentError,
    Parcel,
    RefusedError,
    SendError,
    TooFastError,
)
from bot.post.pace import Limits
from bot.talk.fetching import Fetch
from bot.talk.message import Message, Reply

# How Telegram says that nobody is there any more, without case (the library changes it).
_GONE = ("chat not found", "user is deactivated", "peer_id_invalid", "group chat was deactivated", "user not found")
_UNREADABLE = ("can't parse entities", "button", "reply markup", "reply_markup", "keyboard")
_EDITABLE = ("text", "parse_mode", "link_preview_options")
_SAME, _NOT_THERE = ("message is not modified",), ("message to edit not found", "message can't be edited")
# Slots remembered.
MOST_SLOTS = 200
REVOKED = (
    "Telegram refuses the token: ask @BotFather for a new one (/token), put it in SOLIPACTE_TELEGRAM_TOKEN, "
    "and start Solipacte again."
)


def is_crowd(chat: str) -> bool:
    """Whether a chat is a group: its number is negative."""
    return chat.startswith("-")


@dataclass(frozen=True, slots=True)
class TelegramCarrier:
    """`rate`: messages a second, to everybody; `together`: sends at once; `fetch`: gives the files that people send."""

    bot: Bot
    words: Words
    rate: float
    together: int = TOGETHER
    fetch: Fetch = field(kw_only=True)
    name: str = PLATFORM
    _slots: dict[tuple[int, str], int] = field(default_factory=dict)
    """The message of each slot; forgotten at a restart, when another one begins."""

    @property
    def manner(self) -> Manner:
        """One message a second to each person, twenty a minute to a group (Bots FAQ)."""
        limits = Limits(per_second=self.rate, room_gap=1.0, crowd_per_minute=20, is_crowd=is_crowd)
        return Manner(limits, together=self.together, repeatable=False)

    def pack(self, reply: Reply, to: Message | None) -> tuple[Parcel, ...]:
        """The sends that make up a reply."""
        return parcels(reply, to, self.words)

    async def send(self, room: str, parcel: Parcel, key: str) -> None:
        """Deliver one parcel. Raises a SendError."""
        chat, _, person = room.partition(" ")
        try:
            await self._call(int(chat), parcel)
        except BadRequest as error:
            plain = without_markup(parcel)
            if plain is None or not _says(error, _UNREADABLE):
                raise _told(error, person) from None
            await self.send(room, plain, key)
        except TelegramError as error:
            raise _told(error, person) from None

    async def _call(self, chat: int, parcel: Parcel) -> None:
        params: Mapping[str, Any] = parcel["params"]
        match parcel["method"]:
            case "sendMessage" if "slot" in parcel:
                await self._replace(chat, parcel["slot"], params)
            case "sendMessage":
                # Without the object that `send_message` builds of the answer: nobody reads it, and it costs the most.
                await self.bot._post("sendMessage", {"chat_id": chat, **params})  # noqa: SLF001 - idem
            case "sendVenue":
                await self.bot.send_venue(chat, **params)
            case "sendDocument":
                content = base64.b64decode(parcel["content"])
                await self.bot.send_document(chat, InputFile(content, parcel["name"]), **params)
            case method:
                raise RefusedError(f"no such method: {method}")

    async def _replace(self, chat: int, slot: str, params: Mapping[str, Any]) -> None:
        """Write in the place of the last message of a slot; where it is gone, write anew."""
        if known := self._slots.get((chat, slot)):
            kept = {name: value for name, value in params.items() if name in _EDITABLE}
            try:
                await self.bot.edit_message_text(chat_id=chat, message_id=known, **kept)
            except BadRequest as error:
                if _says(error, _SAME):
                    return
                if not _says(error, _NOT_THERE):
                    raise
            else:
                return
        sent = await self.bot.send_message(chat, **params)
        if len(self._slots) >= MOST_SLOTS:
            del self._slots[next(iter(self._slots))]
        self._slots[chat, slot] = sent.message_id


def _told(error: TelegramError, person: str) -> SendError:  # noqa: PLR0911 - one for each end
    """What an error of the library means for the letter."""
    match error:
        case _ if not telegram_says(error):
            return DoubtError("the answer is not Telegram's")
        case TooManyCallsError():
            return TooFastError(error.seconds)
        case ChatMigrated():
            return MovedError(f"{error.new_chat_id} {person}".strip())
        case Forbidden():
            return GoneError("forbidden")
        case InvalidToken():
            return ClosedError(REVOKED)
        case BadRequest():
            return GoneError("nobody there") if _says(error, _GONE) else RefusedError("bad request")
        case UnsentError():
            return NotSentError("no connection")
        case _:
            return DoubtError("no answer that makes sense")


def telegram_says(error: TelegramError) -> bool:
    """Whether an error is Telegram's own: a page (403, 404…) is of a proxy before it, and says nothing of a person."""
    return error.__cause__ is None


def _says(error: TelegramError, words: tuple[str, ...]) -> bool:
    said = error.message.lower()
    return any(word in said for word in words)
