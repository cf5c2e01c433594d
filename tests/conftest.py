"""What every test may use."""

pytest_plugins = ["tests.databases", "tests.house", "tests.matrix_server", "tests.telegram_server.fixtures"]
