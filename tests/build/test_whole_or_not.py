"""Whatever happens to a build, the site that is served is whole: the old one or the new one."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError

import killing
from drawing import draw
from fuzzing import FUZZ
from killing import content
from resource_site.build.publishing import atomic_swap, staging
from resource_site.build.publishing.atomic_swap import swap
from samples import ARTICLE, CHECKLIST, article
from small_site import EPOCH, Site

KILLED = 3
"""Steps of a build at which it is killed in ``make test``; in ``make fuzz``, at each."""

ENVIRONMENT = {
    **os.environ,
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPATH": os.pathsep.join(sys.path),
}
"""That of programs which build sites here, with the tests' own modules."""

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="on Windows, nothing can be killed or limited this way"
)


@pytest.fixture(scope="module")
def old_and_new(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a site in ``site``, also kept as ``old``; what its content makes now is in ``new``."""
    site = Site(tmp_path_factory.mktemp("whole"), ARTICLE + CHECKLIST, own_cache=True).built()
    shutil.copytree(site.path(""), site.folder / "old")
    site.draw(article("two") + CHECKLIST.replace("minutes: 20", "minutes: 25"))
    shutil.copytree(site.built().path(""), site.folder / "new")
    return site


def put_back(site: Site) -> None:
    """Let the next build start from the old site, and make every page and the index anew."""
    shutil.rmtree(site.path(""))
    site.forget()
    shutil.copytree(site.folder / "old", site.path(""))


@pytest.mark.fuzz
def test_a_build_that_is_killed_leaves_a_whole_site(old_and_new: Site) -> None:
    folder = old_and_new.folder
    program = killing.__file__
    steps = [str(KILLED)] if FUZZ == 1 else []
    ran = subprocess.run(
        [sys.executable, program, folder, folder / "old", folder / "new", *steps],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = ran.stdout.splitlines()
    assert ran.returncode == 0, ran.stderr
    assert len(lines) == KILLED or (FUZZ > 1 and len(lines) > KILLED)
    assert not [line for line in lines if line.startswith("TORN")]
    assert {line.split()[0] for line in lines} == {"old", "new"}
    # The last of them, a moment after the new site took its place, may end before it is killed.
    assert sum(line.split()[1] == "killed" for line in lines) >= len(lines) - 2
    old_and_new.built()
    assert old_and_new.files() == content(folder / "new")
    left = {path.name for path in folder.iterdir() if path.name.startswith(".site-old")}
    assert left == set()


@pytest.fixture
def faults(tmp_path: Path) -> Path:
    """Return ``faults.c``, compiled."""
    compiler = shutil.which("cc")
    if sys.platform != "linux" or not compiler:
        pytest.skip("calls of the system can only be made to fail on Linux, with a C compiler")
    library = tmp_path / "faults.so"
    source = Path(killing.__file__).with_name("faults.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", source, "-o", library, "-ldl"], check=True)
    return library


SOME, EACH = ("300", "2"), ("1",)
"""The first call that fails, of some 460, and how many do; each takes a build."""


@pytest.mark.parametrize(
    "which",
    [
        pytest.param(SOME, id="some"),
        pytest.param(EACH, id="each", marks=[pytest.mark.nightly, pytest.mark.timeout(7200)]),
    ],
)
def test_a_call_that_fails_stops_a_build_in_words_and_leaves_a_whole_site(
    old_and_new: Site, faults: Path, which: tuple[str, ...]
) -> None:
    """Full disks, missing rights and broken disks, at one call or from then on."""
    folder = old_and_new.folder
    program = killing.__file__.replace("killing.py", "failing.py")
    ran = subprocess.run(
        [sys.executable, program, faults, folder, folder / "old", folder / "new", *which],
        env={**ENVIRONMENT, "LD_PRELOAD": str(faults)},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = ran.stdout.splitlines()
    assert ran.returncode == 0, ran.stderr
    assert len(lines) == int(which[1]) if which[1:] else len(lines) > 300
    # A call that fails stops the build, or only makes the next one slower; neither is half done.
    ends = {tuple(line.split()[:3]) for line in lines}
    assert ends <= {("old", "1", "words"), ("new", "0", "silent")}, lines
    old_and_new.built()
    assert old_and_new.files() == content(folder / "new")


@contextmanager
def someone_reading(file: Path, seen: set[bytes]) -> Iterator[None]:
    """Read ``file`` without a pause, as many visitors do; what was missing is seen as nothing."""
    done = Event()

    def read() -> None:
        while not done.is_set():
            try:
                seen.add(file.read_bytes())
            except FileNotFoundError:
                seen.add(b"")

    reader = Thread(target=read)
    reader.start()
    try:
        yield
    finally:
        done.set()
        reader.join()


def can_swap(folder: Path) -> bool:
    one, other = folder / "one", folder / "other"
    one.mkdir()
    other.mkdir()
    return swap(one, other)


def test_two_builds_at_once_both_end_well_and_nobody_misses_a_page(
    old_and_new: Site, tmp_path: Path
) -> None:
    if not can_swap(tmp_path):
        pytest.skip("this disk cannot let two folders change places")
    put_back(old_and_new)
    shutil.rmtree(old_and_new.folder / ".cache")
    file = "checklists/after-a-rejection/index.html"
    seen: set[bytes] = set()
    with someone_reading(old_and_new.path(file), seen), ThreadPoolExecutor(2) as both:
        results = list(both.map(lambda _: old_and_new.build(), range(2)))
    assert [result.returncode for result in results] == [0, 0], results
    whole = content(old_and_new.folder / "new")
    assert old_and_new.files() == whole
    assert seen <= {whole[file], (old_and_new.folder / "old" / file).read_bytes()}


@pytest.fixture
def in_two_steps(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> staging.Staging:
    """Return a finished build where folders cannot change places in one step, as on Windows."""
    monkeypatch.setattr(atomic_swap, "swap", lambda _one, _other: False)
    config = MkDocsConfig()
    config.site_dir = str(tmp_path / "site")
    draw(tmp_path, "site/page.html\n    old\n")
    build = staging.Staging(config)
    Path(config.site_dir, "page.html").write_text("new\n", encoding="utf-8")
    build.is_complete = True
    return build


def test_without_an_atomic_swap_the_site_is_replaced_in_two_steps(
    in_two_steps: staging.Staging, tmp_path: Path
) -> None:
    in_two_steps.close()
    assert (tmp_path / "site/page.html").read_text() == "new\n"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_that_loses_a_race_for_the_site_folder_tries_again(
    in_two_steps: staging.Staging, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, others = Path.rename, ["another's"]

    def rename(path: Path, target: Path) -> Path:
        moved = real(path, target)
        if target.name.startswith(".site-old") and others:
            draw(tmp_path, f"site/page.html\n    {others.pop()}\n")
        return moved

    monkeypatch.setattr(Path, "rename", rename)
    in_two_steps.close()
    assert (tmp_path / "site/page.html").read_text() == "new\n"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_that_cannot_be_replaced_stays(
    in_two_steps: staging.Staging, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.rename

    def rename(path: Path, target: Path) -> Path:
        if path.name.startswith(".site-new"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(
        BuildError, match=r"could not be replaced\. .*site-new.*: Permission denied\. "
    ):
        in_two_steps.close()
    assert (tmp_path / "site/page.html").read_text() == "old\n"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


LIMITS = {"a page": 8, "the styles": 24, "the search index": 64}
"""The largest file, in KiB, on a computer with such a limit."""


@pytest.mark.parametrize("kibibytes", LIMITS.values(), ids=LIMITS)
def test_a_file_that_cannot_be_written_stops_the_build_in_words(
    old_and_new: Site, kibibytes: int
) -> None:
    put_back(old_and_new)
    before = set(old_and_new.folder.glob(".site-*"))
    limited = f"ulimit -f {kibibytes * 1024 // 512}; exec {sys.executable} -m mkdocs build --strict"
    # What measures tests writes a file of its own.
    measured = {name for name in os.environ if name.startswith("COVERAGE")}
    kept = {name: value for name, value in os.environ.items() if name not in measured}
    ran = subprocess.run(
        ["dash" if shutil.which("dash") else "sh", "-c", limited],
        cwd=old_and_new.folder,
        env={**kept, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    said = ran.stdout + ran.stderr
    assert ran.returncode == 1, said
    assert "Traceback" not in said
    assert "File too large" in said
    assert old_and_new.files() == content(old_and_new.folder / "old")
    assert set(old_and_new.folder.glob(".site-*")) == before
