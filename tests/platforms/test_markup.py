"""Replies as plain text and as HTML."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.markup import html, paragraphs, plain
from bot.talk.message import Card, Choice, Reply, Text

ANSWER = Reply(
    blocks=(
        Text("Une douche près de Nantes."),
        Card("Bains-douches", ("Ouvert", "☎ 02 40 12 34 56")),
        Text("Appelez le 115.", urgent=True),
    ),
    choices=(Choice("Plus", "/plus"), Choice("Autre ville", "/ville")),
    facts={"commune": "44109"},
)
TAGS = {"div", "p", "strong", "br", "ul", "li", "article", "h3", "a", "bdi"}


class Tags(HTMLParser):
    """Notes the tags, the addresses and the text of a fragment."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.addresses += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


def links(text: str, *, urgent: bool = False) -> list[str]:
    return Tags(paragraphs(text, urgent=urgent)).addresses


def test_a_terminal_reads_what_is_urgent_first_then_cards_then_numbered_choices() -> None:
    assert plain(ANSWER) == (
        "⚠ Appelez le 115.\n\n"
        "Une douche près de Nantes.\n\n"
        "Bains-douches\n  Ouvert\n  ☎ 02 40 12 34 56\n\n"
        "1. Plus\n2. Autre ville"
    )


def test_a_terminal_is_never_sent_control_characters() -> None:
    reply = Reply(blocks=(Text("a\x1b[31mb\x07\u202ec\u2068d\u2069"), Card("t\nu", ("v\rw\x9b",))))
    assert plain(reply) == "a[31mbcd\n\nt u\n  v w"


def test_arabic_keeps_its_isolates_in_a_terminal() -> None:
    assert "\u2068Nantes\u2069" in plain(Reply(blocks=(Text("في \u2068Nantes\u2069"),), language="ar"))


def test_a_page_gives_the_language_and_direction_of_each_message() -> None:
    assert html(Reply(blocks=(Text("مرحبا"),), language="ar")).startswith('<div class="message" lang="ar" dir="rtl">')
    assert html(Reply(blocks=(Text("Bonjour"),), language="fr-x-simple")).startswith(
        '<div class="message" lang="fr-x-simple" dir="ltr">'
    )


def test_a_page_shows_what_is_urgent_first_and_marks_it() -> None:
    shown = html(ANSWER)
    assert shown.index('<div class="urgent"><p><strong>Appelez') < shown.index("Une douche")


def test_cards_are_articles_with_a_heading() -> None:
    assert '<article class="card"><h3 dir="auto">Bains-douches</h3><p dir="auto">Ouvert</p>' in html(ANSWER)


def test_french_punctuation_never_starts_a_line() -> None:
    said = Text("« Bonjour » : ça va ? https://exemple.fr/?a=1 !")
    assert "«\u00a0Bonjour\u00a0»\u00a0: ça va\u00a0? <a" in html(Reply(blocks=(said,)))
    assert "« Bonjour » : ça va ? <a" in html(Reply(blocks=(said,), language="en"))


def test_a_sentence_around_isolated_names_runs_as_the_message_does() -> None:
    card = Card("\u2068Le Phare\u2069", ("\u2068Lille\u2069، على بعد 400 م", "12 rue de Rieux"))
    shown = html(Reply(blocks=(card,), language="ar"))
    assert '<h3 dir="auto">Le Phare</h3><p>\u2068Lille\u2069، على بعد 400 م</p><p dir="auto">12 rue' in shown


def test_facts_are_never_shown() -> None:
    assert "44109" not in html(ANSWER) + plain(ANSWER)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("voir https://www.lassuranceretraite.fr/a?b=1&c=2.", "https://www.lassuranceretraite.fr/a?b=1&c=2"),
        ("(https://exemple.fr/x)", "https://exemple.fr/x"),
        ("https://fr.wikipedia.org/wiki/Sens_(Yonne)", "https://fr.wikipedia.org/wiki/Sens_(Yonne)"),
        ("http://www.ccas.fr", "http://www.ccas.fr"),
        ("☎ 02 61 91 00 03", "tel:0261910003"),
        ("Tél. 02.61.91.00.03, le matin", "tel:0261910003"),
        ("☎ 0261910003", "tel:0261910003"),
        ("☎ +33 2 61 91 00 03", "tel:+33261910003"),
        ("☎ +33 (0)2 61 91 00 03", "tel:+33261910003"),
        ("☎ 0 805 160 075 (gratuit)", "tel:0805160075"),
        ("☎ 0805 160 075", "tel:0805160075"),
        ("☎ 115", "tel:115"),
        ("☎ 39 19", "tel:3919"),
        ("☎ 3646", "tel:3646"),
        ("☎ 114", "sms:114"),
        ("115 : un abri pour cette nuit", "tel:115"),
        ("112 (jour et nuit, gratuit) : toute urgence", "tel:112"),
        ("115: a bed for tonight", "tel:115"),
        ("Téléphone : 3919 (gratuit)", "tel:3919"),
        ("En danger ? Appelez le\u00a0112.", "tel:112"),
        ("Send a text message to 114.", "sms:114"),
        ("اتصل بالرقم 115.", "tel:115"),
        ("tel:+33261910003", "tel:+33261910003"),
        ("sms:114", "sms:114"),
        ("ccas@ville-nevers.fr", "mailto:ccas@ville-nevers.fr"),
    ],
)
def test_addresses_and_numbers_become_links(text: str, address: str) -> None:
    assert links(text) == [address]


def test_short_numbers_are_links_in_urgent_paragraphs() -> None:
    text = "Le 15, le 112 ou le 3114. SMS au 114. Victimes : 116 006. C’est ouvert 24 h sur 24."
    assert links(text, urgent=True) == ["tel:15", "tel:112", "tel:3114", "sms:114", "tel:116006"]


@pytest.mark.parametrize(
    "text",
    [
        "115 euros de découvert",
        "Bus 115, arrêt 112",
        "Ligne : 115 et 17",
        "Ouvert depuis 1991 : 3919 repas",
        "À 15 min, 17 rue de Rieux",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "https://caf.fr@voleur.example/",
        "https://[::1",
        "44000 Nantes, 2026-11-21, 123456789012",
        "SIRET 130 025 265 00013",
    ],
)
def test_what_is_not_surely_an_address_stays_text(text: str) -> None:
    assert links(text) == []
    assert Tags(paragraphs(text)).text == text


@pytest.mark.parametrize("text", ["Ouvert jusqu’à 18 h", "à 15 km", "15 €", "17:30", "15/12", "115,50 %"])
def test_hours_and_sums_are_not_numbers_to_dial(text: str) -> None:
    assert links(text, urgent=True) == []


def test_paragraphs_and_lists_keep_their_shape() -> None:
    assert paragraphs("a\nb\n\n- c\n- d") == "<p>a<br>b</p><ul><li>c</li><li>d</li></ul>"
    assert paragraphs("  \n\n ") == ""


@given(st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("<>&\"'☎:/@.-0159 \n")), max_size=200))
def test_nothing_written_can_become_a_tag_or_a_script(text: str) -> None:
    reply = Reply(blocks=(Text(text), Text(text, urgent=True), Card(text, (text, f"☎ {text}", f"https://{text}"))))
    seen = Tags(html(reply))
    assert seen.tags <= TAGS
    assert seen.attributes <= {"class", "lang", "dir", "href", "target", "rel"}
    assert all(address.startswith(("https://", "http://", "tel:", "sms:", "mailto:")) for address in seen.addresses)
    plain(reply)
