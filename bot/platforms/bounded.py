"""What comes over HTTP, read as far as a bound."""

from __future__ import annotations

from aiohttp import StreamReader


async def bounded(content: StreamReader, most: int) -> bytes | None:
    """All of it; None when it is longer than `most` bytes, which nobody has to say beforehand."""
    read = bytearray()
    async for chunk in content.iter_any():
        read += chunk
        if len(read) > most:
            return None
    return bytes(read)
