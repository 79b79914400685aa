"""How well search understands: words spelt right and wrong, and questions as candidates put them.

``make bench-search`` prints a table of Pagefind alone and of our search, and every miss. It needs a
built site (``make site``) and Chromium. With the same site it asks the same each time.
"""

import gzip
import json
import random
import re
import string
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import yaml
from playwright.sync_api import Browser, Page, sync_playwright

PROJECT = Path(__file__).parent.parent
HERE = PROJECT / "benchmarks"
sys.path[:0] = [str(folder) for folder in (PROJECT / "tests/support").iterdir()]

from browser import launch, visitor  # noqa: E402
from resource_site.web.vocabulary import words_in  # noqa: E402
from serving import serve  # noqa: E402

SITE = PROJECT / "site"
WORDS = 200
MOST_PAGES = 5
"""A word that stands on more has no page that is the right one."""
SHORTEST = 5
FIRST = 5
FIRST_WORDS = (
    "interview", "rejection", "feedback", "confidence", "disability", "sleep", "money", "letter",
    "strengths", "adjustments", "phone", "employer", "routine", "waiting", "criminal",
)  # fmt: skip
SEED = 14
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}

ALONE = """async () => {
    const { createInstance } = await import("/assets/search/pagefind.js");
    const engine = await createInstance({ baseUrl: "/", noWorker: true });
    window.ask = async (q) => (await engine.search(q)).results;
}"""
OURS = """async (script) => {
    const { find } = await import(script);
    window.ask = async (q) => (await find({ q })).results;
}"""
ASK = """async ([questions, first]) => {
    const answers = [];
    for (const question of questions) {
        const results = await ask(question);
        const pages = await Promise.all(results.slice(0, first).map((result) => result.data()));
        answers.push([results.length, pages.map((page) => page.url)]);
    }
    return answers;
}"""


class Answer(NamedTuple):
    """What one question found: how much, and the addresses of the first results."""

    number: int
    pages: list[str]


class Question(NamedTuple):
    """What is typed, and the addresses any of which is right."""

    typed: str
    right: frozenset[str]


class Indexed(NamedTuple):
    """A page as the index holds it."""

    title: list[str]
    words: list[str]


def indexed_pages() -> dict[str, Indexed]:
    """Return what the index of the built site holds, by address."""
    pages: dict[str, Indexed] = {}
    for file in sorted((SITE / "assets/search/fragment").iterdir()):
        page = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        pages[page["url"]] = Indexed(words_in(page["meta"]["title"]), words_in(page["content"]))
    return dict(sorted(pages.items()))


def word_questions(pages: Mapping[str, Indexed], chance: random.Random) -> list[Question]:
    """Return words that stand, in any form, on few pages; right are those pages."""
    places: dict[str, set[str]] = {}
    for address, page in pages.items():
        for word in page.words:
            places.setdefault(stem(word), set()).add(address)
    words = {word for page in pages.values() for word in page.words if word.isalpha()}
    known = sorted(
        word for word in words if len(word) >= SHORTEST and len(places[stem(word)]) <= MOST_PAGES
    )
    return [Question(word, frozenset(places[stem(word)])) for word in chance.sample(known, WORDS)]


def stem(word: str) -> str:
    """Return a word without its ending, roughly as the engine does."""
    return re.sub(r"(?<=..[^s])(?:ing|ed|es|er|ly|s|e|d)$", "", word)


def with_a_slip(word: str, known: set[str], chance: random.Random) -> str:
    """Return ``word`` with one edit, so that it is no other word of the site."""
    while True:
        at = chance.randrange(len(word))
        letter = chance.choice(string.ascii_lowercase)
        wrong = chance.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
            )
        )
        if wrong != word and wrong not in known:
            return wrong


def pair_questions(pages: Mapping[str, Indexed], chance: random.Random) -> list[Question]:
    """Return pairs of words that stand beside each other; right are all pages where they do."""
    pairs: dict[tuple[str, str], set[str]] = {}
    for address, page in pages.items():
        for pair in zip(page.words, page.words[1:], strict=False):
            if all(len(word) >= SHORTEST and word.isalpha() for word in pair):
                pairs.setdefault(pair, set()).add(address)
    chosen = chance.sample(sorted(pairs), WORDS)
    return [Question(" ".join(pair), frozenset(pairs[pair])) for pair in chosen]


def candidates_questions() -> list[Question]:
    """Return the committed questions with their key."""
    asked = yaml.safe_load((HERE / "search_questions.yml").read_text(encoding="utf-8"))
    return [
        Question(
            typed,
            frozenset(f"/{kind}/{slug}/" for slug in slugs for kind in ("articles", "checklists")),
        )
        for entry in asked
        for typed, slugs in entry.items()
    ]


