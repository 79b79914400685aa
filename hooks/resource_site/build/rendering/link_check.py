"""Checks that every link inside the site, in the rendered pages, has a target."""

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
"""A URL in a tag; quoted values before it are skipped, since they may contain ``href=``."""

_ROOT = "https://site.invalid/"
"""Placeholder for the site's URL while relative ones are resolved."""


def local_addresses(html: str, page: str, site_url: str) -> tuple[str, ...]:
    """Return the paths, from the site's root, of the files that ``html`` links to or embeds.

    ``page`` is the path of the page itself, and ``site_url`` the site's URL.
    """
    tags = [tag for tag in _TAG.findall(html) if "href" in tag or "src" in tag or "poster" in tag]
    urls = filter(None, map(_url, dict.fromkeys(tags)))
    paths = {_target_path(*_base_and_rest(url, page), site_url) for url in dict.fromkeys(urls)}
    return tuple(sorted(filter(None, paths)))


@lru_cache(maxsize=10_000)
def _url(tag: str) -> str:
    """Return the URL in ``tag`` without a fragment, or "" if it has none or only a fragment."""
    match = _ATTRIBUTE.match(tag)
    url = unescape(match[1] or match[2] or match[3] or "").strip() if match else ""
    return url.partition("#")[0]


def _base_and_rest(url: str, page: str) -> tuple[str, str]:
    """Return the folder that a URL in ``page`` is relative to, and the rest of the URL.

    Links of many pages to one file become equal this way, and ``_target_path`` is cached.
    """
    if url.startswith("?"):
        return page, url
    folder = page.rpartition("/")[0]
    while url.startswith("../"):
        folder, url = folder.rpartition("/")[0], url[3:]
    return f"{folder}/" if folder else "", url


@lru_cache(maxsize=10_000)
def _target_path(base: str, url: str, site_url: str) -> str:
    """Return the path of the file that ``url`` links to, or "" for other sites."""
    for root in (site_url, urlsplit(site_url).path):
        if url.startswith(root):
            url = "/" + url.removeprefix(root)
    absolute = urljoin(_ROOT + base, url)
    if not absolute.startswith(_ROOT):
        return ""
    path = unquote(urlsplit(absolute).path)[1:]
    return f"{path}index.html" if path.endswith("/") or not path else path


def broken_links(
    pages: Iterable[tuple[LibraryFile, Collection[str]]], published: Collection[str], prefix: str
) -> Iterator[Problem]:
    """Yield a problem for each path that a page links to and that is not ``published``.

    ``prefix`` is the path of ``docs/`` in problems.
    """
    fix = "Put the file there, or take the link out of the page, its template or plugin."
    for file, addresses in pages:
        for address in addresses:
            if address not in published:
                what = f'The finished page leads to "/{address}", which the site does not hold.'
                yield Problem(prefix + file.src_uri, *_place(file, address), what, fix)


def _place(file: LibraryFile, address: str) -> tuple[int, int]:
    """Return the line and column of the Markdown link to ``address``, or 1, 1 without any."""
    for link in file.data.text.links if file.data.text else ():
        if target_of(link.href, file.src_uri) == address:
            return link.line, link.column
    return 1, 1
