"""The contact call: on every page kind, from the settings, naming the page it stands on."""

from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from built_sites import BuiltSites
from conftest import MakeSite
from resource_site.incremental.store import Store
from resource_site.pages.contact_call import QrCodes, qr_code
from samples import ARTICLE, CHECKLIST
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
    call = page.one("aside.contact")
    assert page.texts(".contact__title") == ["Talk to Haleema Latif"]
    assert page.texts(".contact__role") == ["Candidate Network Manager, Inclusive Recruiting"]
    (button,) = call.css("a.button")
    link = unquote(button.attributes["href"] or "")
    assert link == f"mailto:haleema.latif@inclusive-recruiting.example?subject={subject}"
    assert call.attributes["aria-labelledby"] == "site--contact-title"


@pytest.mark.parametrize("address", PAGES)
def test_every_page_can_save_the_contact_details(site: Site, address: str) -> None:
    (link,) = site.page(address).all("aside.contact a[download]")
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
