"""Twelve long lists that others wrote become checklists, with every detail and priority."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import MakeSite
from small_site import Site

FILE = Path(__file__).parents[1] / "support/inputs/personal-security-checklist.yml"
BROKEN = "https://[KeePass](https://awesome-privacy.xyz/essentials/password-managers/keepass).info/"
"""The one address of theirs that leads nowhere: our check names it, so it is mended here."""

LISTS: list[dict[str, Any]] = yaml.safe_load(
    FILE.read_text(encoding="utf-8").replace(BROKEN, "https://keepass.info/")
)
LONGEST_HINT, LONGEST_INTRO = 200, 800
PRIORITIES = {"basic": "essential", "recommended": "essential"}
"""Words for what is not optional, that stand three times in 259."""

FACTS = {"topics": ["your-rights"], "published": "2026-11-01", "reviewed": "2026-11-02"}


def checklist(borrowed: dict[str, Any]) -> dict[str, Any]:
    """Return the file of a checklist with all that a list of theirs holds."""
    points = borrowed["checklist"]
    intro = borrowed["intro"].strip()
    facts = {"title": borrowed["title"], "summary": borrowed["description"], **FACTS}
    facts |= {"intro": intro} if 0 < len(intro) <= LONGEST_INTRO else {}
    section = {"title": borrowed["title"], "items": [item(point) for point in points]}
    return {**facts, "minutes": 5 * len(points), "sections": [section]}


def item(point: dict[str, str]) -> dict[str, str]:
    details = point["details"].strip()
    priority = point["priority"].lower()
    return {
        "tick": point["point"],
        "hint" if len(details) <= LONGEST_HINT else "more": details,
        "priority": PRIORITIES.get(priority, priority),
    }


def articles() -> Iterator[tuple[str, str]]:
    """Yield an article, with its slug, for each introduction that is longer than a sheet allows."""
    for borrowed in LISTS:
        if len(borrowed["intro"].strip()) > LONGEST_INTRO:
            facts = {"title": f"About {borrowed['title']}", "summary": borrowed["description"]}
            head = yaml.safe_dump({**facts, **FACTS, "in_short": ["Read why it matters."]})
            intro = borrowed["intro"].strip().replace("\n", "\n\n")
            text = f"{intro}\n\n```checklist\n{borrowed['slug']}\n```\n"
            yield f"about-{borrowed['slug']}", f"---\n{head}---\n{text}"


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    made = make_site()
    for folder in ("checklists", "articles"):
        (made.folder / "docs" / folder).mkdir()
    for borrowed in LISTS:
        file = made.folder / f"docs/checklists/{borrowed['slug']}.yml"
        file.write_text(yaml.safe_dump(checklist(borrowed), allow_unicode=True), encoding="utf-8")
    for slug, text in articles():
        (made.folder / f"docs/articles/{slug}.md").write_text(text, encoding="utf-8")
    return made


def test_every_list_fits_with_its_details_and_its_priorities(site: Site) -> None:
    points = [point for borrowed in LISTS for point in borrowed["checklist"]]
    assert len(LISTS) == 12
    assert len([point for point in points if len(point["details"].strip()) > LONGEST_HINT]) == 83
    assert site.problems() == []


@pytest.mark.nightly
def test_every_list_is_built_whole_on_the_page_on_paper_and_as_text(site: Site) -> None:
    site.built()
    for borrowed in LISTS:
        address = f"checklists/{borrowed['slug']}/"
        page = site.page(address)
        points = borrowed["checklist"]
        assert len(page.all(".item--tick")) == len(points)
        wanted = {item(point)["priority"] for point in points}
        order = [one for one in ("essential", "optional", "advanced") if one in wanted]
        shown = [field.attributes["value"] for field in page.all(".priorities input")]
        assert shown == ["all", *order]
        noted = [point for point in points if "more" in item(point)]
        assert len(page.all(".item__more")) == len(page.all(".sheet-notes > ol > li")) == len(noted)
        pdf = " ".join(sheet.extract_text() for sheet in site.pdf(f"{address}worksheet.pdf").pages)
        assert f"See note {len(noted)}" in pdf or not noted
        text = site.path(f"{address}worksheet.txt").read_text(encoding="utf-8")
        assert text.count("\n[ ] ") == len(points)
