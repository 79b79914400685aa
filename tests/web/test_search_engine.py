"""The conversation with the search engine: whatever happens to it ends in plain words."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from resource_site.build.cache_location import BuildCache
from resource_site.build.rendering.page_builder import BuiltPage
from resource_site.build.search_step import SearchStep
from resource_site.incremental.manifest import Manifest
from resource_site.incremental.store import Store
from resource_site.web import pagefind
from resource_site.web.pagefind import PagefindProcess, SearchError
from resource_site.web.search_index import Indexing, require_engine

GET = {"type": "GetFiles", "index_id": 0}

ANSWERING = """
import base64, json
def answer(number, **payload):
    text = json.dumps({"message_id": number, "payload": payload}).encode()
    sys.stdout.buffer.write(base64.b64encode(text) + b",")
    sys.stdout.buffer.flush()
def asked():
    message = bytearray()
    while (letter := sys.stdin.buffer.read(1)) not in (b"", b","):
        message += letter
    return json.loads(base64.b64decode(message))
"""

FAILING = {
    "ends in words": ('sys.exit("out of memory")', "out of memory"),
    "ends without a word": ("sys.exit(3)", "It ended with 3."),
    "refuses a page": (
        f"{ANSWERING}\n"
        'answer(asked()["message_id"], type="Error", message="page 7 is odd")\n'
        'answer(asked()["message_id"], type="GetFiles", files=[])',
        "page 7 is odd",
    ),
    "ends amid its answer": (
        "sys.stdin.buffer.read(1); sys.stdout.write('eyJtZXNz'); sys.exit(4)",
        "It ended with 4.",
    ),
    "says nonsense": (
        "sys.stdout.write('nonsense,' * 9); sys.stdout.flush(); sys.stdin.read()",
        "It said what nobody understands.",
    ),
}

SILENT = {
    "reads, and never answers": "sys.stdin.read()",
    "never reads": "import time; time.sleep(60)",
}

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="Windows does not run a file for its first line"
)


def program(folder: Path, code: str) -> Path:
    file = folder / "engine"
    file.write_text(f"#!{sys.executable}\nimport sys\n{code}\n", encoding="utf-8")
    file.chmod(0o755)
    return file


@pytest.mark.parametrize(("code", "said"), FAILING.values(), ids=FAILING)
def test_an_engine_that_fails_says_so(tmp_path: Path, code: str, said: str) -> None:
    talk = PagefindProcess(program(tmp_path, code))
    talk.send({"type": "AddFile"})
    with pytest.raises(SearchError, match=said):
        talk.send_last(GET)


@pytest.mark.parametrize("code", SILENT.values(), ids=SILENT)
def test_an_engine_that_falls_silent_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setattr(pagefind, "TIMEOUT", 0.3)
    talk = PagefindProcess(program(tmp_path, code))
    talk.send({"type": "AddFile", "words": "word " * 100_000})  # more than a pipe holds
    with pytest.raises(SearchError, match=r"It took too long\."):
        talk.send_last(GET)


def test_an_engine_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(SearchError, match=r"could not run: .*No such file"):
        PagefindProcess(tmp_path / "none")


def test_an_engine_receives_more_than_a_pipe_buffers(tmp_path: Path) -> None:
    code = (
        f"{ANSWERING}\n"
        "while (one := asked())['payload']['type'] != 'GetFiles':\n"
        "    answer(one['message_id'], type='IndexedFile', said=one['payload']['words'])\n"
        "answer(one['message_id'], type='GetFiles', files=[])"
    )
    talk = PagefindProcess(program(tmp_path, code))
    for _ in range(4):
        talk.send({"type": "AddFile", "words": "word " * 20_000})
    assert talk.send_last(GET) == {"type": "GetFiles", "files": []}


def test_leaving_an_index_ends_its_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Any] = []

    def noted(*args: Any, **options: Any) -> Any:
        started.append(subprocess.Popen(*args, **options))
        return started[-1]

    monkeypatch.setattr(pagefind, "Popen", noted)
    page = tmp_path / "index.html"
    page.write_text("<main data-pagefind-body><p>Words.</p></main>", encoding="utf-8")
    index = Indexing()
    index.add("one/index.html", str(page))
    assert started[0].args[0] == require_engine()
    assert started[0].poll() is None
    index.stop()
    assert started[0].poll() is not None
    index.stop()  # once more does no harm


def test_a_page_that_is_gone_stops_a_build_and_not_a_preview(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file: Any = SimpleNamespace(dest_uri="one/index.html", built=str(tmp_path / "gone.html"))
    manifest = Manifest(tmp_path / "site.sqlite", "code")
    search = SearchStep(BuildCache(Store(tmp_path / "store"), manifest))
    search.add(file, BuiltPage("content", "indexed", ()))
    search.publish(tmp_path / "site", preview=True)
    assert "the preview's search finds nothing new." in caplog.text
    with pytest.raises(FileNotFoundError, match=r"gone\.html"):
        search.publish(tmp_path / "site", preview=False)
