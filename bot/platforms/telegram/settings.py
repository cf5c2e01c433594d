"""What the operator decides about Telegram."""

from __future__ import annotations

from dataclasses import dataclass, field

WEBHOOK_PATH = "/telegram/webhook"
# Sends at once: at 25 a second, enough for answers that take a third of a second.
TOGETHER = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class TelegramSettings:
    """`webhook`: the address that Telegram calls, None for long polling; `rate`: messages a second, to
    everybody; `in_flight`: sends at once.
    """

    token: str = field(repr=False)
    api_url: str = "https://api.telegram.org"
    webhook: str | None = None
    secret: str = field(default="", repr=False)
    rate: float = 25
    in_flight: int = TOGETHER

    @property
    def bot_id(self) -> int:
        """The number of the bot: the token begins with it."""
        return int(self.token.partition(":")[0])
