"""The table of rights is the rule: each cell, on each platform; and a command without a line is nobody's."""

from __future__ import annotations

import itertools

import pytest

from bot.app import House
from bot.handlers.registry import router
from bot.platforms.markup import plain
from bot.records import invitations
from bot.records.agents import Speaker
from bot.records.permissions import FRANCE, Right, Role, Scope, is_public, may, rules
from bot.talk.message import Address, Message
from tests.house import TUESDAY

OWN, OTHER = ("dep-44", "reg-52"), ("dep-21", "reg-27")
GUARDED = sorted(name for name, rule in rules().items() if not rule.public)
# Where a person has a name that nobody can take over, and where not.
MESSENGERS, STRANGERS = ("telegram", "matrix"), ("web", "ask")


def test_every_command_has_a_line_and_every_line_a_command() -> None:
    assert set(rules()) == set(router.commands)


def test_a_step_of_a_guarded_command_is_guarded() -> None:
    for step in (*router.steps, *router.forms):
        assert router.owners[step] in ("", *router.commands)


def test_a_public_command_gives_no_role_anything() -> None:
    for rule in rules().values():
        assert not rule.public or set(rule.scopes.values()) == {Scope.NOWHERE}


@pytest.mark.parametrize(("command", "role"), list(itertools.product(GUARDED, Role)))
def test_each_cell_means_what_it_says(command: str, role: Role) -> None:
    scope = rules()[command].scopes[role]
    here = (Right(role, "dep-44"),)
    assert may(command, here, OWN) == (scope is not Scope.NOWHERE)
    assert may(command, here, OTHER) == (scope is Scope.ANYWHERE)
    assert may(command, (Right(role, "reg-52"),), OWN) == (scope is not Scope.NOWHERE)
    assert may(command, here, ("reg-52",)) == (scope is Scope.ANYWHERE), "a part is not the whole"
    assert may(command, (Right(role, FRANCE),), OTHER) == (scope is not Scope.NOWHERE)
    assert not may(command, ())


def test_a_command_without_a_line_is_nobodys() -> None:
    assert not is_public("inventée")
    assert not may("inventée", [Right(role, FRANCE) for role in Role])


async def answered(house: House, message: Message) -> str:
    return plain(await house.dialogue.answer(message))


@pytest.mark.parametrize("platform", [*MESSENGERS, *STRANGERS])
async def test_each_role_is_answered_or_refused_on_each_platform_as_the_table_says(house: House, platform: str) -> None:
    refused, in_private = house.wording.say("fr", "agents-only"), house.wording.say("fr", "in-private")
    for role in Role:
        name = f"@{role}:agent-social.example"
        alone = Address(platform, f"room of {role}")
        speaker = Speaker(platform, name if platform in MESSENGERS else "")

        def enrol(connection, role=role, speaker=speaker, alone=alone):
            code = invitations.invite(connection, house.vault, role=role, territory="dep-44", label="x", now=TUESDAY)
            return invitations.take(connection, house.vault, code, speaker, alone, now=TUESDAY)

        assert bool(await house.store.write(enrol)) == (platform in MESSENGERS)
        for command in GUARDED:
            allowed = platform in MESSENGERS and rules()[command].scopes[role] is not Scope.NOWHERE
            for text, pressed in ((f"/{command}", False), (f"/{command}", True), (f"!{command.upper()}", False)):
                said = await answered(house, Message(alone, text, pressed=pressed, author=speaker.name))
                assert (said == refused) != allowed, (role, text)
            group = Message(Address(platform, f"-5 {name}"), f"/{command}", group=True, author=speaker.name)
            assert await answered(house, group) == in_private
            stranger = Message(alone, f"/{command}", author=f"{name}.example" if speaker.name else "")
            assert await answered(house, stranger) == refused


async def test_at_the_terminal_of_the_machine_one_is_its_operator(house: House) -> None:
    refused = house.wording.say("fr", "agents-only")
    for command in GUARDED:
        allowed = rules()[command].scopes[Role.OPERATOR] is not Scope.NOWHERE
        said = await answered(house, Message(Address("console", "x"), f"/{command}"))
        assert (said == refused) != allowed
