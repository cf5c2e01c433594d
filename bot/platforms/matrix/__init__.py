"""Matrix, and so Tchap, through matrix-nio: encrypted from the first message; the loop and the retries are ours."""

from __future__ import annotations

from bot.platforms.matrix.calls import Calls
from bot.platforms.matrix.carrier import MatrixCarrier
from bot.platforms.matrix.door import MatrixDoor
from bot.platforms.matrix.session import make_client
from bot.platforms.matrix.settings import MatrixSettings
from bot.post.arrival import Post
from bot.post.weather import Weather

__all__ = ["MatrixCarrier", "MatrixDoor", "MatrixSettings", "open_matrix"]


def open_matrix(settings: MatrixSettings, *, post: Post, weather: Weather) -> tuple[MatrixDoor, MatrixCarrier]:
    """The door and the carrier of an account; nothing is connected yet."""
    client = make_client(settings)
    carrier = MatrixCarrier(client)
    door = MatrixDoor(settings=settings, client=client, carrier=carrier, post=post, calls=Calls(weather=weather))
    return door, carrier
