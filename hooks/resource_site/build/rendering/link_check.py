"""Every address inside the site that a finished page names, held against what the site holds."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

from ...markdown.links import target_of
from ...problems import Problem
from ..files.library_file import LibraryFile

_TAG = re.compile(r"""<[a-z][^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*""")
_ATTRIBUTE = re.compile(
    r"""<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*?\s(?:href|src|poster)="""
    r"""(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))"""
)
"""An address in a tag; what is quoted before it is passed over, for it may look like one."""

_ROOT = "https://site.invalid/"
"""Stands in for the site's own address while others are made whole."""


def local_addresses(html: str, page: str, site_url: str) -> tuple[str, ...]:
    """Return the files that ``html`` leads to or shows, by their paths from the site's root.

    ``page`` is where it stands there, and ``site_url`` the site's whole address.
    """
    tags = [tag for tag in _TAG.findall(html) if "href" in tag or "src" in tag or "poster" in tag]
    matches = filter(None, map(_ATTRIBUTE.match, dict.fromkeys(tags)))
    typed = {match[1] or match[2] or match[3] or "" for match in matches}
    found = {_file(*_folder_of(address, page), site_url) for address in typed}
    return tuple(sorted(filter(None, found)))


def _folder_of(address: str, page: str) -> tuple[str, str]:
    """Return the folder an address in ``page`` starts from, and the rest of the address.

    Many pages name the same file from the same folder, so that it is worked out once for them all.
    """
    folder = page.rpartition("/")[0]
    if address.startswith(("#", "?")):
        return page, address
    while address.startswith("../"):
        folder, address = folder.rpartition("/")[0], address[3:]
    return f"{folder}/" if folder else "", address


@lru_cache(maxsize=10_000)
def _file(base: str, typed: str, site_url: str) -> str:
    """Return the path of the file at an address as it is ``typed``, or nothing if it leads out."""
    address = unescape(typed).strip()
    if address.startswith(site_url):
        address = "/" + address.removeprefix(site_url)
    whole = urljoin(_ROOT + base, address)
    if not whole.startswith(_ROOT):
        return ""
    path = unquote(urlsplit(whole).path)[1:]
    return f"{path}index.html" if path.endswith("/") or not path else path


def lost_addresses(
    pages: Iterable[tuple[LibraryFile, Collection[str]]], held: Collection[str], prefix: str
) -> Iterator[Problem]:
    """Yield a problem for each address of a page that is not among those the site has ``held``.

    ``prefix`` is what problems put in front of a path inside ``docs/``.
    """
    fix = "Put the file there, or take the link out of the page, its template or plugin."
    for file, addresses in pages:
        for address in addresses:
            if address not in held:
                what = f'The finished page leads to "/{address}", which the site does not hold.'
                yield Problem(prefix + file.src_uri, *_place(file, address), what, fix)


def _place(file: LibraryFile, address: str) -> tuple[int, int]:
    """Return where the page's own words link to ``address``; its start where they do not."""
    for link in file.data.text.links if file.data.text else ():
        if target_of(link.href, file.src_uri) == address:
            return link.line, link.column
    return 1, 1
