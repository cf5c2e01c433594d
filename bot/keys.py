"""The key file: one pseudonym key for ever, and encryption keys, the newest first."""

from __future__ import annotations

import base64
import binascii
import json
import os
import secrets
import shutil
import stat
from dataclasses import dataclass, field, replace
from pathlib import Path

KEY_LENGTH = 32


class KeyFileError(RuntimeError):
    """The key file cannot be used; the message says what to do."""


class WrongKeysError(KeyFileError):
    """The key file is not the one that sealed this database. `sentence`: of `cli.ftl`, given `file`."""

    def __init__(self, sentence: str, file: Path) -> None:
        super().__init__(f"{sentence}: {file}")
        self.sentence = sentence
        self.file = str(file)


@dataclass(frozen=True, slots=True)
class EncryptionKey:
    """An AES-256 key and the short name (4 bytes) by which a sealed value says which one opens it."""

    id: bytes
    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Keys:
    """What the key file holds. The pseudonym key never changes: it is what a person is found again by."""

    pseudonym: bytes = field(repr=False)
    encryption: tuple[EncryptionKey, ...]


def new_keys() -> Keys:
    """Draw fresh keys."""
    return Keys(secrets.token_bytes(KEY_LENGTH), (_new_encryption_key(),))


def with_newest_only(keys: Keys) -> Keys:
    """Forget the older encryption keys: what they sealed opens no more."""
    return replace(keys, encryption=keys.encryption[:1])


def with_new_encryption_key(keys: Keys) -> Keys:
    """Put a fresh encryption key first; the older ones still open what they sealed."""
    return replace(keys, encryption=(_new_encryption_key(), *keys.encryption))


def read_or_make_keys(path: Path) -> Keys:
    """Read the key file, or make it (mode 0600) when there is none.

    Two processes starting together end with the same keys. Raises KeyFileError.
    """
    try:
        if not path.exists():
            _make(path)
        return read_keys(path)
    except OSError as error:
        raise KeyFileError(f"The key file {path} cannot be read or made: {error.strerror}.") from error


def read_keys(path: Path) -> Keys:
    """Read the key file; raises KeyFileError when others may read it or when it is damaged, OSError when absent."""
    others = stat.S_IMODE(path.stat().st_mode) & 0o077
    if others:
        raise KeyFileError(f"Other accounts may read or change the key file {path}: run chmod 600 {path}.")
    try:
        content = json.loads(path.read_text(encoding="ascii"))
        encryption = tuple(EncryptionKey(bytes.fromhex(k["id"]), _decoded(k["key"])) for k in content["encryption"])
        keys = Keys(_decoded(content["pseudonym"]), encryption)
    except (ValueError, KeyError, TypeError) as error:
        raise KeyFileError(f"The key file {path} is damaged: put back a copy of it.") from error
    if not encryption or len({key.id for key in encryption}) < len(encryption):
        raise KeyFileError(f"The key file {path} is damaged: put back a copy of it.")
    return keys


def write_keys(path: Path, keys: Keys) -> None:
    """Replace the key file in one move (mode 0600): a crash leaves the old one or the new one, whole."""
    draft = _draft(path, keys)
    if os.geteuid() == 0 and path.exists():
        # Whoever serves must go on reading it.
        shutil.chown(draft, path.stat().st_uid, path.stat().st_gid)
    draft.replace(path)
    _sync_directory(path.parent)


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = _draft(path, new_keys())
    try:
        # A hard link refuses an existing name: the first of two processes wins, the second reads its keys.
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    _sync_directory(path.parent)


def _draft(path: Path, keys: Keys) -> Path:
    content = {
        "pseudonym": _encoded(keys.pseudonym),
        "encryption": [{"id": key.id.hex(), "key": _encoded(key.key)} for key in keys.encryption],
    }
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        json.dump(content, file, indent=2)
        file.flush()
        os.fsync(file.fileno())
    return draft


def _sync_directory(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _new_encryption_key() -> EncryptionKey:
    return EncryptionKey(secrets.token_bytes(4), secrets.token_bytes(KEY_LENGTH))


def _encoded(key: bytes) -> str:
    return base64.b64encode(key).decode("ascii")


def _decoded(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error
    if len(key) != KEY_LENGTH:
        raise ValueError("wrong length")
    return key