def first_search(browser: Browser, address: str, word: str) -> tuple[float, int]:
    """Return seconds from opening the dialog to a result on Slow 4G, and bytes that moved.

    The bytes are those of a host that compresses, with all headers.
    """
    with visitor(browser) as context:
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        session = context.new_cdp_session(page)
        moved: list[float] = []
        session.on(
            "Network.loadingFinished", lambda event: moved.append(event["encodedDataLength"])
        )
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_4G)
        start = page.evaluate("performance.now()")
        page.get_by_role("button", name="Search").click()
        page.keyboard.insert_text(word)
        page.locator(".result").first.wait_for()
        seconds = (page.evaluate("performance.now()") - start) / 1000
        page.wait_for_load_state("networkidle")
        return seconds, int(sum(moved))


def first_searches(site: Path) -> tuple[float, int]:
    """Return the medians of ``first_search`` for several words on a built site.

    Which part of the index a word is in, and so what it costs, is chance.
    """
    with sync_playwright() as playwright, serve(site) as address:
        browser = launch(playwright)
        measured = [first_search(browser, address, word) for word in FIRST_WORDS]
        browser.close()
    return median(one[0] for one in measured), int(median(one[1] for one in measured))


def percent(part: int, whole: int) -> str:
    """Return a share in words."""
    return f"{100 * part / whole:.1f} %"


def main() -> None:
    """Ask all of both, and print the table and the misses."""
    chance = random.Random(SEED)  # noqa: S311 - the same each time
    pages = indexed_pages()
    known = {word for page in pages.values() for word in page.words}
    words = word_questions(pages, chance)
    wrong = [Question(with_a_slip(one.typed, known, chance), one.right) for one in words]
    nothing = (HERE / "search_for_nothing.txt").read_text(encoding="utf-8").split()
    asked: dict[str, Sequence[Question]] = {
        "words spelt right: right page in the first five": words,
        "the same, one edit wrong": wrong,
        "two words": pair_questions(pages, chance),
        "questions in candidates' words": candidates_questions(),
    }
    with sync_playwright() as playwright, serve(SITE) as address:
        browser = launch(playwright)
        scripts = next(SITE.glob("assets/script.*/search/find.js")).relative_to(SITE)

        def asker(prepare: Callable[[Page], Any]) -> Callable[[list[str]], list[Answer]]:
            page = browser.new_page()
            page.goto(f"{address}search/")
            prepare(page)
            return lambda typed: [Answer(*one) for one in page.evaluate(ASK, [typed, FIRST])]

        alone = asker(lambda page: page.evaluate(ALONE))
        ours = asker(lambda page: page.evaluate(OURS, f"/{scripts.as_posix()}"))
        sys.stdout.write("| | Pagefind alone | ours |\n|---|---|---|\n")
        misses: list[str] = []
        for name, questions in asked.items():
            row = []
            for ask in (alone, ours):
                answers = ask([question.typed for question in questions])
                pairs = list(zip(questions, answers, strict=True))
                hits = [bool(one.right & set(answer.pages)) for one, answer in pairs]
                row.append(percent(sum(hits), len(hits)))
                if ask is ours:
                    misses += [
                        f"{name}: {one.typed!r} gave {answer.number}: {answer.pages[:3]}"
                        f" and not {sorted(one.right)[:3]}"
                        for (one, answer), hit in zip(pairs, hits, strict=True)
                        if not hit
                    ]
            sys.stdout.write(f"| {name} | {' | '.join(row)} |\n")
            if questions is wrong:
                none = [
                    sum(not a.number for a in ask([q.typed for q in wrong]))
                    for ask in (alone, ours)
                ]
                shares = " | ".join(percent(count, len(wrong)) for count in none)
                sys.stdout.write(f"| nothing found, one edit wrong | {shares} |\n")
        shown = [
            [w for w, a in zip(nothing, ask(nothing), strict=True) if a.number]
            for ask in (alone, ours)
        ]
        counts = " | ".join(f"{len(words)} of {len(nothing)}" for words in shown)
        sys.stdout.write(f"| words for nothing that show results | {counts} |\n")
        browser.close()
    seconds, moved = first_searches(SITE)
    sys.stdout.write(f"| bytes of a first search, {len(pages)} pages | | {moved:,} |\n")
    sys.stdout.write(f"| first result on Slow 4G, seconds by the clock | | {seconds:.1f} |\n")
    misses += [f"for nothing: {word!r}" for word in shown[1]]
    sys.stdout.write("\n" + "\n".join(misses) + "\n")


if __name__ == "__main__":
    main()
