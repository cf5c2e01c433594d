"""The clock of a house: reminders, messages to many people, and what they say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from bot.app import House
from bot.cli.following import DeclaredSources
from bot.handlers.agenda import zones_of
from bot.handlers.alert_news import AlertNews
from bot.handlers.audiences import departements, place_name
from bot.handlers.broadcasts import progress, report
from bot.handlers.by_mail import ByMail
from bot.handlers.import_news import ImportNews
from bot.handlers.news import News
from bot.handlers.offer_bulletin import OfferBulletin
from bot.handlers.offer_export_words import ExportNews
from bot.handlers.offer_news import OfferNews
from bot.handlers.report_news import ReportNews, source_told
from bot.handlers.review_bulletin import ReviewBulletin
from bot.handlers.steward_news import StewardNews
from bot.post.alerting import Alerting
from bot.post.bulletins import Bulletins
from bot.post.clock import Clock
from bot.post.confirming import Confirming
from bot.post.exporting import Exporting
from bot.post.feeder import Feeder
from bot.post.importing import Importing
from bot.post.inviting import Inviting
from bot.post.mailroom import Mailroom
from bot.post.offering import Offering
from bot.post.refreshing import Refreshing
from bot.post.reminding import Reminding
from bot.post.reporting import Reporting
from bot.post.telling import Telling
from bot.records.campaign import Campaign
from bot.records.offer_book import OfferBook
from bot.records.permissions import FRANCE
from bot.talk.due import is_night
from bot.talk.message import Reply, Text
from bot.talk.periods import Period, begun


def clock_of(house: House, mailroom: Mailroom) -> Clock:
    """What is due, in a house."""
    by_mail = by_mail_of(house)
    news = News(house.knowledge, house.wording, house.store.read, house.dialogue.clock)
    told = OfferNews(house.knowledge, house.wording, house.finder)

    def asleep(territory: str) -> bool:
        return is_night(mailroom.clock(), zones_of(house.knowledge.current)(territory))

    def around(territory: str) -> tuple[str, ...]:
        return (territory, *house.knowledge.current.territories.around(territory)) if territory else (FRANCE,)

    reminding = Reminding(
        mailroom,
        events=news.events,
        zones=lambda: zones_of(house.knowledge.current),
        around=lambda territory: departements(house.knowledge.current.territories, territory),
        ask=news.ask,
    )
    return Clock(
        mailroom,
        mailroom.clock,
        feeder_of(house, mailroom, news, by_mail, around),
        reminding,
        Inviting(mailroom, by_mail.invitation),
        Offering(mailroom, told, asleep),
        bulletins_of(house, mailroom, told),
        Exporting(mailroom, ExportNews(house.knowledge, house.wording, house.finder)),
        Reporting(mailroom, ReportNews(house.knowledge, house.wording)),
        refreshing_of(house, mailroom, around),
        Importing(
            mailroom,
            ImportNews(house.knowledge, house.wording),
            house.dialogue.fetching.fetch,
            house.dialogue.clerk,
        ),
        Alerting(mailroom, AlertNews(house.finder, house.wording)),
        Confirming(mailroom, StewardNews(house.wording)),
    )


def feeder_of(
    house: House, mailroom: Mailroom, news: News, by_mail: ByMail, around: Callable[[str], tuple[str, ...]]
) -> Feeder:
    """Messages to many people, and what their agents are told; `around`: a territory, and all that hold it."""
    french = house.wording.voice("fr")

    def quiet(campaign: Campaign) -> bool:
        zones = zones_of(house.knowledge.current)
        where: list[str | None] = [each for each in campaign.territories if each != FRANCE]
        return any(is_night(mailroom.clock(), zones(each)) for each in where or [None])

    def asks(campaign: Campaign) -> Reply:
        place = place_name(french, house.knowledge.current.territories, campaign.territory)
        return Reply((Text(french("broadcast-asked", number=str(campaign.id), place=place)),))

    agents = Telling(
        mailroom=mailroom,
        asks=asks,
        around=around,
        progress=partial(progress, french),
        report=partial(report, french),
    )
    return Feeder(mailroom, compose=news.compose, quiet=quiet, by_mail=by_mail.of, agents=agents)


def refreshing_of(house: House, mailroom: Mailroom, around: Callable[[str], tuple[str, ...]]) -> Refreshing:
    """The sources of the directory, read when it is their time; `around`: a territory, and all that hold it."""
    sources = DeclaredSources(house.settings, mailroom.clock)
    return Refreshing(mailroom, sources, around, partial(source_told, house.wording.voice("fr")))


def bulletins_of(house: House, mailroom: Mailroom, told: OfferNews) -> Bulletins:
    """What agents are sent each month, each week."""

    def started(period: Period, territory: str) -> date | None:
        zone = zones_of(house.knowledge.current)(territory)
        departement = territory.removeprefix("dep-").upper() if territory.startswith("dep-") else None
        return begun(period, mailroom.clock(), zone, departement)

    offers = OfferBulletin(told, OfferBook(house.store.read, house.vault), mailroom.clock)
    review = ReviewBulletin(told, house.finder, house.store.scan, house.vault, mailroom.clock)
    return Bulletins(mailroom, (offers, review), started)


def by_mail_of(house: House) -> ByMail:
    """Reminders by mail, asked for on the page."""
    store, dialogue = house.store, house.dialogue
    return ByMail(
        house.knowledge, store.read, store.write, house.vault, house.wording, dialogue.clock, dialogue.base_url
    )
