"""The strict double of the Bot API: Telegram's servers cannot be reached from tests.

    async with TelegramServer() as telegram:      # on a free port of loopback: telegram.url, telegram.token
        ana = telegram.person(language="fr")      # telegram.stranger(): one who never wrote
        ana.says("douche nantes")                 # an update, by polling or by webhook, whichever the bot set
        (answer,) = await ana.hears()             # what the bot sent, in order: text, entities, buttons, at…
        ana.presses("Plus", of=answer)            # a label, or what it sends
        ana.shares(47.218, -1.554)                # replies, edits, moves, sends_file, sends_voice, sends_photo…
        ana.blocks()                              # unblocks, leaves_telegram
        query = ana.asks_inline("douche")         # telegram.inline[query] is the answer

        group = telegram.group(ana, bob)          # kind="group": a basic one, which migrates()
        group.mentions("douche")                  # as Ana; group.of(bob).replies("merci", to=answer)

        telegram.fault("sendMessage", "reset_after", times=3, share=0.5, seed=1)
        await telegram.down()                     # then up(), on the same port
        telegram.flood.on = False                 # no limits on the number of sends

It enforces what the Bot API documents, in the words of the public server: the token, lengths after the markup is read,
markup, keyboards, who may be written to, the number of sends, one poller, offsets, the order of deliveries, their age.
`telegram.sent` is all that was accepted, `refused` what was not, `requests` how often each method was called,
`acknowledged` the updates that the bot confirmed, `raw` puts any update, `redeliver` one more time the same.
Time goes by `clock` (limits) and `wall` (ages), which tests may give. `python -m tests.telegram_server` runs it alone.

What it does not do: Markdown, privacy mode (all of a group is delivered), methods called in the answer to a webhook,
the slowing down of pollers that ask twice the same within half a second.
"""

from tests.telegram_server.html import Parsed, parse_html
from tests.telegram_server.places import Group, Person
from tests.telegram_server.sent import Refused, Sent
from tests.telegram_server.server import TelegramServer
from tests.telegram_server.tags import HtmlError

__all__ = ["Group", "HtmlError", "Parsed", "Person", "Refused", "Sent", "TelegramServer", "parse_html"]
