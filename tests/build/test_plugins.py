"""Other people's plugins, and the kept fork of MkDocs, build the site; make fuzz installs them."""

import importlib.util
import subprocess

import pytest

from built_sites import BuiltSites
from changed_settings import with_settings
from conftest import MakeSite
from samples import ARTICLE, CHECKLIST, article

MODULES = (
    "mkdocs_git_authors_plugin", "mkdocs_git_revision_date_localized_plugin",
    "mkdocs_include_markdown_plugin", "mkdocs_macros", "mkdocs_minify_plugin", "mkdocs_redirects",
    "properdocs",
)  # fmt: skip
PLUGINS = """plugins:
  - git-authors
  - git-revision-date-localized
  - include-markdown
  - macros
  - minify:
      minify_html: true
  - redirects:
      redirect_maps:
        old.md: articles/hello.md
"""

pytestmark = [
    pytest.mark.nightly,
    pytest.mark.skipif(
        not all(map(importlib.util.find_spec, MODULES)), reason="make fuzz installs the packages"
    ),
]


def test_six_plugins_build_in_strict_mode(make_site: MakeSite) -> None:
    site = with_settings(make_site(article("hello")), "plugins: []\n", PLUGINS)
    someone = ("-c", "user.name=a", "-c", "user.email=a@b.example")
    for command in (("init", "-q"), ("add", "docs"), (*someone, "commit", "-qm", "Start")):
        subprocess.run(["git", *command], cwd=site.folder, check=True)
    site.built()
    assert site.page("articles/hello/").texts("h1") == ["Hello"]
    assert site.path("old/index.html").exists()


def test_properdocs_builds_the_same_site(built_sites: BuiltSites, make_site: MakeSite) -> None:
    expected = built_sites.of(ARTICLE + CHECKLIST).files()
    site = make_site(ARTICLE + CHECKLIST)
    result = site.run("properdocs", "build", "--strict", "-f", "mkdocs.yml", COLUMNS="80")
    assert result.returncode == 0, result.stderr
    assert site.files() == expected
