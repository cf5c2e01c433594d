"""What a reply may record of the directory: something said to be wrong, a word added, an editor's change."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.records import reports
from bot.records.agents import Speaker
from bot.records.effects import Desk, record_effect
from bot.records.people import Person
from bot.records.report import Outcome, Said
from bot.talk.message import Effect
from directory.ledger import editing
from directory.ledger.editing import Planned
from directory.ledger.history import Signed


@dataclass(frozen=True, slots=True)
class SendReport(Effect):
    """Somebody says that a service is not as the directory tells; its editors are told."""

    what: Said
    language: str


@dataclass(frozen=True, slots=True)
class CompleteReport(Effect):
    """The same person adds a word to the last thing they said."""

    said: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SettleReports(Effect):
    """What waits of a service was dealt with: whoever said it is told; `Act` goes before."""

    service: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class ChangeDirectory(Effect):
    """Changes that were planned and read again; `Act` goes before. Recording it raises EditRefusedError."""

    planned: Planned


@record_effect.register
def _(effect: SendReport, desk: Desk, person: Person) -> Person:
    if desk.said:
        where, language = desk.said.address, effect.language
        reports.send(desk.connection, desk.vault, where, effect.what, language=language, now=desk.now)
    return person


@record_effect.register
def _(effect: CompleteReport, desk: Desk, person: Person) -> Person:
    reports.add_word(desk.connection, desk.vault, person.uid, effect.said)
    return person


@record_effect.register
def _(effect: SettleReports, desk: Desk, person: Person) -> Person:
    reports.settle(desk.connection, effect.service, effect.outcome, now=desk.now)
    return person


@record_effect.register
def _(effect: ChangeDirectory, desk: Desk, person: Person) -> Person:
    speaker = Speaker.of(desk.said) if desk.said else Speaker("", "")
    actor = desk.vault.author(speaker.platform, speaker.name) if speaker.known else None
    editing.carry_out(desk.connection, effect.planned, Signed(desk.now, actor))
    return person
