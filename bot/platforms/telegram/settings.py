"""What the operator decides about Telegram."""

from __future__ import annotations

from dataclasses import dataclass, field

WEBHOOK_PATH = "/telegram/webhook"


@dataclass(frozen=True, slots=True, kw_only=True)
class TelegramSettings:
    """`webhook`: the address that Telegram calls, None for long polling; `rate`: messages a second, to everybody."""

    token: str = field(repr=False)
    api_url: str = "https://api.telegram.org"
    webhook: str | None = None
    secret: str = field(default="", repr=False)
    rate: float = 25

    @property
    def bot_id(self) -> int:
        """The number of the bot: the token begins with it."""
        return int(self.token.partition(":")[0])
