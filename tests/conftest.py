"""What every test may use."""

import os
import tempfile

import pytest
from hypothesis import settings

from tests import memory, warm

# For pytest's own folders, and for the programs that tests start.
os.environ.setdefault("TMPDIR", memory.folder())
tempfile.tempdir = os.environ["TMPDIR"]


def pytest_configure(config: pytest.Config) -> None:
    """Have one folder of what programs make at their first start, for all the workers of a run."""
    if warm.FOLDER not in os.environ:
        folder = tempfile.TemporaryDirectory(prefix="solipacte-warm-")
        os.environ[warm.FOLDER] = folder.name
        config.add_cleanup(folder.cleanup)


# What takes longest, and would be waited for alone if it came last.
LONG = (
    "test_transcripts_messengers.py",
    "test_crash.py",
    "test_keys.py",
    "test_imports.py",
    "test_sheets.py",
    "test_cli.py",
)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest files, and leave the others in the order drawn."""
    items.sort(key=lambda item: item.path.name not in LONG)


# How long an example takes says more of the machine than of the code: `make bench` measures.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

pytest_plugins = [
    "tests.databases",
    "tests.house",
    "tests.mail_server",
    "tests.mail_certificate",
    "tests.matrix_server",
    "tests.telegram_server.fixtures",
]
