"""A whole offer in simple French at the pace of a person: simulated, so the same on every machine."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.app import open_house
from bot.records.offer import Profile
from bot.records.permissions import Role
from bot.settings import Settings
from tests.handlers.offer_pace import offered
from tests.handlers.test_event_form import enrol
from tests.house import Clock, import_sample, shipped
from tests.human_pace import READ, READ_SLOWLY


async def main() -> None:
    """Each profile, without an agent to read it and with one, read at two paces."""
    table = Table("profile", "agent", "messages", "words", f"s at {READ}/min", f"s at {READ_SLOWLY}/min")
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder))
        import_sample(settings)
        async with open_house(settings, clock=Clock(), shipped=shipped()) as house:
            for agent in ("no", "yes"):
                if agent == "yes":
                    await enrol(house, Role.OFFICER, "dep-44")
                for profile in Profile:
                    quick, slow = [await offered(house, profile, read_a_minute=each) for each in (READ, READ_SLOWLY)]
                    seconds = (f"{each.seconds:.0f}" for each in (quick, slow))
                    table.add_row(profile, agent, str(quick.messages), str(quick.words), *seconds)
    Console().print(table)


if __name__ == "__main__":
    asyncio.run(main())
