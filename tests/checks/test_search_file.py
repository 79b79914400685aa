"""``docs/search.yml``: its mistakes are told with their places, and nothing of it is published."""

import pytest

from conftest import MakeSite
from resource_site.checks.search_words import load_search_words
from samples import ARTICLE, CHECKLIST
from small_site import PROJECT

FILE = "docs/search.yml\n"
MISTAKES = {
    "an unknown key": (
        "word: []",
        '1:1: "word" is not a key that can stand here. Did you mean "words"?',
    ),
    "nothing to find": (
        "words: [{typed: [dole]}]",
        '1:9: "find" is missing. Add a line "find: …".',
    ),
    "no list": (
        "words: [{typed: dole, find: benefits}]",
        '1:17: "typed" should be a list. Write it as [one, two], or a line each that starts with a '
        "hyphen and a space.",
    ),
    "a topic that is not there": (
        "words: [{typed: [dole], find: benefits, topic: after-an-interviw}]",
        '1:48: There is no topic "after-an-interviw". Use a slug from topics.yml.',
    ),
    "words twice": (
        "words:\n      - {typed: [dole], find: a}\n      - {typed: [Dole], find: b}",
        '3:14: "Dole" stands in this list twice. Keep one of them.',
    ),
    "a crisis without phrases": (
        "crisis: {find: help, phrases: []}",
        '1:31: "phrases" has too few entries. Write at least 1, each on a line of its own after a '
        "hyphen and a space.",
    ),
}


@pytest.mark.parametrize(("text", "problem"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_with_its_place(make_site: MakeSite, text: str, problem: str) -> None:
    site = make_site(f"{ARTICLE}{CHECKLIST}{FILE}    {text}\n")
    assert site.problems() == [f"docs/search.yml:{problem}"]


def test_our_own_file_knows_at_least_sixty_phrases_of_crisis() -> None:
    words, problems = load_search_words(PROJECT / "docs", "docs/", _topics())
    assert problems == []
    assert words.crisis is not None
    assert len(words.crisis.phrases) >= 60


def _topics() -> set[str]:
    text = (PROJECT / "docs/topics.yml").read_text(encoding="utf-8")
    return {line.split(": ")[1] for line in text.splitlines() if line.startswith("- slug")}
