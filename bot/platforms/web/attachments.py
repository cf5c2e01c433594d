"""Files that go with a reply: they travel inside the page, so that the server keeps nothing. Pure."""

from __future__ import annotations

from base64 import b64encode

from bot.talk.message import Attachment

# Anything else is sent as bytes: a file must never be run or shown as a page of ours.
_KNOWN = frozenset({"application/json", "application/pdf", "text/calendar", "text/csv", "text/plain"})


def download(attachment: Attachment) -> str:
    """The `data:` address of a file, for a link with the `download` attribute."""
    media_type = attachment.media_type if attachment.media_type in _KNOWN else "application/octet-stream"
    return f"data:{media_type};base64,{b64encode(attachment.content).decode()}"
