# ruff: noqa: E501, RUF001 - odd signs and all
"""Signs in YAML that nobody sees: warnings that name them, but for those that a text needs."""

import pytest

from command_line import say
from conftest import MakeSite
from guide import is_explained
from resource_site.checks.site_check import load_all
from resource_site.commands.check import find_problems
from resource_site.incremental.manifest import Manifest
from samples import CHECKLIST, article
from small_site import Site

PATH = "docs/checklists/after-a-rejection.yml"
UNSEEN = (
    "stands here: nobody sees it, and search misses the word. Delete the word and type it again."
)
JOINED = (
    "Here stand the letters {} joined in one sign: search misses the word. Type them as {} letters."
)
UNSEEN_SIGNS = {
    "\u00ad": f"A soft hyphen {UNSEEN}",
    "\u200b": f"A zero-width space {UNSEEN}",
    "\u200c": f"A zero-width non-joiner {UNSEEN}",
    "\u200d": f"A zero-width joiner {UNSEEN}",
    "\u200e": f"A left-to-right mark {UNSEEN}",
    "\u200f": f"A right-to-left mark {UNSEEN}",
    "\u2060": f"A word joiner {UNSEEN}",
    "\u2062": f"An invisible sign of mathematics {UNSEEN}",
    "\u2067": f"A right-to-left isolate {UNSEEN}",
    "\u3164": f"A hangul filler {UNSEEN}",
    "\U000e0041": f"A tag latin capital letter a {UNSEEN}",
    "\ufb01": JOINED.format("fi", "two"),
    "\ufb04": JOINED.format("ffl", "three"),
}


def warnings(site: Site, *, publish: bool = False) -> list[str]:
    """Return what a check says, but for the placeholders of the project itself."""
    found = find_problems(site.folder / "mkdocs.yml", publish=publish)
    return [str(problem) for problem in found if "placeholder" not in problem.what]


@pytest.mark.parametrize(("sign", "message"), UNSEEN_SIGNS.items())
def test_a_sign_that_nobody_sees_is_a_warning(make_site: MakeSite, sign: str, message: str) -> None:
    facts = "sources: []\nsummary: A{}b.\nauthor: 'C{}d'"
    site = make_site(article("hello", facts.format(sign, sign)))
    places = [f"docs/articles/hello.md:{place}: " for place in ("7:11", "8:11")]
    assert site.problems() == []
    assert warnings(site) == [f"{place}warning: {message}" for place in places]
    assert warnings(site, publish=True) == [place + message for place in places]
    assert is_explained(message)
    site.draw(article("hello", facts.format("", "")))
    assert warnings(site, publish=True) == []


def test_such_a_sign_stops_publishing_and_nothing_else(make_site: MakeSite) -> None:
    site = make_site(CHECKLIST.replace("Wait", "Wa\u00adit"))
    shown = say(site, "check")
    assert shown.exit_code == 0
    assert f"{PATH}:10:11: warning: A soft hyphen {UNSEEN}" in shown.output
    refused = say(site, "check", "--publish")
    assert refused.exit_code == 1
    assert f"{PATH}:10:11: A soft hyphen {UNSEEN}" in refused.output


def test_such_a_sign_is_found_in_every_yaml_file(make_site: MakeSite) -> None:
    site = make_site()
    for name, text in (
        ("topics.yml", "Your"),
        ("index.md", "Guides"),
        ("../mkdocs.yml", "Southgate"),
    ):
        file = site.folder / "docs" / name
        old = file.read_text(encoding="utf-8")
        assert text in old
        file.write_text(old.replace(text, f"{text}\u200b", 1), encoding="utf-8")
    sign = f"warning: A zero-width space {UNSEEN}"
    assert [line.split(": ", 1)[1] for line in warnings(site)] == [sign] * 3
    assert [line.split(":")[0] for line in warnings(site)] == [
        "docs/index.md",
        "docs/topics.yml",
        "mkdocs.yml",
    ]


def test_in_the_list_of_house_words_such_a_sign_is_a_problem(make_site: MakeSite) -> None:
    words = "docs/words.yml\n    words:\n      - {avoid: the\u200b blind, say: x, why: y}\n"
    assert warnings(make_site(words)) == [f"docs/words.yml:2:16: A zero-width space {UNSEEN}"]


NEEDED = {
    "Persian": "می\u200cخواهم",
    "Hindi": "क्\u200dष and क्\u200cष",
    "Malayalam": "ന്\u200d",
    "a heart on fire": "❤\ufe0f\u200d🔥",
    "a family": "👩🏽\u200d🤝\u200d👨🏿",
    "a doctor": "👩\u200d⚕\ufe0f",
    "a head that shakes": "🙂\u200d↔\ufe0f",
    "the flags of Scotland and Wales": "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f 🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
    "marks beside Hebrew": "\u200fשלום\u200e (Hello)",
    "marks beside Arabic": "C\u200e عربي \u061c",
}


@pytest.mark.parametrize("words", NEEDED.values(), ids=NEEDED)
def test_signs_that_a_script_or_a_picture_needs_are_left_alone(
    make_site: MakeSite, words: str
) -> None:
    assert warnings(make_site(article("hello", f"sources: []\nsummary: {words}"))) == []


def test_a_cached_file_still_reports_its_warnings(make_site: MakeSite) -> None:
    site = make_site(CHECKLIST.replace("Wait", "Wa\u00adit"))
    for _ in range(2):
        kept = Manifest(site.folder / "read.sqlite", "code")
        loaded = load_all(site.folder / "mkdocs.yml", site.folder / "docs", manifest=kept)[0]
        found = [warning for tree in loaded.entries.all_trees for warning in tree.warnings]
        assert [(warning.line, warning.column) for warning in found] == [(10, 11)]
        kept.save(forget_unused=True)


def test_yaml_comments_may_hold_any_sign(make_site: MakeSite) -> None:
    assert warnings(make_site(article("hello", "sources: []\n# A\u200bb"))) == []
