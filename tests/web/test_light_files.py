"""What is left out of pages and scripts on their way, and what never is."""

import re

import pytest

from resource_site.pages.html_whitespace import without_indent
from resource_site.web.scripts import scripts
from small_site import PROJECT, Site


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>\n    One\n\n    two\n</p>", "<p>\nOne\ntwo\n</p>"),
        ("<b>a</b> <i>b</i>", "<b>a</b> <i>b</i>"),
        (
            "<div>\n  <pre>\n  x\n\n    y</pre>\n  </div>",
            "<div>\n<pre>\n  x\n\n    y</pre>\n</div>",
        ),
        ("<textarea>a\n  b</textarea>\n  <p>", "<textarea>a\n  b</textarea>\n<p>"),
        ("<script>a;\n  b;</script>\n\n<p>", "<script>a;\n  b;</script>\n<p>"),
    ],
)
def test_only_space_that_nobody_sees_is_left_out(html: str, expected: str) -> None:
    assert without_indent(html) == expected


def test_pages_carry_no_indentation(real_site: Site) -> None:
    assert not re.search(r"\n\s", real_site.page("").html)


def test_scripts_hold_no_template_in_a_template() -> None:
    files = scripts(PROJECT / "overrides").files.values()
    nested = re.compile(r"`[^`]*\$\{[^}`]*`")
    assert [f.name for f in files if nested.search(f.read_text(encoding="utf-8"))] == []


def test_scripts_carry_no_comments(real_site: Site) -> None:
    texts = [text for name, text in real_site.files().items() if "/script." in name]
    assert texts
    assert [text for text in texts if re.search(rb"^\s*//", text, re.MULTILINE)] == []
