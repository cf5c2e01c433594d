"""The strict double of the Bot API: Telegram's servers cannot be reached from tests.

    async with TelegramServer() as telegram:
        ana = telegram.person(language="fr")
        ana.says("douche nantes")                 # an update, by polling or by webhook, whichever the bot set
        (answer,) = await ana.hears()             # what the bot sent, in order
        ana.presses(answer.button("Plus"), of=answer)
        telegram.fault("sendMessage", kind="500")

It enforces what the Bot API documents and what was seen of it: lengths, markup, flood limits, blocks, conflicts, order.
"""

from tests.telegram_server.chats import Group, Person, Sent
from tests.telegram_server.html import HtmlError, parse_html
from tests.telegram_server.server import TelegramServer

__all__ = ["Group", "HtmlError", "Person", "Sent", "TelegramServer", "parse_html"]
