"""``resources share``: one page as one file, and ``resources --version``."""

import re
from importlib.metadata import version

from playwright.sync_api import Browser
from typer.testing import CliRunner

from browser import visitor
from command_line import say
from conftest import MakeSite
from resource_site.__main__ import app
from samples import article
from small_site import Page

BODY = (
    "![A cat](../assets/cat.png)\n\n[Contact](../contact.md) and [x](#a-part).\n\n## A part\n\nEnd."
)


def test_a_draft_can_be_sent_as_one_file(make_site: MakeSite, browser: Browser) -> None:
    site = make_site(article("hello", "draft: true", BODY) + "docs/assets/cat.png\n    x\n")
    result = site.run("resource_site", "share", "docs/articles/hello.md")
    assert result.returncode == 0, result.stderr
    file = site.folder / "hello.html"
    page = Page(file.read_text(encoding="utf-8"))
    assert page.texts("h1") == ["Hello"]
    assert page.texts(".preview-bar") == [
        "This is a draft. It was sent to you to read, and may change. Please do not pass it on."
    ]
    assert page.one("meta[name=robots]").attributes["content"] == "noindex, nofollow"
    assert page.all("script, link") == []
    asked: list[str] = []
    with visitor(browser) as context:
        tab = context.new_page()
        tab.on("request", lambda request: asked.append(request.url.partition(":")[0]))
        tab.goto(file.as_uri())
        picture = tab.locator(".prose img")
        assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
        assert tab.locator("text=Contact").first.get_attribute("href") == (
            "https://resources.inclusive-recruiting.example/contact/"
        )
    assert set(asked) <= {"file", "data"}


def test_what_cannot_be_shared_is_said(make_site: MakeSite) -> None:
    site = make_site(article("hello", body="[x](nowhere.md)") + article("fine"))
    assert "leads nowhere" in say(site, "share", "articles/hello.md").output
    said = say(site, "share", "docs/articles/fin.md")
    assert said.exit_code == 1
    what = '"docs/articles/fin.md" is no article, checklist or Easy Read of this site.'
    assert what in said.output
    assert 'Did you mean "articles/fine.md"?' in said.output


def test_the_version_is_said() -> None:
    result = CliRunner().invoke(app, ["--version"])
    assert result.exit_code == 0
    assert f"inclusive-resources {version('inclusive-resources')}, mkdocs" in result.output
    assert re.search(r"^Python 3\.\d+", result.output, re.MULTILINE)
