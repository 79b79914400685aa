"""Styles that are not CSS stop a build at their place: browsers would pass over them."""

import shutil

import pytest

from conftest import MakeSite
from resource_site.checks.css_syntax import css_problems
from samples import CHECKLIST
from small_site import PROJECT, Site

NO_END = 'What starts here has no end: a "}", a quotation mark or a "*/" is missing. '
NOT_CSS = "This is not CSS, and browsers pass over it. "
FIX = "Mend it, or bring the file back from an earlier version."

BROKEN = {
    "a block without an end": ("p { color: red; }\n.a { color: red;\n.b { top: 0; }", 2, 1, NO_END),
    "a comment without an end": ("p { top: 0; }\n/* words", 1, 1, NO_END),
    "nothing but a comment without an end": ("/* words", 1, 1, NO_END),
    "an end too many": ("p { top: 0; }}", 1, 14, NO_END),
    "no colon": ("p {\n  color red;\n}", 2, 12, NOT_CSS),
    "a quotation mark left open": ("p {\n  content: 'a;\n}", 2, 12, NOT_CSS),
    "a wrong rule on paper": ("@media print {\n  p { top 0; }\n}", 2, 12, NOT_CSS),
    "a wrong rule of a page": ("@page {\n  @top-left { content; }\n}", 2, 22, NOT_CSS),
}


@pytest.mark.parametrize(("css", "line", "column", "what"), BROKEN.values(), ids=BROKEN)
def test_what_is_not_css_is_named_where_it_stands(
    css: str, line: int, column: int, what: str
) -> None:
    (found,) = css_problems("overrides/a.css", css)
    assert str(found) == f"overrides/a.css:{line}:{column}: {what}{FIX}"


@pytest.mark.parametrize(
    "css", ["", "/* words */", "p { top: 0; a:hover { top: 1px } &:focus {} }"]
)
def test_css_has_no_problem(css: str) -> None:
    assert list(css_problems("overrides/a.css", css)) == []


def with_own_styles(site: Site) -> Site:
    overrides = site.folder / "overrides"
    overrides.unlink()
    shutil.copytree(PROJECT / "overrides", overrides)
    return site


def test_a_strict_build_names_each_broken_style_and_keeps_the_last_site(
    make_site: MakeSite,
) -> None:
    site = with_own_styles(make_site(CHECKLIST)).built()
    before = site.files()
    for name in ("print/page.css", "print/easy-read.css", "assets/layouts.css"):
        with (site.folder / "overrides" / name).open("a", encoding="utf-8") as file:
            file.write("\n.a { color red; }\n")
    (site.folder / "overrides/assets/brand.css").write_bytes(b"p { content: '\xa3'; }")
    for _ in range(2):
        result = site.build()
        assert result.returncode == 1
        for name in ("print/page.css", "print/easy-read.css", "assets/layouts.css"):
            assert f"overrides/{name}:" in result.stderr
        assert "overrides/assets/brand.css:1:15: This is not UTF-8" in result.stderr
        assert "Traceback" not in result.stderr
        assert site.files() == before
