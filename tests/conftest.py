"""What every test may use."""

from hypothesis import settings

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
