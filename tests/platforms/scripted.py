"""A conversation that answers from a script, and remembers what it was told."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.handlers.agendas import Agendas
from bot.platforms.web import Core
from bot.talk.message import Attachment, Card, Choice, Message, Reply, Text
from bot.talk.turn import nothing_read
from bot.talk.wording import Wording
from knowledge.keeper import Keeper
from tests.house import shipped

HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)"> javascript:alert(3) \u202egnp.exe'
TOKEN = "a" * 22
ANSWERS = {
    "douche à nante": Reply(
        blocks=(
            Text("2 douches près de Nantes, la plus proche d’abord."),
            Card(
                "Bains-douches municipaux",
                (
                    "Ouvert, ferme à 17 h",
                    "À 600 m, Nantes",
                    "☎ 02 40 12 34 56",
                    "1 allée de la Maison Rouge, 44000 Nantes",
                    "Plan : https://www.openstreetmap.org/?mlat=47.215&mlon=-1.548#map=18/47.215/-1.548",
                    "Vérifié le 3 novembre 2026",
                ),
            ),
            Card("Accueil de jour Le Phare", ("Horaires inconnus, appelez avant d’y aller", "☎ +33 2 40 00 00 00")),
        ),
        choices=(Choice("Plus de résultats", "/plus"), Choice("Ouvert maintenant", "ouvert maintenant")),
        facts={"secret": "facts are never shown"},
    ),
    "je veux mourir": Reply(
        blocks=(
            Text("Que cherchez-vous d’autre ?"),
            Text("Appelez le 3114, jour et nuit. Pour maintenant : le 15 ou le 112. SMS au 114.", urgent=True),
        )
    ),
    "/langue ar": Reply(
        blocks=(
            Text("أجيبك الآن بالعربية."),
            Card("Restos du Cœur", ("مفتوح الآن", "☎ 02 40 12 34 56", "12 rue de Rieux, 44000 Nantes")),
        ),
        choices=(Choice("المزيد", "/plus"),),
        language="ar",
    ),
    "/langue en": Reply(blocks=(Text("I will answer in English."),), language="en"),
    "/mesdonnees": Reply(
        blocks=(Text("Voici vos données."),),
        attachments=(Attachment("donnees.json", "text/html", b'{"a": 1}'),),
    ),
    "données hostiles": Reply(
        blocks=(Text(HOSTILE), Card(HOSTILE, (HOSTILE, 'https://evil.example/"onmouseover="alert(4)'))),
        choices=(Choice("<b>Plus</b>", '"><b>'),),
    ),
}


@dataclass
class Scripted:
    """The core of a test. `heard`: what people said. `is_ready`: for the health check. `hold`: what answers await."""

    heard: list[Message] = field(default_factory=list)
    is_ready: bool = True
    hold: asyncio.Event | None = None

    async def answer(self, message: Message) -> Reply:
        self.heard.append(message)
        if self.hold is not None:
            await self.hold.wait()
        if message.text == "panne":
            raise RuntimeError(f"secret words in an error: {message.text}")
        if message.position is not None:
            return Reply(blocks=(Text(f"Autour de {message.position.latitude} {message.position.longitude}"),))
        return ANSWERS.get(message.text, Reply(blocks=(Text("Dites-moi ce que vous cherchez, et où."),)))

    async def ready(self) -> bool:
        return self.is_ready

    async def follow_up(self, token: str) -> Reply | None:
        return ANSWERS["douche à nante"] if token == TOKEN else None

    def core(self, wording: Wording) -> Core:
        return Core(
            answer=self.answer,
            ready=self.ready,
            words=lambda language, name, values: wording.say(language, name, **values),
            danger=lambda text: "mourir" in text[:4096],  # as the real one reads
            follow_up=self.follow_up,
        )


def shipped_agendas(wording: Wording, address: str, clock: Callable[[], datetime]) -> Agendas:
    """The agendas of the documents."""
    return Agendas(Keeper(shipped().knowledge, lambda: shipped().knowledge, ()), nothing_read, wording, clock, address)


def token_in(html: str) -> str:
    """The token of the forms of a page."""
    found = re.search(r'name="csrf" value="([^"]+)"', html)
    assert found is not None
    return found[1]
