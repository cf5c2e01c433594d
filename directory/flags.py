"""What is true of a service beyond its needs, as bits of one integer."""

from __future__ import annotations

from enum import IntFlag


class Flag(IntFlag):
    """Bits kept in `Service.flags` and in the snapshot."""

    ON_SITE = 1
    REMOTE = 2
    """`a-distance`; with ON_SITE when both."""
    PROFESSIONALS_ONLY = 4
    """Only professionals can call it: a person is told to ask a social worker."""
    DISCREET = 8
    """A shelter for victims: its address is never shown."""
    ANIMALS = 16
    WHEELCHAIR = 32
    EVERYONE = 64
    """`tous-publics`, or no public named: never filtered out by a narrower question."""
    EVERYWHERE = 128
    """No zone named, or zone `france`: never filtered out by the place."""
    FICTIONAL = 256
    FREE = 512
    INTERPRETERS = 1024
    APPOINTMENT = 2048


HIDDEN_PLACE = Flag.DISCREET | Flag.PROFESSIONALS_ONLY
"""Where such a service is must not be shown to a person."""
