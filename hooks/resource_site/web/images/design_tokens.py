"""The design tokens of ``brand.css``, for images and the web manifest."""

from pathlib import Path

import tinycss2


def design_tokens(overrides: Path) -> dict[str, str]:
    """Return the custom properties of the first ``:root`` in ``brand.css``, the light theme.

    Names are Python identifiers: ``--on-band`` becomes ``on_band``.
    """
    css = (overrides / "assets/brand.css").read_text(encoding="utf-8")
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    root = next(
        rule
        for rule in rules
        if rule.type == "qualified-rule" and tinycss2.serialize(rule.prelude).strip() == ":root"
    )
    declarations = tinycss2.parse_declaration_list(
        root.content, skip_comments=True, skip_whitespace=True
    )
    return {
        line.name.removeprefix("--").replace("-", "_"): tinycss2.serialize(line.value).strip()
        for line in declarations
        if line.type == "declaration" and line.name.startswith("--")
    }
