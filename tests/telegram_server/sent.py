"""What the bot sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Raw = dict[str, Any]


@dataclass(frozen=True)
class Sent:
    """Something that was accepted. `text`: as people see it; `at`: seconds of the server's clock.

    `answered`: False when the bot was never told that it was accepted (the connection was cut first).
    """

    method: str
    chat: int
    message_id: int
    text: str
    at: float
    parameters: Mapping[str, Any] = field(repr=False)
    entities: tuple[Raw, ...] = ()
    document: bytes | None = None
    file_name: str | None = None
    answered: bool = True

    @property
    def html(self) -> str:
        """The text as the bot wrote it, with its markup."""
        return str(self.parameters.get("text") or self.parameters.get("caption") or "")

    @property
    def markup(self) -> Raw:
        """The keyboard, `{}` when there is none."""
        return self.parameters.get("reply_markup") or {}

    @property
    def buttons(self) -> dict[str, str]:
        """What each inline button sends, by its label."""
        rows = self.markup.get("inline_keyboard", ())
        return {button["text"]: button.get("callback_data", "") for row in rows for button in row}

    @property
    def keys(self) -> list[str]:
        """The labels of the keyboard in place of the letters."""
        rows = self.markup.get("keyboard", ())
        return [key if isinstance(key, str) else key["text"] for row in rows for key in row]

    @property
    def venue(self) -> Raw | None:
        """The place: latitude, longitude, title, address."""
        if self.method != "sendVenue":
            return None
        place = {name: float(self.parameters[name]) for name in ("latitude", "longitude")}
        return {**place, "title": self.parameters["title"], "address": self.parameters["address"]}

    @property
    def reply_to(self) -> int | None:
        """The message that it answers."""
        return (self.parameters.get("reply_parameters") or {}).get("message_id")


@dataclass(frozen=True)
class Refused:
    """Something that was not accepted, and why."""

    method: str
    chat: int | None
    code: int
    description: str
    at: float
