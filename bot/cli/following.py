"""The sources of `sources.toml`, for whoever serves: read in a process of its own, so that nobody waits."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.app import database_of
from bot.cli.sourcing import folder_of
from bot.settings import Settings
from directory.importers.declared import DeclarationError, Declared, Followed, read_declared, read_state

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class DeclaredSources:
    """`clock` gives the time, aware."""

    settings: Settings
    clock: Callable[[], datetime]

    def due(self) -> bool:
        """Whether any is to be read again; a file that is wrong is told, and nothing is read."""
        return any(
            read_state(folder_of(self.settings, each)).due(each.every, self.clock()) for each in self._declared()
        )

    async def bring(self) -> None:
        """Read those that are due, in another process; it ends when this one is stopped."""
        known = {name: value for name, value in os.environ.items() if name != "SOLIPACTE_DATABASE_URL"}
        known |= {
            "SOLIPACTE_DATA_DIR": str(self.settings.data_dir),
            "SOLIPACTE_DATABASE_URL": database_of(self.settings),
            "SOLIPACTE_SOURCES_FILE": str(self.settings.sources_file),
        }
        command = (sys.executable, "-m", "bot", "sources", "refresh")
        nowhere = asyncio.subprocess.DEVNULL
        process = await asyncio.create_subprocess_exec(*command, env=known, stdout=nowhere, stderr=nowhere)
        try:
            code = await process.wait()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        log.info("sources read again", code=code)

    def followed(self) -> Sequence[Followed]:
        """What became of each."""
        states = ((each, read_state(folder_of(self.settings, each))) for each in self._declared())
        return [Followed(each.name, each.territory, state.tried, state.error, state.run) for each, state in states]

    def _declared(self) -> Sequence[Declared]:
        try:
            return read_declared(self.settings.sources_file)
        except DeclarationError as error:
            problem = error.key
        log.error("sources not read", problem=problem)
        return ()
