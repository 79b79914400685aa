"""Filters of the templates of pages and worksheets, and the lookups behind them."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from ..content.addresses.link_targets import LinkTargets
from ..incremental.dependencies import Dependencies
from ..markdown.dialect.typography import typographic
from ..markdown.inline import block_html, inline_html, plain_text, text_with_addresses
from .density import is_full


def filter_lookups(
    addresses: LinkTargets, sizes: Mapping[str, int]
) -> dict[str, Callable[[Any], Any]]:
    """Return the lookups that the filters record as dependencies, by name.

    ``sizes`` are file sizes in bytes, by address; it may be filled after this call.
    """
    return {
        "address": lambda link: addresses.resolve(*link),
        "size": lambda address: sizes[address],
    }


def add_filters(env: Environment, dependencies: Dependencies) -> None:
    """Add our filters to ``env``; whatever they look up is recorded in ``dependencies``."""
    env.filters["url"] = _url_filter(env.filters["url"])
    env.policies["json.dumps_kwargs"] = {"sort_keys": True, "separators": (",", ":")}

    def resolver(context: Context, source: str) -> Callable[[str], str]:
        relative_url: Callable[[Context, str], str] = env.filters["url"]
        return lambda href: relative_url(context, dependencies.get("address", (href, source)))

    @pass_context
    def inline(context: Context, text: str, source: str) -> Markup:
        return inline_html(text, resolver(context, source))

    @pass_context
    def blocks(context: Context, text: str, source: str) -> Markup:
        return block_html(text, resolver(context, source))

    @pass_context
    def words(context: Context, text: str, source: str) -> str:
        return text_with_addresses(text, resolver(context, source))

    @pass_context
    def page_at(context: Context, source: str) -> str:
        """Return the relative link from the current page to the page of the file ``source``."""
        return resolver(context, "")(source)

    @pass_context
    def file_at(context: Context, href: str, source: str) -> str:
        """Return the relative link to the file that ``href`` names in the file ``source``."""
        return resolver(context, source)(href)

    def file_size(address: str) -> str:
        """Return the size of the worksheet at ``address``, which is relative to the root."""
        return size_words(dependencies.get("size", address))

    def address_of(source: str) -> str:
        """Return the address, relative to the root, of the page of the file ``source``."""
        return str(dependencies.get("address", (source, "")))

    def narrowest(address: str) -> str:
        """Return the address of the smallest version of the picture at ``address``."""
        picture = dependencies.get("picture", address)
        return str(picture.same[0].address) if picture else address

    def plain(text: str) -> str:
        """Return inline Markdown as words alone, for a name that is not shown as HTML."""
        return typographic(plain_text(text))

    env.filters.update(inline=inline, blocks=blocks, words=words, plain=plain)
    env.filters.update(day=day, minutes=minutes, first_third=first_third)
    env.filters.update(page_at=page_at, file_at=file_at, address_of=address_of, file_size=file_size)
    env.filters.update(narrowest=narrowest)
    env.tests["full"] = is_full


_LONG = 2500
"""Characters of HTML from which a text is long enough for a line in its middle."""
_SECTION = re.compile(r"<h2[ >]")
_NESTS = "blockquote|ul|ol|dl|div|details|section|aside|table|figure"
_OPENING, _CLOSING = re.compile(rf"<(?:{_NESTS})\b"), re.compile(rf"</(?:{_NESTS})>")


def first_third(html: str) -> tuple[Markup, Markup]:
    """Return a text in two parts, split at a heading after its first third.

    The first part is all of it where the text is short, or has no such heading before its second
    third ends. ``html`` is a finished text, held to the allow-list.
    """
    for heading in _SECTION.finditer(html, len(html) // 3, len(html) * 2 // 3):
        before = html[: heading.start()]
        # not inside a quotation, a list or a note
        if len(_OPENING.findall(before)) == len(_CLOSING.findall(before)):
            break
    else:
        before = html
    before = before if len(html) >= _LONG else html
    return Markup(before), Markup(html[len(before) :])  # noqa: S704 - it was safe as a whole


def _url_filter(relative_url: Callable[..., str]) -> Callable[..., str]:
    """Return MkDocs' filter ``relative_url``, with links from the root on a fallback page."""

    @pass_context
    def url(context: Context, address: str) -> str:
        """Return the link from the current page to ``address``, which is relative to the root."""
        data = getattr(context["page"], "data", None)
        if not (data and data.is_fallback):
            return relative_url(context, address)
        root = urlsplit(context["site_url"]).path
        return relative_url({"page": None, "base_url": root}, address)

    return url


def size_words(count: int) -> str:
    """Return ``count`` bytes in kilobytes: 53 KB."""
    return f"{max(1, round(count / 1000))}\N{NO-BREAK SPACE}KB"


def minutes(count: int) -> str:
    """Return ``count`` with its unit: 1 minute, 20 minutes."""
    return f"{count} minute{'' if count == 1 else 's'}"


def day(value: date) -> str:
    """Return a date in the British format: 1 November 2026."""
    return f"{value.day} {value:%B %Y}"
