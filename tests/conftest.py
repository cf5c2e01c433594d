"""What every test may use."""

import os
import tempfile

from hypothesis import settings

from tests import memory

# For pytest's own folders, and for the programs that tests start.
os.environ.setdefault("TMPDIR", memory.folder())
tempfile.tempdir = os.environ["TMPDIR"]

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
