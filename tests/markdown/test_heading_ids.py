"""Ids of headings, which people have saved links to, stay what they always were."""

from pathlib import Path

import pytest

from reading_markdown import html, read
from small_site import PROJECT

FIRST_PUBLISHED = Path(__file__).with_name("heading_ids.txt")
"""A line for each heading of the site when its Markdown was still read by Python-Markdown."""

LISTED = FIRST_PUBLISHED.read_text(encoding="utf-8").split()
PAGES = sorted({line.partition("#")[0] for line in LISTED})


def test_every_article_is_listed() -> None:
    assert len(LISTED) > 200
    assert len([page for page in PAGES if page.startswith("articles/")]) == 26


@pytest.mark.parametrize("page", PAGES)
def test_the_headings_of_a_page_keep_their_ids(page: str) -> None:
    text = (PROJECT / "docs" / page).read_text(encoding="utf-8").split("---\n", 2)[2]
    ids = [heading.id for heading in read(text).headings]
    listed = [line.partition("#")[2] for line in LISTED if line.startswith(f"{page}#")]
    # A heading may come in between; none may go, for links lead to it.
    assert [name for name in ids if name in listed] == listed
    assert all(f' id="{name}"' in html(text) for name in ids)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (
            "## What _next_?\n\n## What next?\n\n### What next",
            ["what-next", "what-next_1", "what-next_2"],
        ),
        ("## A_1\n\n## A\n\n## A", ["a_1", "a", "a_2"]),
        (
            "## Łódź & I\n\n## 5 \u2013 6 (c)\n\n## `code`\n\n## [Link](a.md)",
            ["lodz-i", "5-6-c", "code", "link"],
        ),
        ("## ???\n\n## 你好", ["part", "nihao"]),
        ("{#mine}\n## Whose?\n\n## Mine", ["mine", "mine_1"]),
        ("Two\nlines\n---", ["two-lines"]),
        ("#### Deep\n\n##### Deeper\n\n###### Deepest", ["deep", "deeper", "deepest"]),
        ("> ## Quoted\n\n- ## Listed", ["quoted", "listed"]),
    ],
)
def test_an_id_is_made_from_the_words(typed: str, expected: list[str]) -> None:
    document = read(typed)
    assert [heading.id for heading in document.headings] == expected
    assert document.ids >= set(expected)
