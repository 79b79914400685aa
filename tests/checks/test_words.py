"""The reading age and the words a reader meets: pure functions, no site."""

import re
import subprocess
import sys

import pytest

from resource_site.checks.prose.hard_words import hard_words
from resource_site.checks.prose.house_words import HouseWord, HouseWords
from resource_site.checks.prose.reading_age import reading_age, reading_age_of
from resource_site.checks.prose.rhythm import (
    CALM,
    Rhythm,
    repeated_openings,
    repeated_phrases,
    rhythm_of,
)
from resource_site.checks.prose.sentences import MAX_WORDS, long_sentences, sentences
from resource_site.checks.prose.spelling import misspellings
from resource_site.checks.prose.yaml_text_blocks import yaml_text_blocks
from resource_site.checks.readiness.file_prose import prose_by_file
from resource_site.checks.site_check import load_all
from resource_site.markdown.reader import read_markdown
from resource_site.markdown.text_blocks import TextBlock
from resource_site.reading.yaml.yaml_tree import parse_yaml
from small_site import PROJECT

EASY = "The cat sat on the mat. It was warm. Then it went to sleep in the sun."
HARD = (
    "Notwithstanding considerable administrative complications, institutional accommodations "
    "necessitate comprehensive organisational consideration."
)

MOST_OFTEN = {"for example": 0.4, "you could": 0.3, "what if": 1.2, "here is": 0.4}
"""How often an article may begin a sentence or heading with these, on average: once a habit."""


def text_blocks(markdown: str, first_line: int) -> tuple[TextBlock, ...]:
    return read_markdown(markdown, "x.md", first_line).text_blocks


def test_easy_text_is_for_children_and_hard_text_is_not() -> None:
    assert reading_age(EASY) < 8
    assert reading_age(HARD) == 18


def test_the_measure_is_the_automated_readability_index_plus_five() -> None:
    # 10 sentences of 8 words of 4 letters and a full stop: 4.71 * 33 / 8 + 0.5 * 8 - 21.43 = 2.0
    text = "\n".join(["four " * 7 + "four."] * 10)
    assert reading_age(text) == pytest.approx(4.71 * 33 / 8 + 0.5 * 8 - 21.43 + 5, abs=0.7)


@pytest.mark.parametrize(
    ("text", "grade"),  # as textstat 0.7.13 gives it
    [
        ("Then it went to sleep in the warm sun by the door, and we left it there.", 2.585),
        ("Meet Ms. A. Jones at 3 p.m. about accommodations: bring £4 & identification.", 4.758),
        ("Go! Now? Wait at home until they have written something to everybody…", 7.335),
    ],
)
def test_words_and_sentences_are_counted_as_textstat_counts_them(text: str, grade: float) -> None:
    assert reading_age(text) == round(grade + 5, 1)


def test_each_line_ends_a_sentence_so_that_a_list_is_not_one_long_one() -> None:
    lines = ["a room that has no steps", "a quiet room with soft light", "a break half way through"]
    assert reading_age("\n".join(lines)) < reading_age(" ".join(lines))


def test_no_words_have_the_lowest_age_and_few_words_none() -> None:
    assert reading_age(" \n ") == 5
    assert reading_age_of(text_blocks(EASY, 1)) is None
    assert reading_age_of(text_blocks(EASY * 9, 1)) is not None


