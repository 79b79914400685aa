"""Search for somebody who is tired, in need, or spells unsurely, in the real dialog."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urljoin

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, Route, expect

from browser import visitor
from built_sites import BuiltSites
from conftest import MakeSite
from firefox import PROGRAM, firefox
from real_pages import PAGES
from samples import ARTICLE, CHECKLIST, article
from serving import serve
from small_site import PROJECT

LINES = [
    "tel:116123", "tel:111", "tel:08088088000", "sms:85258", "tel:999",
    "https://999bsl.co.uk/", "https://signvideo.co.uk/", "https://www.relayuk.bt.com/",
]  # fmt: skip
CRISIS = ["want to die", "kil my self", "I don\u2019t want to live"]
HOWEVER_SPELT = [
    "want to dye", "I just wnat to die", "i want to dieeee", "iwanttodie", "i wanna die", "wna die",
    "dont wanna live", "kill myself", "killmyself", "cuting my self", "suiside", "suicidle",
    "sewerside", "suicidal thoughts", "self-harm", "selfharm", "cant go on anymore", "carnt cope",
    "END IT ALL", "im going to end it", "end my live", "no point any more", "i wish i was ded",
    "my partner hits me", "domestic violance", "panic atack", "samaritens",
]  # fmt: skip
CALM = [
    "interview", "die", "want to do well", "diet", "end of the interview", "live video interview",
    "have my life back", "hard", "feedback", "give up", "tired", "went to dine", "hits and misses",
    "end my contract", "take my time", "cant open", "say goodbye to colleagues", "cut costs",
]  # fmt: skip
MENDED = {
    "disabilty": "“disability”", "feedbak": "“feedback”", "strenghts": "“strengths”",
    "intervew": "“interview”", "nterview": "“interview”", "inter view": "“interview”",
    "coverletter": "“cover letter”", "adjustmants": "“adjustments”",
    "fone": "“fine”, “phone”, “done” or “font”",
}  # fmt: skip
SAME = [
    "Łukasz", "Lukasz", "café", "CAFE", "Łuk\u00adasz", "caf\u200be", "\u201ccafe\u201d",
    "isn't", "isn\u2019t", "isnt",
]  # fmt: skip
NONSENSE = ["asdfgh", "blorptastic", "zxcvbnm", "quuxification"]
FIND = """async ([script, all]) => {
    const { find } = await import(script);
    const answers = await Promise.all(all.map((q) => find({ q })));
    return answers.map(({ crisis, results }) => [crisis, results.length]);
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, real_address: str) -> Iterator[Page]:
    with visitor(browser) as context:
        page = context.new_page()
        page.goto(real_address + PAGES["articles"])
        page.get_by_role("button", name="Search").click()
        yield page


def ask(page: Page, words: str) -> Locator:
    """Type ``words`` into the open dialog, and return it once it has answered."""
    dialog = page.get_by_role("dialog", name="Search")
    field = dialog.get_by_role("searchbox")
    field.fill("")
    expect(status(dialog)).to_be_empty()
    field.fill(words)
    expect(status(dialog)).to_contain_text("result")
    return dialog


def found(page: Page, all_words: Sequence[str]) -> list[tuple[bool, int]]:
    """Return of each query whether who to call comes first, and how many results there are."""
    box = page.locator("script[src*='/search/search-box.js']").get_attribute("src") or ""
    script = urljoin(page.url, box).replace("search-box.js", "find.js")
    return [(crisis, number) for crisis, number in page.evaluate(FIND, [script, all_words])]


def status(place: Page | Locator) -> Locator:
    return place.get_by_role("status")


def links(place: Locator) -> list[str | None]:
    return [link.get_attribute("href") for link in place.locator(".search-urgent a").all()]


@pytest.mark.parametrize("words", CRISIS)
def test_words_of_crisis_put_who_to_call_above_all_results(page: Page, words: str) -> None:
    dialog = ask(page, words)
    expect(status(dialog)).to_contain_text("If it all feels too much: who to call comes first.")
    assert links(dialog) == LINES
    help_box = dialog.locator(".search-urgent").bounding_box()
    first = dialog.locator(".result").first.bounding_box()
    assert help_box is not None
    assert first is not None
    assert help_box["y"] + help_box["height"] <= first["y"]
    assert "How to find someone to talk to" in dialog.locator(".result__title").all_inner_texts()


def test_every_phrase_that_staff_listed_does(page: Page) -> None:
    listed = yaml.safe_load((PROJECT / "docs/search.yml").read_text(encoding="utf-8"))
    phrases = [str(phrase) for phrase in listed["crisis"]["phrases"]]
    assert len(phrases) >= 60
    answers = dict(zip(phrases, found(page, phrases), strict=True))
    assert [phrase for phrase, (crisis, number) in answers.items() if not (crisis and number)] == []


def test_they_do_however_they_are_spelt_and_other_words_do_not(page: Page) -> None:
    asked = [*HOWEVER_SPELT, *CALM]
    answers = zip(asked, found(page, asked), strict=True)
    assert [words for words, (crisis, _) in answers if crisis] == HOWEVER_SPELT


