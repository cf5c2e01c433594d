"""`solipacte doctor`: is this installation sound, and what is to be done?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TextIO

from bot.app import database_of, open_house, utc_now
from bot.keys import read_keys
from bot.platforms.mail import MailSettings, try_mail
from bot.records import schema
from bot.settings import Settings
from bot.talk.crisis import Line, TableChangedError, lines
from bot.talk.wording import Wording

# Numbers and their hours change about once a year.
VERIFY_DAYS = 180


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: the sentence of `cli.ftl`, its values, and whether all is well.

    `later`: not well, but it does not matter before real people come.
    """

    message: str
    values: dict[str, str | int]
    well: bool = True
    later: bool = False

    @property
    def sign(self) -> str:
        """The sentence that tells it."""
        return "doctor-ok" if self.well else "doctor-later" if self.later else "doctor-bad"


async def examine(settings: Settings, sink: TextIO) -> int:
    """Look at everything and say it; 1 when something must be done."""
    findings = [Finding("doctor-settings", {}), _key(settings), *_database(settings), *_numbers(), *_notice(settings)]
    async with open_house(settings) as house:
        findings += _older_keys(settings)
        findings.append(Finding("doctor-communes", {"count": len(house.finder.gazetteer)}))
        findings.append(_directory(len(house.finder), fictional=house.finder.fictional, production=settings.production))
    findings.append(await _mail(settings))
    wording = Wording()
    for finding in findings:
        what = wording.say("fr", finding.message, **finding.values)
        sink.write(wording.say("fr", finding.sign, what=what) + "\n")
    return 0 if all(finding.well or finding.later for finding in findings) else 1


def _key(settings: Settings) -> Finding:
    inside = settings.secret_key_file.resolve().is_relative_to(settings.data_dir.resolve())
    if inside and settings.production:
        return Finding("doctor-key-inside", {}, well=False)
    return Finding("doctor-key-safe", {})


def _older_keys(settings: Settings) -> list[Finding]:
    """Keys that only copies of before a rotation need."""
    older = len(read_keys(settings.secret_key_file).encryption) - 1
    return [Finding("doctor-keys-older", {"count": older}, well=False, later=True)] if older else []


def _database(settings: Settings) -> list[Finding]:
    schema.upgrade(database_of(settings))
    problems = schema.check(database_of(settings))
    return [Finding("doctor-problem", {"problem": problem}, well=False) for problem in problems] or [
        Finding("doctor-database", {})
    ]


def _numbers() -> list[Finding]:
    try:
        old = [line.number for line in lines().values() if _old(line)]
    except TableChangedError:
        return [Finding("doctor-numbers-broken", {}, well=False)]
    if old:
        return [Finding("doctor-numbers-old", {"numbers": ", ".join(old)}, well=False)]
    return [Finding("doctor-numbers", {})]


def _old(line: Line) -> bool:
    """Given to people, and not checked for long."""
    return not line.replaced_by and (utc_now().date() - line.checked).days > VERIFY_DAYS


def _notice(settings: Settings) -> list[Finding]:
    names = ("publisher", "director", "hosting", "contact")
    missing = [f"SOLIPACTE_{name.upper()}" for name in names if not getattr(settings, name)]
    if missing:
        return [
            Finding("doctor-notice-missing", {"names": ", ".join(missing)}, well=False, later=not settings.production)
        ]
    return [Finding("doctor-notice", {})]


async def _mail(settings: Settings) -> Finding:
    """Whether the mail server takes us, tried as far as that goes without writing to anybody."""
    mail = MailSettings.of(settings)
    if mail is None:
        return Finding("doctor-mail-none", {}, well=False, later=True)
    trouble = await try_mail(mail)
    return Finding(f"doctor-mail-{trouble}" if trouble else "doctor-mail", {}, well=trouble is None)


def _directory(services: int, *, fictional: bool, production: bool) -> Finding:
    if not services:
        return Finding("doctor-directory-empty", {}, well=False, later=not production)
    if fictional:
        return Finding("doctor-directory-fictional", {}, well=False, later=not production)
    return Finding("doctor-directory", {"count": services})
