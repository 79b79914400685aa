"""Templates of what is not a page: feeds, the sitemap, pictures."""

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

MARKUP = ("xml", "svg", "html")


def render_text(overrides: Path, template: str, **names: Any) -> str:
    """Return ``template``, a path inside ``overrides``, filled in.

    In XML and SVG, what is filled in is escaped. A name that is missing raises ``UndefinedError``.
    """
    return _environment(overrides).get_template(template).render(**names).lstrip()


@lru_cache
def _environment(overrides: Path) -> Environment:
    """Return one environment for many templates; it reads again those that changed."""
    env = Environment(
        loader=FileSystemLoader(overrides),
        autoescape=select_autoescape(MARKUP),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters["instant"] = instant
    return env


def instant(day: date) -> str:
    """Return a day as the moment it begins, for formats that ask for one (RFC 3339)."""
    return f"{day.isoformat()}T00:00:00Z"
