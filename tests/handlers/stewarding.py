"""What the tests of those in charge of a place say and look at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from bot.app import House
from bot.platforms.markup import plain
from bot.records import audit, invitations, reports, steward_codes, stewards
from bot.records.codes import new_code
from bot.records.permissions import Role
from bot.records.report import Reason
from bot.records.steward import Steward
from bot.talk.message import Address, Message, Reply
from directory.ledger.held import held

BATHS, SHOWER = "exemple--nantes-bains-douche", "exemple--nantes-escale-douche"

DAY = timedelta(days=1)


async def reply(house: House, text: str, who: str = "ana", *, platform: str = "telegram", group: bool = False) -> Reply:
    author = "" if platform in ("web", "console") else who
    said = Message(Address(platform, who), text, author=author, group=group, pressed=text.startswith("/meslieux "))
    return await house.dialogue.answer(said)


async def say(house: House, text: str, who: str = "ana", *, platform: str = "telegram", group: bool = False) -> str:
    return plain(await reply(house, text, who, platform=platform, group=group))


async def code_for(house: House, service: str) -> str:
    """A code of an entry, as an editor is given."""
    code = new_code(steward_codes.LENGTH)
    now = house.dialogue.clock()
    await house.store.write(lambda c: steward_codes.offer(c, house.vault, service, code, now=now))
    return code


async def begin(house: House, who: str = "ana", service: str = BATHS) -> Steward:
    await say(house, f"/lieu {await code_for(house, service)}", who)
    await say(house, "oui", who)
    return next(each for each in await kept(house, who) if each.service == service)


async def kept(house: House, who: str = "ana") -> list[Steward]:
    uid = house.vault.uid(Address("telegram", who))
    return await house.store.read(lambda c: stewards.of_person(c, house.vault, uid))


async def buttons(house: House, who: str = "ana") -> dict[str, str]:
    """What each button under the only entry of somebody sends."""
    return {choice.label: choice.sends for choice in (await reply(house, "/meslieux", who)).choices}


async def checked(house: House, service: str = BATHS) -> str:
    found = await house.store.read(partial(held, service_id=service))
    assert found
    return found.updated.isoformat()


async def waiting(house: House) -> Sequence[tuple[Reason, str, bool]]:
    found = await house.store.read(lambda c: reports.waiting(c, house.vault, ["dep-44"]))
    return [(each.reason, each.said, each.steward) for each in found]


async def editor(house: House, territory: str = "dep-44") -> None:
    now = house.dialogue.clock()
    code = await house.store.write(
        lambda c: invitations.invite(c, house.vault, role=Role.EDITOR, territory=territory, label="Mme D.", now=now)
    )
    await say(house, f"/habilitation {code}", "eli")


async def noted(house: House) -> list[str]:
    return await house.store.read(lambda c: [entry.target for _, entry in audit.entries(c, most=9)])
