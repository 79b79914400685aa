"""Each setting has an effect, or is a problem with its line: none is passed over in silence."""

import re
import shutil
from pathlib import Path

import pytest
from mkdocs.config.config_options import Deprecated, Private
from mkdocs.config.defaults import MkDocsConfig
from playwright.sync_api import Browser

from browser import visitor
from built_sites import BuiltSites
from changed_settings import with_settings
from conftest import MakeSite
from resource_site.reading.mkdocs_keys import KNOWN
from samples import ARTICLE, CHECKLIST, article
from serving import serve
from small_site import Site

WITH_EFFECT = {
    "dev_addr", "docs_dir", "extra", "extra_css", "extra_javascript", "extra_templates", "hooks",
    "nav", "plugins", "remote_branch", "remote_name", "site_description", "site_dir", "site_name",
    "site_url", "strict", "theme", "watch",
}  # fmt: skip


def mkdocs_keys() -> list[str]:
    """Return every key that MkDocs takes in its settings."""
    options = dict(MkDocsConfig._schema)
    del options["config_file_path"]
    return [key for key, at in options.items() if not isinstance(at, (Deprecated, Private))]


def test_every_key_of_mkdocs_has_an_effect_or_is_named(tmp_path: Path) -> None:
    site = Site(tmp_path)
    file = tmp_path / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    others = [key for key in mkdocs_keys() if key not in WITH_EFFECT]
    assert len(others) > 10
    file.write_text(text + "".join(f"{key}: x\n" for key in others), encoding="utf-8")
    first = text.count("\n") + 1
    assert [line.partition(" means nothing here. ")[0] for line in site.problems()] == [
        f'mkdocs.yml:{first + n}:1: "{key}"' for n, key in enumerate(others)
    ]
    assert set(mkdocs_keys()) == KNOWN


NOTHING = {
    "the language of the theme": ("custom_dir: overrides", "language: en", "language"),
    "its colours": ("custom_dir: overrides", "palette:\n    primary: red", "palette"),
    "its features": ("custom_dir: overrides", "features: [search]", "features"),
    "its logo": ("custom_dir: overrides", "logo: x.svg", "logo"),
    "a plugin that makes pages": ("plugins:", "- blog", "blog"),
    "a plugin of the theme": ("plugins:", "- material/tags:\n      a: b", "material/tags"),
    "another language": ("plugins:", "- i18n", "i18n"),
    "a plugin with a script inside each page": ("plugins:", "- glightbox", "glightbox"),
    "another search": ("plugins:", "- search", "search"),
}


@pytest.mark.parametrize(("after", "line", "name"), NOTHING.values(), ids=NOTHING)
def test_what_has_no_effect_is_named(make_site: MakeSite, after: str, line: str, name: str) -> None:
    site = with_settings(make_site(), "plugins: []", "plugins:")
    with_settings(site, after, f"{after}\n  {line}")
    (found,) = site.problems()
    assert f': "{name}" means nothing here. ' in found


def test_settings_that_only_plugins_read_are_no_problem_beside_those_plugins(
    make_site: MakeSite,
) -> None:
    lines = "site_author: a\ncopyright: b\nrepo_url: https://a.example/\nplugins: [macros]"
    assert with_settings(make_site(), "plugins: []", lines).problems() == []


def test_settings_without_plugins_or_templates_are_named(make_site: MakeSite) -> None:
    site = with_settings(make_site(), "plugins: []\n", "")
    with_settings(site, "  custom_dir: overrides\n", "")
    assert site.problems() == [
        'mkdocs.yml:1:1: "plugins" is missing. Add a line "plugins: []".',
        "mkdocs.yml:42:3: The theme does not say where our templates are. "
        'Write "custom_dir: overrides" below "theme:".',
    ]


GENERATOR_IS_MISSING = '1:1: "hooks" is missing. Add a line "hooks: [hooks/pipeline.py]".\n'
WITHOUT_GENERATOR = {
    "": GENERATOR_IS_MISSING,
    "hooks: []\n": GENERATOR_IS_MISSING,
    "hooks:\n  - hooks/other.py\n": (
        '45:5: The generator of the site, "hooks/pipeline.py", is not listed here. '
        'Put a line "- hooks/pipeline.py" above this one.\n'
    ),
}