def test_the_search_page_shows_it_too(browser: Browser, real_address: str) -> None:
    with visitor(browser) as context:
        page = context.new_page()
        page.goto(f"{real_address}search/?q=want+to+dye")
        expect(status(page)).to_contain_text("result")
        page.goto(f"{real_address}search/?q=sucidal")
        expect(page.locator(".search-urgent a").first).to_be_visible()


@pytest.mark.parametrize(("typed", "meant"), MENDED.items())
def test_a_slip_shows_results_for_the_word_that_was_meant(
    page: Page, typed: str, meant: str
) -> None:
    dialog = ask(page, typed)
    expect(status(dialog)).to_contain_text(f"for {meant}, not “{typed}”")
    expect(dialog.locator(".search-note").first).to_contain_text(f"Showing results for {meant}.")
    expect(dialog.locator(".result").first).to_be_visible()


def test_half_a_word_finds_what_the_whole_word_does(page: Page) -> None:
    expect(status(ask(page, "disabi"))).to_have_text(re.compile(r"\d+ results for “disabi”"))


def test_a_reader_may_search_for_exactly_what_they_typed(page: Page) -> None:
    dialog = ask(page, "disabilty")
    dialog.get_by_role("button", name="Search for “disabilty” instead").click()
    expect(status(dialog)).to_have_text("No results for “disabilty”")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    dialog.get_by_role("button", name="disability", exact=True).click()
    expect(status(dialog)).to_contain_text("results for “disability”")


@pytest.mark.parametrize("words", NONSENSE)
def test_words_for_nothing_find_nothing(page: Page, words: str) -> None:
    dialog = ask(page, words)
    expect(status(dialog)).to_have_text(f"No results for “{words}”")
    assert dialog.locator(".result").count() == 0


def test_none_of_the_benchmarks_words_for_nothing_does(page: Page) -> None:
    words = (PROJECT / "benchmarks/search_for_nothing.txt").read_text(encoding="utf-8").split()
    assert [word for word, one in zip(words, found(page, words), strict=True) if one[1]] == []


def test_without_a_result_a_reader_may_send_the_words_to_the_contact(page: Page) -> None:
    dialog = ask(page, "blorptastic & snorgleplex")
    told = dialog.get_by_role("link", name="Ask Haleema about “blorptastic & snorgleplex”")
    address = told.get_attribute("href") or ""
    assert address.startswith("mailto:")
    assert address.endswith("?subject=blorptastic%20%26%20snorgleplex")
    expect(dialog.get_by_role("link", name="look through the topics")).to_be_visible()
    plain = dialog.get_by_role("link", name="write to Haleema").get_attribute("href") or ""
    assert "blorptastic" not in plain


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("knocked back", "How to handle rejection after an interview"),
        ("resume", "How to write a CV that shows what you can do"),
        ("they ghosted me", "No reply after an interview? When to ask and what to write"),
        ("universal creddit", "Out of work: help with money and bills"),
    ],
)
def test_other_words_for_a_thing_find_it(page: Page, words: str, title: str) -> None:
    dialog = ask(page, words)
    assert title in dialog.locator(".result__title").all_inner_texts()


def test_where_we_have_nothing_the_answer_says_so(page: Page) -> None:
    dialog = ask(page, "stammer")
    expect(status(dialog)).to_contain_text("No page is about “stammer” itself.")
    note = dialog.locator(".search-note")
    expect(note).to_contain_text("We have nothing on “stammer” itself yet.")
    expect(note.get_by_role("link", name="Your rights and adjustments")).to_be_visible()
    expect(note.get_by_role("link", name="write to Haleema")).to_be_visible()
    first = dialog.locator(".result__title").first
    expect(first).to_contain_text("adjustments")


def test_results_say_kind_time_and_topic(page: Page) -> None:
    dialog = ask(page, "five steps to help you look after yourself")
    facts = dialog.locator(".result__kind").first.inner_text()
    assert facts == "Article · 6 minute read · After an interview"


