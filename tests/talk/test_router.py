"""A command beats a pending question, which beats free text; a form yields and comes back."""

from __future__ import annotations

import pytest

from bot.talk.message import Reply, Step, Text
from bot.talk.router import Found, Handler, Heard, Router
from bot.talk.turn import Turn


def says(word: str) -> Handler:
    async def handler(_turn: Turn) -> Reply:
        return Reply((Text(word),))

    handler.__name__ = word
    return handler


@pytest.fixture
def router() -> Router:
    router = Router()
    router.otherwise(says("anything"))
    router.not_a_command(says("unknown"))
    router.located(says("located"))
    router.attached(of="menu")(says("attached"))
    router.command("menu")(says("menu"))
    router.command("langue")(says("langue"))
    router.step("place")(says("place"))
    router.form("offer", asks=says("asked"))(says("offer"))
    return router


def name_of(found: Found) -> str:
    return str(getattr(found.handler, "__name__", ""))


SPOKEN = {"la carte": "menu", "english": "langue en"}


@pytest.mark.parametrize(
    ("text", "waiting", "name", "argument"),
    [
        ("/menu", None, "menu", ""),
        ("/menu@solipacte_bot", None, "menu", ""),
        ("!MENU", None, "menu", ""),
        ("/langue en", None, "langue", "en"),
        ("/menu", "place", "menu", ""),
        ("/menu", "offer", "menu", ""),
        ("/jamaisvu", "place", "unknown", "jamaisvu"),
        ("!!!", None, "anything", "!!!"),
        ("/ 3", None, "anything", "/ 3"),
        ("Nantes", "place", "place", "Nantes"),
        ("Nantes", "a step of an older version", "anything", "Nantes"),
        ("nous distribuons des repas à Nevers", "offer", "offer", "nous distribuons des repas à Nevers"),
        ("et vous, où est la douche ?", "offer", "anything", "et vous, où est la douche ?"),
        ("bonjour", None, "anything", "bonjour"),
    ],
)
def test_who_answers(router: Router, text: str, waiting: str | None, name: str, argument: str) -> None:
    found = router.find(Heard(text), Step(waiting) if waiting else None, SPOKEN)
    assert (name_of(found), found.argument) == (name, argument)


def test_words_said_alone_are_a_command(router: Router) -> None:
    assert name_of(router.find(Heard("La carte !", said="la carte"), None, SPOKEN)) == "menu"
    found = router.find(Heard("English", said="english"), Step("place"), SPOKEN)
    assert (name_of(found), found.argument) == ("langue", "en")


def test_a_form_comes_back_after_a_command_a_danger_or_a_question(router: Router) -> None:
    for heard in (Heard("/menu"), Heard("je dors dehors", danger=True), Heard("c’est quoi ?"), Heard("", located=True)):
        found = router.find(heard, Step("offer"), SPOKEN)
        assert found.back_to is router.forms["offer"]
    assert router.find(Heard("du riz"), Step("offer"), SPOKEN).back_to is None


def test_a_file_has_its_handler_and_the_form_comes_back(router: Router) -> None:
    for waiting in (None, Step("place"), Step("offer")):
        found = router.find(Heard("/menu dep-44", attached=True), waiting, SPOKEN)
        assert (name_of(found), found.argument, found.command) == ("attached", "/menu dep-44", "menu")
        assert found.back_to is (router.forms["offer"] if waiting and waiting.name == "offer" else None)
    assert name_of(router.find(Heard("", located=True, attached=True), None, SPOKEN)) == "located"


def test_a_form_hears_its_own_words_and_does_not_come_back_after_what_leaves(router: Router) -> None:
    router.command("stop", leaves=True)(says("stop"))
    router.form("date", asks=says("asked"), words=("retour",))(says("date"))
    spoken = {"retour": "menu", "arrete": "stop"}
    retour = Heard("Retour !", said="retour")
    assert name_of(router.find(retour, Step("date"), spoken)) == "date"
    assert name_of(router.find(retour, Step("offer"), spoken)) == "menu"
    assert name_of(router.find(Heard("/menu"), Step("date"), spoken)) == "menu"
    for leaving in (Heard("/stop"), Heard("arrête", said="arrete")):
        found = router.find(leaving, Step("date"), spoken)
        assert (name_of(found), found.back_to) == ("stop", None)
    assert Router.of(router).leaving == {"stop"}


def test_a_name_has_one_handler() -> None:
    one, two = Router(), Router()
    one.command("menu")(says("one"))
    two.command("menu")(says("two"))
    with pytest.raises(ValueError, match="menu"):
        Router.of(one, two)
    with pytest.raises(ValueError, match="menu"):
        one.command("menu")(says("again"))


def test_a_router_without_a_last_resort_says_so() -> None:
    with pytest.raises(LookupError):
        Router().find(Heard("bonjour"), None, {})


def test_joined_routers_keep_everything(router: Router) -> None:
    other = Router()
    other.command("plus")(says("plus"))
    joined = Router.of(router, other)
    assert set(joined.commands) == {"menu", "langue", "plus"}
    assert joined.anything is router.anything
    assert set(joined.forms) == {"offer"}
    assert (joined.file, joined.filing) == (router.file, "menu")
    with pytest.raises(ValueError, match="anything"):
        Router.of(router, router.__class__(anything=router.anything))
