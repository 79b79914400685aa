"""Listen: the browser reads an article or a checklist aloud, and nothing leaves the device."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser import visitor
from fake_voices import Voice, as_json, voices_script

SETTLED = """() => new Promise(done => {
    let last = -1, same = 0;
    const look = () => {
        same = scrollY === last ? same + 1 : 0;
        last = scrollY;
        if (same > 10) done(); else requestAnimationFrame(look);
    };
    look();
})"""
"""Waits until nothing has scrolled for ten frames."""

ARTICLE = "articles/how-to-handle-rejection-after-an-interview/"
WITH_CHECKLIST = "articles/how-to-ask-for-reasonable-adjustments-at-an-interview/"
CHECKLIST = "checklists/after-a-rejection/"
DAISY = Voice("Daisy")
GROUP = ".listen"

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    with visitor(browser, viewport={"width": 1280, "height": 800}) as context:
        yield context


@pytest.fixture
def open_page(context: BrowserContext, real_address: str) -> Iterator[Open]:
    """Return a function that opens a page in a browser with these voices."""

    def open_it(address: str, *voices: Voice, before: str = "") -> Page:
        page = context.new_page()
        page.add_init_script(voices_script(*voices))
        page.add_init_script(before)
        page.goto(real_address + address)
        return page

    yield open_it
    for page in context.pages:
        page.close()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def buttons(page: Page) -> list[str]:
    group = page.get_by_role("group", name="Listen to this")
    return group.get_by_role("button").all_text_contents()


def spoken(page: Page) -> list[str]:
    texts = page.evaluate("speechSynthesis.spoken.map(({ text }) => text)")
    assert isinstance(texts, list)
    return texts


def finish(page: Page) -> None:
    page.evaluate("speechSynthesis.finish()")


def listen_to_all(page: Page) -> list[str]:
    press(page, "Listen")
    page.evaluate("while (speechSynthesis.current) speechSynthesis.finish()")
    return spoken(page)


def marked(page: Page) -> list[str]:
    texts = page.evaluate(
        "[...(CSS.highlights.get('spoken') ?? [])].map((r) => r.toString().replace(/\\s+/g, ' '))"
    )
    assert isinstance(texts, list)
    return texts


# when it is there


@pytest.mark.parametrize("address", [ARTICLE, CHECKLIST])
def test_it_is_hidden_where_the_browser_has_no_voices(open_page: Open, address: str) -> None:
    page = open_page(address)
    expect(page.locator(GROUP)).to_be_hidden()
    assert buttons(page) == []


@pytest.mark.parametrize("address", [ARTICLE, CHECKLIST])
def test_it_shows_where_the_browser_has_a_voice(open_page: Open, address: str) -> None:
    page = open_page(address, DAISY)
    expect(page.locator(GROUP)).to_be_visible()
    assert buttons(page) == ["Listen"]


def test_it_is_hidden_where_the_browser_cannot_speak(open_page: Open) -> None:
    page = open_page(ARTICLE, before="Object.defineProperty(window, 'speechSynthesis', {})")
    expect(page.locator(GROUP)).to_be_hidden()


def test_without_script_it_is_hidden(browser: Browser, real_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(real_address + ARTICLE)
    expect(page.locator(GROUP)).to_be_hidden()
    context.close()


def test_it_shows_when_voices_arrive_late_and_moves_nothing(open_page: Open) -> None:
    page = open_page(ARTICLE)
    before = page.locator(".prose").bounding_box()
    page.evaluate(f"speechSynthesis.arrive({as_json(DAISY)})")
    expect(page.locator(GROUP)).to_be_visible()
    assert page.locator(".prose").bounding_box() == before


@pytest.mark.parametrize(
    "voice",
    [Voice("Cloud", "en-GB", localService=False), Voice("Amélie", "fr-FR")],
    ids=["on another computer", "of another language"],
)
def test_it_is_hidden_where_the_only_voice_is(open_page: Open, voice: Voice) -> None:
    expect(open_page(ARTICLE, voice).locator(GROUP)).to_be_hidden()


@pytest.mark.parametrize("address", ["", "articles/", "contact/", "about/"])
def test_pages_that_only_lead_elsewhere_have_none(open_page: Open, address: str) -> None:
    assert open_page(address, DAISY).locator(GROUP).count() == 0


def test_it_is_not_printed(open_page: Open) -> None:
    page = open_page(ARTICLE, DAISY)
    page.emulate_media(media="print")
    expect(page.locator(GROUP)).to_be_hidden()


# the voice


@pytest.mark.parametrize(
    ("voices", "chosen"),
    [
        ([Voice("Cloud", localService=False), DAISY], "Daisy"),
        ([Voice("Sam", "en-US", default=True), DAISY], "Daisy"),
        ([Voice("Amélie", "fr-FR", default=True), Voice("Sam", "en-US")], "Sam"),
        ([DAISY, Voice("Arthur", default=True)], "Arthur"),
        ([Voice("Sam", "en-US"), Voice("Android", "en_GB")], "Android"),
        ([Voice("Cloud", localService=False), Voice("Sam", "en-US")], "Sam"),
    ],
    ids=str,
)
def test_only_a_voice_on_the_device_speaks_and_a_british_one_first(
    open_page: Open, voices: list[Voice], chosen: str
) -> None:
    page = open_page(ARTICLE, *voices)
    listen_to_all(page)
    used = page.evaluate("speechSynthesis.spoken.map(({ voice, lang }) => voice + ' ' + lang)")
    assert set(used) == {f"{chosen} en-GB"}


def test_nothing_is_asked_of_the_network(open_page: Open) -> None:
    page = open_page(ARTICLE, DAISY)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    listen_to_all(page)
    assert asked == []


# what is read


def test_an_article_is_read_sentence_by_sentence_in_its_order(open_page: Open) -> None:
    page = open_page(ARTICLE, DAISY)
    heard = listen_to_all(page)
    assert heard[:12] == [
        "How to handle rejection after an interview",
        "Five steps to help you look after yourself, learn one thing and get ready for the next "
        "interview.",
        "In short",
        "A rejection is about one role on one day.",
        "Your skills came home with you.",
        "Let it hurt first, then look at the feedback and choose one thing to learn.",
        "Stop when you need to.",
        "You can talk to someone today, and you can write to me.",
        "You read about the employer, you planned your answers and you did the interview.",
        "Then the message came, and it said no.",
        "It never feels good to read it.",
        "It can hurt more when you wanted the job and had prepared with such care.",
    ]
    # the line that leads to the contact stands in the middle of the text, and is no part of it
    page.evaluate("document.querySelector('.contact-line').remove()")
    text = " ".join(page.locator(".in-short, .prose, .urgent-help").all_text_contents())
    assert " ".join(heard[2:]).split() == text.split()


def test_a_checklist_is_read_with_its_prompts_hints_and_options(open_page: Open) -> None:
    heard = listen_to_all(open_page(CHECKLIST, DAISY))
    assert heard[0] == "After a rejection"
    places = [
        heard.index(words)
        for words in (
            "Wait a day before you reply.",
            "What went well?",
            "Small things count.",
            "Knowing what to say",
        )
    ]
    assert places == sorted(places)
    assert [words for words in heard if "row" in words] == []
    assert heard.count("What is also true") == 1
    assert not {"Listen", "Print this page", "Talk to Haleema Latif"} & set(heard)


def test_a_checklist_inside_an_article_is_read_in_its_place(open_page: Open) -> None:
    heard = listen_to_all(open_page(WITH_CHECKLIST, DAISY))
    assert len(heard) > 30
    assert not [words for words in heard if "Download the worksheet" in words]


def test_without_a_segmenter_sentences_are_split_simply(open_page: Open) -> None:
    page = open_page(ARTICLE, DAISY, before="delete Intl.Segmenter")
    assert listen_to_all(page)[2:5] == [
        "In short",
        "A rejection is about one role on one day.",
        "Your skills came home with you.",
    ]


# pause, continue, stop


def test_listen_pause_continue_and_stop(open_page: Open) -> None:
    page = open_page(ARTICLE, DAISY)
    press(page, "Listen")
    finish(page)
    assert buttons(page) == ["Pause", "Stop"]
    press(page, "Pause")
    assert buttons(page) == ["Continue", "Stop"]
    assert not page.evaluate("speechSynthesis.speaking")
    heard = spoken(page)
    page.evaluate(SETTLED)
    assert spoken(page) == heard
    press(page, "Continue")
    assert spoken(page) == [*heard, heard[-1]]
    press(page, "Stop")
    assert buttons(page) == ["Listen"]
    assert not page.evaluate("speechSynthesis.speaking")
    assert marked(page) == []
    press(page, "Listen")
    assert spoken(page)[-1] == heard[0]


def test_at_the_end_it_can_be_heard_again(open_page: Open) -> None:
    page = open_page(ARTICLE, DAISY)
    listen_to_all(page)
    assert buttons(page) == ["Listen"]
    assert marked(page) == []
    assert page.locator(".listen__status").text_content() == "That was the whole page."


def test_a_voice_that_fails_is_said_plainly(open_page: Open) -> None:
    page = open_page(ARTICLE, DAISY)
    press(page, "Listen")
    page.evaluate("speechSynthesis.fail()")
    assert buttons(page) == ["Listen"]
    assert "The voice stopped." in (page.locator(".listen__status").text_content() or "")


def test_leaving_the_page_stops_the_voice(open_page: Open) -> None:
    page = open_page(ARTICLE, DAISY)
    press(page, "Listen")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert not page.evaluate("speechSynthesis.speaking")
    assert buttons(page) == ["Listen"]


def test_with_the_keyboard_the_focus_is_never_lost(open_page: Open) -> None:
    page = open_page(ARTICLE, DAISY)
    page.get_by_role("button", name="Listen").focus()
    for expected in ("Pause", "Continue", "Pause"):
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.textContent") == expected
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Stop"
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.textContent") == "Listen"


def test_the_status_is_silent_while_the_voice_speaks(open_page: Open) -> None:
    page = open_page(ARTICLE, DAISY)
    status = page.get_by_role("group", name="Listen to this").get_by_role("status")
    said = []
    for name in ("Listen", "Pause", "Continue", "Stop"):
        press(page, name)
        said.append(status.text_content())
    assert said == ["", "Paused.", "", "Stopped."]


# the sentence on the page


def test_the_sentence_that_is_read_is_highlighted(open_page: Open) -> None:
    page = open_page(ARTICLE, DAISY)
    press(page, "Listen")
    for _ in range(12):
        assert marked(page) == [spoken(page)[-1]]
        finish(page)
    press(page, "Pause")
    assert marked(page) == [spoken(page)[-1]]


def test_the_highlight_has_the_brands_colours(open_page: Open) -> None:
    page = open_page(ARTICLE, DAISY)
    press(page, "Listen")
    for theme in ("light", "dark", "contrast", "cream"):
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        colours = page.evaluate("""() => {
            const style = getComputedStyle(document.querySelector("h1"), "::highlight(spoken)");
            const probe = document.createElement("i");
            document.body.append(probe);
            probe.className = "is-spoken";
            const wanted = getComputedStyle(probe);
            return [style.backgroundColor, style.color, wanted.backgroundColor, wanted.color];
        }""")
        assert colours[:2] == colours[2:]


def test_where_sentences_cannot_be_highlighted_the_paragraph_is(open_page: Open) -> None:
    page = open_page(ARTICLE, DAISY, before="delete window.Highlight")
    press(page, "Listen")
    finish(page)
    finish(page)
    assert page.locator(".is-spoken").count() == 1
    assert (page.locator(".is-spoken").text_content() or "").startswith(spoken(page)[-1])
    press(page, "Stop")
    assert page.locator(".is-spoken").count() == 0


def read_far(page: Page) -> int:
    press(page, "Listen")
    page.evaluate("for (let i = 0; i < 40; i++) speechSynthesis.finish()")
    page.evaluate(SETTLED)
    top = page.evaluate("scrollY")
    assert isinstance(top, int | float)
    return int(top)


def test_a_sentence_out_of_view_is_scrolled_into_view(open_page: Open) -> None:
    page = open_page(ARTICLE, DAISY)
    press(page, "Listen")
    page.evaluate(SETTLED)
    assert page.evaluate("scrollY") == 0
    press(page, "Stop")
    assert read_far(page) > 0
    place = page.evaluate("[...CSS.highlights.get('spoken')][0].getBoundingClientRect().top")
    assert 0 <= place <= 800


def test_nothing_scrolls_where_the_device_asks_for_less_movement(open_page: Open) -> None:
    page = open_page(ARTICLE, DAISY)
    page.emulate_media(reduced_motion="reduce")
    assert read_far(page) == 0


def test_nothing_scrolls_where_the_reader_chose_less_movement(open_page: Open) -> None:
    page = open_page(ARTICLE, DAISY)
    page.evaluate("document.documentElement.dataset.motion = 'less'")
    assert read_far(page) == 0


def test_nothing_scrolls_away_from_a_field_being_filled_in(open_page: Open) -> None:
    page = open_page(CHECKLIST, DAISY)
    press(page, "Listen")
    page.evaluate("document.querySelector('.checklist textarea').focus({ preventScroll: true })")
    page.evaluate("for (let i = 0; i < 30; i++) speechSynthesis.finish()")
    page.evaluate(SETTLED)
    assert page.evaluate("scrollY") == 0


def test_controls_stay_in_reach_while_it_speaks_and_change_the_speed(open_page: Open) -> None:
    page = open_page(ARTICLE, DAISY)
    press(page, "Listen")
    page.evaluate("scrollTo({ top: 3000, behavior: 'instant' })")
    box = page.locator(GROUP).bounding_box()
    assert box
    assert box["y"] + box["height"] <= 800
    assert box["y"] >= 600
    assert page.get_by_role("button", name="Pause").evaluate("it => it === document.activeElement")
    page.get_by_label("Speed").select_option("Quick")
    first, again = page.evaluate("speechSynthesis.spoken")
    assert (first["text"], first["rate"]) == (again["text"], 1)
    assert again["rate"] == 1.25
    press(page, "Stop")
    assert not page.get_by_label("Speed").is_visible()
    assert page.locator(f".page-head {GROUP}").bounding_box()["y"] < 0  # type: ignore[index]


def test_without_a_voice_there_is_no_hole_below_the_title(open_page: Open) -> None:
    for width in (360, 1280):
        tops = []
        for voices in ((), (DAISY,)):
            page = open_page(CHECKLIST, *voices)
            page.set_viewport_size({"width": width, "height": 800})
            page.wait_for_selector(".answers-line[data-ready]")
            row, line = (
                page.locator(at).bounding_box() for at in (".page-head__row", ".answers-line")
            )
            assert row
            assert line
            assert row["height"] <= 48
            tops.append(line["y"])
        assert tops[0] == tops[1]
