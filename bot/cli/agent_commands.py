"""`solipacte agents`."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.starting import run, settings

app = typer.Typer(help="Les agents : leurs droits, et ce qu’ils font.", no_args_is_help=True)


@app.command("invite")
def invite_agent(
    role: Annotated[str, typer.Option("--role", help="editor, officer, approver, commissaire, national, reader.")],
    territory: Annotated[str, typer.Option("--territory", help="dep-44, reg-52 ou france.")],
    label: Annotated[str, typer.Option("--label", help="Qui c’est, par exemple : Mme D., DDETS 44.")],
) -> None:
    """Un code qui donne un droit, une fois, pendant 15 minutes."""
    from bot.cli import agency  # noqa: PLC0415 - imported only here

    run(agency.invite(settings(), role=role, territory=territory, label=label))


@app.command("list")
def list_agents() -> None:
    """Qui a quels droits."""
    from bot.cli import agency  # noqa: PLC0415 - imported only here

    run(agency.listed(settings()))


@app.command("revoke")
def revoke_agent(name: Annotated[str, typer.Argument(help="Le nom du droit, comme le donne la liste.")]) -> None:
    """Retirer un droit : dès le prochain message."""
    from bot.cli import agency  # noqa: PLC0415 - imported only here

    run(agency.revoke(settings(), name))


@app.command("audit")
def audit_agents(
    verify: Annotated[bool, typer.Option("--verify", help="Vérifier que rien n’a été changé ni ôté.")] = False,  # noqa: FBT002 - typer reads it so
    most: Annotated[int, typer.Option("--last", help="Combien de lignes montrer.")] = 50,
) -> None:
    """Ce que les agents ont fait : qui, quoi, quand."""
    from bot.cli import agency  # noqa: PLC0415 - imported only here

    run(agency.verified(settings()) if verify else agency.audited(settings(), most))
