"""Telegram's HTML, as the public server reads it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.telegram_server import HtmlError, parse_html
from tests.telegram_server.html import units


def standing(source: str) -> list[tuple[Any, ...]]:
    """What stands out: kind, text, and what else there is to it."""
    parsed = parse_html(source)
    wide = parsed.text.encode("utf-16-le")
    found = []
    for entity in parsed.entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        rest = [value for key, value in entity.items() if key not in ("type", "offset", "length")]
        found.append((entity["type"], wide[2 * start : 2 * end].decode("utf-16-le"), *rest))
    return found


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        *(("b", "bold"), ("strong", "bold"), ("i", "italic"), ("em", "italic"), ("u", "underline")),
        *(("ins", "underline"), ("s", "strikethrough"), ("strike", "strikethrough"), ("del", "strikethrough")),
        *(("code", "code"), ("pre", "pre"), ("tg-spoiler", "spoiler"), ("blockquote", "blockquote")),
    ],
)
def test_a_tag_makes_its_text_stand_out_counted_in_utf16_units(tag: str, kind: str) -> None:
    parsed = parse_html(f"🏟 🏟<{tag}>🏟 &lt;é</{tag}> fin")
    assert parsed.text == "🏟 🏟🏟 <é fin"
    assert parsed.entities == ({"type": kind, "offset": 5, "length": 5},)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<a href="https://a.fr/?x=1&amp;y=2">ici</a>', [("text_link", "ici", "https://a.fr/?x=1&y=2")]),
        ("<a href='a.fr'>ici</a>", [("text_link", "ici", "http://a.fr")]),
        ("<a href=a.fr>ici</a>", [("text_link", "ici", "http://a.fr")]),
        ("<a>a.fr</a>", [("text_link", "a.fr", "http://a.fr")]),
        ("<a>a b</a>", []),
        ('<a href="javascript:x">ici</a>', []),
        ('<a href="mot">ici</a>', []),
        ('<span class="tg-spoiler">x</span>', [("spoiler", "x")]),
        ("<blockquote expandable>x</blockquote>", [("expandable_blockquote", "x")]),
        ('<tg-emoji emoji-id="5368">👍</tg-emoji>', [("custom_emoji", "👍", "5368")]),
        ('<pre><code class="language-python">x</code></pre>', [("pre", "x", "python")]),
        ('<code class="language-python"><pre>x</pre></code>', [("pre", "x", "python")]),
        ("<pre><code>x</code></pre>", [("code", "x"), ("pre", "x")]),
        ('<pre> <code class="language-python">x</code></pre>', [("pre", " x"), ("code", "x")]),
        ("<b>a<i>b</i></b>", [("bold", "ab"), ("italic", "b")]),
        ("<B>a</b>", [("bold", "a")]),
        ("<b>a</>", [("bold", "a")]),
        ("<b>a</b  >", [("bold", "a")]),
        ('<b nothing x = y z="&quot;>">a</b>', [("bold", "a")]),
        ("<b></b>", []),
    ],
)
def test_what_stands_out(source: str, expected: list[tuple[str, ...]]) -> None:
    assert standing(source) == expected


def test_a_link_to_a_person_is_a_mention() -> None:
    (entity,) = parse_html('<a href="tg://user?id=77">Ana</a>').entities
    assert (entity["type"], entity["user"]["id"]) == ("text_mention", 77)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("&lt;&gt;&amp;&quot;", '<>&"'),
        ("&lt a &gt", "< a >"),
        ("&#39;&#x2019;", "'’"),
        ("&apos;&nbsp;&Or; & &;", "&apos;&nbsp;&Or; & &;"),
        ("&#0;&#1114111;&#00000065;&#0000065;", "&#0;&#1114111;&#00000065;A"),
        ("a > b", "a > b"),
    ],
)
def test_references_are_the_four_that_are_named_and_numbers(source: str, text: str) -> None:
    assert parse_html(source).text == text


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("🏟 🏟&lt;<abc", "Unclosed start tag at byte offset 13"),
        ("🏟 🏟&lt;<abc x>", 'Unsupported start tag "abc" at byte offset 13'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("1 < 2 >", 'Unsupported start tag "" at byte offset 2'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("é<i   =a>", 'Empty attribute name in the tag "i" at byte offset 2'),
        ("<i a  =  ", 'Unclosed start tag "i" at byte offset 0'),
        ("<i a = 190a-.,>", "Unexpected end of name token at byte offset 7"),
        ('<i a = "x>', "Unclosed start tag at byte offset 0"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("</b>", "Unexpected end tag at byte offset 0"),
        ("<b>x</b></b>", "Unexpected end tag at byte offset 8"),
        ("<i>a</i  ", "Unclosed end tag at byte offset 4"),
        ("<i>a</em>", 'Unmatched end tag at byte offset 4, expected "</i>", found "</em>"'),
        ("<i><b>a</i></b>", 'Unmatched end tag at byte offset 7, expected "</b>", found "</i>"'),
        ("<i>a", 'Can\'t find end tag corresponding to start tag "i"'),
        ("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified"),
        (
            "&#xDFDF;",
            (
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            ),
        ),
    ],
)
def test_what_is_refused_is_told_as_telegram_tells_it(source: str, reason: str) -> None:
    with pytest.raises(HtmlError) as refused:
        parse_html(source)
    assert str(refused.value) == f"Bad Request: can't parse entities: {reason}"


@given(st.text())
def test_what_is_escaped_is_read_as_it_was(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert parse_html(escaped).text == text


@given(st.lists(st.sampled_from([*"<>/&;=\"' a😀", "b", "</", "<b>", "</b>", "<a href=", "&lt", "&#x", "span"])))
def test_anything_is_read_or_refused_and_no_entity_leaves_the_text(parts: list[str]) -> None:
    try:
        parsed = parse_html("".join(parts))
    except HtmlError:
        return
    length = units(parsed.text)
    assert all(0 <= each["offset"] < each["offset"] + each["length"] <= length for each in parsed.entities)
