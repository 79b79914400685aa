"""Which files of ``docs/`` may be published: those of a kind on a list, that are what they say."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from ...problems import Problem
from ..drawings.drawing_check import drawing_problems
from .picture_check import PICTURES, picture_problems

_ZIP, _MP4, _OGG = rb"PK\x03\x04", rb"....ftyp", rb"OggS"
_STARTS = {
    ".docx": ("Word file", _ZIP),
    ".m4a": ("recording", _MP4),
    ".m4v": ("film", _MP4),
    ".mp3": ("recording", rb"ID3|\xff[\xe0-\xff]"),
    ".mp4": ("film", _MP4),
    ".odt": ("ODT file", _ZIP),
    ".oga": ("recording", _OGG),
    ".ogg": ("recording", _OGG),
    ".opus": ("recording", _OGG),
    ".pdf": ("PDF", rb".{,1000}%PDF-"),
    ".wav": ("recording", rb"RIFF"),
    ".webm": ("film", rb"\x1a\x45\xdf\xa3"),
}
"""Documents, films and recordings that may be published: their names, and how each file starts."""

_PLAIN_TEXT = (".csv", ".txt", ".vtt")
"""Browsers show these as plain text."""

_PAGES = frozenset(("htm", "html", "shtml", "xht", "xhtm", "xhtml"))

_HOST_FILES = frozenset(
    ("_config.yml", "_headers", "_redirects", "_routes.json", "_worker.js", "cname", "netlify.toml",
     "now.json", "staticwebapp.config.json", "vercel.json", "web.config")
)  # fmt: skip
"""Files from which web servers and hosts take orders."""

_FIXES = {
    'Save it as a PDF, or as a Word file that ends in ".docx".': "doc docm dot dotx pages rtf wpd",
    "Save it as a CSV file or a PDF, with nothing in it that readers should not see.": (
        "numbers ods tsv xls xlsb xlsm xlsx"
    ),
    "Save it as a PDF.": "odp pps ppsx ppt pptx",
    'Few browsers show it. Type "resources import" and its name, which makes a JPEG of it. Then '
    "delete this one.": "heic heif hif",
    "Save it as a JPEG or PNG.": "bmp ico jfif jp2 jxl psd raw tif tiff",
    "Save it as an MP4.": "3gp avi flv mkv mov mpeg mpg wmv",
    "Save it as an MP3.": "aac aif aiff amr flac wma",
    "Put the files that are in it here, one by one.": "7z gz rar tar tgz zip",
}
"""How to publish what is in files of other kinds, by their extensions."""

_OTHER_FIX = (
    "Everything in docs/ goes out to the world. If readers should get this, save it as a PDF. "
    "If not, move it out of docs/."
)

GENERATED = frozenset((
    "assets/apple-touch-icon.png", "assets/icon-192.png", "assets/icon-512.png", "llms.txt",
    "robots.txt",
))  # fmt: skip
"""Files that every site has and that ``docs/`` could hold too; a test builds a site to compare."""


def published_file_problems(docs: Path, source: str, prefix: str) -> list[Problem]:
    """Return why the file ``source``, a path inside ``docs``, cannot be published.

    ``prefix`` goes before the path in problems.
    """
    file, path = docs / source, prefix + source
    name = source.lower().rpartition("/")[2]
    extension = Path(name).suffix
    problems: list[Problem] = []
    if not os.access(file, os.R_OK):
        fix = "Put the file there again, or delete this one."
        problems = [Problem(path, 1, 1, "The file cannot be opened.", fix)]
    elif _PAGES.intersection(name.split(".")[1:]):
        problems = [_html_problem(name, path)]
    elif extension == ".svg":
        problems = drawing_problems(file, path)
    elif extension == ".svgz":
        fix = 'Save it as an SVG that is not compressed, ending in ".svg".'
        problems = [Problem(path, 1, 1, "Few servers give out this kind of drawing.", fix)]
    elif extension in PICTURES:
        problems = picture_problems(file, path)
    elif extension in _STARTS:
        problems = _start_problems(file, path, *_STARTS[extension])
    elif extension not in _PLAIN_TEXT:
        problems = [_kind_problem(name, extension, path)]
    return problems


def taken_addresses(sources: Iterable[str], generated: Iterable[str], prefix: str) -> list[Problem]:
    """Return a problem for each of ``sources`` that has the address of a generated file.

    ``generated`` are the addresses of worksheets; ``prefix`` goes before the paths in problems.
    """
    taken = {address.casefold() for address in (*generated, *GENERATED)}
    what = "The site makes a file of its own at this address."
    fix = "Give this one another name, or put it in assets/."
    return [
        Problem(prefix + source, 1, 1, what, fix)
        for source in sources
        if source.casefold() in taken
    ]


def _html_problem(name: str, path: str) -> Problem:
    """Return the problem of an HTML file, or of one with an HTML extension inside its name.

    Apache serves both as HTML (mod_mime, "Files with Multiple Extensions").
    """
    extension = next(part for part in name.split(".")[1:] if part in _PAGES)
    if name.endswith(f".{extension}"):
        return Problem(
            path,
            1,
            1,
            "HTML files are not published.",
            "Write the page as a Markdown file (.md) in docs/ instead.",
        )
    what = "Some servers take this file for a page of HTML, by its name."
    return Problem(path, 1, 1, what, f'Take ".{extension}" out of its name.')


def _kind_problem(name: str, extension: str, path: str) -> Problem:
    """Return the problem of a file whose kind is not on the list."""
    if name in _HOST_FILES:
        what = "This file gives orders to a web server, and such files are not published."
        return Problem(
            path, 1, 1, what, "Move it out of docs/. DEPLOYING says how to set up a host."
        )
    what = f'Files that end in "{extension}" are not published.'
    if not extension:
        what = "Files whose names have no ending are not published."
    kind = extension.removeprefix(".")
    fix = next((fix for fix, kinds in _FIXES.items() if kind in kinds.split()), _OTHER_FIX)
    return Problem(path, 1, 1, what, fix)


def _start_problems(file: Path, path: str, kind: str, start: bytes) -> list[Problem]:
    """Return a problem for a file that does not start as the ``kind`` that its name says."""
    with file.open("rb") as opened:
        if re.match(start, opened.read(1024), re.DOTALL):
            return []
    what = f"This file is named as a {kind}, and it is none, or is broken."
    what = what.replace("a ODT", "an ODT")
    return [Problem(path, 1, 1, what, "Save it again with the program that made it.")]
