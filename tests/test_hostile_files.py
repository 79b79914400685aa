# ruff: noqa: E501 - a fragment a line
"""Whatever stands in a file, a check ends soon, with success or with clear problems."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from hostile_files import ARTICLE_PATH, CHECKLIST_PATH, article, corpus
from resource_site.command.check import find_problems
from resource_site.content.inline_markdown import block_html, inline_html
from resource_site.content.raw_html import EXTENSIONS, find_forbidden, raw_html_problems
from resource_site.edge.rendered_html import is_suspect
from resource_site.problems import report
from small_site import EPOCH, Site

SECONDS = 5
MEBIBYTES = 500
CLEAR = re.compile(r"[^\n]+:[1-9][0-9]*:[1-9][0-9]*: (?:[a-z]+: )?[^\n]+[.?)]")

fuzz = settings(
    deadline=None,  # a limit of CPU time stands in the checks themselves
    derandomize=True,
    database=None,
    max_examples=120,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(tmp_path_factory.mktemp("hostile"))


def put(site: Site, path: str, raw: bytes) -> Path:
    file = site.folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(raw)
    return file


def problems_of(site: Site) -> list[str]:
    """Return every problem; fail where a check is slow, silent about the place, or unprintable."""
    before = time.process_time()
    found = find_problems(site.folder / "mkdocs.yml", publish=False)
    assert time.process_time() - before < SECONDS
    report(found).encode("utf-8")
    lines = [str(problem) for problem in found]
    for line in lines[:200]:
        assert CLEAR.fullmatch(line), line[:300]
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", line)
        assert len(line) < 1_500
    return [line for problem, line in zip(found, lines, strict=True) if problem.severity == "error"]


def programs_in(html: str) -> list[str]:
    """Return what in ``html`` could run or is asked of another website, by another parser."""
    found = []
    for node in LexborHTMLParser(f"<!doctype html><body><div>{html}").css("*"):
        if node.tag in (
            "script",
            "iframe",
            "object",
            "embed",
            "base",
            "meta",
            "style",
            "frame",
            "noscript",
        ):
            found.append(str(node.tag))
        for name, value in node.attributes.items():
            address = re.sub(r"[\x00-\x20]", "", value or "").lower()
            if name.startswith("on") or name == "srcdoc":
                found.append(name)
            if name in ("src", "poster", "background") and re.match(r"https?:|[/\\]{2}", address):
                found.append(address)
            if name in ("href", "src", "action") and re.match(r"(java|vb)script:|data:", address):
                found.append(address)
    return found


def body_html(file: Path) -> str:
    body = file.read_text(encoding="utf-8-sig").split("---\n", 2)[2]
    return str(Markdown(extensions=list(EXTENSIONS)).convert(body))


CASES = list(corpus())


@pytest.mark.parametrize(
    ("path", "raw"), [case[1:] for case in CASES], ids=[f"{n}" for n in range(len(CASES))]
)
def test_a_hostile_file_is_fine_or_a_clear_problem(site: Site, path: str, raw: bytes) -> None:
    docs, kept = site.folder / "docs", site.folder / "kept"
    if not kept.exists():
        shutil.copytree(docs, kept)
    else:
        shutil.rmtree(docs)
        shutil.copytree(kept, docs)
    try:
        file = put(site, path, raw)
    except OSError:
        pytest.skip("this disk cannot hold such a name")
    if not problems_of(site) and path == ARTICLE_PATH:
        before = time.process_time()
        html = body_html(file)
        assert len(html) < 20_000_000
        assert programs_in(html) == []
        assert time.process_time() - before < SECONDS
    assert not list(site.folder.rglob("pwned"))


@fuzz
@given(raw=st.binary(max_size=400))
@pytest.mark.parametrize("path", [ARTICLE_PATH, CHECKLIST_PATH])
def test_any_bytes_are_fine_or_a_clear_problem(site: Site, path: str, raw: bytes) -> None:
    file = put(site, path, raw)
    problems_of(site)
    file.unlink()


KEYS = st.sampled_from(
    [
        "title",
        "summary",
        "topics",
        "published",
        "reviewed",
        "minutes",
        "intro",
        "sections",
        "items",
        "tick",
        "write",
        "scale",
        "choose",
        "table",
        "from",
        "to",
        "options",
        "columns",
        "rows",
        "steps",
        "lines",
        "many",
        "hint",
        "id",
        "sources",
        "url",
        "moved_from",
    ]
)
VALUES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["2026-11-01", "after-an-interview", "5", "true", "12 months"]),
)
DATA = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)


@fuzz
@given(data=st.dictionaries(KEYS, DATA, max_size=12))
def test_any_data_is_fine_or_a_clear_problem(site: Site, data: object) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    file = put(site, CHECKLIST_PATH, text.encode("utf-8", errors="surrogatepass"))
    problems_of(site)
    file.unlink()


MARKDOWN = st.lists(
    st.sampled_from(
        [*"\n\n\n    <>[](){}\"'`*_!#&;:=/|-~^\\ ", "\n\n", "```", "!!! note\n", "???", "<script>",
        "</script>", "<img src=x onerror=x>", "<img src=//x>", "![x](https://x)", "onclick=", "javascript:", "alert(1)", "<!--", "-->",
        "<svg>", "<style>", "</style>", "<textarea>", "<a href='", "{: ", "data:text/html,", "&#106;",
        "<![CDATA[", "]]>", "<?", "?>", "<div>", "<table>", "<math>", "<noscript>", "</noscript>", "<p title='", "x", "[x]: ", "<iframe src=x>"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@fuzz
@given(body=MARKDOWN)
def test_no_markdown_that_passes_holds_a_program(site: Site, body: str) -> None:
    file = put(site, ARTICLE_PATH, article(body))
    errors = problems_of(site)
    assert errors or programs_in(body_html(file)) == []
    file.unlink()


MARKS = [
    "`",
    "\n> ",
    "\n",
    " ",
    "\\",
    "[",
    "]",
    "x",
    "/",
    "<",
    ">",
    '"',
    "\u00a0",
    "](a.png)",
    "{: ",
]
PLACES = [
    "//e",
    "&sol;/e",
    "&bsol;",
    "&#47;",
    "https:",
    "javas",
    "cript:",
    "&colon;",
    "/",
    "e",
    "ftp:",
]
PICTURES = st.tuples(
    st.sampled_from(["", "", "> ", "- ", "`"]),
    st.sampled_from(["![", "![", "[", "!["]),
    st.lists(st.sampled_from(MARKS), max_size=3).map("".join),
    st.sampled_from(["](", "](", "](<", "] (", "]["]),
    st.lists(st.sampled_from(MARKS + 2 * PLACES), max_size=5).map("".join),
    st.sampled_from([")", ")", ">)", "`)", "](u))", ""]),
    st.sampled_from(["", "", "\n\n[x]: //e", "`"]),
).map("".join)  # fmt: skip
RENDERED = st.lists(
    st.sampled_from(
        ["<p", "<a", "<img", "<td", "<use", "<input", "<svg>", "<!--", "-->", "<P", "<textarea>", "</p>", "<br />",
        " ", " ", "\n", "\t", "\x0c", "\0", "/", ">", ">", '"', '"', "'", "=", "x", " style=", ' style="text-align: left;"',
        " onclick", " onclick=x", " ping", " attributionsrc", " src=", ' src="', " srcset=", " icon=", ' poster="',
        " href=", ' href="', " action=", ' title="', " background=", "//e", "/", "\\", "&sol;", "&bsol;", "&#47;",
        "https:", "HTTPS:", "javas", "cript:", "&colon;", "data:", "mailto:", "&amp;", "a.png, "]
    ),
    max_size=9,
).map("".join)  # fmt: skip
long_fuzz = settings(fuzz, max_examples=1_500)


@long_fuzz
@given(text=PICTURES)
def test_no_glance_at_markdown_misses_what_a_page_may_not_hold(text: str) -> None:
    html = Markdown(extensions=list(EXTENSIONS)).convert(text)
    # Other schemes are no program, and are found among the links.
    found = [one for one in find_forbidden(html) if one.scheme in ("", "data", "javascript")]
    assert not found or raw_html_problems(text, "a.md", 1)


@long_fuzz
@given(html=RENDERED)
def test_no_glance_at_rendered_html_misses_what_a_page_may_not_hold(html: str) -> None:
    assert not find_forbidden(html) or is_suspect(html)


@fuzz
@given(text=MARKDOWN | st.text(max_size=60))
def test_no_text_from_yaml_becomes_a_program(text: str) -> None:
    for html in (inline_html(text, str), block_html(text, str)):
        assert programs_in(html) == []
        tags = {node.tag for node in LexborHTMLParser(html).css("body *")}
        assert tags <= {"a", "em", "strong", "p", "ul", "ol", "li", "br"}


HEAVY = ["50 MB of lines", "alias bomb", "stars in stretches", "a table that fills up", "deep.svg"]


# The system's own record of the process: getrusage counts what its parent had in use, too.
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux keeps this record")
@pytest.mark.parametrize("name", HEAVY)
def test_the_heaviest_files_need_little_memory(site: Site, name: str) -> None:
    _, path, raw = next(case for case in CASES if name in case[0])
    file = put(site, path, raw)
    program = (
        "import sys; from pathlib import Path\n"
        "from resource_site.command.check import find_problems\n"
        "find_problems(Path(sys.argv[1]), publish=False)\n"
        "print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(site.folder / "mkdocs.yml")],
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
        capture_output=True,
        text=True,
        check=True,
    )
    assert 10 * 1024 < int(ran.stdout) < MEBIBYTES * 1024  # KiB
    file.unlink()
