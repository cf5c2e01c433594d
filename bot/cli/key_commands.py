"""`solipacte keys`."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.starting import end, settings

app = typer.Typer(help="Les clés de chiffrement.", no_args_is_help=True)


@app.callback()
def keys() -> None:
    """Les clés de chiffrement."""


@app.command("rotate")
def rotate(
    forget_old: Annotated[  # noqa: FBT002 - typer reads it so
        bool, typer.Option("--forget-old", help="Oublier les anciennes clés, sans en faire de nouvelle.")
    ] = False,
) -> None:
    """Une nouvelle clé de chiffrement, et tout rechiffrer avec elle, même pendant que le robot sert."""
    from bot.cli import keyring  # noqa: PLC0415 - imported only here

    end(lambda: keyring.forget_old(settings()) if forget_old else keyring.rotate(settings()))
