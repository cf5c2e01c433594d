"""Every answer of the transcripts, as Telegram takes and shows it."""

from __future__ import annotations

import json
from dataclasses import replace

from bot.app import House
from bot.platforms.markup import plain
from bot.platforms.telegram.render import parcels
from bot.talk.message import Address, Message
from tests.house import Clock
from tests.telegram_server import parse_html
from tests.telegram_server.rules import check_markup, read_text
from tests.test_transcripts import SCRIPTS


async def test_every_answer_of_the_transcripts_is_taken_word_for_word(house: House, clock: Clock) -> None:
    seen = 0
    for name, script in SCRIPTS.items():
        for line in script.splitlines():
            if line.startswith("@ "):
                clock.at(line.removeprefix("@ "))
            if not line.startswith("> "):
                continue
            asked = Message(Address("telegram", name), line.removeprefix("> "))
            reply = await house.dialogue.answer(asked)
            sends = [dict(send["params"]) for send in parcels(reply, asked, house.wording.say) if "plain" in send]
            for params in sends:
                read_text(params, "text", 4096)
                check_markup(params.get("reply_markup"), private=True)
            json.dumps(sends).encode()
            shown = " ".join(parse_html(params["text"]).text for params in sends)
            assert shown.split() == plain(replace(reply, choices=())).split()
            seen += 1
    assert seen > 100
