"""Templates that are compiled once, and not in each of the hundreds of builds that tests run.

To compile them takes longer than all else in the build of a small site.
"""

import marshal
import os
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2

FOLDER = Path(__file__).parents[3] / ".cache/tests/templates"

_compile: Callable[..., Any] = jinja2.Environment.compile
_known: dict[str, CodeType] = {}


def keep_compiled_templates() -> None:
    """Let every environment of this process keep what it compiles for all processes."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    jinja2.Environment.compile = _compiled  # type: ignore[method-assign]


def _compiled(  # noqa: PLR0917 - as Jinja calls it
    self: jinja2.Environment,
    source: Any,
    name: str | None = None,
    filename: str | None = None,
    raw: bool = False,
    defer_init: bool = False,
) -> Any:
    if raw or defer_init or not isinstance(source, str):
        return _compile(self, source, name, filename, raw, defer_init)
    key = _key(self, source, name)
    if key not in _known:
        _known[key] = _from_disk(key) or _to_disk(key, _compile(self, source, name, filename))
    return _known[key]


def _key(environment: jinja2.Environment, source: str, name: str | None) -> str:
    """Return what the code of a template depends on; its file's name stands in no page."""
    rule = environment.autoescape
    escape = rule(name) if callable(rule) else rule
    known = [*environment.filters, "|", *environment.tests, "|", *environment.extensions]
    spaces = (environment.trim_blocks, environment.lstrip_blocks, environment.keep_trailing_newline)
    undefined = environment.undefined.__name__
    versions = (sys.version, jinja2.__version__)
    everything = (versions, source, name, escape, known, spaces, undefined, environment.is_async)
    return sha256(repr(everything).encode("utf-8", "surrogatepass")).hexdigest()


def _from_disk(key: str) -> CodeType | None:
    try:
        code = marshal.loads((FOLDER / key).read_bytes())  # noqa: S302 - written by the line below
    except (OSError, EOFError, ValueError):
        return None
    return code if isinstance(code, CodeType) else None


def _to_disk(key: str, code: CodeType) -> CodeType:
    own = FOLDER / f"{key}.{os.getpid()}"
    own.write_bytes(marshal.dumps(code))
    own.replace(FOLDER / key)
    return code
