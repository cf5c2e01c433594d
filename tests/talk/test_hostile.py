"""Ten thousand hostile messages: always one answer, never the apology for a failure of ours."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from bot.app import House
from bot.platforms.markup import html, plain
from bot.talk.message import Address, Message, Position

MESSAGES = 10_000
SEED = 20_261_121

WORDS = (
    "douche à nantes jai faim 59100 je dors dehors ce soir mon mari me frappe samedi matin avec mon chien plus menu "
    "stop retour langue effacer 115 saint denis 80200 rue contre y us à la rue où ? depuis hier il me tue de rire"
).split()
COMMANDS = (
    "/start /menu /aide /besoin /commune /plus /quand /sansfiltre /garder /langue /supprimer /mesdonnees /urgence "
    "/fausse-alerte /autre /stop /merci /chercher /simple /jamaisvu /besoin@bot / // !! !besoin"
).split()
HOSTILE = (
    "<script>alert(1)</script>", "<b onmouseover=x>", "'; DROP TABLE service; --", "{{7*7}}", "${jndi:ldap://x}", "%s%n%d",
    "../../etc/passwd", "\x00", "\x1b[31m", "\u202e\u2066\u2069\u200f", "\ufeff", "e\u0301" * 50, "\u0300" * 300, "ﷺ" * 40,
    "👩‍👩‍👧‍👦" * 20, "🆘", "\ud800", "\udfff", "𝕯𝖔𝖚𝖈𝖍𝖊", "٣٤", "①", "Ⅷ", "½", "٥٩١٠٠", "مرحبا <b>", "ПРИВІТ" * 30, "—–‑", "\r\n\r\n", "\t" * 50,
    "[position 1 2]", "9" * 400, "-1", "0", "1.", "  2 ) ", "1e9", "nan", "١", "null", "undefined", "{", "[]", '{"a":1}', "=cmd|'/c calc'!A0",
)  # fmt: skip


def word(chance: random.Random) -> str:
    """Any character that JSON, a form or a messenger may carry, lone surrogates included."""
    return "".join(chr(chance.choice((chance.randrange(0x20, 0x250), chance.randrange(0x11_0000)))) for _ in range(9))


def sentence(chance: random.Random) -> str:
    makers: list[Callable[[], str]] = [
        lambda: chance.choice(WORDS),
        lambda: chance.choice(HOSTILE),
        lambda: word(chance),
        lambda: str(chance.randrange(-5, 100_000)),
        lambda: chance.choice(WORDS) * chance.randrange(1, 4),
    ]
    return chance.choice((" ", "", "\n", ", ")).join(chance.choice(makers)() for _ in range(chance.randrange(8)))


def hostile(chance: random.Random) -> Message:
    """One message; two conversations out of a hundred talk at a time, so that states and texts meet by chance."""
    somebody = Address("test", str(chance.randrange(100)))
    kind = chance.random()
    if kind < 0.05:
        value = chance.choice((float("nan"), float("inf"), -1e308, 0.0, 48.85, 91.0, 1e-9))
        return Message(somebody, "", position=Position(value, chance.uniform(-181, 181)))
    if kind < 0.35:
        text = f"{chance.choice(COMMANDS)} {sentence(chance)}"
        return Message(somebody, text, pressed=chance.random() < 0.5, language=chance.choice((None, "xx", "en-US", "")))
    if kind < 0.36:
        return Message(somebody, sentence(chance) * 3000)
    return Message(somebody, sentence(chance))


@pytest.mark.parametrize("part", range(4))
async def test_always_one_answer(house: House, part: int) -> None:
    chance = random.Random(SEED + part)
    sorry = {house.wording.say(language, "out-of-order") for language in ("fr", "fr-x-simple", "en", "es", "ar", "uk")}
    for _ in range(MESSAGES // 4):
        message = hostile(chance)
        reply = await house.dialogue.answer(message)
        said = plain(reply)
        assert said.strip(), message
        assert not any(apology in said for apology in sorry), message
        assert len(reply.choices) <= 6
        assert "<script" not in html(reply).lower()
