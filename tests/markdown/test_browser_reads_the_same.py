"""Hostile Markdown in a browser without a security policy: nothing runs, and no two readings.

``make fuzz`` tries many more texts; ``FUZZ_SEED`` takes others.
"""

import os
import re
from collections.abc import Iterator
from itertools import islice

import pytest
from markdown_it.common.normalize_url import normalizeLink
from markupsafe import escape
from playwright.sync_api import Browser

from conftest import MakeSite
from fuzzing import FUZZ
from hostile_markdown import HostileText, Writer
from laboratory import COUNTS, LOOK, MAY, Laboratory, Piece
from resource_site.markdown.html.allow_list import clean
from resource_site.markdown.inline import block_html
from resource_site.markdown.reader import read_markdown
from samples import EVERY_KIND
from serving import serve
from small_site import Site
from tiny_files import tiny

COUNT = 1_000 * FUZZ
SEED = int(os.environ.get("FUZZ_SEED", "1"))
A_PAGE = 300
"""Texts that the browser gets at a time."""

FINISHED = min(15 * FUZZ, 400)
"""Texts that become pages of a site."""

SHOWN = '<section><h2>A list</h2><form><label for="a--b">x</label></form></section>'
"""Stands for a checklist that a text shows."""


def as_nh3_writes(html: str) -> str:
    """Return HTML of our own in the form that nh3 gives it: quotation marks and the like."""
    html = html.replace("&#34;", "&quot;").replace("&#39;", "'").replace("\u00a0", "&nbsp;")
    html = re.sub(r" (controls|playsinline|default)(?=[ >])", r' \1=""', html)
    return re.sub(r"(<[^>]*>)|&quot;", lambda found: found[1] or '"', html)


def without_what_browsers_add(html: str) -> str:
    """Return ``html`` without tags around rows, and the line end after <pre> they pass over."""
    return re.sub(r"</?tbody>", "", re.sub(r"(<pre\b[^>]*>)\n", r"\1", html))


def read(text: HostileText) -> Piece:
    """Read ``text``; fail where something is lost in silence, or a problem has no place."""
    document = read_markdown(text.markdown, "a.md", 1)
    html = document.html(lambda place: str(escape(normalizeLink(place.href))), lambda _: SHOWN)
    cleaned = clean(html)
    lines = re.split(r"\r\n|\r|\n", text.markdown)
    for problem in (*document.problems, *document.warnings):
        assert 1 <= problem.line <= len(lines), f"{problem} in {text.markdown!r}"
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, f"{problem} in {text!r}"
    if not document.problems:
        expected = without_what_browsers_add(as_nh3_writes(html))
        assert without_what_browsers_add(cleaned) == expected, text.markdown
        assert clean(cleaned) == cleaned, text.markdown
        # The name of a language, or the title of a link that stands for nothing.
        unseen = re.findall(r"(?:```|~~~)\S+|\]:.*\n.*", text.markdown)
        lost = [word for word in text.words if word not in cleaned + "".join(unseen)]
        assert document.warnings or not lost, text.markdown
    shown = [normalizeLink(link.href) for link in document.links if link.kind != "link"]
    return Piece(text.markdown, cleaned, not document.problems, shown)


def pieces(count: int, seed: int) -> Iterator[Piece]:
    """Yield what becomes of ``count`` texts, and of some of them as the text of a checklist."""
    writer = Writer(seed)
    for number in range(count):
        text = writer.text()
        yield read(text)
        if not number % 8:
            markdown = text.markdown[:800]
            yield Piece(markdown, str(block_html(markdown, str)))


@pytest.mark.fuzz
@pytest.mark.timeout(0 if FUZZ > 1 else 240)
def test_no_hostile_text_runs_asks_elsewhere_or_is_read_in_two_ways(browser: Browser) -> None:
    with browser.new_context() as context:
        laboratory = Laboratory(context)
        stream, fine = pieces(COUNT, SEED), 0
        while given := list(islice(stream, A_PAGE)):
            assert laboratory.faults(given) == []
            fine += sum(piece.is_fine for piece in given)
    assert COUNT / 5 < fine < COUNT  # else these texts try little


