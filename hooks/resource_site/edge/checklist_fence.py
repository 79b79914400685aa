"""A fenced block named ``checklist`` in an article shows that checklist in its place.

Markdown is rendered before templates are ready, so the block first becomes a marker, and the
marker becomes the checklist when its page is laid out.
"""

import re
from collections.abc import Callable
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig

from ..content.body import FENCE_NAME

SUPERFENCES = "pymdownx.superfences"

_MARKER = re.compile(r'<div data-checklist="([^"]*)"></div>')
_HEADING = re.compile(r"<h([1-6])\b")


def add_checklist_fence(config: MkDocsConfig) -> None:
    """Teach the site's Markdown the fence."""
    if SUPERFENCES not in config.markdown_extensions:
        config.markdown_extensions.append(SUPERFENCES)
    options = config.mdx_configs.setdefault(SUPERFENCES, {})
    fence = {"name": FENCE_NAME, "class": FENCE_NAME, "format": _marker}
    fences = [f for f in options.get("custom_fences", []) if f["name"] != FENCE_NAME]
    options["custom_fences"] = [*fences, fence]


def _marker(source: str, *_: Any, **__: Any) -> str:
    return f'<div data-checklist="{escape(source.strip())}"></div>'


def fill_checklists(html: str, render: Callable[[str, int], str]) -> str:
    """Return ``html`` with each marker replaced by ``render(slug, level)``.

    ``level`` is that of the heading the checklist's own title may take, from 2 to 5: one below
    the heading it stands under (WCAG 2.2 SC 1.3.1).
    """

    def replace(match: re.Match[str]) -> str:
        above = _HEADING.findall(html, 0, match.start())
        return render(match[1], min(5, int(above[-1]) + 1 if above else 2))

    return _MARKER.sub(replace, html)
