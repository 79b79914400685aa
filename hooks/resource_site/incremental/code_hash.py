"""A hash of the generator itself, so that the cache is not used across versions of it."""

import platform
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

_LIBRARIES = (
    "mkdocs",
    "Jinja2",
    "markdown-it-py",
    "mdit-py-plugins",
    "nh3",
    "PyYAML",
    "pydantic",
    "segno",
    "anyascii",
)
"""The libraries whose versions affect the pages."""


@cache
def code_hash() -> str:
    """Return a hash of this package's source, of Python's version and of ``_LIBRARIES``'."""
    code = sha256(platform.python_version().encode())
    for name in _LIBRARIES:
        code.update(f"\0{name} {version(name)}".encode())
    package = Path(__file__).parent.parent
    for file in sorted(package.rglob("*.py")):
        code.update(f"\0{file.relative_to(package).as_posix()}\0".encode())
        code.update(sha256(file.read_bytes()).digest())
    return code.hexdigest()
