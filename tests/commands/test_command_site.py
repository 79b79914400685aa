"""``resources preview`` and ``resources build``: one word each, and nothing of MkDocs to know."""

import os
import signal
import socket
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from built_sites import BuiltSites
from command_line import say
from conftest import MakeSite
from previewing import PATIENCE, Preview
from samples import CHECKLIST
from serving import serve
from small_site import Site


def show_at(site: Site, place: str) -> None:
    """Let the preview of ``site`` stand at ``place``, a host and a port."""
    settings = site.folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"dev_addr: {place}\n{text}", encoding="utf-8")


def test_a_build_says_where_the_site_is_and_nothing_else(make_site: MakeSite) -> None:
    site = make_site(CHECKLIST)
    result = site.run("resource_site", "build", NO_MKDOCS_2_WARNING="")
    assert result.returncode == 0
    assert result.stdout == 'The site is in the folder "site". Hand over that whole folder.\n'
    assert result.stderr == ""
    assert site.page("checklists/after-a-rejection/").texts("h1") == ["After a rejection"]


def test_a_build_that_stops_does_not_say_so(make_site: MakeSite) -> None:
    site = make_site(CHECKLIST.replace("minutes: 20", "minutes: soon"))
    result = site.run("resource_site", "build")
    assert result.returncode == 1
    assert 'docs/checklists/after-a-rejection.yml:6:10: "minutes" should be' in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""
    assert result.stderr.endswith(
        "\n\nThe site was not built. If there was one before, it is still there.\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="stops programs as Unix does")
@pytest.mark.parametrize(
    ("how", "expected"), [("SIGINT", 0), ("SIGTERM", 0), ("SIGHUP", 0), ("SIGKILL", -9)]
)
def test_a_preview_runs_until_it_is_stopped_and_frees_its_port(
    how: str, expected: int, make_site: MakeSite
) -> None:
    site = make_site()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    show_at(site, place)
    process = subprocess.Popen(
        [sys.executable, "-m", "resource_site", "preview", "--no-open"],
        cwd=site.folder,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # Whatever a shell starts with "&" ignores Ctrl and C, and so does all that it starts.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - takes no lock
    )
    try:
        shown = Preview(process, f"http://{place}/")
        shown.wait_for("Serving on")
        assert shown.page().texts("h1") == ["Kind, practical help"]
    finally:
        os.kill(process.pid, getattr(signal, how))  # and no other process
        code = process.wait(timeout=PATIENCE)
    assert code == expected
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", int(place.rpartition(":")[2])))
    assert "Traceback" not in "".join(shown.said)


def test_a_second_preview_is_told_of_the_first(built_sites: BuiltSites, tmp_path: Path) -> None:
    site = built_sites.of("").copied(tmp_path / "own")
    with serve(site.path("")) as address:
        show_at(site, address.removeprefix("http://").rstrip("/"))
        result = say(site, "preview", "--no-open")
    assert result.exit_code == 1
    assert result.output == (
        f"Something answers at {address} already, most likely a preview in another window. "
        "Use that one, or stop it there with Ctrl and C and try again.\n"
    )


def test_a_preview_that_cannot_start_says_which_line_to_mend(make_site: MakeSite) -> None:
    site = make_site()
    settings = site.folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("    email:", "    e-mail:"), encoding="utf-8")
    result = say(site, "preview", "--no-open")
    assert result.exit_code == 1
    assert 'mkdocs.yml:26:5: "e-mail" is not a key that can stand here.' in result.output
