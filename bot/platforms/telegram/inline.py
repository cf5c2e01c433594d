"""`@bot douche nantes`, from any chat: the answer as articles to be sent. Pure, but for the sending."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions

from bot.platforms.markup import Line, lines
from bot.platforms.telegram.render import Words, html, split
from bot.talk.message import Card, Reply

# Seconds that Telegram may give the same answer to others: nothing personal is in it.
CACHED = 60
MOST = 20
_LONGEST_TITLE, _LONGEST_DESCRIPTION = 100, 200


def hint(language: str, words: Words) -> InlineQueryResultArticle:
    """What to write, for somebody who wrote nothing yet."""
    said = words(language, "telegram-inline-hint")
    return _article("hint", words(language, "telegram-inline-title"), said, [Line(said)])


def articles(reply: Reply, words: Words) -> list[InlineQueryResultArticle]:
    """The whole answer when it fits in a message, then each result alone."""
    cards = [block for block in reply.blocks if isinstance(block, Card)]
    whole = split(lines(reply))
    made = []
    if len(whole) == 1:
        title = words(reply.language, "telegram-inline-all") if cards else whole[0][0].text
        made.append(_article("all", title, _described(whole[0]), whole[0]))
    for number, card in enumerate(cards, 1):
        shown = lines(Reply((card,), language=reply.language))
        parts = split(shown)
        if parts:
            made.append(_article(str(number), shown[0].text, _described(shown[1:]), parts[0]))
    return made[:MOST]


def _described(shown: Sequence[Line]) -> str:
    return " · ".join(line.text for line in shown if line.text)[:_LONGEST_DESCRIPTION]


def _article(name: str, title: str, description: str, part: Sequence[Line]) -> InlineQueryResultArticle:
    text = "\n".join(html(line) for line in part).strip("\n")
    content = InputTextMessageContent(
        text, parse_mode="HTML", link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    return InlineQueryResultArticle(name, title[:_LONGEST_TITLE] or "…", content, description=description)
