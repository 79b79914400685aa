"""HTML in Markdown: what could run a program is refused, with its place."""
# ruff: noqa: E501 - a mistake a line

import time
from pathlib import Path

import pytest
import yaml

from conftest import MakeSite
from resource_site.content.forbidden import MOST_NAMED
from resource_site.content.raw_html import EXTENSIONS, find_forbidden, raw_html_problems
from samples import article
from small_site import PROJECT

ELEMENT = '"<{}>" may not stand in a page.'
ATTRIBUTE = '"{}=" may not stand in a page.'
LINK = 'A link may not start with "{}:".'
ELSEWHERE = "A page may not ask another website for what it shows."
INSIDE = "HTML may not stand inside words or a comment of a page with a drawing or a formula."
FORM = "A form may not send what readers type to another website."

REFUSED = {
    "a script": ("Hi\n\n<script>alert(1)</script>", "3:1", ELEMENT.format("script")),
    "capitals": ("<ScRiPt src=x></sCrIpT>", "1:1", ELEMENT.format("script")),
    "in a line": ("Some <script>alert(1)</script> words", "1:6", ELEMENT.format("script")),
    "in a note": ("!!! note\n\n    <script>alert(1)</script>", "3:5", ELEMENT.format("script")),
    "in a list": ("- a\n\n    <script>alert(1)</script>", "3:5", ELEMENT.format("script")),
    "in a quotation": ("> <iframe src=/x></iframe>", "1:3", ELEMENT.format("iframe")),
    "in a table": ("|a|\n|-|\n|<embed src=x>|", "3:2", ELEMENT.format("embed")),
    "after code that shows one": ("`<script>`\n\n<script>x</script>", "3:1", ELEMENT.format("script")),
    "after a fence that shows one": ("```html\n<script>\n```\n\n<script>x</script>", "5:1", ELEMENT.format("script")),
    "after a fence of another sign that shows one": (
        "~~~\n<script>\n~~~\n\n<script>x</script>", "5:1", ELEMENT.format("script"),
    ),
    "after code that stands apart and shows one": (
        "Look:\n\n    <script>\n\nSo\n\n<script>x</script>", "7:1", ELEMENT.format("script"),
    ),
    "after a comment browsers end early": ("<!--><img src=x onerror=alert(1)>-->", "1:17", ATTRIBUTE.format("onerror")),
    "after a backslash, which Python-Markdown lets stand": (
        r"\<script>x</script>", "1:2", ELEMENT.format("script"),
    ),
    "a handler": ('<p onclick="x()">Hi</p>', "1:4", ATTRIBUTE.format("onclick")),
    "a handler without a value": ("Hi\n\n<p class=x onclick>Hi</p>", "3:12", ATTRIBUTE.format("onclick")),
    "a handler in capitals": ("<img src=x\nONERROR=x()>", "2:1", ATTRIBUTE.format("onerror")),
    "a handler after a slash": ("<svg/onload=alert(1)>", "1:6", ATTRIBUTE.format("onload")),
    "a handler of an attribute list": ("Words\n{: onclick=alert(1) }", "2:4", ATTRIBUTE.format("onclick")),
    "a style of an attribute list": ("# Words {: style=color:red }", "1:12", ATTRIBUTE.format("style")),
    "a style": ('<b style="color:red">x</b>', "1:4", ATTRIBUTE.format("style")),
    "a style of a cell": ("<table><tr><td style=color:red>x</table>", "1:16", ATTRIBUTE.format("style")),
    "a style for a cell elsewhere": ('<p style="text-align: left;">x</p>', "1:4", ATTRIBUTE.format("style")),
    "an element of style": ("<style>p{}</style>", "1:1", ELEMENT.format("style")),
    "a link": ('<a href="javascript:alert(1)">x</a>', "1:10", LINK.format("javascript")),
    "a link in pieces": ('<a href="java\nscript:alert(1)">x</a>', "1:10", LINK.format("javascript")),
    "a link in entities": ('<a href="&#106;avascript:alert(1)">x</a>', "1:10", LINK.format("javascript")),
    "a link with a colon in words": ('<a href="javascript&colon;alert(1)">x</a>', "1:20", LINK.format("javascript")),
    "a link with a space": ("[x](javascript:alert('a', 1))", "1:5", LINK.format("javascript")),
    "a link to data": ('<a href="data:text/html,x">x</a>', "1:10", LINK.format("data")),
    "a link by an attribute list": ("[x](y){: href=vbscript:x }", "1:15", LINK.format("vbscript")),
    "a frame": ("<frameset><frame src=x></frameset>", "1:1", ELEMENT.format("frameset")),
    "a frame with its page inside": ('<iframe srcdoc="x"></iframe>', "1:1", ELEMENT.format("iframe")),
    "an object": ("<object data=x></object>", "1:1", ELEMENT.format("object")),
    "a base": ("<base href=//evil.example>", "1:1", ELEMENT.format("base")),
    "a program after what only a browser without scripts reads as a title": (
        '<noscript><p title="</noscript><img src=x onerror=x>"></noscript>', "1:1", ELEMENT.format("noscript"),
    ),
    "a meta": ("<meta http-equiv=refresh content=0>", "1:1", ELEMENT.format("meta")),
    "a stylesheet": ("<link rel=stylesheet href=x>", "1:1", ELEMENT.format("link")),
    "a form to elsewhere": ("<form action=https://a.example></form>", "1:7", FORM),
    "a form to elsewhere, without a scheme": ("<form action=//a.example></form>", "1:7", FORM),
    "a form to elsewhere, after spaces": ('<form action=" / /a.example"></form>', "1:7", FORM),
    "a button that sends elsewhere": ("<button formaction=//a.example>x</button>", "1:9", FORM),
    "a drawing in the text": ("<svg><script>x</script></svg>", "1:6", ELEMENT.format("script")),
    "a drawing that changes a link": (
        "<svg><a><set attributeName=href to=/x /></a></svg>", "1:14", ATTRIBUTE.format("attributename"),
    ),
    "a drawing that gets a handler": (
        "<svg><a><set attributeName=onclick to=x /></a></svg>", "1:14", ATTRIBUTE.format("attributename"),
    ),
    "a drawing that changes to a program": (
        "<svg><animate to=javascript:x /></svg>", "1:18", LINK.format("javascript"),
    ),
    "a drawing that changes through a program": (
        '<svg><animate values="0;javascript:x;1" /></svg>', "1:25", LINK.format("javascript"),
    ),
    "hidden in text browsers do not parse": (
        '<textarea><a title="</textarea><img src=x onerror=x()>">', "1:43", ATTRIBUTE.format("onerror"),
    ),
    "in a fence that never closes, which Python-Markdown does not take for one": (
        "```html\n<script>y</script>\n", "2:1", ELEMENT.format("script"),
    ),
    "a handler of a very long attribute list": (
        f"# Words {{ .{'a' * 401} onclick=alert(1) }}", "1:414", ATTRIBUTE.format("onclick"),
    ),
    "a list to choose from, whose inside browsers came to read": (
        "<select><img src=x onerror=alert(1)></select>", "1:1", ELEMENT.format("select"),
    ),
    "a program in words, where a line end takes a browser out of a drawing": (
        '<svg></br><textarea><a title="</textarea><img src=x onerror=x>">', "1:24", INSIDE,
    ),
    "a program in words, where a paragraph's end takes a browser out of a drawing": (
        '<svg><desc><svg></p><title><a title="</title><img src=x onerror=x>">', "1:31", INSIDE,
    ),
    "a program in a comment beside a drawing": ("<svg></svg>\n<!-- <img src=x onerror=x> -->", "2:1", INSIDE),
    "a link that tells another": ('<a href="/" ping="https://a.example/">x</a>', "1:13", ATTRIBUTE.format("ping")),
    "a picture that tells another": ('<img src="x.png" attributionsrc>', "1:18", ATTRIBUTE.format("attributionsrc")),
    "a picture from elsewhere": ("Hi ![x](https://a.example/x.png)", "1:9", ELSEWHERE),
    "such a picture beside a link there": (
        "[x](https://a.example/x.png)\n![x](https://a.example/x.png)", "2:6", ELSEWHERE,
    ),
    "such a picture by its reference": ("![x][y]\n\n[y]: //a.example/x.png", "3:6", ELSEWHERE),
    "such a picture in a note": ("!!! note\n\n    ![x](https://a.example/x.png)", "3:10", ELSEWHERE),
    "such a picture with signs by name": ("![x](/&sol;a.example/x.png)", "1:1", ELSEWHERE),
    "such a picture in HTML": ('<p><img alt="" src="https://a.example/x.png"></p>', "1:21", ELSEWHERE),
    "such a picture without a scheme": ("<img src=//a.example/x.png>", "1:10", ELSEWHERE),
    "such a picture with other slashes": (r"<img src=/\a.example/x.png>", "1:10", ELSEWHERE),
    "such a picture in two sizes": ('<img src=x.png srcset="x.png, https://a.example/x.png 2x">', "1:31", ELSEWHERE),
    "such a picture, by an old name of its element": ("<image src=//a.example/x.png>", "1:12", ELSEWHERE),
    "such a picture as a button": ("<input type=image src=https://a.example/x.png>", "1:23", ELSEWHERE),
    "such a picture behind a table": ("<table background=https://a.example/x.png></table>", "1:19", ELSEWHERE),
    "a film from elsewhere": ('<video src="https://a.example/x.mp4"></video>', "1:13", ELSEWHERE),
    "the picture of a film": ('<video src="x.mp4"\nposter="https://a.example/x.png"></video>', "2:9", ELSEWHERE),
    "a recording from elsewhere": ("<audio><source src=//a.example/x.mp3></audio>", "1:20", ELSEWHERE),
    "subtitles from elsewhere": ("<video><track src=//a.example/x.vtt></video>", "1:19", ELSEWHERE),
    "a picture in a drawing": ('<svg><image href="https://a.example/x.png"/></svg>', "1:19", ELSEWHERE),
    "another drawing in a drawing": ('<svg><use xlink:href="//a.example/x.svg#y"/></svg>', "1:23", ELSEWHERE),
    "a filter from elsewhere": ('<svg><g filter="url(//a.example/x.svg#y)"/></svg>', "1:21", ELSEWHERE),
}  # fmt: skip

