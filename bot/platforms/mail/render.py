"""Replies as a mail: a subject, plain text, files. Pure."""

from __future__ import annotations

import base64
import unicodedata

from bot.platforms.markup import lines
from bot.post.carrier import Parcel
from bot.talk.message import Attachment, Card, Message, Reply, Text

# Programs show less; a subject that goes on for longer is no subject.
LONGEST_SUBJECT = 150
# A subject is never empty: some filters take that for unwanted mail.
_NO_SUBJECT = "Solipacte"
_GAPS = ("Cc", "Zl", "Zp", "Zs")
_UNSEEN = ("Cf", "Cs")
# They shape Arabic letters and emojis, and hide nothing.
_JOINERS = "\u200c\u200d"


def parcels(reply: Reply, _to: Message | None) -> tuple[Parcel, ...]:
    """The one mail that a reply makes; what is to be pressed is left out, since nobody would hear it."""
    return (
        {
            "subject": subject(reply),
            "text": text(reply),
            "language": reply.language,
            "files": [_file(file) for file in reply.attachments],
        },
    )


def subject(reply: Reply) -> str:
    """The first line of the first paragraph; without one, the title of the first card."""
    said = [block.text for block in reply.blocks if isinstance(block, Text)]
    titles = [block.title for block in reply.blocks if isinstance(block, Card)]
    first = next((line for text in said for line in text.splitlines() if one_line(line)), "")
    return one_line(first) or one_line(" ".join(titles[:1])) or _NO_SUBJECT


def text(reply: Reply) -> str:
    """What is read, an empty line between paragraphs."""
    shown = [f"  {line.text}" if line.indented else line.text for line in lines(reply)]
    if reply.venue:
        shown += ["", reply.venue.title, reply.venue.address]
    return "\n".join(shown).strip("\n").encode(errors="replace").decode()


def one_line(text: str, most: int = LONGEST_SUBJECT) -> str:
    """A text that can stand in a header: one line, nothing unseen in it, cut between words."""
    words = "".join(_shown(sign) for sign in text).split()
    line = " ".join(words)
    if len(line) <= most:
        return line
    head = line[: most - 1]
    return (head.rpartition(" ")[0] or head).rstrip() + "…"


def _shown(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind in _GAPS:
        return " "
    return "" if kind in _UNSEEN and sign not in _JOINERS else sign


def _file(file: Attachment) -> dict[str, str]:
    return {"name": file.name, "type": file.media_type, "content": base64.b64encode(file.content).decode()}
