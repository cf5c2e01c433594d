"""What the web chat is built from: what the core lends it, its settings, and its own parts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from aiohttp import web

from bot.handlers.agendas import Agendas
from bot.handlers.by_mail import ByMail
from bot.handlers.printing import Printing
from bot.platforms.web.assets import Assets
from bot.platforms.web.measures import Measures
from bot.platforms.web.pace import Pace
from bot.platforms.web.sessions import Sessions
from bot.talk.message import Message, Reply

Words = Callable[[str, str, Mapping[str, str | float]], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """What the conversation lends to a page.

    `answer`: one message in, one reply out. `ready`: whether it can answer. `words`: a sentence by language,
    name and values. `danger`: whether a text speaks of danger (never slowed down). `follow_up`: the search or
    the receipt behind a secret link as of now, None when the link is unknown. `doors`: how the messengers fare.
    `agendas`: the calendar of each territory. `by_mail`: reminders by mail, None where no mail is sent. `printing`: the
    places around a commune, to be printed.
    """

    answer: Callable[[Message], Awaitable[Reply]]
    ready: Callable[[], Awaitable[bool]]
    words: Words
    danger: Callable[[str], bool]
    follow_up: Callable[[str], Awaitable[Reply | None]] | None = None
    doors: Callable[[], Mapping[str, str]] = dict
    agendas: Agendas | None = None
    by_mail: ByMail | None = None
    printing: Printing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSettings:
    """What the operator decides. Empty strings are shown as "to be completed by the operator".

    `key`: 32 secret bytes that sign sessions and forms. `quick_exit`: the harmless page that "leave quickly" opens.
    The `kept_*` figures are shown in the privacy notice: they are those of `bot.records.promises` (a test holds it).
    """

    key: bytes = field(repr=False)
    public_url: str = ""
    publisher: str = ""
    director: str = ""
    hosting: str = ""
    contact: str = ""
    data_officer: str = ""
    quick_exit: str = "https://meteofrance.com/"
    kept_session_hours: int = 24
    kept_preference_days: int = 365
    kept_search_days: int = 90
    kept_erasure_days: int = 30
    kept_event_days: int = 2
    kept_send_days: int = 7
    kept_journal_days: int = 14
    kept_subscription_days: int = 395
    kept_mail_request_days: int = 2
    kept_offer_days: int = 180
    kept_offer_line_days: int = 365
    kept_offer_draft_days: int = 7
    kept_report_days: int = 180
    kept_alert_days: int = 180
    kept_steward_days: int = 395

    @property
    def secure(self) -> bool:
        """Whether people reach the page over HTTPS."""
        return self.public_url.startswith("https://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything a request needs."""

    core: Core
    settings: WebSettings
    sessions: Sessions
    pace: Pace
    measures: Measures
    assets: Assets
    now: Callable[[], datetime]


SITE = web.AppKey("site", Site)
