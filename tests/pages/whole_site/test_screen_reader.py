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
    rest = (" ".join(words.split()) for words in said)
    missing = [words for words in expected if not any(one.startswith(words) for one in rest)]
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
        "You read about the employer, you planned your answers and you did the interview.",
        "1 Don\u2019t take it personally",
        "heading level 2",
    ]
    assert_said_in_order(said, expected)


def test_a_checklist_says_what_is_kept_and_each_step_with_its_number(
    real_address: str,
) -> None:
    said = hear(real_address + PAGES["checklist"])
    expected = [
        "After a rejection",
        "heading level 1",
        "About 25 minutes",
        "Kept on this device only.",
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
    words = [" ".join(each.split()) for each in said]
    once = ("In the first two days", "If it all feels too much", "Talk to Haleema Latif")
    assert [words.count(title) for title in once] == [1, 1, 1]
    download = next(number for number, each in enumerate(words) if each.startswith("Download"))
    assert words[download].endswith(" KB)")
    assert words[download].startswith("Download the worksheet for After a rejection,")
    assert words[download + 1] == "link"


def test_a_search_with_a_slip_says_what_was_searched_for(real_address: str) -> None:
    said = hear(f"{real_address}{PAGES['search']}?q=intervew")
    expected = ["Showing results for “interview”.", "Search for “intervew” instead"]
    assert_said_in_order(said, expected)


# In Orca, x goes to the next tick box, and b to the next button.
TICK, BUTTON = ("x", "space"), "b"


def test_ticking_and_sending_say_how_far_one_is_and_what_opened(real_address: str) -> None:
    said = hear(real_address + PAGES["checklist"], *TICK, BUTTON, "space", "Down")
    expected = [
        "Wait a day before you reply. check box not checked.",
        "checked",
        "1 of 12 done.",
        "Send to Haleema push button.",
        "Send your answers to Haleema",
        "This is all that will be sent, and only if you press send",
    ]
    assert_said_in_order(said, expected)


def test_clearing_says_that_it_can_be_undone(real_address: str) -> None:
    said = hear(real_address + PAGES["checklist"], *TICK, BUTTON, "Tab", "Tab", "Tab", "space")
    expected = [
        "1 of 12 done.",
        "Clear my answers push button.",
        "Undo push button.",
        "Your answers are cleared. You can undo this for a minute, while you stay here.",
        "0 of 12 done.",
    ]
    assert_said_in_order(said, expected)
