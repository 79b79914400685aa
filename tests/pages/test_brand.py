"""The brand's colours can be read: every pair in use, in every scheme, by computation."""

import re
import shutil
from pathlib import Path

import pytest

from resource_site.web.stylesheets import site_stylesheet, worksheet_stylesheet
from small_site import PROJECT

CSS = (PROJECT / "overrides/assets/brand.css").read_text(encoding="utf-8")

SCHEMES = ("light", "dark", "contrast", "cream")

TEXT = 7.0
"""Body text: WCAG 2.2 SC 1.4.6."""
CONTROL = 3.0
"""Borders of controls, focus rings: WCAG 2.2 SC 1.4.11."""

PAIRS = [
    *(
        (ink, ground, TEXT)
        for ink in ("ink", "muted", "primary", "link")
        for ground in ("ground", "sheet", "panel")
    ),
    ("on-primary", "primary", TEXT),
    ("on-highlight", "highlight", TEXT),
    ("on-band", "band", TEXT),
    ("on-band-quiet", "band", TEXT),
    ("on-band", "band-deep", TEXT),
    ("on-band-quiet", "band-deep", TEXT),
    ("paper-ink", "paper", TEXT),
    ("sheet", "link", TEXT),
    ("on-highlight", "highlight", CONTROL),
    ("on-band", "band-deep", CONTROL),
    *(("control", ground, CONTROL) for ground in ("ground", "sheet", "panel")),
    *(("focus", ground, CONTROL) for ground in ("ground", "sheet", "panel")),
]


def block(selector: str) -> dict[str, str]:
    """Return the colours a block of the brand sets."""
    found = re.findall(rf"^ *{re.escape(selector)} \{{(.*?)\}}", CSS, re.MULTILINE | re.DOTALL)
    assert len(found) == 1, selector
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", found[0]))


def tokens(scheme: str) -> dict[str, str]:
    """Return the colours of a scheme, which keeps what it does not change."""
    light = block(":root")
    return light if scheme == "light" else light | block(f':root[data-theme="{scheme}"]')


def luminance(colour: str) -> float:
    """Return relative luminance, as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_every_pair_of_colours_has_the_contrast_it_needs(
    scheme: str, front: str, back: str, least: float
) -> None:
    colours = tokens(scheme)
    assert contrast(colours[front], colours[back]) >= least


@pytest.mark.parametrize(("front", "back"), [pair[:2] for pair in PAIRS if "paper" not in pair])
def test_high_contrast_keeps_7_to_1_for_everything(front: str, back: str) -> None:
    colours = tokens("contrast")
    assert contrast(colours[front], colours[back]) >= TEXT


@pytest.mark.parametrize("ground", ["ground", "sheet", "panel"])
def test_high_contrast_draws_a_line_around_everything(ground: str) -> None:
    colours = tokens("contrast")
    for line in ("rule", "edge", "control", "band-rule"):
        assert contrast(colours[line], colours[ground]) >= TEXT


@pytest.mark.parametrize("scheme", [scheme for scheme in SCHEMES if scheme != "light"])
def test_a_theme_changes_the_screen_and_never_paper(scheme: str) -> None:
    assert not [name for name in block(f':root[data-theme="{scheme}"]') if "paper" in name]


def test_a_device_in_dark_gets_the_dark_theme_where_the_reader_chose_none() -> None:
    css = site_stylesheet(PROJECT / "overrides").text
    rule = re.search(
        r"@media screen and \(prefers-color-scheme:dark\)\{:root:not\(\[data-theme\]\)\{(.*?)\}\}",
        css,
    )
    assert rule
    found = dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{6})", rule[1]))
    assert found == block(':root[data-theme="dark"]')
    assert "color-scheme:dark" in rule[1]


def test_a_brand_without_a_dark_theme_stays_light(tmp_path: Path) -> None:
    overrides = tmp_path / "overrides"
    shutil.copytree(PROJECT / "overrides", overrides)
    brand = overrides / "assets/brand.css"
    brand.write_text(CSS.replace('[data-theme="dark"]', '[data-theme="dusk"]'), encoding="utf-8")
    assert "prefers-color-scheme" not in site_stylesheet(overrides).text


def test_a_pdf_knows_no_theme() -> None:
    css = worksheet_stylesheet(PROJECT / "overrides").text
    assert "--paper-ink" in css
    assert "[data-" not in css
    assert "prefers-color-scheme" not in css


def test_the_contrast_of_black_on_white_is_21() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0


def test_no_other_file_holds_a_colour() -> None:
    styles = [
        file
        for file in (PROJECT / "overrides").rglob("*.css")
        if file.name not in ("brand.css", "fonts.css")
    ]
    assert len(styles) > 10
    colours = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(")
    found = {file.name: colours.findall(file.read_text(encoding="utf-8")) for file in styles}
    assert {name: colour for name, colour in found.items() if colour} == {}


def test_distances_come_from_the_scale() -> None:
    scale = dict(re.findall(r"--(space-\d): ([\d.]+rem);", CSS))
    distance = re.compile(r"[^-\w](?:margin|padding|(?:row-|column-)?gap)(?:-\w+)*: ([^;}]+)")
    folder = PROJECT / "overrides"
    for file in (folder / "assets/site.css", *(folder / "components").rglob("*.css")):
        for value in distance.findall(file.read_text(encoding="utf-8")):
            outside_formulas = re.sub(r"\([^()]*(?:\([^()]*\)[^()]*)*\)", "()", value).split()
            assert not set(outside_formulas) & set(scale.values()), f"{file}: {value}"


@pytest.mark.parametrize("scheme", SCHEMES[1:])
def test_a_theme_changes_colours_alone(scheme: str) -> None:
    """So where a page is right in one theme, only contrast is left to look at in another."""
    selector = f':root[data-theme="{scheme}"]'
    (found,) = re.findall(rf"^ *{re.escape(selector)} \{{(.*?)\}}", CSS, re.MULTILINE | re.DOTALL)
    names = [line.partition(":")[0].strip() for line in found.strip().split(";") if line.strip()]
    assert set(names) == {"color-scheme", *(f"--{name}" for name in block(selector))}
    for file in (PROJECT / "overrides").rglob("*.css"):
        named = file.read_text(encoding="utf-8").count(f'data-theme="{scheme}"')
        assert named == (file.name == "brand.css"), file
