"""Checks that static files in ``docs/``, such as pictures and documents, are safe to publish."""

import os
import re
import warnings
from math import ceil
from pathlib import Path

from ..problems import Problem
from .drawings.drawing_check import PAGE_FIX, xml_problems

MAX_MEGAPIXELS = 50
"""A browser needs four bytes of memory for each pixel, and phones have little."""

_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")
_PAGES = frozenset(("htm", "html", "shtml", "xht", "xhtm", "xhtml"))
_PLAIN_TEXT = (".csv", ".txt")
"""Browsers show these as plain text."""

_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

_SPACE = b"\t\n\f\r "
_XML = re.compile(rb"[\t\n\f\r ]*<|(?:[\t\n\f\r ]\0)*<\0|(?:\0[\t\n\f\r ])*\0<")
"""The start of XML in an 8-bit or 16-bit encoding; other leading zeros are those of a film."""


def published_file_problems(docs: Path, source: str, prefix: str) -> list[Problem]:
    """Return why the file ``source``, a path inside ``docs``, cannot be published.

    ``prefix`` goes before the path in problems.
    """
    file, path = docs / source, prefix + source
    problems: list[Problem] = []
    name = source.lower()
    if not os.access(file, os.R_OK):
        fix = "Put the file there again, or delete this one."
        problems = [Problem(path, 1, 1, "The file cannot be opened.", fix)]
    elif _PAGES.intersection(_extensions(name)):
        problems = [_html_problem(name, path)]
    elif name.endswith(".svg"):
        problems = xml_problems(file, path, drawing=True)
    elif name.endswith(".svgz"):
        fix = 'Save it as an SVG that is not compressed, ending in ".svg".'
        problems = [Problem(path, 1, 1, "Few servers give out this kind of drawing.", fix)]
    elif name.endswith(_PICTURES):
        problems = _size_problem(file, path)
    elif not name.endswith(_PLAIN_TEXT) and _looks_like_xml(file):
        problems = xml_problems(file, path, drawing=False)
    return problems


def _html_problem(name: str, path: str) -> Problem:
    """Return the problem of an HTML file, or of one with an HTML extension inside its name.

    Apache serves both as HTML (mod_mime, "Files with Multiple Extensions").
    """
    extension = next(part for part in _extensions(name) if part in _PAGES)
    if name.endswith(f".{extension}"):
        return Problem(path, 1, 1, "HTML files are not published.", PAGE_FIX)
    what = "Some servers take this file for a page of HTML, by its name."
    return Problem(path, 1, 1, what, f'Take ".{extension}" out of its name.')


def _extensions(name: str) -> list[str]:
    return name.rpartition("/")[2].split(".")[1:]


def _looks_like_xml(file: Path) -> bool:
    """Return whether ``file`` starts like XML, in which browsers run scripts.

    The extension does not tell: servers have many for types of XML.
    """
    with file.open("rb") as opened:
        start = opened.read(1024)
    for mark in _BYTE_ORDER_MARKS:
        start = start.removeprefix(mark)
    only_space = not start.strip(b"\0" + _SPACE) and bool(start.strip(b"\0"))
    return bool(_XML.match(start)) or (only_space and file.stat().st_size > 1024)


def _size_problem(file: Path, path: str) -> list[Problem]:
    """Return a problem for a picture with too many pixels; only its header is read."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - many sites have no picture

    try:
        with warnings.catch_warnings(action="ignore"), Image.open(file) as picture:
            width, height = picture.size
    except Image.DecompressionBombError:
        width = height = 0
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return []  # not a picture, or a broken one, which is harmless
    megapixels = width * height / 1_000_000
    if width and megapixels <= MAX_MEGAPIXELS:
        return []
    size = ceil(megapixels) if width else "hundreds of"
    what = f"This picture has {size} million pixels; {MAX_MEGAPIXELS} is the most."
    return [Problem(path, 1, 1, what, "Save it smaller: 1,600 pixels wide is plenty.")]
