"""The places around a commune, to be printed: a page of the site, or a file that travels alone."""

from __future__ import annotations

import jinja2
import segno
from aiohttp import web
from markupsafe import Markup

from bot.handlers.printing import Printed
from bot.platforms.web.assets import STATIC
from bot.platforms.web.languages import direction
from bot.platforms.web.render import language_of, page
from bot.platforms.web.site import SITE
from bot.platforms.web.templating import TEMPLATING
from bot.talk.wording import Voice

PATH = "/imprimer/{insee:[0-9][0-9ABab][0-9]{3}}"
TEMPLATE = "print.html"


async def sheets(request: web.Request) -> web.Response:
    """The places around a commune. Raises HTTPNotFound for a code that is no commune's."""
    site = request.app[SITE]
    printing = site.core.printing
    printed = await printing.sheets(request.match_info["insee"], language_of(request)) if printing else None
    if printed is None:
        raise web.HTTPNotFound
    address = site.settings.public_url
    return page(request, TEMPLATE, printed=printed, address=address, code=code_of(address), style="")


def alone(printed: Printed, voice: Voice, address: str) -> str:
    """The same page with its style inside; `address`: where the chat is reached, or empty."""
    template = jinja2.Environment(**TEMPLATING).get_template(TEMPLATE)  # noqa: S701 - `TEMPLATING` escapes everything
    return template.render(
        printed=printed,
        address=address,
        code=code_of(address),
        style=Markup((STATIC / "print.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
        language=voice.language,
        direction=direction(voice.language),
        w=voice,
    )


def code_of(address: str) -> Markup:
    """The QR code of an address as SVG; empty without an address."""
    if not address:
        return Markup("")
    drawn = segno.make(address, error="m", micro=False).svg_inline(omitsize=True, svgclass=None, lineclass=None)
    return Markup(drawn)  # noqa: S704 - drawn by segno from an address that the operator gave
