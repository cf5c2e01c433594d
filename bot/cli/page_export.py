"""`solipacte export page`: the places around a commune, as a file that any browser prints."""

from __future__ import annotations

from pathlib import Path

from bot.app import open_house
from bot.cli.directory_exports import refused
from bot.cli.export_desk import DONE, wrong
from bot.cli.keeping import say
from bot.cli.licensing import printing_of
from bot.cli.naming import commune_named
from bot.platforms.web.printed import alone
from bot.settings import Settings
from directory.exports.drafts import draft_of


async def export_page(settings: Settings, commune: str, file: Path, *, force: bool) -> int:
    """Write the page; gives the exit code. Every mistake is told in a sentence, and nothing is written then."""
    if refusal := refused(file, (".html",), force=force):
        return refusal
    async with open_house(settings) as house:
        found = commune_named(house.finder.gazetteer, commune)
        printed = await printing_of(house).sheets(found.code, "fr") if found else None
        if printed is None:
            return 1
        page = alone(printed, house.wording.voice("fr"), settings.public_url or "")
    try:
        with draft_of(file) as draft:
            draft.write_text(page, encoding="utf-8")
    except OSError as error:
        return wrong("export-unwritable", file=str(file), reason=error.strerror or "")
    say("export-page-done", file=str(file), count=sum(len(section.entries) for section in printed.sections))
    if printed.left_out:
        say("export-page-left-out", count=printed.left_out)
    return DONE
