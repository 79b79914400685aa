"""Pictures and documents in ``docs/``: that they can be published as they are, and safely."""

import os
import re
import warnings
from math import ceil
from pathlib import Path

from ..problems import Problem
from .drawings.drawing_check import PAGE_FIX, xml_problems

MOST_MEGAPIXELS = 50
"""A browser needs four bytes for each pixel, and phones have little memory."""

_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")
_PAGES = frozenset(("htm", "html", "shtml", "xht", "xhtm", "xhtml"))
_WORDS = (".csv", ".txt")
"""Browsers show these as they are."""

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
"""What may stand in front of a text, by its encoding."""

_SPACE = b"\t\n\f\r "
_XML = re.compile(rb"[\t\n\f\r ]*<|(?:[\t\n\f\r ]\0)*<\0|(?:\0[\t\n\f\r ])*\0<")
"""How XML starts, in one byte a sign or in two. A film may start with zeros and this sign too."""


def published_file_problems(docs: Path, source: str, prefix: str) -> list[Problem]:
    """Return why the file ``source``, a path inside ``docs``, may not or cannot be published.

    ``prefix`` is what problems put in front of its path.
    """
    file, path = docs / source, prefix + source
    problems: list[Problem] = []
    name = source.lower()
    if not os.access(file, os.R_OK):
        fix = "Put the file there again, or delete this one."
        problems = [Problem(path, 1, 1, "The file cannot be opened.", fix)]
    elif _PAGES.intersection(_endings(name)):
        problems = [_html(name, path)]
    elif name.endswith(".svg"):
        problems = xml_problems(file, path, drawing=True)
    elif name.endswith(".svgz"):
        fix = 'Save it as an SVG that is not compressed, ending in ".svg".'
        problems = [Problem(path, 1, 1, "Few servers give out this kind of drawing.", fix)]
    elif name.endswith(_PICTURES):
        problems = _too_large(file, path)
    elif not name.endswith(_WORDS) and _looks_like_xml(file):
        problems = xml_problems(file, path, drawing=False)
    return problems


def _html(name: str, path: str) -> Problem:
    """Return the problem of an HTML file.

    Apache serves a file as HTML by any of the extensions in its name (mod_mime, "Files with
    Multiple Extensions").
    """
    ending = next(ending for ending in _endings(name) if ending in _PAGES)
    if name.endswith(f".{ending}"):
        return Problem(path, 1, 1, "HTML files are not published.", PAGE_FIX)
    what = "Some servers take this file for a page of HTML, by its name."
    return Problem(path, 1, 1, what, f'Take ".{ending}" out of its name.')


def _endings(name: str) -> list[str]:
    return name.rpartition("/")[2].split(".")[1:]


def _looks_like_xml(file: Path) -> bool:
    """Tell whether ``file`` starts as XML does: a browser shows many kinds with the programs in it.

    Which endings a server takes for XML nobody can list.
    """
    with file.open("rb") as opened:
        start = opened.read(1024)
    for mark in _MARKS:
        start = start.removeprefix(mark)
    only_space = not start.strip(b"\0" + _SPACE) and bool(start.strip(b"\0"))
    return bool(_XML.match(start)) or (only_space and file.stat().st_size > 1024)


def _too_large(file: Path, path: str) -> list[Problem]:
    """Return a problem for a picture with too many pixels; only its first bytes are read."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - many sites have no picture

    try:
        with warnings.catch_warnings(action="ignore"), Image.open(file) as picture:
            width, height = picture.size
    except Image.DecompressionBombError:
        width = height = 0
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return []  # not a picture, or a broken one: it harms nobody
    megapixels = width * height / 1_000_000
    if width and megapixels <= MOST_MEGAPIXELS:
        return []
    size = ceil(megapixels) if width else "hundreds of"
    what = f"This picture has {size} million pixels; {MOST_MEGAPIXELS} is the most."
    return [Problem(path, 1, 1, what, "Save it smaller: 1,600 pixels wide is plenty.")]
