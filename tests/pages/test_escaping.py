"""Text from YAML and front matter stays text, whatever it holds."""

import json
from base64 import b64encode
from hashlib import sha256

import pytest

from built_sites import BuiltSites
from conftest import MakeSite
from resource_site.markdown.inline import block_html, inline_html, plain_text
from small_site import Site

HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(1)> "quoted" & [x](https://a.example)'
"""The quotation marks become those of print, but for the straight ones of feet and inches below."""

DRAWING = f"""
docs/topics.yml
    - slug: after-an-interview
      title: <script>alert(1)</script> & topics
      summary: "{HOSTILE.replace('"', "'")}"
docs/articles/hostile.md
    ---
    title: <script>alert(1)</script>
    summary: '{HOSTILE}'
    topics: [after-an-interview]
    published: 2026-11-01
    reviewed: 2026-11-02
    author: <b onclick=alert(1)>Me</b>
    sources: [{{title: "<script>alert(1)</script>", url: "https://a.example/?a=1&b=<script>"}}]
    checklists: [hostile]
    ---
    Body.
docs/checklists/hostile.yml
    title: '</title><script>alert(1)</script>'
    summary: '{HOSTILE}'
    topics: [after-an-interview]
    published: 2026-11-01
    reviewed: 2026-11-02
    minutes: 5
    intro: '{HOSTILE}'
    sections:
      - title: '<script>alert(1)</script>'
        intro: '{HOSTILE}'
        items:
          - '{HOSTILE}'
          - tick: '5''10" onfocus="alert(1)" autofocus="'
            hint: '{HOSTILE}'
          - write: '{HOSTILE}'
          - scale: '{HOSTILE}'
            from: '<script>alert(1)</script>'
            to: '5''10"><script>alert(1)</script>'
          - choose: '{HOSTILE}'
            options: ['<script>alert(1)</script>', '5''10" onclick="alert(1)']
          - table: '{HOSTILE}'
            columns: ['<script>alert(1)</script>', '5''10" onclick="alert(1)']
"""


@pytest.fixture(scope="module")
def site(built_sites: BuiltSites) -> Site:
    return built_sites.of(DRAWING)


def test_no_page_holds_an_element_or_attribute_that_staff_wrote(site: Site) -> None:
    policy = site.path("_headers").read_text(encoding="utf-8")
    pages = [name for name in site.files() if name.endswith(".html")]
    assert len(pages) > 8
    for name in pages:
        page = site.page(name)
        for data in page.all('script[type="application/ld+json"]'):
            json.loads(data.text())
        for script in page.all('script:not([type="application/ld+json"])'):
            source = script.attributes.get("src")
            digest = b64encode(sha256(script.text().encode()).digest()).decode()
            assert (source and "assets/script." in source) or f"'sha256-{digest}'" in policy, name
        assert not page.all("img, iframe, object, embed, [autofocus]"), name
        for node in page.all("body *"):
            assert not [key for key in node.attributes if key.startswith("on")], name
        for link in page.all("a[href]"):
            assert not (link.attributes["href"] or "").startswith("javascript"), name


def test_the_text_shows_as_it_was_written(site: Site) -> None:
    page = site.page("checklists/hostile/")
    assert page.texts("h1") == ["</title><script>alert(1)</script>"]
    assert page.texts(".section h2") == ["<script>alert(1)</script>"]
    assert page.texts(".grid__row:first-child label")[0].startswith("<script>alert(1)</script>")


def test_links_are_the_only_markup_a_line_can_make(site: Site) -> None:
    label = site.page("checklists/hostile/").all(".item--tick label")[0]
    assert [child.tag for child in label.css("label *")] == ["a"]


def test_the_pdf_names_its_fields_as_written(site: Site) -> None:
    fields = site.pdf("checklists/hostile/worksheet.pdf").get_fields() or {}
    named = {str(field.get("/TU")) for field in fields.values()}
    assert any(name.startswith("5'10\" onfocus=") for name in named)


def test_markup_in_front_matter_cannot_break_a_mail_link(built_sites: BuiltSites) -> None:
    site = built_sites.of(DRAWING)
    link = site.page("articles/hostile/").one("a.button[href^=mailto]").attributes["href"] or ""
    assert "<" not in link
    assert " " not in link


@pytest.mark.parametrize(
    ("key", "place"), [("intro: '", "7:8"), ("hint: '", "14:15"), ("- '", "12:9")]
)
def test_a_link_in_yaml_that_would_run_a_script_is_refused(
    make_site: MakeSite, key: str, place: str
) -> None:
    site = make_site(DRAWING.replace(key, f"{key}[x](javascript:alert(1)) ", 1))
    assert site.problems() == [
        f'docs/checklists/hostile.yml:{place}: A link may not start with "javascript:". '
        "Link to a web address, an e-mail address or a file."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](<java&#x0a;script:alert(1)>)",
        "[x](data:text/html,x)",
        "<javascript:alert(1)>",
        "[x][y]\n\n[y]: javascript:alert(1)",
    ],
)
def test_such_a_link_leads_nowhere_in_a_preview(text: str) -> None:
    for made in (inline_html(text, str), block_html(text, str)):
        assert "href" not in made
        assert "<script" not in made


@pytest.mark.parametrize("text", ["one\ntwo", "one  \ntwo", "one\\\ntwo", "*one*\ntwo", "one two"])
def test_words_on_two_lines_stay_two_words(text: str) -> None:
    assert plain_text(text) == "one two"
