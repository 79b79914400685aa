"""Every address inside the site that a finished page names, held against what the site holds."""

import re
from collections.abc import Collection, Iterable, Iterator
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

from ..markdown.links import target_of
from ..problems import Problem
from .library_page import LibraryFile

_TAG = re.compile(r"""<[a-z][^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*""")
_ATTRIBUTE = re.compile(
    r"""<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*?\s(?:href|src|poster)="""
    r"""(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))"""
)
"""An address in a tag; what is quoted before it is passed over, for it may look like one."""

_TAIL = re.compile(r"[?#]")
_ROOT = "https://site.invalid/"
"""Stands in for the site's own address while others are made whole."""


def local_addresses(html: str, page: str, site_url: str) -> tuple[str, ...]:
    """Return the files that ``html`` leads to or shows, by their paths from the site's root.

    ``page`` is where it stands there, and ``site_url`` the site's whole address.
    """
    tags = [tag for tag in _TAG.findall(html) if "href" in tag or "src" in tag or "poster" in tag]
    matches = filter(None, map(_ATTRIBUTE.match, dict.fromkeys(tags)))
    typed = {match[1] or match[2] or match[3] or "" for match in matches}
    folder = page.rpartition("/")[0]
    home = "../" * (folder.count("/") + 1) if folder else ""
    found = {_path(address, page, home, site_url) for address in typed}
    return tuple(sorted(path for path in found if path))


def _path(typed: str, page: str, home: str, site_url: str) -> str:
    """Return the path of an address as it is ``typed`` in ``page``; nothing if it leads out."""
    address = unescape(typed).strip()
    if address.startswith(site_url):
        address = "/" + address.removeprefix(site_url)
    elif home and address.startswith(home):  # as most do
        address = "/" + address.removeprefix(home)
    elif address.startswith(("https:", "mailto:", "#")):
        return "" if address[0] != "#" else page
    if address[:1] == "/" != address[1:2] and "/." not in address:
        path = unquote(_TAIL.split(address, maxsplit=1)[0])[1:]
    elif (whole := urljoin(_ROOT + page, address)).startswith(_ROOT):
        path = unquote(urlsplit(whole).path)[1:]
    else:
        return ""
    return f"{path}index.html" if path.endswith("/") or not path else path


def lost_addresses(
    pages: Iterable[tuple[LibraryFile, Collection[str]]], held: Collection[str], prefix: str
) -> Iterator[Problem]:
    """Yield a problem for each address of a page that is not among those the site has ``held``.

    ``prefix`` is what problems put in front of a path inside ``docs/``.
    """
    for file, addresses in pages:
        for address in addresses:
            if address not in held:
                text = file.facts.text
                targets = (
                    ((one, target_of(one.href, file.src_uri)) for one in text.links) if text else ()
                )
                place = next(
                    ((one.line, one.column) for one, at in targets if at == address), (1, 1)
                )
                what = f'The finished page leads to "/{address}", which the site does not hold.'
                fix = (
                    "Put the file there, or take the link out of the page, its template or plugin."
                )
                yield Problem(prefix + file.src_uri, *place, what, fix)
