"""Private chats and groups, and what happens to them."""

from __future__ import annotations

from tests.telegram_server.chats import Speaker
from tests.telegram_server.sent import Raw

# What Telegram takes from the id of a group to make that of the supergroup that it becomes.
SUPERGROUP = -1_000_000_000_000


class Person(Speaker):
    """A private chat."""

    def blocks(self, *, told: bool = True) -> None:
        """Block the bot; `told`: it is told at once."""
        self.server.blocked.add(self.chat["id"])
        if told:
            self._member("member", "kicked")

    def unblocks(self) -> None:
        """Let the bot write again."""
        self.server.blocked.discard(self.chat["id"])
        self._member("kicked", "member")

    def leaves_telegram(self) -> None:
        """The account is no more."""
        self.server.deactivated.add(self.chat["id"])

    def _member(self, before: str, after: str) -> int:
        return self.server.deliver(my_chat_member=membership(self, before, after))


class Group(Speaker):
    """A member of a group; `of` gives another one."""

    def of(self, person: Speaker) -> Group:
        """The same group, as somebody else speaks in it."""
        return Group(self.server, person.user, self.chat)

    member = of

    def mentions(self, text: str) -> int:
        """Write with the bot's name in front."""
        return self.says(f"@{self.server.username} {text}")

    def says_unnamed(self, text: str) -> int:
        """Write as an administrator who stays unnamed."""
        unnamed = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
        return Group(self.server, unnamed, self.chat).says(text, sender_chat=dict(self.chat))

    def joins(self, person: Speaker) -> int:
        """Somebody comes in."""
        return self.server.deliver(message=self.of(person).message(new_chat_members=[person.user]))

    def leaves(self, person: Speaker) -> int:
        """Somebody goes."""
        return self.server.deliver(message=self.of(person).message(left_chat_member=person.user))

    def kicks_bot(self) -> int:
        """The bot is put out."""
        self.server.blocked.add(self.chat["id"])
        return self.server.deliver(my_chat_member=membership(self, "member", "kicked"))

    def adds_bot(self) -> int:
        """The bot is let in (again)."""
        self.server.blocked.discard(self.chat["id"])
        self.server.left.discard(self.chat["id"])
        self.server.deliver(my_chat_member=membership(self, "left", "member"))
        return self.server.deliver(message=self.message(new_chat_members=[self.server.me]))

    def migrates(self) -> int:
        """Become a supergroup; gives its new id."""
        old = int(self.chat["id"])
        new = SUPERGROUP + old
        self.server.deliver(message=self.message(migrate_to_chat_id=new))
        self.server.migrated[old] = new
        # In place: those who were there speak in the new one.
        self.chat |= {"id": new, "type": "supergroup"}
        self.server.rooms[new] = self.chat
        self.server.deliver(message=self.message(migrate_from_chat_id=old))
        return new


def membership(speaker: Speaker, before: str, after: str) -> Raw:
    """What became of the bot in a chat."""
    server = speaker.server

    def member(status: str) -> Raw:
        return {"user": server.me, "status": status} | ({"until_date": 0} if status == "kicked" else {})

    return {
        "chat": dict(speaker.chat),
        "from": speaker.user,
        "date": int(server.wall()),
        "old_chat_member": member(before),
        "new_chat_member": member(after),
    }