NOTICED = {
    "<img src=/x.png onerror=pwned()>": "a program ran",
    "<img src=//a.example/x.png>": "http://a.example/x.png is asked for",
    "<p onclick=x()>x</p>": "onclick= in <p>",
    "</section><section>x": "ends the box",
    "<svg><circle></circle></svg>": "<svg>",
    "<a href=' java&#10;script:x()'>x</a>": "href=",
    "<p class=card>x</p>": "class=card",
    "<p>a<p>b</p></p>": "read as",
    "<b id=a>x</b><b id=a>x</b>": "an id twice",
}


@pytest.mark.parametrize(("html", "fault"), NOTICED.items(), ids=[*NOTICED])
def test_the_test_pages_detect_scripts_requests_and_differing_parses(
    html: str, fault: str, browser: Browser
) -> None:
    with browser.new_context() as context:
        faults = Laboratory(context).faults([Piece("", html, True)])
    assert any(fault in one for one in faults)


HEAD = """---
title: Page {0}
summary: S{0}.
topics: [your-rights]
published: 2026-11-01
reviewed: 2026-11-02
---
"""
FILES = {name: tiny(name) for name in ("x.png", "y.png", "x.mp4", "x.mp3")} | {"x.vtt": b"WEBVTT\n"}
FAULTS = f"""async (may) => {{
    {LOOK}
    may.classes = /./;
    const prose = (root) => root.querySelector(".prose");
    const text = await (await fetch(location)).text();
    const read = new DOMParser().parseFromString(text, "text/html");
    const ids = [...document.querySelectorAll("[id]")].map(({{ id }}) => id);
    return [
        ...look(prose(document), may),
        ...ran ? ["a program ran"] : [],
        ...text.includes(prose(read).innerHTML) ? [] : ["read otherwise"],
        ...ids.filter((id, number) => ids.indexOf(id) !== number),
    ];
}}"""


def write_pages(site: Site) -> list[str]:
    """Write articles whose words no check refuses, and return their names."""
    folder = site.folder / "docs/articles"
    folder.mkdir()
    (site.folder / "docs/assets").mkdir()
    for name, raw in FILES.items():
        (site.folder / "docs/assets" / name).write_bytes(raw)
    writer, fine = Writer(SEED + 1_000_000), list[str]()
    while len(fine) < 2 * FINISHED:
        markdown = re.sub(r"[\0\u2028]", "", writer.text().markdown)
        if "<" in markdown and not read_markdown(markdown, "", 1).problems:
            fine.append(markdown)
    for number, markdown in enumerate(fine):
        (folder / f"x{number}.md").write_text(HEAD.format(number) + markdown, encoding="utf-8")
    for line in site.problems():
        if ": warning: " not in line:
            (site.folder / line.split(":")[0]).unlink(missing_ok=True)
    pages = sorted(folder.glob("*.md"))
    for file in pages[FINISHED:]:
        file.unlink()
    return [file.stem for file in pages[:FINISHED]]


@pytest.mark.fuzz
@pytest.mark.timeout(0 if FUZZ > 1 else 240)
def test_no_finished_page_runs_what_staff_wrote_or_is_read_in_two_ways(
    make_site: MakeSite, browser: Browser
) -> None:
    site = make_site(EVERY_KIND.replace("every-kind", "x"))
    names = write_pages(site)
    assert len(names) > FINISHED / 2
    site.built()
    asked: list[str] = []
    with (
        serve(site.folder / "site") as address,
        browser.new_context(bypass_csp=True) as context,
    ):
        context.add_init_script(COUNTS)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        for name in names:
            page.goto(f"{address}articles/{name}/")
            markdown = site.folder / f"docs/articles/{name}.md"
            assert page.evaluate(FAULTS, MAY) == [], markdown.read_text(encoding="utf-8")
        assert [url for url in asked if not url.startswith(address)] == []
