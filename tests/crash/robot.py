"""The robot as a process that can be killed."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from tests.warm import warm

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    """A port that nobody holds."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Robot:
    """`environment`: its settings; the journal goes to `folder/journal`."""

    folder: Path
    environment: dict[str, str]
    port: int = field(default_factory=free_port)
    process: asyncio.subprocess.Process | None = None

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        """Start; it is not ready yet."""
        warm(self.folder)
        known = (
            os.environ
            | self.environment
            | {
                "SOLIPACTE_DATA_DIR": str(self.folder),
                "SOLIPACTE_HTTP_PORT": str(self.port),
                "SOLIPACTE_LOG_LEVEL": "WARNING",
            }
        )
        with (self.folder / "journal").open("ab") as journal:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "serve", cwd=ROOT, env=known, stdout=journal, stderr=journal
            )

    async def ready(self, line: str = "ready", *, within: float = 60) -> None:
        """Wait until `/readyz` says so."""
        async with asyncio.timeout(within), aiohttp.ClientSession() as session:
            while True:
                try:
                    async with session.get(f"{self.url}/readyz") as response:
                        if line in await response.text():
                            return
                except aiohttp.ClientError:
                    pass
                if self.process is not None and self.process.returncode is not None:
                    raise AssertionError((self.folder / "journal").read_text()[-2000:])
                await asyncio.sleep(0.02)

    async def kill(self) -> None:
        """SIGKILL, as a power cut does."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """SIGTERM; gives the exit code."""
        return await self._end(signal.SIGTERM)

    async def _end(self, sign: signal.Signals) -> int:
        if self.process is None or self.process.returncode is not None:
            return 0
        self.process.send_signal(sign)
        return await self.process.wait()
