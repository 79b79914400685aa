# ruff: noqa: RUF001 - the signs are what this is about
"""Quotes, dashes and ellipses as British print has them, and nothing else is changed."""

from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from reading_markdown import html, read
from resource_site.markdown.dialect.typography import typographic

PROJECT = Path(__file__).parents[2]

WORDS = {
    "It's Sam's, isn't it?": "It’s Sam’s, isn’t it?",
    "O'Neill's dogs' tails": "O’Neill’s dogs’ tails",
    'She said "yes".': "She said “yes”.",
    "\"It's 'late',\" I said": "“It’s ‘late’,” I said",
    '"She said \'it\'s "fine"\'"': "“She said ‘it’s “fine”’”",
    'Quotes "a **b "c" d** e" nest': "Quotes “a b “c” d e” nest",
    "**\"Bold\"** and *'thin'*": "“Bold” and ‘thin’",
    'He said "*yes*"': "He said “yes”",
    "Back in the '90s, or the 1990's": "Back in the ’90s, or the 1990’s",
    "('90s), **'90s** and \"'90s music\"": "(’90s), ’90s and “’90s music”",
    "'90s 'and' '80s": "’90s ‘and’ ’80s",
    "'Tis the season, and 'twas 'fun'": "’Tis the season, and ’twas ‘fun’",
    "9 to 5 -- or not --- who knows...": "9 to 5 – or not — who knows…",
    "10--12 or 10---12": "10–12 or 10—12",
    "What .... now, and -----": "What .... now, and -----",
    "(c) (r) (tm) +- 1/2 -> <-": "(c) (r) (tm) +- 1/2 -> <-",
    "He is 5'10\" tall": "He is 5'10\" tall",
    'A 27" screen': 'A 27" screen',
    '"He is 5\'10"."': "“He is 5'10\".”",
    "It’s “done” – already…": "It’s “done” – already…",
    '`code\'s` -- `"x"...`': 'code\'s – "x"...',
    "\\'as it is\\' \\-- \\.\\.\\. \\\"so\\\"": "'as it is' -- ... \"so\"",
    '&quot;as it is&quot; and "not"': '"as it is" and “not”',
    '[a "link"](https://www.gov.uk/a--b "A \'title\'")': "a “link”",
    "See https://a.example/it's--x...y now -- it's": "See https://a.example/it's--x...y now – it’s",
    "See www.a.example/it's--x": "See www.a.example/it's--x",
    "<https://a.example/a--b> -- go": "https://a.example/a--b – go",
    "A <span title=\"it's\">it's</span> -- so": "A it’s – so",
    '## "Why?"': "“Why?”",
    "> It's -- so": "It’s – so",
    "- [ ] It's": "It’s",
    '```\nit\'s -- "x"...\n```': 'it\'s -- "x"...',
    "![it's](a.png \"It's -- so\")": "It’s – so",
    '"One\n\ntwo"': '"One two"',
}


def text(markdown: str) -> str:
    body = LexborHTMLParser(html(markdown)).body
    return " ".join(body.text().split()) if body else ""


@pytest.mark.parametrize("typed", WORDS)
def test_quotes_dashes_and_ellipses_are_typographic(typed: str) -> None:
    assert text(typed) == WORDS[typed]


@pytest.mark.parametrize("typed", [one for one in WORDS if not set(one) & set("\\*[]`<>&#\n/")])
def test_titles_and_other_words_without_markup_are_printed_so_too(typed: str) -> None:
    assert typographic(typed) == WORDS[typed]


def test_what_no_reader_sees_stays_as_it_is_typed() -> None:
    made = LexborHTMLParser(html("[x](https://a.example/it's--y \"It's\")"))
    assert made.css("a")[0].attributes == {"href": "https://a.example/it's--y", "title": "It's"}
    (picture,) = LexborHTMLParser(html('![It\'s "so"](a.png)')).css("img")
    assert picture.attributes["alt"] == 'It\'s "so"'


def test_a_heading_is_listed_as_it_is_printed_and_its_id_has_no_signs() -> None:
    (heading,) = read('## "Why" it\'s -- so').headings
    assert (heading.id, heading.title) == ("why-its-so", "“Why” it’s – so")


def test_table_cells_are_typographic_too() -> None:
    made = LexborHTMLParser(html("| \"a\" | it's |\n|---|---|\n| b -- c | 'd' |"))
    assert [cell.text() for cell in made.css("th, td")] == ["“a”", "it’s", "b – c", "‘d’"]


PLAIN = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "--", "—": "---", "…": "..."}


def bare(words: str) -> str:
    """Return ``words`` with every quote, dash and ellipsis written in plain signs."""
    for sign, plain in PLAIN.items():
        words = words.replace(sign, plain)
    return words


@given(st.text(alphabet="ab 9s\"'-.(", max_size=40))
def test_nothing_but_quotes_dashes_and_ellipses_ever_changes(typed: str) -> None:
    line = f"x{typed}x"
    assert bare(text(line)) == " ".join(line.split())


def test_the_real_articles_hold_no_straight_quotes_or_double_hyphens_in_their_words() -> None:
    articles = [*PROJECT.glob("docs/articles/*.md"), *PROJECT.glob("docs/*.md")]
    assert len(articles) > 25
    for article in articles:
        body = article.read_text(encoding="utf-8").split("---\n", 2)[-1]
        words = unescape(LexborHTMLParser(html(body)).text())
        assert not [sign for sign in ("'", '"', "--", "...") if sign in words], article