REFUSED |= {
    f"a picture from elsewhere as {markdown!r}": (markdown, place, ELSEWHERE)
    for markdown, place in {
        "![x](< https://a.example/x.png>)": "1:1",
        "![x](< &sol;/a.example/x.png>)": "1:1",
        r"![a\](ok.png) ](https://a.example/x.png)": "1:1",
        "![a`](ok.png)`](https://a.example/x.png)": "1:17",
        "![x](/`/a.example/x.png`)": "1:1",
        "![x](/[/a.example](u))": "1:1",
        "![x] (a.png)\n\n[x]: //a.example/x.png": "3:6",
        "![x](\u00a0//a.example/x.png)": "1:7",
        "> ![x](/\n> /a.example/x.png)": "1:3",
    }.items()
}
REFUSED |= {
    f"a link that is a program as {markdown!r}": (markdown, "1:1", LINK.format("javascript"))
    for markdown in (
        "[x](javas`cript:alert(1)`)",
        "[x](javascript`:`alert(1))",
        "> [x](javas\n> cript:alert(1))",
        "[x](javas[cript:alert(1)][y])\n\n[y]: z",
    )
}


@pytest.mark.parametrize(("markdown", "place", "what"), REFUSED.values(), ids=REFUSED)
def test_html_that_could_run_a_program_is_refused(markdown: str, place: str, what: str) -> None:
    found = raw_html_problems(markdown, "a.md", 1)
    assert f"{found[0].line}:{found[0].column} {found[0].what}" == f"{place} {what}"


