"""What is kept of a person: shown with `/mesdonnees`, erased with `/supprimer`."""

from __future__ import annotations

from collections.abc import Iterable

from bot.handlers.menu import main_choices
from bot.handlers.offer_text import offers_told
from bot.handlers.subscriptions import told
from bot.records.effects import Forget
from bot.talk.message import Block, Choice, Reply, Text
from bot.talk.router import Router
from bot.talk.sought import Sought
from bot.talk.turn import Turn

router = Router()


@router.command("supprimer", "effacer", "oublier", personal=True)
async def erase(turn: Turn) -> Reply:
    """Ask once, then erase everything."""
    voice = turn.voice
    if turn.argument == "oui":
        return Reply((Text(voice("forgotten")),), effects=(Forget(),))
    if turn.argument == "non":
        return Reply((Text(voice("forget-kept")),), main_choices(voice))
    choices = (Choice(voice("forget-yes"), "/supprimer oui"), Choice(voice("forget-no"), "/supprimer non"))
    rights = (Text(voice("agents-forget")),) if "agent" in await turn.own_data() else ()
    return Reply((Text(voice("forget-question")), *rights), choices)


@router.command("mesdonnees", "privacy", personal=True)
async def own_data(turn: Turn) -> Reply:
    """Everything that is kept of the person, in words."""
    voice, kept = turn.voice, await turn.own_data()
    lines: list[str] = []
    for row in kept.get("preference", ()):
        if row["language"]:
            name = "fr-x-simple" if row["simple"] else row["language"]
            lines.append(voice("data-language", language=voice(f"name-{name}")))
        if row["departement"]:
            lines.append(voice("data-departement", departement=row["departement"]))
    for row in kept.get("conversation", ()):
        sought = Sought.from_json((row["state"] or {}).get("search"))
        if sought != Sought():
            lines.append(voice("data-search", search=_in_words(turn, sought)))
        if thread := (row["state"] or {}).get("thread"):
            lines.append(voice("pact-question-kept", titles=_titles(turn, thread.get("shown", ()))))
    if searches := kept.get("saved_search"):
        lines.append(voice("data-kept", count=len(searches)))
    lines += told(turn, kept.get("subscription", ()))
    lines += offers_told(turn, kept)
    for row in kept.get("agent", ()):
        place = turn.knowledge.territories.name(row["territory"])
        lines.append(voice("data-agent", role=voice(f"role-{row['role']}"), place=place, label=row["label"] or "…"))
    if not lines:
        return Reply((Text(voice("data-none")),), main_choices(voice))
    blocks: tuple[Block, ...] = (Text(voice("data-here")), Text("\n".join(lines)), Text(voice("data-erase")))
    return Reply(blocks, main_choices(voice))


def _in_words(turn: Turn, sought: Sought) -> str:
    finder, language = turn.finder, turn.voice.language
    commune = finder.gazetteer.by_code(sought.commune) if sought.commune else None
    said = [finder.needs.label(need, language) for need in sought.needs]
    return ", ".join((*said, commune.name if commune else sought.postal or ""))


def _titles(turn: Turn, shown: Iterable[str]) -> str:
    return turn.voice.listed(record.title for name in shown if (record := turn.knowledge.record(name))) or "…"
