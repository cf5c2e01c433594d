"""Pseudonyms cannot be guessed, and a sealed value opens in its own place only."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.keys import new_keys, with_new_encryption_key
from bot.records.privacy import SealBroken, Vault, new_token
from bot.talk.message import Address

KEYS = new_keys()
VAULT = Vault(KEYS)
ROW = b"r" * 32


def test_a_pseudonym_is_the_hmac_of_the_address(address: Address):
    expected = hmac.new(KEYS.pseudonym, b"web|c0ffee", hashlib.sha256).digest()
    assert VAULT.uid(address) == expected
    assert Vault(new_keys()).uid(address) != expected


def test_two_addresses_never_share_a_pseudonym():
    assert VAULT.uid(Address("web", "a|b")) != VAULT.uid(Address("web", "a"))
    with pytest.raises(ValueError, match="platform"):
        VAULT.uid(Address("web|a", "b"))


@given(st.binary(max_size=300))
def test_what_is_sealed_opens_and_does_not_show(plain: bytes):
    sealed = VAULT.seal(plain, table="t", row=ROW, column="c")
    assert VAULT.open(sealed, table="t", row=ROW, column="c") == plain
    assert len(plain) < 4 or plain not in sealed
    assert sealed != VAULT.seal(plain, table="t", row=ROW, column="c")


@given(st.integers(min_value=0, max_value=40), st.integers(min_value=0, max_value=7))
def test_one_bit_changed_is_refused(position: int, bit: int):
    sealed = bytearray(VAULT.seal(b"douche 44109", table="t", row=ROW, column="c"))
    sealed[position] ^= 1 << bit
    with pytest.raises(SealBroken):
        VAULT.open(bytes(sealed), table="t", row=ROW, column="c")


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [("u", ROW, "c"), ("t", b"s" * 32, "c"), ("t", ROW, "d"), ("t|" + ROW.hex(), b"", "c")],
)
def test_a_value_moved_elsewhere_is_refused(table: str, row: bytes, column: str):
    sealed = VAULT.seal(b"douche", table="t", row=ROW, column="c")
    with pytest.raises(SealBroken):
        VAULT.open(sealed, table=table, row=row, column=column)


@pytest.mark.parametrize("length", [0, 3, 10, 16, 31])
def test_a_value_cut_short_is_refused(length: int):
    sealed = VAULT.seal(b"", table="t", row=ROW, column="c")
    with pytest.raises(SealBroken):
        VAULT.open(sealed[:length], table="t", row=ROW, column="c")


def test_after_a_rotation_old_values_still_open_and_new_ones_use_the_new_key():
    old = VAULT.seal(b"douche", table="t", row=ROW, column="c")
    rotated = Vault(with_new_encryption_key(KEYS))
    assert rotated.open(old, table="t", row=ROW, column="c") == b"douche"
    with pytest.raises(SealBroken, match="no key"):
        VAULT.open(rotated.seal(b"", table="t", row=ROW, column="c"), table="t", row=ROW, column="c")
    assert rotated.uid(Address("web", "a")) == VAULT.uid(Address("web", "a"))


def test_without_the_old_key_an_old_value_is_refused():
    old = VAULT.seal(b"douche", table="t", row=ROW, column="c")
    other = Vault(replace(KEYS, encryption=new_keys().encryption))
    with pytest.raises(SealBroken, match="no key"):
        other.open(old, table="t", row=ROW, column="c")


def test_a_secret_link_has_256_bits_and_only_its_hmac_is_known():
    token = new_token()
    assert len(token) == 43
    assert VAULT.token_hash(token) != VAULT.token_hash(new_token())
    assert VAULT.token_hash(token) != hashlib.sha256(token.encode()).digest()


def test_each_use_has_a_key_of_its_own():
    labels = [VAULT.derived(label) for label in ("web session", "csrf", "follow-up link")]
    assert len({*labels, KEYS.pseudonym}) == 4
    assert VAULT.derived("csrf") == Vault(with_new_encryption_key(KEYS)).derived("csrf")
