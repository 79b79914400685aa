"""How things are made here: the code, and the libraries whose versions show in what comes out."""

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


@cache
def code_hash() -> str:
    """Return a text that changes with this code or with a library it makes pages with."""
    code = sha256(platform.python_version().encode())
    for name in _LIBRARIES:
        code.update(f"\0{name} {version(name)}".encode())
    here = Path(__file__).parent.parent
    for file in sorted(here.rglob("*.py")):
        code.update(f"\0{file.relative_to(here).as_posix()}\0".encode())
        code.update(sha256(file.read_bytes()).digest())
    return code.hexdigest()
