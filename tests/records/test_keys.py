"""The key file is made once, read by its owner only, and rotated without losing what was sealed."""

from __future__ import annotations

import json
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.keys import KeyFileError, new_keys, read_keys, read_or_make_keys, with_new_encryption_key, write_keys


def test_the_first_run_makes_a_file_that_only_its_owner_reads(tmp_path: Path):
    file = tmp_path / "var" / "secret.key"
    keys = read_or_make_keys(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert read_or_make_keys(file) == keys
    assert list(file.parent.iterdir()) == [file]


def test_processes_that_start_together_share_the_same_keys(tmp_path: Path):
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: read_or_make_keys(tmp_path / "secret.key"), range(32)))
    assert len({keys.pseudonym for keys in found}) == 1


def test_a_file_that_others_may_read_is_refused_with_what_to_do(tmp_path: Path):
    file = tmp_path / "secret.key"
    read_or_make_keys(file)
    file.chmod(0o644)
    with pytest.raises(KeyFileError, match="chmod 600"):
        read_or_make_keys(file)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"pseudonym": "AAAA", "encryption": []}',
        '{"pseudonym": 1, "encryption": 2}',
        json.dumps({"pseudonym": "A" * 43 + "=", "encryption": []}),
        json.dumps({"pseudonym": "A" * 43 + "=", "encryption": [{"id": "00000001", "key": "é"}]}),
    ],
)
def test_a_damaged_file_is_refused_and_left_as_it_is(tmp_path: Path, content: str):
    file = tmp_path / "secret.key"
    file.touch(mode=0o600)
    file.write_text(content)
    with pytest.raises(KeyFileError, match="damaged"):
        read_or_make_keys(file)
    assert file.read_text() == content


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(KeyFileError, match="cannot be read or made"):
        read_or_make_keys(tmp_path / "file" / "secret.key")


def test_rotation_puts_a_key_first_and_keeps_the_others(tmp_path: Path):
    file = tmp_path / "secret.key"
    before = read_or_make_keys(file)
    write_keys(file, with_new_encryption_key(before))
    after = read_keys(file)
    assert after.pseudonym == before.pseudonym
    assert after.encryption[1:] == before.encryption
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a file away")
def test_a_rotation_by_root_leaves_the_file_to_whom_it_belongs(tmp_path: Path):
    file = tmp_path / "secret.key"
    keys = read_or_make_keys(file)
    os.chown(file, 65534, 65534)
    write_keys(file, with_new_encryption_key(keys))
    assert (file.stat().st_uid, file.stat().st_gid, stat.S_IMODE(file.stat().st_mode)) == (65534, 65534, 0o600)


def test_keys_are_not_printed():
    keys = new_keys()
    assert str(keys.pseudonym) not in repr(keys)
    assert str(keys.encryption[0].key) not in repr(keys)
