# ruff: noqa: RUF001 - the signs are what this is about
"""Curly quotes, dashes and ellipses are those of Python-Markdown's own ``smarty``."""

from html import unescape
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from resource_site.content.raw_html import EXTENSIONS
from resource_site.typography import quicken_typography

PROJECT = Path(__file__).parent.parent

WORDS = {
    "It's Sam's, isn't it?": "It’s Sam’s, isn’t it?",
    'She said "yes".': "She said “yes”.",
    "\"It's 'late',\" I said": "“It’s ‘late’,” I said",
    "Back in the '90s": "Back in the ’90s",
    "9 to 5 -- or not --- who knows...": "9 to 5 – or not — who knows…",
    "**\"Bold\"** and *'thin'*": "“Bold” and ‘thin’",
    '[a "link"](https://www.gov.uk/ "A \'title\'")': "a “link”",
    "`code's` -- \\'as it is\\'": "code's – 'as it is'",
}


def converters() -> tuple[Markdown, Markdown]:
    quick, slow = (Markdown(extensions=list(EXTENSIONS)) for _ in range(2))
    quicken_typography(quick)
    return quick, slow


def test_without_the_extension_nothing_changes() -> None:
    plain = Markdown()
    quicken_typography(plain)
    assert plain.convert("It's") == "<p>It's</p>"


@pytest.mark.parametrize("typed", WORDS)
def test_quotes_and_dashes_are_those_of_print(typed: str) -> None:
    quick, slow = converters()
    html = quick.convert(typed)
    text = "".join(part.partition(">")[2] for part in html.split("<"))
    assert text.strip() == WORDS[typed]
    assert html == unescape(slow.convert(typed))


def test_the_real_articles_come_out_as_the_extension_has_them() -> None:
    quick, slow = converters()
    articles = [*PROJECT.glob("docs/articles/*.md"), *PROJECT.glob("docs/*.md")]
    assert len(articles) > 20
    for article in articles:
        body = article.read_text(encoding="utf-8").split("---\n", 2)[-1]
        # Twice with one converter, as a build uses it for every page.
        for _ in range(2):
            html, expected = quick.reset().convert(body), slow.reset().convert(body)
            assert unescape(html) == unescape(expected), article


@example("9''")  # a rule sees what another has changed before
@example("'s\"")  # and not the letters that another has looked at
@example('"\\>')  # Markdown's own places for escapes
@given(st.text(alphabet="ab 9s\"'-.`*_[](){}<>&;\n–“’\\!#", max_size=40))
def test_whatever_is_typed_comes_out_as_the_extension_has_it(typed: str) -> None:
    quick, slow = converters()
    assert unescape(quick.convert(typed)) == unescape(slow.convert(typed))
