"""Checks of link targets by their text alone, and the files in ``docs/`` that they name."""

import posixpath
import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from markdown_it.common.normalize_url import normalizeLink

from .html.allow_list import SCHEMES, is_allowed_href

_CURLY_QUOTES = ("\u201c", "\u201d", "\u2018", "\u2019")
_EMAIL = re.compile(r"[^@\s/]+@[^@\s/]+\.[A-Za-z]+")
_LOCALHOST = re.compile(r"(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|::1)\.?")
_FILMS = (".m4v", ".mp4", ".webm")
_RECORDINGS = (".m4a", ".mp3", ".oga", ".ogg", ".opus", ".wav")


def target_of(href: str, source: str) -> str | None:
    """Return the path inside ``docs/`` that ``href`` names when written in the file ``source``.

    It is None for other websites and for places on the same page.
    """
    return _target(href, source.rpartition("/")[0])


@lru_cache(maxsize=50_000)
def _target(href: str, folder: str) -> str | None:
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = unquote(parts.path)
    start = "" if path.startswith("/") else folder
    return posixpath.normpath(posixpath.join(start, path.lstrip("/")))


def link_problem(href: str, *, is_shown: bool) -> tuple[str, str] | None:
    """Return what is wrong with a link target as it was typed, and the fix; None if nothing is.

    ``is_shown`` means that a page loads the target at once, as it does a picture. That may not be
    on another website, which would learn who reads what.
    """
    copy = "Copy it from the browser; if it is only an example, take the link out."
    no_address = f'"{href}" is not a web address.', copy
    try:
        parts = urlsplit(href.strip())
        host = parts.hostname or ""
        if parts.scheme in SCHEMES and not is_allowed_href(normalizeLink(href)):
            return no_address
    except ValueError:
        return no_address
    elsewhere = "Put the file in docs/ and name it there, or link to the website instead."
    start = "Link to a web address, an e-mail address or a file."
    here = "Name the file in docs/, or the address on the published site."
    nowhere = f'The link "{href}" leads nowhere.'
    is_www = not parts.scheme and (parts.netloc or href.lower().startswith("www."))
    problems = {
        ("This link leads nowhere: nothing is in its brackets.", "Write an address."): not href,
        (f'A link may not start with "{parts.scheme}:".', start): parts.scheme
        not in SCHEMES | {""},
        ("A page may not ask another website for what it shows.", elsewhere): is_shown
        and (parts.scheme or is_www),
        no_address: parts.scheme in ("http", "https") and not host,
        (nowhere, "Write the e-mail address or the number behind it."): parts.scheme
        in ("mailto", "tel")
        and not parts.path,
        (nowhere, "Take out the quotation marks around the address."): href.startswith(
            _CURLY_QUOTES
        ),
        (nowhere, f'Write "https://{href.lstrip("/")}".'): is_www,
        (nowhere, f'Write "mailto:{href}".'): not (parts.scheme or is_shown)
        and _EMAIL.fullmatch(href),
        (nowhere, 'Write "/" in place of each "\\".'): not parts.scheme and "\\" in href,
        (nowhere, here): is_shown and not parts.path,
        (f'The link "{href}" only works on this computer.', here): _LOCALHOST.fullmatch(host),
    }
    return next((problem for problem, applies in problems.items() if applies), None)


def is_film(href: str) -> bool:
    """Return whether ``href`` names a video file."""
    return href.lower().partition("#")[0].endswith(_FILMS)


def is_recording(href: str) -> bool:
    """Return whether ``href`` names an audio file."""
    return href.lower().partition("#")[0].endswith(_RECORDINGS)
