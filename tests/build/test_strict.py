"""Strict means strict: a warning stops a build, however quiet it is."""

import logging

import pytest

from changed_settings import with_hook
from conftest import MakeSite
from resource_site.incremental.log_records import capture_warnings
from samples import article

QUIET = {
    "as make site does": ("resource_site", "build"),
    "as cron does": ("mkdocs", "build", "--strict", "-q"),
}
WARNING = """
import logging

def on_page_content(html, page, **_):
    if page.file.src_uri == "articles/hello.md":
        logging.getLogger("mkdocs.plugins.second").warning("this page is not well")
"""


@pytest.mark.parametrize("command", QUIET.values(), ids=QUIET)
def test_a_warning_stops_a_quiet_build_and_is_shown(
    make_site: MakeSite, command: tuple[str, ...]
) -> None:
    site = with_hook(make_site(article("hello")), WARNING)
    result = site.run(*command)
    assert result.returncode == 1
    assert "this page is not well" in result.stderr
    assert "INFO" not in result.stderr
    assert not site.path("").exists()


def test_a_page_built_with_warnings_is_not_reused_by_a_later_build(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is captured while a page is made decides whether the page is kept."""
    logger = logging.getLogger("mkdocs")
    monkeypatch.setattr(logger, "level", logging.ERROR)
    with capture_warnings("mkdocs") as found:
        logging.getLogger("mkdocs.plugins.second").warning("this page is not well")
    assert [message.text for message in found] == ["this page is not well"]
    assert logger.level == logging.ERROR