@pytest.mark.parametrize(("lines", "expected"), WITHOUT_GENERATOR.items())
def test_a_build_without_the_generator_says_what_to_write(
    make_site: MakeSite, lines: str, expected: str
) -> None:
    site = with_settings(make_site(), "hooks:\n  - hooks/pipeline.py\n", lines)
    result = site.run("resource_site", "build")
    assert result.returncode == 1
    assert f"mkdocs.yml:{expected}" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_yaml_tag_in_extra_is_reported(make_site: MakeSite) -> None:
    site = with_settings(make_site(), "email: haleema", 'email: !ENV [X, "a@b.example"] # ')
    assert site.problems() == [
        'mkdocs.yml:26:12: A tag such as !ENV means nothing below "extra:". Write the value itself.'
    ]


def test_a_stylesheet_or_script_that_is_missing_is_reported(make_site: MakeSite) -> None:
    lines = "extra_css: [no.css]\nextra_javascript:\n  - path: https://a.example/a.js\nplugins: []"
    assert with_settings(make_site(), "plugins: []", lines).problems() == [
        'mkdocs.yml:48:13: There is no file "no.css" in docs/. '
        "Check the spelling, or put the file there.",
        "mkdocs.yml:50:11: The site loads nothing from other websites. "
        "Put the file into docs/, and its name here.",
    ]


OWN = """
docs/assets/own.css
    body { outline: 3px solid; }
docs/assets/own.js
    document.documentElement.dataset.own = "ran";
docs/assets/own.mjs
    document.documentElement.dataset.more = "ran";
docs/humans.txt
    {{ config.site_name }}
"""


def test_a_teams_own_styles_scripts_and_templates_work(
    make_site: MakeSite, browser: Browser
) -> None:
    lines = (
        "extra_css: [assets/own.css]\nextra_templates: [humans.txt]\n"
        "extra_javascript: [{path: assets/own.js, defer: true}, assets/own.mjs]\nplugins: []"
    )
    site = with_settings(make_site(OWN + article("hello")), "plugins: []", lines).built()
    assert site.path("humans.txt").read_text(encoding="utf-8").strip() == "Inclusive Resources"
    with serve(site.path("")) as address, visitor(browser) as context:
        page = context.new_page()
        page.goto(f"{address}articles/hello/")
        page.locator("html[data-own=ran][data-more=ran]").wait_for()
        assert page.evaluate("getComputedStyle(document.body).outlineStyle") == "solid"


def test_every_file_a_site_always_has_is_named_if_docs_has_one_too(
    built_sites: BuiltSites, make_site: MakeSite
) -> None:
    """``check`` knows the addresses before anything is built."""
    pages = ("articles/", "assets/fonts.", "assets/script.", "assets/search/", "checklists/")
    names = [
        name
        for name in built_sites.of(ARTICLE + CHECKLIST).files()
        if not name.startswith((*pages, "assets/share/", "assets/favicon.svg"))
    ]
    assert "robots.txt" in names
    names.append("checklists/after-a-rejection/Worksheet.TXT")
    taken = make_site(CHECKLIST + "".join(f"docs/{name}\n    x\n" for name in names))
    named = {line.partition(":")[0] for line in taken.problems()}
    assert {f"docs/{name}" for name in names} <= named


MISSING = {
    "the template of a page": (
        "contact.html",
        'contact.md could not be made. There is no template "contact.html" in the overrides. ',
    ),
    "the template of a file": (
        "machines/robots.txt",
        'The site was not built. There is no template "machines/robots.txt" in the overrides. ',
    ),
    "a font": (
        "assets/fonts/atkinson-hyperlegible-next-latin-ext-400-normal.woff2",
        "overrides/assets/fonts/atkinson-hyperlegible-next-latin-ext-400-normal.woff2:1:1: The "
        "styles name this file, and it is not there. ",
    ),
}


def own_overrides(site: Site) -> Path:
    overrides = site.folder / "overrides"
    original = overrides.resolve()
    overrides.unlink()
    return Path(shutil.copytree(original, overrides))


@pytest.mark.parametrize(("name", "expected"), MISSING.values(), ids=MISSING)
def test_what_is_missing_in_the_overrides_is_named(
    make_site: MakeSite, name: str, expected: str
) -> None:
    site = make_site()
    (own_overrides(site) / name).unlink()
    result = site.run("resource_site", "build")
    assert result.returncode == 1
    assert f"{expected}Bring it back from an earlier version, or mend " in result.stderr
    assert "Traceback" not in result.stderr


def test_a_name_that_a_template_does_not_know_is_told_with_its_line(make_site: MakeSite) -> None:
    site = make_site()
    page = '{% extends "base.html" %}\n{% block main %}{% endblock %}\n'
    (own_overrides(site) / "404.html").write_text(page, encoding="utf-8")
    result = site.run("resource_site", "build")
    told = r"The site was not built\. base\.html:\d+: 'None' has no attribute 'title'"
    assert re.search(told, result.stderr)
    assert "Traceback" not in result.stderr
