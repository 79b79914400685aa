"""What a link may lead to, from the way it is written alone."""

import posixpath
import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from markdown_it.common.normalize_url import normalizeLink

from .html.allow_list import SCHEMES, may_lead_to

_ALL = SCHEMES | {""}
_CURLY = ("\u201c", "\u201d", "\u2018", "\u2019")
_EMAIL = re.compile(r"[^@\s/]+@[^@\s/]+\.[A-Za-z]+")
_THIS_COMPUTER = re.compile(r"(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|::1)\.?")
_FILMS = (".m4v", ".mp4", ".webm")
_RECORDINGS = (".m4a", ".mp3", ".oga", ".ogg", ".opus", ".wav")


def target_of(href: str, source: str) -> str | None:
    """Return the path inside ``docs/`` that ``href``, written in ``source``, names.

    Returns nothing for links that leave the site or stay on the page.
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
    """Return what is wrong with an address, as it is typed, and how to fix it.

    ``is_shown`` tells that a page asks for it at once, as it does for a picture: whoever answers
    elsewhere would learn who reads what.
    """
    copy = "Copy it from the browser; if it is only an example, take the link out."
    no_address = f'"{href}" is not a web address.', copy
    try:
        parts = urlsplit(href.strip())  # as it would stand in a page
        host = parts.hostname or ""
        is_web_address = parts.scheme not in SCHEMES or may_lead_to(normalizeLink(href))
    except ValueError:
        is_web_address = False
    if not is_web_address:
        return no_address
    elsewhere = "Put the file in docs/ and name it there, or link to the website instead."
    start = "Link to a web address, an e-mail address or a file."
    here = "Name the file in docs/, or the address on the published site."
    nowhere = f'The link "{href}" leads nowhere.'
    is_www = not parts.scheme and (parts.netloc or href.lower().startswith("www."))
    wrong = {
        ("This link leads nowhere: nothing is in its brackets.", "Write an address."): not href,
        (f'A link may not start with "{parts.scheme}:".', start): parts.scheme not in _ALL,
        ("A page may not ask another website for what it shows.", elsewhere): is_shown
        and (parts.scheme or is_www),
        no_address: parts.scheme in ("http", "https") and not host,
        (nowhere, "Write the e-mail address or the number behind it."): parts.scheme
        in ("mailto", "tel")
        and not parts.path,
        (nowhere, "Take out the quotation marks around the address."): href.startswith(_CURLY),
        (nowhere, f'Write "https://{href.lstrip("/")}".'): is_www,
        (nowhere, f'Write "mailto:{href}".'): not (parts.scheme or is_shown)
        and _EMAIL.fullmatch(href),
        (nowhere, 'Write "/" in place of each "\\".'): not parts.scheme and "\\" in href,
        (nowhere, here): is_shown and not parts.path,
        (f'The link "{href}" only works on this computer.', here): _THIS_COMPUTER.fullmatch(host),
    }
    return next((words for words, holds in wrong.items() if holds), None)


def is_film(href: str) -> bool:
    """Tell whether ``href`` names a film."""
    return href.lower().partition("#")[0].endswith(_FILMS)


def is_recording(href: str) -> bool:
    """Tell whether ``href`` names a recording of sound."""
    return href.lower().partition("#")[0].endswith(_RECORDINGS)