def test_each_of_several_is_found_at_its_own_place() -> None:
    button = '<b onclick="x()">Hi</b>'
    markdown = f"Words.\n\n{button} and {button}\n\n```html\n{button}\n```\n\n- {button}"
    found = raw_html_problems(markdown, "a.md", 10)
    assert [(problem.line, problem.column) for problem in found] == [(12, 4), (12, 32), (18, 6)]


FINE = {
    "code in a line": "Write `<script>alert(1)</script>` and `onclick=x`.",
    "a fence": "```html\n<script>alert(1)</script>\n<p onclick=x>\n```",
    "a fence in a list": "1. a\n\n    ```html\n    <script>x</script>\n    ```",
    "indented code": "Look:\n\n    <script>alert(1)</script>",
    "other HTML": '<details><summary>More</summary>\n<p class="x" id="y">Hi</p></details>',
    "a video": '<video controls src="../assets/x.mp4"></video>',
    "pictures of ours": "![x](../assets/x.png) ![y](/assets/y.png 'Words') [z](https://a.example/)",
    "a picture of ours in two sizes": '<img alt="" src="x.png" srcset="x.png, y/z.png 2x">',
    "words about HTML beside a drawing": "<svg><title>A dot</title></svg> `<b>` &lt;b> 1 < 2 <!-- here -->",
    "a drawing of ours": '<svg><use href="#x"/><g fill="url(#y)"/></svg>',
    "a drawing that changes with the time": "<svg><animate from='0:10' to='0:30' values='0:10;0:30' /></svg>",
    "a link with signs in it": "<a href='/search/?q=a;b:c'>x</a>",
    "escaped": "&lt;script> is a word, and 1 < 2.",
    "words that look like it": "One data: point, prescription: yes, onward = good.",
    "columns": "|a|b|\n|:-|-:|\n|<b>1</b>|2|",
    "values that look like it": '<p class="one" title="href">x</p> <svg><animate id="one" /></svg>',
    "a form to here": '<form action="/search/"><input name="q"></form>',
    "links": "[a](https://a.example/) [b](mailto:a@a.example) <a href='tel:1'>c</a>",
    "an attribute list": "## Words {: #here .calm }",
}


