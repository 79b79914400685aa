"""The Jinja environment every page and every sheet is rendered with."""

from collections.abc import Callable
from datetime import date
from typing import Any

from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from ..contact_call import qr_code
from ..content.addresses import Addresses
from ..content.inline_markdown import block_html, inline_html, plain_text


def prepare(env: Environment, addresses: Addresses, names: dict[str, Any]) -> None:
    """Make ``env`` safe and give it our filters, and ``names`` for every template.

    MkDocs' own environment escapes nothing and prints missing names as nothing; ours escapes
    everything and refuses what is missing.
    """
    env.autoescape = True
    env.undefined = StrictUndefined
    env.trim_blocks = env.lstrip_blocks = True

    def resolver(context: Context, source: str) -> Callable[[str], str]:
        to_page: Callable[[Context, str], str] = env.filters["url"]
        return lambda href: to_page(context, addresses.resolve(href, source))

    @pass_context
    def inline(context: Context, text: str, source: str) -> Markup:
        return inline_html(text, resolver(context, source))

    @pass_context
    def blocks(context: Context, text: str, source: str) -> Markup:
        return block_html(text, resolver(context, source))

    @pass_context
    def page_at(context: Context, source: str) -> str:
        """Return the link from here to the page of the file ``source``."""
        return resolver(context, "")(source)

    def address_of(source: str) -> str:
        """Return the address, from the site's root, of the page of the file ``source``."""
        return addresses.resolve(source, "")

    env.filters.update(inline=inline, blocks=blocks, plain=plain_text, day=day)
    env.filters.update(page_at=page_at, address_of=address_of)
    env.globals.update(qr_code=qr_code, **names)


def day(value: date) -> str:
    """Return a date as British readers write it: 1 November 2026."""
    return f"{value.day} {value:%B %Y}"
