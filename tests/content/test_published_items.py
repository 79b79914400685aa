"""The record of published checklists, and the warning before saved answers are lost."""

import json

import pytest

from built_sites import BuiltSites
from command_line import say
from conftest import MakeSite
from resource_site.checks.readiness.published_items import RECORD
from samples import CHECKLIST, EVERY_KIND
from small_site import Site

PATH = "docs/checklists/every-kind.yml"


@pytest.fixture(scope="module")
def built(built_sites: BuiltSites) -> Site:
    return built_sites.of(EVERY_KIND + CHECKLIST)


def said(site: Site, drawing: str, against: Site) -> list[str]:
    """Return what a check says of checklists changed to ``drawing``."""
    site.draw(drawing)
    options = ("--against", str(against.folder / "site"))
    result = say(site, "check", *options)
    assert result.exit_code == 0, "a warning: an item may have been taken out on purpose"
    return [line for line in result.output.splitlines() if line.startswith("docs/")]


def test_a_build_publishes_the_items_of_every_checklist(built: Site) -> None:
    found = json.loads(built.path(RECORD).read_bytes())["checklists"]
    assert sorted(found) == ["after-a-rejection", "every-kind"]
    assert found["every-kind"][:3] == [
        {"id": "wait-a-day", "kind": "tick", "words": "Wait a day."},
        {"id": "tell-someone", "kind": "tick", "words": "Tell one person you trust."},
        {"id": "what-went-well", "kind": "write", "words": "What went well?"},
    ]


CHANGES = {
    "nothing": (("", ""), []),
    "words of an item with an id": (("Tell one person", "Tell two people"), []),
    "words of an item without one": (
        ("Wait a **day**.", "Wait a **whole day**."),
        [
            f'{PATH}:12:9: warning: The item "Wait a day." was published with the id "wait-a-day", '
            "which is gone. If this is that item in new words, give it the line "
            '"id: wait-a-day" back.'
        ],
    ),
    "an item taken out": (
        ("          - Wait a **day**.\n", ""),
        [
            f'{PATH}:9:3: warning: The item "Wait a day." was published with the id "wait-a-day", '
            'which is gone. If it is still here in other words, give it the line "id: wait-a-day" '
            "back. If you took it out on purpose, go on: answers to it are lost, and the next "
            "build forgets it."
        ],
    ),
    "another kind under the same id": (
        ("tick: Tell one person you trust.", "write: Whom will you tell?"),
        [
            f'{PATH}:13:9: warning: The item "tell-someone" was published as "tick" and is now '
            '"write". Saved answers would not fit it. Give the new item an id of its own.'
        ],
    ),
    "everything, in a draft": (
        ("minutes: 20", "minutes: 20\n    draft: true\n    author: x"),
        [
            f"{PATH}:7:8: note: This checklist is a draft, so readers cannot see it. When it is "
            'ready, delete the line "draft: true".'
        ],
    ),
}


@pytest.mark.parametrize(("change", "expected"), CHANGES.values(), ids=CHANGES.keys())
def test_ids_that_vanish_or_change_kind_are_reported(
    change: tuple[str, str], expected: list[str], built: Site, make_site: MakeSite
) -> None:
    assert change[0] in EVERY_KIND
    changed = EVERY_KIND.replace(*change) if change[0] else EVERY_KIND
    assert said(make_site(), changed + CHECKLIST, built) == expected


def test_a_renamed_checklist_is_held_against_its_old_name(built: Site, make_site: MakeSite) -> None:
    moved = EVERY_KIND.replace("every-kind.yml", "all-kinds.yml").replace(
        "minutes: 20", "minutes: 20\n    moved_from: [every-kind]"
    )
    site = make_site()
    assert said(site, moved + CHECKLIST, built) == []
    (line,) = said(site, moved.replace("id: tell-someone", "id: tell-one") + CHECKLIST, built)
    assert 'give it the line "id: tell-someone" back.' in line


def test_a_published_checklist_that_is_gone_is_reported(built: Site, make_site: MakeSite) -> None:
    site = make_site()
    assert said(site, CHECKLIST, built) == [
        f'{PATH}:1:1: warning: The checklist "every-kind" was published, and this file is gone. '
        'If it has another name now, write "moved_from: [every-kind]" there. If not, bring the '
        'file back and write "withdrawn:" with the reason, so that readers find out.'
    ]
    withdrawn = EVERY_KIND.replace("minutes: 20", "minutes: 20\n    withdrawn: It was too long.")
    assert said(site, withdrawn, built) == []
    site.draw(EVERY_KIND.replace("minutes: 20", "minutes: x"))
    broken = say(site, "check", "--against", str(built.folder / "site"))
    assert "should be a whole number" in broken.output
    assert "is gone" not in broken.output


def test_by_default_the_site_built_here_last_is_held_against(built: Site) -> None:
    built.draw(EVERY_KIND.replace("id: tell-someone", "id: tell-one"))
    assert '"tell-someone", which is gone' in say(built, "check").output
    built.draw(EVERY_KIND)


def test_a_record_that_is_not_there_is_a_problem_in_words(make_site: MakeSite) -> None:
    site = make_site(CHECKLIST)
    result = say(site, "check", "--against", str(site.folder / "docs"))
    assert result.exit_code == 1
    assert "There is no record of published checklists here" in result.output
    result = say(site, "check", "--against", str(site.folder / "mkdocs.yml"))
    assert result.exit_code == 1
    assert "This is not a record of published checklists." in result.output