@pytest.mark.parametrize("markdown", FINE.values(), ids=FINE)
def test_html_that_only_shows_is_fine(markdown: str) -> None:
    assert raw_html_problems(markdown, "a.md", 1) == []


def test_the_check_reads_markdown_as_the_site_does() -> None:
    config = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    named = yaml.safe_load(config)["markdown_extensions"]
    assert [name if isinstance(name, str) else next(iter(name)) for name in named] == list(
        EXTENSIONS
    )


def test_short_html_is_never_taken_for_the_name_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a").write_text("<script>", encoding="utf-8")
    assert find_forbidden("a") == []


def test_a_page_with_a_program_stops_the_build_unless_the_settings_allow_it(
    make_site: MakeSite,
) -> None:
    site = make_site(article("hello", "", "Hi.\n\n<style>p{}</style>"))
    (found,) = site.problems()
    assert found.startswith('docs/articles/hello.md:10:1: "<style>" may not stand in a page.')
    file = site.folder / "mkdocs.yml"
    text = file.read_text(encoding="utf-8").replace("extra:\n", "extra:\n  raw_html: true\n", 1)
    file.write_text(text, encoding="utf-8")
    assert site.problems() == []


def test_what_another_extension_of_markdown_writes_stops_the_build_too(
    make_site: MakeSite,
) -> None:
    picture = '<div markdown="1">\n\n![x](https://a.example/x.png)\n\n</div>'
    site = make_site(article("hello", "", picture))
    file = site.folder / "mkdocs.yml"
    text = file.read_text(encoding="utf-8").replace("- tables\n", "- tables\n  - md_in_html\n")
    file.write_text(text, encoding="utf-8")
    result = site.build()
    assert result.returncode == 1
    assert f"docs/articles/hello.md:1:1: {ELSEWHERE}" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_page_with_very_much_that_is_forbidden_is_checked_soon() -> None:
    before = time.process_time()
    found = raw_html_problems("<img src=&#47;/a>\n\n" * 5_000, "a.md", 1)
    assert time.process_time() - before < 5
    assert 1 <= len(found) <= MOST_NAMED


def test_problems_of_html_do_not_hide_those_above_it(make_site: MakeSite) -> None:
    found = make_site(article("hello", "tags: x", "<script>x</script>")).problems()
    assert [line.split(": ")[0] for line in found] == [
        "docs/articles/hello.md:7:1",
        "docs/articles/hello.md:9:1",
    ]
