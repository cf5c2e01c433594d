"""`solipacte poster`: an A4 page to be printed, whose QR code opens a search in the conversation."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import segno
from markupsafe import Markup
from telegram import Bot
from telegram.error import TelegramError

from bot.app import Shipped
from bot.cli.keeping import say
from bot.cli.naming import commune_named
from bot.handlers.start import link
from bot.platforms.telegram.request import Request
from bot.settings import Settings
from bot.talk.wording import Wording
from directory.communes.commune import Commune

# Millimetres of an A4 page; the code stands in its middle.
WIDTH, HEIGHT, CODE = 210, 297, 96
_MARGIN = 14
# The width of a letter, in parts of its height, of a bold sans-serif.
_LETTER = 0.68
LANGUAGES = ("en", "ar", "es", "uk")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a poster is for; `bot`: the robot's name on Telegram."""

    commune: Commune
    need: str
    bot: str

    @property
    def address(self) -> str:
        """What the code holds, and what can be typed."""
        return f"t.me/{self.bot}?start={link(self.commune.code, self.need)}"


def make_poster(settings: Settings, *, commune: str, need: str, bot: str | None, output: Path, force: bool) -> int:
    """Write the page; gives the exit code. Every mistake is told in a sentence, and nothing is written then."""
    shipped = Shipped.load(settings.data_dir / "cache" if settings.data_dir.exists() else None)
    found = commune_named(shipped.gazetteer, commune)
    if found is None:
        return 1
    if need not in {known.id for known in shipped.needs.all}:
        say("poster-need", need=need, needs=", ".join(sorted(known.id for known in shipped.needs.all)))
        return 1
    if output.exists() and not force:
        say("poster-exists", file=str(output))
        return 1
    name = (bot or "").removeprefix("@") or asyncio.run(_username(settings))
    if not name:
        say("poster-bot")
        return 1
    asked = Asked(found, need, name)
    page = draw(asked, Wording(), label=shipped.needs.label, publisher=settings.publisher or "")
    try:
        output.write_text(page, encoding="utf-8")
    except OSError as error:
        say("poster-unwritable", file=str(output), reason=error.strerror or "")
        return 1
    say("poster-done", file=str(output), address=asked.address)
    return 0


async def _username(settings: Settings) -> str:
    """The robot's name, as Telegram tells it; empty without a token, or when Telegram does not answer."""
    if settings.telegram_token is None:
        return ""
    base = f"{settings.telegram_api_url}/bot"
    request = Request(settings.telegram_api_url)
    try:
        me = await Bot(settings.telegram_token.get_secret_value(), base_url=base, request=request).get_me()
    except TelegramError:
        return ""
    finally:
        await request.shutdown()
    return me.username or ""


def draw(asked: Asked, wording: Wording, *, label: Callable[[str, str], str], publisher: str) -> str:
    """The page as SVG: black on white, readable without colour, the address under the code."""
    code = segno.make(f"https://{asked.address}", error="m")
    need = label(asked.need, "fr")
    place = f"{asked.commune.name} ({asked.commune.departement})"
    rows = [
        _text(wording.say("fr", "poster-title"), 30, 15),
        _text(wording.say("fr", "poster-for", need=need, place=place), 46, 11),
        _squares(code),
        _text(asked.address, 164, 6, bold=False),
        _text(wording.say("fr", "poster-how"), 178, 7),
        *(
            _text(wording.say(each, "poster-how"), 191 + 11 * row, 6.5, language=each)
            for row, each in enumerate(LANGUAGES)
        ),
        Markup('<rect x="{}" y="236" width="{}" height="34" fill="none" stroke="#000" stroke-width="1"/>').format(
            _MARGIN, WIDTH - 2 * _MARGIN
        ),
        _text(wording.say("fr", "poster-danger"), 250, 10),
        _text(wording.say("fr", "poster-robot"), 263, 7, bold=False),
        _text(publisher, 284, 5, bold=False),
    ]
    shape = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{0}mm" height="{1}mm" viewBox="0 0 {0} {1}" lang="fr">'
        '<title>{2}</title><rect width="{0}" height="{1}" fill="#fff"/>'
        '<g font-family="DejaVu Sans, Arial, sans-serif" text-anchor="middle" fill="#000">{3}</g></svg>\n'
    )
    return shape.format(WIDTH, HEIGHT, f"{need}, {place}", Markup("\n").join(row for row in rows if row))


def _text(said: str, height: float, size: float, *, bold: bool = True, language: str = "fr") -> Markup:
    """A line in the middle, made smaller until it fits."""
    if not said:
        return Markup("")
    fits = min(size, (WIDTH - 3 * _MARGIN) / (len(said) * _LETTER))
    direction = "rtl" if language == "ar" else "ltr"
    shape = Markup('<text x="{}" y="{}" font-size="{:.2f}" font-weight="{}" lang="{}" direction="{}">{}</text>')
    return shape.format(WIDTH / 2, height, fits, "bold" if bold else "normal", language, direction, said)


def _squares(code: segno.QRCode) -> Markup:
    """The code, with the blank border that readers need."""
    side = CODE / code.symbol_size(border=4)[0]
    left, top = (WIDTH - CODE) / 2, 56
    path = "".join(_runs(code, side, left=left, top=top))
    return Markup('<path d="{}" fill="#000" shape-rendering="crispEdges"/>').format(path)


def _runs(code: segno.QRCode, side: float, *, left: float, top: float) -> Iterator[str]:
    for row, bits in enumerate(code.matrix_iter(border=4)):
        for column, dark in enumerate(bits):
            if dark:
                x, y = left + column * side, top + row * side
                yield f"M{x:.3f} {y:.3f}h{side:.3f}v{side:.3f}h-{side:.3f}z"


def default_file(commune: str, need: str) -> Path:
    """Where the page goes when nothing else is said."""
    return Path(f"affiche-{commune}-{need}.svg".replace("/", "-"))
