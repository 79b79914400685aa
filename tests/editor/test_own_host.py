"""The editor on a host name of its own, where no page of the site can read a token."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser import visitor
from command_line import say
from conftest import MakeSite
from editing import PATIENCE, Editing, add_settings
from samples import ARTICLE, CHECKLIST
from serving import serve
from small_site import Site

BACKEND = """
  editor:
    backend:
      name: gitea
      repo: team/site
      api_root: https://git.example/api/v1
"""
HOME = "https://resources.inclusive-recruiting.example"


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    return make_site(ARTICLE + CHECKLIST)


def test_it_is_written_as_a_site_that_opens_and_knows_where_the_site_is(
    site: Site, tmp_path: Path, browser: Browser
) -> None:
    add_settings(site, BACKEND)
    folder = tmp_path / "its-own"
    for _ in range(2):  # the second replaces the first
        said = say(site, "editor", str(folder))
        assert said.exit_code == 0, said.output
    assert [path.name for path in tmp_path.glob(".its-own*")] == []
    assert (folder / "robots.txt").read_text().endswith("Disallow: /\n")
    headers = (folder / "_headers").read_text(encoding="utf-8")
    assert headers.startswith("/*\n  Content-Security-Policy: ")
    assert "connect-src 'self' blob: data: https://git.example;" in headers
    with serve(folder) as address, visitor(browser) as context:
        someone = Editing(context, address)
        someone.page.goto(address)
        expect(someone.page.get_by_role("button", name="Sign In")).to_be_visible(timeout=PATIENCE)
        assert someone.page.evaluate("fetch('configuration.json').then(r => r.json())")[
            "site_url"
        ] == (f"{HOME}/")
        assert someone.complaints == []
        assert someone.asked_elsewhere == []


def test_what_it_cannot_write_is_told_in_words(site: Site, tmp_path: Path) -> None:
    said = say(site, "editor", str(tmp_path / "own"))
    assert said.exit_code == 1
    assert "The editor has nowhere to save. Name the Git host" in said.output
    add_settings(site, BACKEND)
    said = say(site, "editor", str(tmp_path / "docs"))
    assert said.exit_code == 1
    assert 'docs" holds something else. Name a new folder.' in said.output
    (tmp_path / "file").write_text("x")
    said = say(site, "editor", str(tmp_path / "file/own"))
    assert said.exit_code == 1
    assert "The editor was not written. " in said.output
