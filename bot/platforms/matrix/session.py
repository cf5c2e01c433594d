"""The device of the robot: who it is, and the folder where its keys live. Lost, it cannot be made again."""

from __future__ import annotations

import fcntl
import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from nio import AsyncClient, AsyncClientConfig
from nio.responses import LoginResponse

from bot.platforms.matrix.settings import DEVICE_NAME, MatrixSettings
from bot.post.carrier import ClosedError

NEW_DEVICE = "new-device"
_SESSION = "session.json"

LOST = (
    "The device of this robot on Matrix ({device}) is not in {folder}: put the folder back from a copy, or, if it is "
    "lost for good, create an empty file {folder}/new-device and start Solipacte again: it enters as a new device."
)
HALF = (
    "The folder {folder} holds only a part of the robot's device: put the whole folder back from a copy, or create an "
    "empty file {folder}/new-device and start Solipacte again: it enters as a new device."
)
TAKEN = "Another process uses the robot's device in {folder}: stop it first. A device serves one process at a time."
PASSWORD = "Matrix refuses the password: check SOLIPACTE_MATRIX_USER and SOLIPACTE_MATRIX_PASSWORD."  # noqa: S105 - a sentence


class NotHereError(Exception):
    """Another worker holds the device: its folder is elsewhere."""


@dataclass(frozen=True, slots=True)
class Session:
    """Who the robot is for the homeserver."""

    user_id: str
    device_id: str
    access_token: str = field(repr=False)


@dataclass(slots=True)
class DeviceFolder:
    """The folder of the device, held by this process alone."""

    path: Path
    _lock: int | None = None

    def hold(self) -> None:
        """Make the folder, and hold it. Raises ClosedError when another process does."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path.chmod(0o700)
        descriptor = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            raise ClosedError(TAKEN.format(folder=self.path)) from None
        self._lock = descriptor

    def release(self) -> None:
        """Let go of the folder."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def session(self, *, recorded: str | None, shared: bool) -> Session | None:
        """The session kept, None to enter as a new device.

        `recorded`: the device that the database knows. Raises ClosedError when something is missing, NotHereError
        when another worker may have it.
        """
        wanted = self.path / NEW_DEVICE
        if wanted.exists():
            for left in self.path.iterdir():
                if left.name != "lock":
                    left.unlink()
            return None
        kept = self._read()
        if kept is None and recorded is None:
            return None
        if kept is None or (recorded is not None and kept.device_id != recorded):
            if shared:
                raise NotHereError
            raise ClosedError(LOST.format(device=recorded, folder=self.path))
        if not self.store_of(kept).exists():
            raise ClosedError(HALF.format(folder=self.path))
        return kept

    def store_of(self, session: Session) -> Path:
        """The file where nio keeps the keys of a device."""
        return self.path / f"{session.user_id}_{session.device_id}.db"

    def keep(self, session: Session) -> None:
        """Write the session in one move; a crash leaves none or the whole of it."""
        draft = self.path / f".{_SESSION}"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(asdict(session), file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.path / _SESSION)

    def close_to_others(self) -> None:
        """Take every right on the files from others: nio makes them readable."""
        for file in self.path.iterdir():
            file.chmod(0o600)

    def _read(self) -> Session | None:
        try:
            return Session(**json.loads((self.path / _SESSION).read_text(encoding="utf-8")))
        except FileNotFoundError:
            return None
        except (ValueError, TypeError):
            raise ClosedError(HALF.format(folder=self.path)) from None


def make_client(settings: MatrixSettings) -> AsyncClient:
    """A client that never retries by itself: the mailroom decides."""
    config = AsyncClientConfig(
        encryption_enabled=True,
        pickle_key=settings.pickle_key,
        # Ours is written with what it read: nio's would be written before.
        store_sync_tokens=False,
        max_limit_exceeded=0,
        max_timeouts=0,
        request_timeout=20,
    )
    return AsyncClient(settings.homeserver, settings.user, store_path=str(settings.folder), config=config)


def restore(client: AsyncClient, folder: DeviceFolder, session: Session) -> None:
    """Become the device again, as the folder knows it: another worker may have used its keys meanwhile."""
    if client.store is not None:
        client.store.database.close()
        client.store = client.olm = None
    before = os.umask(0o077)
    try:
        client.restore_login(session.user_id, session.device_id, session.access_token)
    finally:
        os.umask(before)
    folder.close_to_others()


def session_of(response: LoginResponse) -> Session:
    """Who we have become."""
    return Session(response.user_id, response.device_id, response.access_token)


__all__ = ["DEVICE_NAME", "PASSWORD", "DeviceFolder", "NotHereError", "Session", "make_client", "restore", "session_of"]
