"""What officers correct from the chat, in the operator's folder, as a file that can be read, kept and undone."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from knowledge.files import read_folder
from knowledge.model import Contact

_NAME = "contacts-corriges.yaml"
_HEAD = "# Contacts corrigés depuis la conversation, à la place des autres de même id. Effacer ce fichier les défait.\n"


@dataclass(frozen=True, slots=True)
class Corrections:
    """`folder`: of the operator; `changed`: called once a correction is written."""

    folder: Path
    changed: Callable[[], Awaitable[object]]
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def write(self, contact: Contact) -> None:
        """Write a contact down, in place of the one of the same id."""
        async with self._lock:
            await asyncio.to_thread(self._write, contact)
            await self.changed()

    def _write(self, contact: Contact) -> None:
        path = self.folder / _NAME
        kept: dict[str, Contact] = {}
        if path.exists():
            items = (item.what for item in read_folder(self.folder) if item.path == path)
            kept = {each.id: each for each in items if isinstance(each, Contact)}
        kept[contact.id] = contact
        rows = [each.model_dump(mode="json", exclude_defaults=True) for each in kept.values()]
        self.folder.mkdir(parents=True, exist_ok=True)
        written = _HEAD + yaml.safe_dump({"contacts": rows}, allow_unicode=True, sort_keys=False)
        temporary = path.with_suffix(".tmp")
        temporary.write_text(written, encoding="utf-8")
        temporary.replace(path)
