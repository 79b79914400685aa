"""Every component as the YAML beside it describes it, on the page that a preview shows of all."""

import gc
from functools import cache
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser

from axe import THEMES, broken_in_any_theme
from browser import visitor
from html_checker import complaints
from resource_site.pages.components import Component, ComponentGallery
from resource_site.problems import report
from serving import serve
from small_site import PROJECT, Page, Site

OVERRIDES = PROJECT / "overrides"
COMPONENTS, PROBLEMS = ComponentGallery(OVERRIDES / "components").all
EXAMPLES = [
    pytest.param(component, index, id=f"{component.name}-{example.name}")
    for component in COMPONENTS
    for index, example in enumerate(component.file.examples)
]
EVERYWHERE = {
    *("config", "page", "nav"),  # from MkDocs
    *("contact", "editor_address", "has_search", "has_worksheets", "library", "organisation"),
    *("preview", "qr_code", "site_name", "site_url", "vcard_address"),
}
"""What templates know without a parameter; an example may give something else in its place."""

each_component = pytest.mark.parametrize("component", COMPONENTS, ids=lambda it: it.name)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a small site, built as a preview."""
    site = Site(tmp_path_factory.mktemp("preview"))
    config = load_config(str(site.folder / "mkdocs.yml"), site_url="http://127.0.0.1:8000/")
    threshold = gc.get_threshold()  # a preview sets another
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/")
    gc.set_threshold(*threshold)
    return site


@pytest.fixture(scope="module")
def page(site: Site) -> Page:
    return site.page("components/")


@cache
def parsed(template: str) -> nodes.Template:
    return Environment(autoescape=True).parse((OVERRIDES / template).read_text(encoding="utf-8"))


def public_macros(component: Component) -> dict[str, nodes.Macro]:
    """Return, by name, the macros that other templates import or examples show."""
    wanted = {example.macro or component.file.macro for example in component.file.examples}
    for file in OVERRIDES.rglob("*.html"):
        for used in parsed(file.relative_to(OVERRIDES).as_posix()).find_all(nodes.FromImport):
            if used.template == nodes.Const(component.template):
                wanted |= {name if isinstance(name, str) else name[0] for name in used.names}
    macros = parsed(component.template).find_all(nodes.Macro)
    return {macro.name: macro for macro in macros if macro.name in wanted}


def names_in(template: str, *, with_included: bool = True) -> set[str]:
    """Return the names that a template takes from around it, with those that it includes or not."""
    tree = parsed(template)
    names = list(tree.find_all(nodes.Name))
    given = {name.name for name in names if name.ctx != "load"} | {"caller", "loop", "range"}
    given |= {macro.name for macro in tree.find_all(nodes.Macro)}
    for used in tree.find_all(nodes.FromImport):
        given |= {name if isinstance(name, str) else name[1] for name in used.names}
    included = (used.template for used in tree.find_all(nodes.Include))
    within = [names_in(one.value) for one in included if isinstance(one, nodes.Const)]
    within = within if with_included else []
    return {name.name for name in names if name.ctx == "load"}.union(*within) - given


def test_every_component_is_described_and_its_examples_are_valid() -> None:
    files = (OVERRIDES / "components").glob("*/*.html")
    templates = sorted(file.relative_to(OVERRIDES).as_posix() for file in files)
    drawings = [one for one in templates if 'class="drawing"' in (OVERRIDES / one).read_text()]
    assert PROBLEMS == []
    assert [one.template for one in COMPONENTS] == sorted({*templates} - {*drawings})
    names = [component.name for component in COMPONENTS]
    assert len(set(names)) == len(names)


@each_component
def test_its_parameters_are_those_of_its_template(component: Component) -> None:
    macros = public_macros(component).values()
    taken = {argument.name for macro in macros for argument in macro.args}
    needed = [{a.name for a in one.args[: len(one.args) - len(one.defaults)]} for one in macros]
    described = {one.name: one for one in component.file.params}
    own = names_in(component.template, with_included=False)
    known = names_in(component.template)
    assert (taken if macros else own - EVERYWHERE) <= described.keys()
    assert described.keys() <= taken | known
    if macros:
        required = {name for name, param in described.items() if param.required}
        assert required == set.intersection(*needed)


@each_component
def test_every_macro_that_other_templates_use_has_an_example(component: Component) -> None:
    shown = {example.macro or component.file.macro for example in component.file.examples}
    assert public_macros(component).keys() <= shown


@pytest.mark.parametrize(("component", "index"), EXAMPLES)
def test_an_example_shows_something(page: Page, component: Component, index: int) -> None:
    example = component.file.examples[index]
    shown = page.one(f'[data-example="{component.name}-{example.name}"]')
    assert shown.text().strip() or shown.css("svg, input, button")
    assert not page.all(".preview-bar--problems > p")


def test_no_example_breaks_a_rule_of_html(site: Site) -> None:
    assert complaints([site.path("components/index.html")]) == []


def test_no_example_is_wider_than_a_phone_or_breaks_a_rule_of_accessibility(
    browser: Browser, site: Site
) -> None:
    with serve(site.folder / "site") as address, visitor(browser) as context:
        shown = context.new_page()
        shown.set_viewport_size({"width": 320, "height": 900})
        shown.goto(f"{address}components/")
        wide = "box => box.scrollWidth > box.clientWidth"
        boxes = "[...document.querySelectorAll('div[data-example]')]"
        assert shown.evaluate(f"{boxes}.filter({wide}).map(box => box.dataset.example)") == []
        assert shown.evaluate("document.documentElement.scrollWidth") == 320
        found = dict(broken_in_any_theme(shown))
        # The same landmark stands here once for each example; a page of the site has one of each.
        assert [
            (theme, rule)
            for theme in THEMES
            for rule in found.get(theme, [])
            if not rule.startswith("landmark-unique:")
        ] == []


def test_readers_get_no_page_of_components(real_site: Site, site: Site) -> None:
    assert not [path for path in real_site.files() if path.startswith("components/")]
    assert "components/" not in site.path("sitemap.xml").read_text(encoding="utf-8")
    assert site.page("components/").one("meta[name=robots]").attributes["content"] == "noindex"
    assert not site.page("components/").all("main [data-pagefind-body]")
    assert not site.page("").all("a[href^=components]")


RIGHT = """\
description: A box.
params:
  - name: title
    type: text
    required: false
    description: What it says.
  - name: card
    type: CardView
    description: Where it leads.
examples:
  - name: plain
    data: {}
"""


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("type: text", "type: word", '4:11: "word" is not a type of parameter. '),
        ("required: false", "requires: no", '5:5: "requires" is not a key that can stand here. '),
        ("required: false", "required: true", '12:11: "title" is missing. '),
        ("data: {}", "data:\n      title: [a]", '13:14: "title" should be text, '),
        ("data: {}", "data:\n      size: 1", '13:7: "size" is not a key that can stand here. '),
        ("data: {}", "data:\n      card:\n        slugg: x", '14:16: "slugg" is not a key '),
        ("\n  - name: plain\n    data: {}", " []", '10:11: "examples" has too few entries. '),
    ],
)
def test_a_mistake_is_named_with_its_place(
    tmp_path: Path, before: str, after: str, problem: str
) -> None:
    file = tmp_path / "overrides/components/box/box.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(RIGHT.replace(before, after), encoding="utf-8")
    components, problems = ComponentGallery(tmp_path / "overrides/components").all
    assert components == []
    assert f"overrides/components/box/box.yaml:{problem}" in report(problems)
