"""What the sender knows of the outbox without reading it again."""

from __future__ import annotations

from bot.post.outbox import Letter
from bot.post.tray import MOST_IN_MEMORY, Tray


def letter(number: int, room: str = "a", *, bulk: bool = False) -> Letter:
    return Letter(number, f"ticket{number}", b"", room, {}, bulk, resend=True, doubts=0)


def looked(*letters: Letter) -> Tray:
    tray = Tray()
    tray.begin()
    tray.seen(letters, all_of_them=True)
    return tray


def test_before_the_first_look_nothing_is_known() -> None:
    tray = Tray()
    tray.add([letter(1)])
    assert not tray.whole
    assert not tray.passes("b", 8)


def test_replies_come_before_news() -> None:
    tray = looked(letter(1, bulk=True), letter(2))
    tray.add([letter(3, bulk=True), letter(4)])
    assert [each.id for each in tray.letters] == [2, 4, 1, 3]


def test_what_is_written_during_a_look_is_not_lost() -> None:
    tray = looked()
    tray.begin()
    tray.add([letter(2)])
    tray.seen([letter(1)], all_of_them=True)
    assert [each.id for each in tray.letters] == [1, 2]
    assert tray.whole


def test_what_others_write_during_a_look_makes_another_one_necessary() -> None:
    tray = looked()
    tray.begin()
    tray.forget()
    tray.seen([letter(1)], all_of_them=True)
    assert not tray.whole
    assert [each.id for each in tray.letters] == [1]


def test_a_look_that_could_not_see_everything_is_followed_by_another() -> None:
    tray = Tray()
    tray.begin()
    tray.add([letter(9)])
    tray.seen([letter(1)], all_of_them=False)
    assert not tray.whole


def test_more_than_memory_should_hold_waits_in_the_outbox_only() -> None:
    tray = looked(*(letter(number) for number in range(MOST_IN_MEMORY)))
    assert tray.whole
    tray.add([letter(MOST_IN_MEMORY)])
    assert not tray.whole


def test_a_send_passes_before_nobody() -> None:
    tray = looked(letter(1, "a"))
    assert tray.passes("b", 2)
    assert not tray.passes("b", 1), "the one that waits takes the place"
    assert not tray.passes("a", 8), "in one room, the order is kept"
    tray.remove([letter(1, "a")])
    assert tray.passes("a", 1)
