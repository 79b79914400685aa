"""The main sentences that a real screen reader says; every night, as a page takes half a minute."""

import pytest

from real_pages import PAGES
from screen_reader import MISSING, hear

pytestmark = [
    pytest.mark.nightly,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]


def assert_said_in_order(said: list[str], expected: list[str]) -> None:
    """Fail unless all ``expected`` words are among what was ``said``, in this order."""
    rest = iter(said)
    missing = [words for words in expected if words not in rest]
    assert not missing, "\n".join(said)


def test_an_article_begins_with_its_title_and_what_it_says(real_address: str) -> None:
    said = hear(real_address + PAGES["article"])
    expected = [
        "Skip to the main content",
        "link",
        "How to handle rejection after an interview",
        "heading level 1",
        "By Haleema Latif",
        "6 minute read",
        "On this page",
        "heading level 2",
        "Don\u2019t take it personally",
        "link",
        "You read about the employer, you planned your answers and you did the interview. ",
    ]
    assert_said_in_order(said, expected)


def test_a_checklist_says_each_heading_once_and_each_step_with_its_number(
    real_address: str,
) -> None:
    said = hear(real_address + PAGES["checklist"])
    expected = [
        "After a rejection",
        "heading level 1",
        "About 25 minutes",
        "0 of 12 done.",
        "In the first two days",
        "heading level 2",
        "Wait a day before you reply.",
        "check box",
        "not checked",
        "How do you feel today?",
        "1 of 5 Very low",
        "radio button",
    ]
    assert_said_in_order(said, expected)
    assert said.count("In the first two days") == 1


def test_a_search_with_a_slip_says_what_was_searched_for(real_address: str) -> None:
    said = hear(f"{real_address}{PAGES['search']}?q=intervew")
    assert any("for “interview”, not “intervew”" in words for words in said), "\n".join(said)
