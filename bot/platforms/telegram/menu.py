"""What the bot says of itself to Telegram: its commands and descriptions, in each language."""

from __future__ import annotations

from telegram import Bot, BotCommand

from bot.platforms.telegram.render import Words

COMMANDS = ("menu", "aide", "urgence", "langue", "agenda", "abonner", "departement", "mesdonnees", "supprimer", "stop")
# Telegram's language codes, and ours; "" is for everybody else.
LANGUAGES = {"": "fr", "en": "en", "ar": "ar", "es": "es", "uk": "uk"}


async def introduce(bot: Bot, words: Words) -> None:
    """Tell Telegram the commands and descriptions. Raises TelegramError."""
    for code, language in LANGUAGES.items():
        commands = [BotCommand(name, words(language, f"telegram-command-{name}")) for name in COMMANDS]
        await bot.set_my_commands(commands, language_code=code or None)
        await bot.set_my_short_description(words(language, "telegram-short"), language_code=code or None)
        await bot.set_my_description(words(language, "telegram-description"), language_code=code or None)
