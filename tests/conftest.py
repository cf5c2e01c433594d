"""What every test may use."""

pytest_plugins = [
    "tests.databases",
    "tests.house",
    "tests.mail_server",
    "tests.mail_certificate",
    "tests.matrix_server",
    "tests.telegram_server.fixtures",
]
