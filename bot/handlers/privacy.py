"""What is kept of a person: shown with `/mesdonnees`, erased with `/supprimer`, explained with `/confidentialite`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from bot.handlers import alerts, stewards
from bot.handlers.import_news import wishes_told
from bot.handlers.menu import main_choices
from bot.handlers.offer_text import drafts_told, exports_told, offers_told, steps_told
from bot.handlers.report_news import reports_told
from bot.handlers.subscriptions import told
from bot.records.effects import Forget
from bot.records.portable import written
from bot.talk.message import Attachment, Block, Choice, Reply, Text
from bot.talk.router import Router
from bot.talk.sought import Sought
from bot.talk.turn import Turn
from knowledge.dates import day

router = Router()

_LOST_TOO = {"offer": "offer-forget", "steward": "steward-forget", "agent": "agents-forget"}
"""By table, what one loses that others will notice."""

Rows = Iterable[Mapping[str, Any]]
# Where the platform itself keeps something that only the person can erase, or keeps nothing.
_PLATFORMS = ("telegram", "matrix", "web")
FILE = "solipacte-mes-donnees.json"


@router.command("supprimer", "effacer", "oublier", personal=True)
async def erase(turn: Turn) -> Reply:
    """Ask once, then erase everything, and say what the platform keeps."""
    voice, platform = turn.voice, turn.message.address.platform
    if turn.argument == "oui":
        elsewhere = f"forgotten-{platform if platform in _PLATFORMS else 'elsewhere'}"
        return Reply((Text(voice("forgotten")), Text(voice(elsewhere))), effects=(Forget(),))
    if turn.argument == "non":
        return Reply((Text(voice("forget-kept")),), main_choices(voice))
    choices = (Choice(voice("forget-yes"), "/supprimer oui"), Choice(voice("forget-no"), "/supprimer non"))
    kept = await turn.own_data()
    also = [Text(voice(said)) for table, said in _LOST_TOO.items() if table in kept]
    return Reply((Text(voice("forget-question")), *also), choices)


@router.command("mesdonnees", "privacy", personal=True)
async def own_data(turn: Turn) -> Reply:
    """Everything that is kept of the person, in words and as a file."""
    voice, kept = turn.voice, await turn.own_data()
    lines = [line for name, rows in kept.items() if name in LINES for line in LINES[name](turn, rows)]
    if not kept:
        return Reply((Text(voice("data-none")),), main_choices(voice))
    blocks: tuple[Block, ...] = (Text(voice("data-here")), Text("\n".join(lines)), Text(voice("data-file")))
    file = Attachment(FILE, "application/json", written(kept, now=turn.now))
    return Reply((*blocks, Text(voice("data-erase"))), main_choices(voice), attachments=(file,))


@router.command("confidentialite")
async def explained(turn: Turn) -> Reply:
    """The essential of what is kept, in a few words, and where the rest is."""
    voice = turn.voice
    said = (Text(voice("privacy-short")), Text(voice("privacy-more", url=f"{turn.base_url}/confidentialite")))
    return Reply(said, (Choice(voice("privacy-see"), "/mesdonnees"), Choice(voice("privacy-erase"), "/supprimer")))


def _conversation(turn: Turn, rows: Rows) -> Iterable[str]:
    voice = turn.voice
    for row in rows:
        yield voice("data-conversation")
        sought = Sought.from_json((row["state"] or {}).get("search"))
        if sought != Sought():
            yield voice("data-search", search=_in_words(turn, sought))
        if thread := (row["state"] or {}).get("thread"):
            yield voice("pact-question-kept", titles=_titles(turn, thread.get("shown", ())))


def _preference(turn: Turn, rows: Rows) -> Iterable[str]:
    voice = turn.voice
    for row in rows:
        if row["language"]:
            name = "fr-x-simple" if row["simple"] else row["language"]
            yield voice("data-language", language=voice(f"name-{name}"))
        if row["departement"]:
            yield voice("data-departement", departement=row["departement"])


def _searches(turn: Turn, rows: Rows) -> Iterable[str]:
    yield turn.voice("data-kept", count=len(list(rows)))


def _rights(turn: Turn, rows: Rows) -> Iterable[str]:
    voice = turn.voice
    for row in rows:
        place = turn.knowledge.territories.name(row["territory"])
        yield voice("data-agent", role=voice(f"role-{row['role']}"), place=place, label=row["label"] or "…")


def _erasure(turn: Turn, rows: Rows) -> Iterable[str]:
    for row in rows:
        at = day(datetime.fromisoformat(row["erased_at"]).date(), turn.voice.locale)
        yield turn.voice("data-erasure" if row["forgotten_at"] else "data-stopped", date=at)


LINES: Mapping[str, Callable[[Turn, Any], Iterable[str]]] = {
    "preference": _preference,
    "conversation": _conversation,
    "saved_search": _searches,
    "subscription": told,
    "alert": alerts.told,
    "steward": stewards.told,
    "agent": _rights,
    "erasure": _erasure,
    "offer": offers_told,
    "offer_draft": drafts_told,
    "offer_line": steps_told,
    "offer_export": exports_told,
    "import_wish": wishes_told,
    "report": reports_told,
}
"""By table, what is said of its rows: each personal table has its line (a test holds it)."""


def _in_words(turn: Turn, sought: Sought) -> str:
    finder, language = turn.finder, turn.voice.language
    commune = finder.gazetteer.by_code(sought.commune) if sought.commune else None
    said = [finder.needs.label(need, language) for need in sought.needs]
    said += [turn.voice("words-typed", words=" ".join(sought.words))] if sought.words else []
    said.append(commune.name if commune else sought.postal or "")
    return ", ".join(part for part in said if part)


def _titles(turn: Turn, shown: Iterable[str]) -> str:
    return turn.voice.listed(record.title for name in shown if (record := turn.knowledge.record(name))) or "…"
