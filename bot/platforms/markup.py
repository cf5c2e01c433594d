"""Replies as people see them: plain text for a terminal, HTML for a page. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from bot.talk.message import Block, Card, Reply, Text

# Lines that start with this sign hold a telephone number, short ones included.
PHONE_SIGN = "☎"
URGENT_SIGN = "⚠"
# Emergency and listening lines, linked inside urgent paragraphs (`bot.talk.crisis` says what each is for).
SHORT_NUMBERS = frozenset(
    {"15", "17", "18", "112", "114", "115", "119", "196", "3018", "3114", "3117", "3133", "3919", "3977"}
    | {"116000", "116006", "116117"}
)
LONGEST_LINK_TEXT = 100
_BULLETS = ("- ", "• ")

# Control characters and unicode direction overrides have no place in a sentence (they hide or forge text).
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ufeff]")
_ISOLATES = re.compile("[\u2066-\u2069]")
_FRENCH_GAP = re.compile("(?<=«) | (?=[:;!?»])")
_GAP = "[ .\u00a0\u202f]?"
# What comes before a number that is to be dialled, in the languages of the sentences.
_INVITATION = re.compile(
    r"\b(?:appele[zr] (?:le|au)|sms al?|sms au|llame (?:ya )?al|телефонуйте(?: за номером)?|номер|call"
    r"|text(?: message)?(?: to)?|الرقم|بالرقم|إلى)$",
    re.IGNORECASE,
)
_LINKS = re.compile(
    rf"""
    (?P<url>https?://[^\s<>"'`«»\u2066-\u2069]+)
    | (?P<said>\b(?:tel|sms):\+?\d(?:[ .\u00a0\u202f-]?\d){{1,14}}(?!\d))
    | (?P<mail>(?<![\w.+-])[\w+-][\w.+-]{{0,63}}@[a-z0-9-]{{1,63}}(?:\.[a-z0-9-]{{1,63}}){{1,5}}(?![\w@]))
    | (?P<phone>(?<![\w+])(?:\+33{_GAP}(?:\(0\){_GAP})?[1-9](?:{_GAP}\d\d){{4}}
                            |0[1-9](?:{_GAP}\d\d){{4}}|0{_GAP}8\d\d(?:{_GAP}\d{{3}}){{2}})(?!\d))
    | (?P<short>(?<![\w.,/:+-])(?:116{_GAP}\d{{3}}|[13]\d{_GAP}\d\d|1\d{{1,2}})
                (?![\d/]|[.,:]\d|[ \u00a0\u202f]?(?:\d|%|€|°|h\b|min|ans|mois|km|m\b|eur|rue|bd|av)))
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


def urgent_first(blocks: Iterable[Block]) -> list[Block]:
    """The blocks in the order they are to be read: what is urgent comes first."""
    return sorted(blocks, key=lambda block: not (isinstance(block, Text) and block.urgent))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a reply as people read it; `strong`: a title, or what is urgent."""

    text: str
    strong: bool = False
    indented: bool = False


def lines(reply: Reply) -> list[Line]:
    """A reply in lines, urgent blocks first, an empty line between blocks; choices are left to the platform."""
    made: list[Line] = []
    for block in urgent_first(reply.blocks):
        shown = list(_lines_of(block))
        if any(line.text for line in shown):
            made += [*([Line("")] if made else []), *shown]
    # Only right-to-left sentences need isolates; many terminals show them as boxes.
    return made if reply.direction == "rtl" else [replace(line, text=_ISOLATES.sub("", line.text)) for line in made]


def plain(reply: Reply) -> str:
    """A reply for a terminal: paragraphs, cards as a title and indented lines, choices as a numbered list."""
    parts = ["\n".join(f"  {line.text}" if line.indented else line.text for line in lines(reply))]
    if reply.choices:
        parts.append("\n".join(f"{number}. {label}" for number, label in enumerate(labels(reply), 1)))
    return "\n\n".join(part for part in parts if part)


def labels(reply: Reply) -> list[str]:
    """What is written on the buttons, in one line each."""
    shown = [_line(choice.label) for choice in reply.choices]
    return shown if reply.direction == "rtl" else [_ISOLATES.sub("", label) for label in shown]


def html(reply: Reply) -> Markup:
    """A reply for a page: one `<div class="message">` with its language and direction; choices are left to the page."""
    spaced = _french if reply.language.startswith("fr") else str
    blocks = Markup("").join(_html_block(block, spaced) for block in urgent_first(reply.blocks))
    return Markup('<div class="message" lang="{}" dir="{}">{}</div>').format(reply.language, reply.direction, blocks)


def paragraphs(text: str, *, urgent: bool = False) -> Markup:
    """Escaped `<p>` elements, one for each paragraph, with its addresses and numbers as links; "- " lines are lists."""
    parts = re.split(r"\n[ \t]*\n", _seen(text).strip())
    found = Markup("").join(_paragraph(part.split("\n"), urgent=urgent) for part in parts if part.strip())
    return Markup('<div class="urgent">{}</div>').format(found) if urgent and found else found


def _paragraph(lines: list[str], *, urgent: bool) -> Markup:
    if all(line.startswith(_BULLETS) for line in lines):
        items = Markup("").join(Markup("<li>{}</li>").format(_linked(line[2:], urgent=urgent)) for line in lines)
        return Markup("<ul>{}</ul>").format(items)
    shape = Markup("<p><strong>{}</strong></p>") if urgent else Markup("<p>{}</p>")
    return shape.format(Markup("<br>").join(_linked(line, urgent=urgent) for line in lines))


def _lines_of(block: Block) -> Iterator[Line]:
    if isinstance(block, Card):
        yield Line(_line(block.title), strong=True)
        yield from (Line(_line(line), indented=True) for line in block.lines)
        return
    text = _seen(block.text).strip()
    sign = f"{URGENT_SIGN} " if block.urgent and text else ""
    yield from (Line(line, strong=block.urgent) for line in f"{sign}{text}".split("\n"))


def _html_block(block: Block, spaced: Callable[[str], str]) -> Markup:
    if isinstance(block, Text):
        return paragraphs(spaced(block.text), urgent=block.urgent)
    # A title is a name: it runs its own way whatever the language of the message.
    title = Markup('<h3 dir="auto">{}</h3>').format(_ISOLATES.sub("", _line(spaced(block.title))))
    lines = Markup("").join(_card_line(spaced(line)) for line in block.lines)
    return Markup('<article class="card">{}{}</article>').format(title, lines)


def _card_line(line: str) -> Markup:
    """Bare data runs its own way; a sentence around isolated values runs as the message does."""
    shape = Markup("<p>{}</p>") if _ISOLATES.search(line) else Markup('<p dir="auto">{}</p>')
    return shape.format(_linked(_line(line)))


def _french(text: str) -> str:
    """The same text, whose punctuation never starts a line."""
    return _FRENCH_GAP.sub("\u00a0", text)


def _seen(text: str) -> str:
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _line(text: str) -> str:
    return _seen(text).replace("\n", " ").strip()


def _linked(line: str, *, urgent: bool = False) -> Markup:
    """One escaped line; whatever is not surely an address or a number stays text."""
    found: list[Markup] = []
    end = 0
    for match in _LINKS.finditer(line):
        link, length = _link(match, urgent=urgent)
        if link is not None:
            found += (escape(line[end : match.start()]), link)
            end = match.start() + length
    return Markup("").join([*found, escape(line[end:])])


def _link(match: re.Match[str], *, urgent: bool) -> tuple[Markup | None, int]:
    """The link a match stands for and how many characters it covers; None: leave the text as it is."""
    text = match.group()
    if match.lastgroup == "url":
        return _web(text)
    if match.lastgroup == "mail":
        return Markup('<a href="mailto:{0}" dir="ltr">{0}</a>').format(text), len(text)
    digits = re.sub(r"[^\d+]", "", text.replace("(0)", ""))
    if match.lastgroup == "short" and not _is_dialled(match, digits, urgent=urgent):
        return None, 0
    # 114 is written to, never called: it serves people who cannot hear or speak.
    scheme = "sms" if digits == "114" or text.lower().startswith("sms:") else "tel"
    shown = text.partition(":")[2] or text
    return Markup('<a class="phone" href="{}:{}" dir="ltr">{}</a>').format(scheme, digits, shown), len(text)


def _is_dialled(match: re.Match[str], digits: str, *, urgent: bool) -> bool:
    """Whether digits are a short number to call or write to, and not an amount, a year or a bus."""
    line, start, end = match.string, match.start(), match.end()
    if line[:4].lstrip().startswith(PHONE_SIGN):
        return True  # any short number (3646, 3230…)
    if digits not in SHORT_NUMBERS:
        return False
    # A few characters tell; a long line must not be read again for each of its numbers.
    before, after = line[max(0, start - 30) : start].strip(), line[end : end + 3].strip()
    heads = not before and after.startswith((":", "("))
    labelled = before.endswith(":") and (not after or after[0] in "(.,")
    return urgent or heads or labelled or _INVITATION.search(before) is not None


def _web(text: str) -> tuple[Markup | None, int]:
    address = text.rstrip(".,;:!?…*_")
    if "(" not in address:
        address = address.rstrip(")]}")
    try:
        parts = urlsplit(address)
    except ValueError:
        return None, 0
    if not parts.hostname or "@" in parts.netloc:
        return None, 0
    shown = parts.netloc + parts.path.rstrip("/")
    if parts.query or parts.fragment or len(shown) > LONGEST_LINK_TEXT:
        shown = shown[: LONGEST_LINK_TEXT - 1].rstrip("/") + "/…"
    shape = Markup('<a href="{}" target="_blank" rel="noopener noreferrer"><bdi dir="ltr">{}</bdi></a>')
    return shape.format(address, shown), len(address)