def test_arrow_keys_lead_to_the_results_and_back(page: Page) -> None:
    dialog = ask(page, "rejection")
    titles = dialog.locator(".result__title a")
    dialog.get_by_role("searchbox").focus()
    page.keyboard.press("ArrowDown")
    expect(titles.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(titles.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(dialog.get_by_role("searchbox")).to_be_focused()


def test_on_a_slow_network_a_reader_sees_that_something_happens(
    browser: Browser, real_address: str
) -> None:
    with visitor(browser) as context:
        page = context.new_page()
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        page.route("**/search/results.js", hold)
        page.route("**/assets/search/words.json", hold)
        page.goto(real_address + PAGES["articles"])
        page.get_by_role("button", name="Search").click()
        said = status(page.get_by_role("dialog"))
        expect(said).to_have_text("Getting search ready …")
        page.keyboard.type("rejection")
        next(route for route in held if "results.js" in route.request.url).continue_()
        expect(said).to_have_text("Searching …")
        next(route for route in held if "words.json" in route.request.url).continue_()
        expect(said).to_contain_text("results for “rejection”")


def test_where_the_dialogs_scripts_do_not_load_it_says_so(
    browser: Browser, real_address: str
) -> None:
    with visitor(browser) as context:
        page = context.new_page()
        page.route("**/search/results.js", lambda route: route.abort())
        page.goto(real_address + PAGES["articles"])
        page.get_by_role("button", name="Search").click()
        said = status(page.get_by_role("dialog"))
        expect(said).to_have_text("Search does not work just now.")


def test_nothing_of_what_was_typed_is_sent_or_kept(browser: Browser, real_address: str) -> None:
    asked: list[str] = []
    with visitor(browser) as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
        page.goto(real_address + PAGES["articles"])
        page.get_by_role("button", name="Search").click()
        ask(page, "suicidal")
        kept = page.evaluate(
            "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
        )
        assert "suicid" not in kept
    assert [url for url in asked if "suicid" in url] == []


@pytest.mark.skipif(not PROGRAM, reason="no Firefox")
def test_firefox_mends_slips_and_puts_who_to_call_first(real_address: str) -> None:
    with firefox() as fox:
        fox.open(real_address)
        fox.press(".search-open__button", "\ue007")
        fox.press("dialog[open] input[type=search]", "intervew")
        fox.wait_for("return /results for “interview”/.test(document.body.innerText)")
        fox.press(":focus", "\ue015")  # the arrow down
        assert fox.run("return document.activeElement.closest('.result') !== null")
        fox.press(":focus", "\ue013")  # the arrow up
        fox.run("document.activeElement.value = ''")
        fox.press(":focus", "want too die")
        fox.wait_for("return document.querySelector('dialog[open] a[href=\"tel:116123\"]')")


def test_words_that_staff_add_to_a_page_find_it(built_sites: BuiltSites, browser: Browser) -> None:
    site = built_sites.of(
        "docs/search.yml\n"
        "    words: [{typed: [a call, giro], find: waiting, missing: true}]\n"
        + article("waiting", "keywords: [ghosted, no reply, a call]\nin_short: [Wait., Then ask.]")
        + article("other", body="A reply from Łukasz, who isn\u2019t at the café.")
    )
    with serve(site.path("")) as address, visitor(browser) as context:
        page = context.new_page()
        for words in ("ghosted", "gohsted", "no reply"):
            page.goto(f"{address}search/?q={words}")
            expect(page.locator(".result__title").first).to_have_text("Waiting")
            first = page.locator(".result__extract").first
            expect(first).to_have_text("Wait. Then ask.")
        # Marks on letters, curly quotes and signs nobody sees make no difference.
        assert {number for _, number in found(page, SAME)} == {1}
        # Of what stands among a page's keywords we have something.
        page.goto(f"{address}search/?q=a call")
        expect(status(page)).to_have_text(re.compile("^\\d+ results? for “a call”$"))
        page.goto(f"{address}search/?q=giro")
        expect(page.locator(".search-note")).to_contain_text("We have nothing on “giro” itself yet")


# A word that is not on the list may be near to one that is, and is no slip.
FOUND = {"zebrafinch": {"Rare"}, "zinging": {"Rare"}, "intervew": {"One", "Two"}}


def test_a_list_of_words_that_was_cut_hides_no_page(
    built_sites: BuiltSites, browser: Browser
) -> None:
    rare = "\n\n".join(
        " ".join(f"word{number:x}" for number in range(first, first + 200))
        for first in range(16**3, 16**3 + 3_000, 200)
    )
    apart = "Singing at an interview. First, a language. A language comes first."
    common = "".join(article(slug, body=apart) for slug in ("one", "two"))
    last = "My first language, zebrafinch, zinging."
    site = built_sites.of(common + article("rare", body=f"{rare} {last}"))
    with serve(site.path("")) as address, visitor(browser) as context:
        page = context.new_page()
        for words, titles in FOUND.items():
            page.goto(f"{address}search/?q={words}")
            expect(page.locator(".result__title").first).to_be_visible()
            assert titles <= set(page.locator(".result__title").all_inner_texts())
        # Words that stand beside each other come first, however long the page.
        page.goto(f"{address}search/?q=first language")
        expect(page.locator(".result__title")).to_have_text(["Rare", "One", "Two"])
        page.goto(f"{address}search/?q=blorptastic")
        expect(status(page)).to_have_text("No results for “blorptastic”")
        expect(page.locator(".result__title")).to_have_count(0)


def test_search_data_is_the_same_bytes_for_the_same_content(make_site: MakeSite) -> None:
    words = "docs/search.yml\n    words: [{typed: [dole], find: benefits}]\n"
    site = make_site(words + ARTICLE + CHECKLIST)
    names = ("assets/search/words.json", "assets/search/titles.json")
    first = [site.built().files()[name] for name in names]
    assert b"dole" in first[0]
    site.forget()
    assert [site.built().files()[name] for name in names] == first
    site.draw("docs/search.yml\n    words: [{typed: [giro], find: benefits}]\n")
    assert b"giro" in site.built().files()[names[0]]
