"""The brand's colours can be read: every pair in use, in every scheme, by computation."""

import re

import pytest

from small_site import PROJECT

CSS = (PROJECT / "overrides/assets/brand.css").read_text(encoding="utf-8")

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
    ("sheet", "link", CONTROL),
    ("on-highlight", "highlight", CONTROL),
    ("on-band", "band-deep", CONTROL),
    *(("control", ground, CONTROL) for ground in ("ground", "sheet")),
    *(("focus", ground, CONTROL) for ground in ("ground", "sheet", "panel")),
    ("paper-line-ink", "paper", CONTROL),
]


def tokens(scheme: str) -> dict[str, str]:
    """Return the colours of a scheme; dark keeps what it does not change."""
    light, _, dark = re.sub(r"/\*.*?\*/", "", CSS).partition("@media")
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light))
    if scheme == "dark":
        found |= dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", dark))
    return found


def luminance(colour: str) -> float:
    """Return relative luminance, as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_contrast(scheme: str, front: str, back: str, least: float) -> None:
    colours = tokens(scheme)
    assert contrast(colours[front], colours[back]) >= least


def test_black_on_white_is_21() -> None:
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
