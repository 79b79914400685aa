"""``resources unlink``: a page may go, and no link leads to where it was."""

import pytest

from command_line import say
from conftest import MakeSite
from samples import ARTICLE, CHECKLIST, article

GONE = article("gone", "withdrawn: The law changed.") + article("new-rules")
TYPED = {
    "a link": (
        "Read [the _rules_](gone.md).",
        "Read the _rules_.",
        "Read [the _rules_](new-rules.md).",
    ),
    "with a place, a title and a class": (
        'See [a [b] c](<gone.md#x> "T"){.button} now.',
        "See a [b] c now.",
        'See [a [b] c](<new-rules.md> "T"){.button} now.',
    ),
    "in HTML": (
        'Hear <a title="x" href="gone.md#x">of <b>it</b></a>. <a href="other.md">A</a>',
        'Hear of <b>it</b>. <a href="other.md">A</a>',
        'Hear <a title="x" href="new-rules.md">of <b>it</b></a>. <a href="other.md">A</a>',
    ),
    "two in a line": (
        "- [a](gone.md), [b](other.md) and [c](/articles/gone.md)",
        "- a, [b](other.md) and c",
        "- [a](new-rules.md), [b](other.md) and [c](/articles/new-rules.md)",
    ),
}


@pytest.mark.parametrize(("typed", "without", "instead"), TYPED.values(), ids=TYPED.keys())
def test_the_links_to_a_withdrawn_page_are_taken_out_or_lead_elsewhere(
    typed: str, without: str, instead: str, make_site: MakeSite
) -> None:
    site = make_site(GONE + article("other") + article("reader", body=typed))
    file = site.folder / "docs/articles/reader.md"
    before = file.read_text(encoding="utf-8")
    assert site.problems() != []
    for option, mended in ([], without), (["--instead", "new-rules.md"], instead):
        file.write_text(before, encoding="utf-8")
        result = say(site, "unlink", "docs/articles/gone.md", *option)
        assert result.exit_code == 0, result.output
        assert "Changed docs/articles/reader.md, line 8\n" in result.output
        assert file.read_text(encoding="utf-8") == before.replace(typed, mended)
        assert site.problems() == []


def test_a_checklist_put_off_is_taken_out_of_lists_and_of_texts_in_checklists(
    make_site: MakeSite,
) -> None:
    site = make_site(
        ARTICLE
        + CHECKLIST.replace("minutes:", "withdrawn: Gone.\n    minutes:")
        + CHECKLIST.replace("after-a-rejection", "second").replace(
            "minutes:", 'intro: "See [it](after-a-rejection.yml), [a](a.yml)."\n    minutes:'
        )
    )
    other = site.folder / "docs/articles/being-turned-down.md"
    text = other.read_text(encoding="utf-8")
    for listed, left in (
        ("[after-a-rejection, second]", "[second]"),
        ("[second, after-a-rejection]", "[second]"),
        ("['after-a-rejection']", "[]"),
        ("\n  - second\n  - after-a-rejection", "\n  - second"),
    ):
        key = "checklists: [after-a-rejection]"
        other.write_text(text.replace(key, f"checklists: {listed}"), encoding="utf-8")
        result = say(site, "unlink", "checklists/after-a-rejection.yml")
        assert result.exit_code == 0, result.output
        assert other.read_text(encoding="utf-8") == text.replace(key, f"checklists: {left}")
    mended = (site.folder / "docs/checklists/second.yml").read_text(encoding="utf-8")
    assert 'intro: "See it, [a](a.yml)."' in mended


def test_what_is_no_page_is_refused_and_a_new_problem_undoes_all(make_site: MakeSite) -> None:
    site = make_site(GONE + article("reader", body="[x](gone.md)"))
    file = site.folder / "docs/articles/reader.md"
    before = file.read_bytes()
    for words in (["about.md"], ["articles/gonne.md"], ["articles/gone.md", "--instead", "none"]):
        assert say(site, "unlink", *words).exit_code == 1
        assert file.read_bytes() == before
