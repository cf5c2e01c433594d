"""The `solipacte` command (also `python -m bot`)."""

from __future__ import annotations

from bot.cli.command import app


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
