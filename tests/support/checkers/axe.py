"""axe-core on a page in a browser, in the themes and widths that readers may have."""

from pathlib import Path

from playwright.sync_api import Page

SCRIPT = (Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js").read_text(
    encoding="utf-8"
)
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""By their tags."""

THEMES = ("light", "dark", "contrast", "cream")
WIDTHS = (320, 768, 1280)

LOOK = """async ([tags, only_colours]) => {
    const of_colour = new Set(axe.getRules(["cat.color"]).map(rule => rule.ruleId));
    const rules = axe.getRules(tags).map(rule => rule.ruleId)
        .filter(rule => !only_colours || of_colour.has(rule));
    const found = await axe.run({ runOnly: rules, resultTypes: ["violations", "incomplete"] });
    const of = results => results.flatMap(rule =>
        rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 160)}`));
    return [...of(found.violations),
        ...of(found.incomplete.filter(rule => rule.id === "color-contrast"))]
        // An empty box with lines to write on has no text, and no plain background.
        .filter(one => !/^color-contrast: <textarea/.test(one));
}"""


def broken(page: Page) -> list[str]:
    """Return what axe-core finds wrong, and text whose contrast it cannot tell."""
    return _found(page, only_colours=False)


def broken_colours(page: Page) -> list[str]:
    """Return the same by the rules about colours alone.

    It is enough where a page was looked at before, in another theme: a theme sets colours and
    nothing else (``test_brand.py``).
    """
    return _found(page, only_colours=True)


def broken_in_any_theme(page: Page) -> list[tuple[str, list[str]]]:
    """Return each theme in which something is wrong, and what."""
    found = []
    for theme in THEMES:
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        look = broken if theme == THEMES[0] else broken_colours
        found.append((theme, look(page)))
    page.evaluate("delete document.documentElement.dataset.theme")
    return [(theme, wrong) for theme, wrong in found if wrong]


def _found(page: Page, *, only_colours: bool) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    return [str(one) for one in page.evaluate(LOOK, [RULES, only_colours])]
