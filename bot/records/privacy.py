"""Pseudonyms and sealed values: a stolen database names nobody and tells nothing."""

from __future__ import annotations

import hmac
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.keys import Keys

if TYPE_CHECKING:
    from bot.talk.message import Address

NONCE_LENGTH = 12
KEY_ID_LENGTH = 4
_LASTING = bytes(KEY_ID_LENGTH)


class SealBroken(ValueError):  # noqa: N818 - it reads as what it says
    """A sealed value was changed, moved to another place, or sealed with a key we no longer have."""


@dataclass(frozen=True, slots=True)
class _Ring:
    """The encryption keys of one reading of the key file, ready to be used."""

    newest: bytes
    ciphers: Mapping[bytes, AESGCM]

    @classmethod
    def of(cls, keys: Keys, lasting: AESGCM) -> _Ring:
        ciphers = {key.id: AESGCM(key.key) for key in keys.encryption}
        return cls(keys.encryption[0].id, {**ciphers, _LASTING: lasting})


class Vault:
    """Makes pseudonyms, seals and opens values, and derives the keys of other uses.

    A key may seal 2³² values (random 96-bit nonces, NIST SP 800-38D 8.3): put a new one first well before.
    `changed`: the keys when their file has changed since it was last read, else None. It is asked before each value
    is sealed, and when one comes from an unknown key: so a process that runs follows `solipacte keys rotate`.
    """

    def __init__(self, keys: Keys, changed: Callable[[], Keys | None] = lambda: None) -> None:
        self._pseudonym = keys.pseudonym
        self._changed = changed
        self._lasting = AESGCM(self.derived("lasting seal"))
        self._ring = _Ring.of(keys, self._lasting)
        self._people = hmac.new(keys.pseudonym, digestmod="sha256")
        self._links = hmac.new(self.derived("follow-up link"), digestmod="sha256")
        self._authors = hmac.new(self.derived("author"), digestmod="sha256")
        self._events = hmac.new(self.derived("event"), digestmod="sha256")

    def uid(self, address: Address) -> bytes:
        """Name a person without naming them: HMAC-SHA-256 of platform|room, 32 bytes."""
        if "|" in address.platform:
            raise ValueError("a platform's name has no |")
        return _of(self._people, f"{address.platform}|{address.room}".encode())

    def seal(self, plain: bytes, *, table: str, row: bytes, column: str) -> bytes:
        """Encrypt a value (AES-256-GCM): key id, nonce, cipher text and tag, bound to its place.

        `row` is what the row binds it to (`bot.records.sealed`): the value opens nowhere else.
        """
        ring = self._followed()
        return _encrypted(ring, ring.newest, plain, (table, row, column))

    def seal_lasting(self, plain: bytes, *, table: str, row: bytes, column: str) -> bytes:
        """The same by a key that never changes, for what leaves the house: a link in a mail is opened years later."""
        return _encrypted(self._ring, _LASTING, plain, (table, row, column))

    def open(self, sealed: bytes, *, table: str, row: bytes, column: str) -> bytes:
        """Decrypt a value; raises SealBroken."""
        key, nonce = sealed[:KEY_ID_LENGTH], sealed[KEY_ID_LENGTH : KEY_ID_LENGTH + NONCE_LENGTH]
        cipher = self._ring.ciphers.get(key) or self._followed().ciphers.get(key)
        if cipher is None or len(nonce) < NONCE_LENGTH:
            raise SealBroken(f"no key opens this value of {table}.{column}")
        try:
            return cipher.decrypt(nonce, sealed[KEY_ID_LENGTH + NONCE_LENGTH :], _bound(table, row, column, key))
        except InvalidTag as error:
            raise SealBroken(f"a value of {table}.{column} was changed or moved") from error

    @property
    def newest(self) -> bytes:
        """The name of the key that seals, as every value it sealed begins with."""
        return self._followed().newest

    def _followed(self) -> _Ring:
        """The keys as their file has them now; a file of other people's pseudonyms is not followed."""
        keys = self._changed()
        if keys is not None and hmac.compare_digest(keys.pseudonym, self._pseudonym):
            self._ring = _Ring.of(keys, self._lasting)
        return self._ring

    def token_hash(self, token: str) -> bytes:
        """What is kept of a secret link: 32 bytes from which the link cannot be made again."""
        return _of(self._links, token.encode())

    def event(self, platform: str, name: str) -> bytes:
        """Name a platform's event (`update_id`, `event_id`) without naming it: 32 bytes."""
        return _of(self._events, f"{platform}|{name}".encode("utf-8", "surrogatepass"))

    def author(self, platform: str, name: str) -> bytes:
        """Name who speaks, by the platform's own name of them: HMAC-SHA-256, 32 bytes."""
        return _of(self._authors, f"{platform}|{name}".encode("utf-8", "surrogatepass"))

    def derived(self, label: str) -> bytes:
        """Derive a 32-byte key for another use (web session, CSRF) by HKDF; a label, a key."""
        info = f"solipacte {label}".encode()
        return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(self._pseudonym)


def new_token() -> str:
    """Draw a secret for a follow-up link: 256 bits, URL-safe, 43 characters."""
    return secrets.token_urlsafe(32)


def _of(prepared: hmac.HMAC, text: bytes) -> bytes:
    """The HMAC of a short text, from one whose key is ready: `hmac.digest` lets go of the interpreter each time."""
    made = prepared.copy()
    made.update(text)
    return made.digest()


def _encrypted(ring: _Ring, key: bytes, plain: bytes, place: tuple[str, bytes, str]) -> bytes:
    nonce = os.urandom(NONCE_LENGTH)
    return key + nonce + ring.ciphers[key].encrypt(nonce, plain, _bound(*place, key))


def _bound(table: str, row: bytes, column: str, key: bytes) -> bytes:
    return f"{table}|{row.hex()}|{column}|{key.hex()}".encode("ascii")
