"""What templates of pages and sheets may call: filters, and the lookups behind them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from ..content.link_targets import LinkTargets
from ..incremental.dependencies import Dependencies
from ..markdown.inline import block_html, inline_html, plain_text, text_with_addresses


def lookups_of(addresses: LinkTargets, sizes: Mapping[str, int]) -> dict[str, Callable[[Any], Any]]:
    """Return the lookups of our filters.

    ``sizes``, in bytes, may be filled later, before a template asks.
    """
    return {
        "address": lambda link: addresses.resolve(*link),
        "size": lambda address: sizes[address],
    }


def prepare(env: Environment, dependencies: Dependencies, names: dict[str, Any]) -> None:
    """Make ``env`` safe and give it our filters, and ``names`` for every template.

    What a filter has to know of the site, it looks up in ``dependencies``.

    MkDocs' own environment escapes nothing and prints missing names as nothing; ours escapes
    everything and refuses what is missing.
    """
    env.autoescape = True
    env.undefined = StrictUndefined
    env.policies["json.dumps_kwargs"] = {"sort_keys": True, "separators": (",", ":")}
    env.trim_blocks = env.lstrip_blocks = True
    env.auto_reload = False  # a template does not change during a build

    def resolver(context: Context, source: str) -> Callable[[str], str]:
        to_page: Callable[[Context, str], str] = env.filters["url"]
        return lambda href: to_page(context, dependencies.get("address", (href, source)))

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
        """Return the link from here to the page of the file ``source``."""
        return resolver(context, "")(source)

    def file_size(address: str) -> str:
        """Return the size of a file made before the pages, at this address from the root."""
        return size_words(dependencies.get("size", address))

    def address_of(source: str) -> str:
        """Return the address, from the site's root, of the page of the file ``source``."""
        return str(dependencies.get("address", (source, "")))

    env.filters.update(inline=inline, blocks=blocks, words=words, plain=plain_text)
    env.filters.update(day=day, minutes=minutes)
    env.filters.update(page_at=page_at, address_of=address_of, file_size=file_size)
    env.globals.update(names)


def size_words(count: int) -> str:
    """Return a number of bytes as readers know it from their devices: 53 KB."""
    return f"{max(1, round(count / 1000))}\N{NO-BREAK SPACE}KB"


def minutes(count: int) -> str:
    """Return a length of time in words: 1 minute, 20 minutes."""
    return f"{count} minute{'' if count == 1 else 's'}"


def day(value: date) -> str:
    """Return a date as British readers write it: 1 November 2026."""
    return f"{value.day} {value:%B %Y}"
