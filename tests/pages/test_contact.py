"""The contact call: on every page kind, from the settings, naming the page it stands on."""

from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from built_sites import BuiltSites
from conftest import MakeSite
from paper import Paper
from resource_site.checks.site_check import load_all
from resource_site.incremental.store import Store
from resource_site.pages.qr_codes import QrCodes, qr_code
from samples import ARTICLE, CHECKLIST, article
from small_site import Site

PAGES = {
    "": "Inclusive Resources",
    "articles/": "Articles",
    "articles/being-turned-down/": "Being turned down",
    "checklists/": "Checklists",
    "checklists/after-a-rejection/": "After a rejection",
    "topics/": "Topics",
    "topics/after-an-interview/": "After an interview",
    "about/": "About us",
    "contact/": "A message from Inclusive Resources",
    "404.html": "A page I could not find",
}

ABOUT = """
docs/about.md
    ---
    title: About us
    summary: Who we are.
    ---
    Us.
"""


@pytest.fixture(scope="module")
def site(built_sites: BuiltSites) -> Site:
    return built_sites.of(ARTICLE + CHECKLIST + ABOUT)


@pytest.mark.parametrize(("address", "subject"), PAGES.items())
def test_every_page_says_who_to_reach_and_how(site: Site, address: str, subject: str) -> None:
    page = site.page(address)
    call = page.one("section.contact")
    assert page.texts(".contact__title") == ["Talk to Haleema Latif"]
    assert page.texts(".contact__role") == ["Candidate Network Manager, Inclusive Recruiting"]
    (button,) = call.css("a.button")
    link = unquote(button.attributes["href"] or "")
    assert link == f"mailto:haleema.latif@inclusive-recruiting.example?subject={subject}"
    assert call.attributes["aria-labelledby"] == "site--contact-title"


@pytest.mark.parametrize("address", PAGES)
def test_every_page_can_save_the_contact_details(site: Site, address: str) -> None:
    (link,) = site.page(address).all("section.contact a[download]")
    target = urljoin(f"https://site.example/{address}", link.attributes["href"] or "")
    assert target == "https://site.example/contact/haleema-latif.vcf"


def test_the_vcard_holds_name_role_organisation_mail_and_address(site: Site) -> None:
    card = site.path("contact/haleema-latif.vcf").read_text(encoding="utf-8").splitlines()
    assert card[0] == "BEGIN:VCARD"
    assert card[1] == "VERSION:3.0"
    assert card[-1] == "END:VCARD"
    assert "N:Latif;Haleema" in card
    assert "FN:Haleema Latif" in card
    assert "TITLE:Candidate Network Manager" in card
    assert "ORG:Inclusive Recruiting" in card
    assert "EMAIL:haleema.latif@inclusive-recruiting.example" in card
    assert any("London" in line and "N14 6BN" in line for line in card if line.startswith("ADR"))


@pytest.mark.parametrize("address", PAGES)
def test_every_page_calls_employers_and_names_the_organisation(site: Site, address: str) -> None:
    page = site.page(address)
    footer = page.one("footer").text()
    assert "Inclusive Hires, powered by Inclusive Recruiting" in " ".join(footer.split())
    assert "5th Floor, The Grange, 100 High Street, Southgate, London, N14 6BN" in footer
    (board,) = page.all(".site-footer__employers a")
    assert board.attributes["href"] == "https://www.inclusive-hires.example/"


def test_placeholder_addresses_stand_in_one_file_only(site: Site) -> None:
    sources = [
        *(site.folder / "docs").rglob("*.*"),
        *(site.folder / "overrides").resolve().rglob("*.html"),
        *(site.folder / "hooks").resolve().rglob("*.py"),
    ]
    placeholders = ("recruiting.example", "hires.example")
    assert [
        source.name
        for source in sources
        if source.is_file()
        and any(
            word in source.read_text(encoding="utf-8", errors="ignore") for word in placeholders
        )
    ] == []


def test_a_photo_and_a_phone_number_show_where_they_are_given(make_site: MakeSite) -> None:
    site = make_site("docs/assets/haleema.svg\n    <svg xmlns='http://www.w3.org/2000/svg'/>\n")
    file = site.folder / "mkdocs.yml"
    given = "page: contact.md\n    photo: assets/haleema.svg\n    phone: 0300 000 0000"
    text = file.read_text(encoding="utf-8").replace("page: contact.md", given)
    file.write_text(text, encoding="utf-8")
    page = site.built().page("topics/")
    assert page.one(".contact img").attributes["src"] == "../assets/haleema.svg"
    assert page.one(".contact a[href^=tel]").attributes["href"] == "tel:03000000000"


def test_a_code_is_worked_out_once_and_is_the_same(tmp_path: Path) -> None:
    address = "https://site.example/articles/a/"
    first = QrCodes(Store(tmp_path)).svg(address)
    (kept,) = tmp_path.glob("svg/*")
    before = kept.stat().st_ino
    assert QrCodes(Store(tmp_path)).svg(address) == first == qr_code(address)
    assert kept.stat().st_ino == before


