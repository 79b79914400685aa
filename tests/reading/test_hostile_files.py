# ruff: noqa: E501 - a fragment a line
"""Whatever stands in a file, a check ends soon, with success or with clear problems."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser

from fuzzing import examples
from hostile_files import ARTICLE_PATH, CHECKLIST_PATH, article, corpus
from programs import programs_in
from resource_site.commands.check import find_problems
from resource_site.markdown.html.allow_list import clean
from resource_site.markdown.inline import block_html, inline_html
from resource_site.markdown.reader import read_markdown
from resource_site.problems import report
from small_site import EPOCH, Site
from time_limit import SECONDS

MEBIBYTES = 500
CLEAR = re.compile(r"[^\n]+:[1-9][0-9]*:[1-9][0-9]*: (?:[a-z]+: )?[^\n]+[.?)]")

fuzz = examples(60)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(tmp_path_factory.mktemp("hostile"))


def put(site: Site, path: str, raw: bytes) -> Path:
    file = site.folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(raw)
    return file


@contextmanager
def holding(site: Site, path: str, raw: bytes) -> Iterator[Path]:
    """Let ``site`` have a file, in place of one of that name; then let it be as before."""
    file = site.folder / path
    before = file.read_bytes() if file.exists() else None
    added = [folder for folder in file.parents if not folder.exists()]
    try:
        try:
            put(site, path, raw)
        except OSError:
            pytest.skip("this disk cannot hold such a name")
        yield file
    finally:
        if before is not None:
            file.write_bytes(before)
        else:
            file.unlink(missing_ok=True)
        for folder in added:
            folder.rmdir()


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


def body_html(file: Path) -> str:
    body = file.read_text(encoding="utf-8-sig").split("---\n", 2)[2]
    document = read_markdown(body, file.name, 1)
    return clean(document.html(lambda place: str(escape(place.href)), lambda _: ""))


CASES = list(corpus())


@pytest.mark.parametrize(
    ("path", "raw"), [case[1:] for case in CASES], ids=[f"{n}" for n in range(len(CASES))]
)
def test_a_hostile_file_is_fine_or_a_clear_problem(site: Site, path: str, raw: bytes) -> None:
    with holding(site, path, raw) as file:
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
        "from resource_site.commands.check import find_problems\n"
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
