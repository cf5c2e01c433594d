"""A mail that leaves with what a transaction writes, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import Connection

from bot.mailboxes import valid_address
from bot.post import outbox
from bot.post.bell import announce
from bot.post.carrier import Parcel
from bot.records.privacy import Vault
from bot.talk.message import Address, Message, Reply

MAIL = "mail"


class NoMailError(RuntimeError):
    """No mail server is set: nothing was queued."""


class WrongAddressError(ValueError):
    """What was to be written to is not one address (`valid_address`): nothing was queued."""


@dataclass(frozen=True, slots=True)
class Mailing:
    """`pack` is the carrier's own, pure; None: no mail server is set."""

    vault: Vault
    pack: Callable[[Reply, Message | None], tuple[Parcel, ...]] | None

    @property
    def possible(self) -> bool:
        """Whether mails can be queued at all."""
        return self.pack is not None

    def queue(
        self,
        connection: Connection,
        address: str,
        reply: Reply,
        *,
        now: datetime,
        bulk: bool = False,
        unsubscribe: str | None = None,
    ) -> None:
        """Queue a mail in the transaction of `connection`; it leaves once that is committed.

        `bulk`: news, which goes after replies and says so. `unsubscribe`: the link by which one stops them. A mail
        whose end nobody knows is sent again. Raises NoMailError, WrongAddressError.
        """
        if self.pack is None:
            raise NoMailError
        to = valid_address(address)
        if to is None:
            raise WrongAddressError
        more = {"bulk": bulk, "unsubscribe": unsubscribe}
        parcels = [{**parcel, **more} for parcel in self.pack(reply, None)]
        drafts = outbox.prepare(self.vault, Address(MAIL, to), parcels, now=now, bulk=bulk)
        outbox.queue(connection, drafts)
        announce(connection, MAIL)