def test_the_measure_needs_no_network_and_a_build_loads_neither_tables_nor_calendar() -> None:
    program = """
import socket, sys
def refuse(*args, **kwargs): raise AssertionError("asked the network")
socket.socket.connect = socket.getaddrinfo = refuse
import resource_site.build.site_build, resource_site.__main__
from resource_site.checks.prose.reading_age import reading_age
assert not {"icalendar", "rich.table"} & sys.modules.keys()
print(reading_age("The cat sat on the mat."))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) == 5


def test_markdown_is_read_without_its_signs_and_each_word_has_its_place() -> None:
    markdown = (
        "## A *heading*\n\nSee [this **page**](http://x.example/this)\n`code` and\nthat.\n"
        "\n> [!NOTE]\n> Inside.\n\n> - quoted\n\n![a cat](cat.png)\n\n![a dog](dog.png 'A title')\n"
        "\n| a | b |\n|---|---|\n| c | d |\n\nThe law[^1]. [Da]{lang=cy}\n\n[^1]: The *Act*.\n"
        "\n<details>\n<summary>More  words</summary>\n\nHidden.\n\n</details>\n\nTerm\n: Meaning\n"
    )
    found = text_blocks(markdown, 10)
    assert [passage.text for passage in found] == [
        "A heading", "See this page and that.", "Inside.", "quoted", "a cat", "a dog", "A title",
        "a", "b", "c", "d", "The law. Da", "More words", "Hidden.", "Term", "Meaning",
        "The Act.",
    ]  # fmt: skip
    see = found[1]
    places = [see.place_at(see.text.index(word)) for word in see.text.rstrip(".").split()]
    assert places == [(12, 1), (12, 6), (12, 13), (13, 8), (14, 1)]
    assert [passage.place_at(0) for passage in found[2:]] == [
        (17, 3), (19, 5), (21, 3), (23, 3), (23, 19), (25, 3), (25, 7), (27, 3), (27, 7), (29, 1),
        (34, 10), (36, 1), (40, 1), (41, 3), (31, 7),
    ]  # fmt: skip


def test_words_are_read_on_after_addresses_and_however_they_are_spelt() -> None:
    text = (
        "Mail a@x.example or see <https://x.example/> and rest.\n\n"
        "Tea &amp; caf&eacute; \\*now\\*\\\nor  \nlater."
    )
    first, second = text_blocks(text, 10)
    assert first.text == "Mail or see and rest."
    assert first.place_at(first.text.index("rest")) == (10, 50)
    assert second.text == "Tea & caf\u00e9 *now* or later."
    places = [
        second.place_at(second.text.index(word)) for word in ("Tea", "caf", "now", "or", "later")
    ]
    assert places == [(12, 1), (12, 11), (12, 25), (13, 1), (14, 1)]


def test_yaml_is_read_where_readers_read_it() -> None:
    text = (
        "title: Ready\ntopics: [x]\nsources: [{title: A law, url: y}]\nsections:\n"
        "  - title: First\n    items:\n      - Wait.\n      - scale: How?\n        from: Low\n"
        '        to: "High"\n        id: how\n'
    )
    found = {
        passage.text: passage.place_at(0) for passage in yaml_text_blocks(parse_yaml(text, "x.yml"))
    }
    assert found == {
        "Ready": (1, 8),
        "First": (5, 12),
        "Wait.": (7, 9),
        "How?": (8, 16),
        "Low": (9, 15),
        "High": (10, 14),
    }


def test_sentences_end_where_readers_hear_an_end() -> None:
    (passage,) = text_blocks('He said "Go." Then 3 p.m. came! (Why?) So what?', 1)
    assert [text for _, text in sentences(passage)] == [
        'He said "Go."', "Then 3 p.m. came!", "(Why?)", "So what?",
    ]  # fmt: skip


def test_a_sentence_of_twenty_five_words_is_not_too_long() -> None:
    (passage,) = text_blocks(f"{'Go ' * 24}on. {'Go ' * 25}on. Go! {'Go ' * 24}on.", 1)
    assert list(long_sentences(passage, MAX_WORDS)) == [(76, 26)]


def test_spelling_accepts_british_words_numbers_and_abbreviations() -> None:
    text = (
        "The 2nd programme at the centre, whilst Acas and the NHS enquire. ND means X. I practised "
        "a practice interview, licensed a computer program and learnt to organise. He's at 5pm, "
        "don't worry: favourite colours, travelled, a cheque, jewellery, re-apply, co-operate, CVs."
    )
    (passage,) = text_blocks(text, 1)
    assert list(misspellings(passage)) == []


def test_spelling_accepts_possessives() -> None:
    text = "The organization\u2019s rules, a freind's help, and nobody's fault: it's who's there."
    (passage,) = text_blocks(text, 1)
    assert list(misspellings(passage)) == [
        (4, "organization", "organisation", True),
        (28, "freind", "friend", False),
    ]


def test_spelling_suggests_every_likely_word() -> None:
    (passage,) = text_blocks("All abord, teh end.", 1)
    assert list(misspellings(passage)) == [
        (4, "abord", 'abort" or "aboard" or "board', False),
        (11, "teh", "the", False),
    ]


def test_hard_words_are_those_children_do_not_know_each_once_and_no_names() -> None:
    text = (
        "Remember the afternoon. Adjustments, adjustments and Haleema; adjustments. Families "
        "carried berries. My favourite notebook. Interviews.\n\nEquality, equality."
    )
    found = list(hard_words(text_blocks(text, 1)))
    assert found == [("adjustments", 1, 38), ("equality", 3, 1)]


def test_every_word_of_the_real_content_is_found_where_it_stands() -> None:
    loaded, _, _ = load_all(PROJECT / "mkdocs.yml", PROJECT / "docs")
    count = 0
    for file in prose_by_file(loaded):
        lines = (PROJECT / file.path).read_text(encoding="utf-8").split("\n")
        for passage in file.text_blocks:
            for word in re.finditer(r"\w+", passage.text):
                line, column = passage.place_at(word.start())
                assert lines[line - 1][column - 1 :].startswith(word[0])
                count += 1
    assert count > 20_000


def test_a_place_inside_a_word_is_that_many_letters_further_on() -> None:
    (found,) = text_blocks("one **three**\nfour", 5)
    assert [found.place_at(offset) for offset in (0, 2, 4, 6, 10, 13)] == [
        (5, 1), (5, 3), (5, 7), (5, 9), (6, 1), (6, 4),
    ]  # fmt: skip


def test_a_word_is_found_as_a_whole_and_not_in_another() -> None:
    (found,) = text_blocks("xart & scart art, *art* (art) \u2013 art", 1)
    places = [match.start() for match in re.finditer(r"\bart\b", found.text)]
    assert [found.place_at(place) for place in places] == [(1, 14), (1, 20), (1, 26), (1, 33)]
    assert [found.place_at(found.text.index(sign)) for sign in "&\u2013"] == [(1, 6), (1, 31)]


def test_a_word_is_found_in_a_value_and_not_in_its_key() -> None:
    (found,) = yaml_text_blocks(parse_yaml("title: A title\n", "x.yml"))
    assert found.place_at(2) == (1, 10)
    (found,) = yaml_text_blocks(parse_yaml("title: title\n", "x.yml"))
    assert found.place_at(0) == (1, 8)


def test_the_reading_age_has_one_decimal_and_is_given_from_a_hundred_words_on() -> None:
    for text in (EASY, HARD, EASY + "\n" + HARD, "A friend of mine wrote to them yesterday."):
        assert reading_age(text) == round(reading_age(text), 1)
    assert any(reading_age(text) % 1 for text in (f"{EASY} {EASY}", "My brother reads letters."))
    assert reading_age_of(text_blocks("word " * 99, 1)) is None
    assert reading_age_of(text_blocks("word " * 100, 1)) is not None


def test_rhythm_is_that_of_running_prose_alone() -> None:
    text = (
        "## A heading of five words?\n\nYou\u2019ll see it takes a week. It can take these:\n\n"
        "- a long list entry that nobody counts.\n\n> A quoted example of ours.\n\n"
        "It helps. (So does tea.)\n\n| a cell. |\n|---|\n| b. |"
    )
    assert rhythm_of(text_blocks(text, 1)) == Rhythm(sentences=3, words=11, short=3)
    assert (rhythm_of([]).average, rhythm_of([]).share_of_short) == (0, 0)


def test_words_that_come_back_are_counted_in_sentences_and_in_files() -> None:
    texts = [
        text_blocks(text, 1) for text in ("What if it rains? What if so?", "What if it rains?")
    ]
    assert repeated_openings(texts)["what if"] == 3
    assert repeated_phrases(texts) == {"what if it rains": 2}


def test_the_articles_read_as_a_person_speaks_and_repeat_no_phrase_too_often() -> None:
    loaded, _, _ = load_all(PROJECT / "mkdocs.yml", PROJECT / "docs")
    bodies = [file.measured for file in prose_by_file(loaded) if "/articles/" in file.path]
    rhythms = [rhythm_of(body) for body in bodies]
    average = sum(each.words for each in rhythms) / sum(each.sentences for each in rhythms)
    low, high = CALM
    assert low <= average <= high
    openings = repeated_openings(bodies)
    for words, times in MOST_OFTEN.items():
        assert openings[words] <= times * len(bodies), words


def house_words(text: str, *avoid: str) -> list[tuple[int, str, str]]:
    entries = [HouseWord(avoid=[words], say=f"not {words}", why="So.") for words in avoid]
    (passage,) = text_blocks(text, 1)
    return [
        (at, found, entry.say) for at, found, entry in HouseWords(words=entries).found_in(passage)
    ]


def test_of_two_entries_of_the_house_list_the_longer_one_is_meant() -> None:
    assert house_words("The Wheelchair user sat.", "wheelchair", "wheelchair user") == [
        (4, "Wheelchair user", "not wheelchair user")
    ]


def test_an_apostrophe_of_the_house_list_may_be_straight_or_curly() -> None:
    for listed in ("don't", "don\u2019t"):
        for written in ("Don't", "Don\u2019t"):
            assert house_words(f"{written} go.", listed) == [(0, written, f"not {listed}")]


def test_words_allowed_in_one_place_are_found_in_another() -> None:
    (passage,) = text_blocks("Blind people, and the blind.", 1)
    entry = HouseWord(avoid=["blind"], say="x", why="So.")
    words = HouseWords(words=[entry], allow=["blind people"])
    assert [at for at, *_ in words.found_in(passage)] == [22]


def test_letters_that_only_look_alike_are_another_word() -> None:
    assert house_words("A mi\u017f\u017f and a \u0131n.", "miss", "in") == []
