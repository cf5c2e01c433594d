"""`solipacte knowledge check` and `gaps`: what editors look after."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console

from bot.app import database_of
from bot.records.counts import counts
from bot.records.schema import upgrade
from bot.records.store import Store
from bot.settings import Settings
from bot.talk.wording import Voice
from knowledge.checking import gaps
from knowledge.files import ContentError
from knowledge.library import CONTENT, Library

_DAYS = 90


def check(settings: Settings, console: Console, voice: Voice, *, everything: bool) -> int:
    """Print the gaps of the content; 1 when one is serious, 2 when a file cannot be read."""
    own = settings.data_dir / "knowledge"
    try:
        library = Library.read(CONTENT, own)
    except ContentError as error:
        console.print(str(error), markup=False, highlight=False, soft_wrap=True)
        return 2
    found = gaps(library, datetime.now(UTC).date())
    for gap in found:
        if gap.serious or everything:
            said = voice(f"knowledge-{gap.what}", id=gap.id, detail=gap.detail)
            console.print(f"{_short(gap.path)}:{gap.line} : {said}", markup=False, highlight=False, soft_wrap=True)
    serious = sum(gap.serious for gap in found)
    console.print(
        voice("knowledge-checked", records=len(library.records), serious=serious, others=len(found) - serious),
        markup=False,
    )
    return 1 if serious else 0


def _short(path: Path) -> str:
    return str(path.relative_to(CONTENT.parent.parent)) if path.is_relative_to(CONTENT.parent.parent) else str(path)


async def unanswered(settings: Settings, console: Console, voice: Voice) -> int:
    """Print what people asked and the documents do not hold, as counts of terms; nothing under five is shown."""
    upgrade(database_of(settings))
    store = Store.open(database_of(settings))
    try:
        today = datetime.now(UTC).date()
        found = await store.read(lambda c: counts(c, first_day=today - timedelta(days=_DAYS), last_day=today))
    finally:
        await store.close()
    names = ("gap", "unanswered", "useful", "useless")
    rows = [(name, number) for name, number in found.items() if name.partition(":")[0] in names]
    if not rows:
        console.print(voice("knowledge-no-gaps", days=_DAYS), markup=False)
    for name, number in rows:
        kind, _, term = name.partition(":")
        console.print(voice(f"knowledge-count-{kind}", term=term, count=number), markup=False, highlight=False)
    return 0