EVERY_WAY = """
    phone: 020 7946 0000
    relay_uk: true
    text: 07700 900123
    whatsapp: 07700 900124
    video: https://video.site.example/sam
    booking: https://book.site.example/sam
    post: true
    hours: Monday to Friday, 9 to 5
    answers: within two working days
    says: I have looked for work too.
    away:
      first: 2026-12-20
      last: 2027-01-03
      stand_in:
        name: Ada Nwosu
        email: ada@site.example
"""
NAMED = article(
    "named",
    "title: Ask {{ contact }}",
    "Write to [{{contact}}](../contact.md).\n\n## What can {{ contact full name }} do?\n\n"
    + "Much. " * 250
    + "\n\n## And then?\n\n"
    + "A little. " * 200,
)


def with_settings(site: Site, **changes: tuple[str, str]) -> Site:
    file = site.folder / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    for before, after in changes.values():
        assert before in text
        text = text.replace(before, after)
    file.write_text(text, encoding="utf-8")
    return site


def test_every_way_in_the_settings_is_on_the_page_paper_and_the_card(make_site: MakeSite) -> None:
    hired = with_settings(
        make_site(CHECKLIST),
        ways=("    page: contact.md", f"    page: contact.md{EVERY_WAY.rstrip()}"),
    ).built()
    page = hired.page("topics/")
    ways = {link.text(): link.attributes["href"] for link in page.all(".contact__ways a")}
    assert {
        "020 7946 0000": "tel:02079460000",
        "18001 020 7946 0000": "tel:1800102079460000",
        "07700 900123": "sms:07700900123",
        "07700 900124": "https://wa.me/447700900124",
        "video.site.example/sam": "https://video.site.example/sam",
        "book.site.example/sam": "https://book.site.example/sam",
    }.items() <= ways.items()
    lines = page.texts(".contact__ways li:not(.on-paper)")
    assert lines[-3:-1] == ["Hours: Monday to Friday, 9 to 5", "Answers: within two working days"]
    assert lines[-1].startswith("Post: Inclusive Recruiting, 5th Floor")
    away = " ".join(page.one(".contact__away").text().split())
    assert away == (
        "Haleema is away from 20 December 2026 to 3 January 2027. "
        "In those days, Ada Nwosu answers: ada@site.example."
    )
    assert page.texts(".contact__says") == ["I have looked for work too."]
    sheet = Paper.at(hired.path("checklists/after-a-rejection/worksheet.pdf")).words
    text = hired.path("checklists/after-a-rejection/worksheet.txt").read_text(encoding="utf-8")
    for words in ("18001 020 7946 0000", "07700 900124", "book.site.example/sam", "9 to 5"):
        assert words in sheet
        assert words in text
    assert "is away" not in sheet + text
    card = hired.path("contact/haleema-latif.vcf").read_text(encoding="utf-8").splitlines()
    for line in (
        "TEL;TYPE=WORK:020 7946 0000",
        "TEL;TYPE=CELL:07700 900123",
        "TEL;TYPE=CELL:07700 900124",
        "URL:https://book.site.example/sam",
        "NOTE:Hours: Monday to Friday\\, 9 to 5. Answers: within two working days",
    ):
        assert line in card


def test_away_is_over_the_day_after(make_site: MakeSite) -> None:
    past = EVERY_WAY.replace("2026-12-20", "2026-10-01").replace("2027-01-03", "2026-11-01")
    site = with_settings(
        make_site(""), ways=("    page: contact.md", f"    page: contact.md{past.rstrip()}")
    )
    assert not site.built().page("topics/").all(".contact__away")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("relay_uk: true", '"relay_uk" needs a phone number.'),
        ("away: {first: 2026-12-20, last: 2026-12-01}", '"last" is before "first".'),
        ("booking: book.site.example", '"book.site.example" is not a web address.'),
    ],
)
def test_a_slip_in_a_way_is_told(make_site: MakeSite, line: str, what: str) -> None:
    site = with_settings(
        make_site(""), ways=("    page: contact.md", f"    page: contact.md\n    {line}")
    )
    _, _, problems = load_all(site.folder / "mkdocs.yml", site.folder / "docs")
    assert [problem.what for problem in problems] == [what]


def test_a_new_person_is_one_change(make_site: MakeSite) -> None:
    site = make_site(NAMED)
    for name, first in (("Haleema Latif", "Haleema"), ("Sam Okafor", "Sam")):
        with_settings(site, name=("Haleema Latif", name))
        page = site.built().page("articles/named/")
        assert page.texts("h1") == [f"Ask {first}"]
        assert page.texts(".prose > p a")[0] == first
        assert page.texts(".contents a")[0] == f"What can {name} do?"
        assert page.texts(".prose h2")[0] == f"What can {name} do?"
        assert site.page("articles/").texts(".card__title") == [f"Ask {first}"]
        assert "{{" not in page.text


def test_a_long_article_has_one_quiet_line_to_the_contact_after_its_first_third(
    make_site: MakeSite, built_sites: BuiltSites
) -> None:
    page = make_site(NAMED).built().page("articles/named/")
    blocks = page.all(".prose > *")
    (at,) = [i for i, block in enumerate(blocks) if block.text().startswith("Would you rather")]
    assert blocks[at + 1].text() == "And then?"
    assert page.one(".contact-line a").text() == "Write to Haleema"
    short = built_sites.of(ARTICLE + CHECKLIST).page("articles/being-turned-down/")
    assert not short.all(".contact-line")
