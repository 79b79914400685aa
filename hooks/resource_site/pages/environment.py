"""Jinja2 environments: the settings that all of ours share, and templates that are not pages."""

from collections import ChainMap
from collections.abc import MutableMapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape


def prepare_environment(env: Environment) -> Environment:
    """Set up ``env`` in place and return it.

    Values are escaped in every template but plain text, and a missing name raises
    ``UndefinedError``: MkDocs' own environment does neither.
    """
    env.autoescape = select_autoescape((), disabled_extensions=("txt",), default=True)
    env.undefined = StrictUndefined
    env.trim_blocks = env.lstrip_blocks = True
    _share_globals(env)
    return env


def _share_globals(env: Environment) -> None:
    """Let each template of ``env`` read the environment's globals themselves.

    Jinja puts a ``ChainMap`` around them, so that a template can have globals of its own, which
    none of ours has. It walks through them for each part of a page, and in such a map slowly.
    """

    def make_globals(d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return ChainMap(d, env.globals) if d else env.globals

    env.make_globals = make_globals  # type: ignore[method-assign]


def render_template(overrides: Path, template: str, **context: Any) -> str:
    """Return ``template``, a path inside ``overrides``, rendered with ``context`` alone.

    For feeds, the sitemap, drawings and the editor: they need neither MkDocs nor page data.
    """
    return _environment(overrides).get_template(template).render(**context).lstrip()


@lru_cache
def _environment(overrides: Path) -> Environment:
    """Return the environment of a folder; it reloads templates that changed."""
    env = prepare_environment(
        Environment(  # noqa: S701 - prepare_environment makes it escape
            loader=FileSystemLoader(overrides), keep_trailing_newline=True
        )
    )
    env.filters["instant"] = instant
    return env


def instant(day: date) -> str:
    """Return midnight UTC of ``day`` as an RFC 3339 timestamp."""
    return f"{day.isoformat()}T00:00:00Z"
