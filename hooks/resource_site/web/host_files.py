"""What a host sends with each file, and where it leads old addresses, in the forms hosts read.

``_headers`` and ``_redirects`` are those of Netlify and Cloudflare Pages; ``_nginx.conf`` is for an
nginx that includes it (``deploy/nginx.conf``). All three come from the same rules.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ..content.library import MovedPage

HEADERS, REDIRECTS, NGINX = "_headers", "_redirects", "_nginx.conf"

EVERYWHERE = "/*"

FOR_EVER = "public, max-age=31536000, immutable"
"""For files whose address changes with their content; a year is the longest HTTP means."""
_A_DAY = "public, max-age=86400"
_ASK_FIRST = "no-cache"

_UNUSED_POWERS = "camera=(), geolocation=(), microphone=()"
"""What neither our pages nor anything in them may ask a device for."""


_FOR_PAGES = (
    "Content-Security-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "Strict-Transport-Security",
)


@dataclass(frozen=True)
class Rule:
    """The headers of the files that ``pattern`` names: an address, where * stands for any text."""

    pattern: str
    headers: Mapping[str, str]
    without: Collection[str] = ()
    """Headers of a wider rule that these files go without, or have another value of."""


def header_rules(policy: str, for_ever: Iterable[str], scripts: str) -> list[Rule]:
    """Return the rules of the site.

    ``for_ever`` names what may be kept as long as HTTP allows, ``scripts`` the folder of scripts.

    A file has the headers of every rule that names it, so none is named twice with the same header:
    hosts would join the values. Where a host says nothing of pages, it lets browsers ask each time.
    """
    everywhere = {
        "Content-Security-Policy": policy,
        # The site's own host only: of those below it we know nothing.
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        # Which page someone read stays here when they follow a link to another site.
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": _UNUSED_POWERS,
    }
    return [
        Rule(EVERYWHERE, everywhere),
        *(Rule(pattern, {"Cache-Control": FOR_EVER}) for pattern in for_ever),
        # What only a page obeys need not travel with each of the small files a page asks for.
        Rule(f"/{scripts}/*", {}, without=_FOR_PAGES),
        *(
            Rule(pattern, {"Cache-Control": _A_DAY})
            for pattern in ("/assets/favicon.svg", "/assets/*icon*.png")
        ),
        Rule("/sw.js", {"Cache-Control": _ASK_FIRST}),
    ]


def headers_file(rules: Iterable[Rule]) -> str:
    """Return the rules as ``_headers``."""
    lines: list[str] = []
    for rule in rules:
        lines.append(rule.pattern)
        # Cloudflare Pages takes the header away; hosts that do not know this line pass it over.
        lines += [f"  ! {name}" for name in rule.without]
        lines += [f"  {name}: {value}" for name, value in rule.headers.items()]
    return "\n".join([*lines, ""])


def redirects(moves: Iterable[MovedPage], worksheets: Iterable[str]) -> dict[str, str]:
    """Return the new address of every old one, from the site's root, with those of worksheets.

    ``worksheets`` are the addresses of all PDFs.
    """
    files = list(worksheets)
    leads: dict[str, str] = {}
    for move in moves:
        old, new = f"/{move.old_address}", f"/{move.page.address}"
        leads[old] = leads[old.rstrip("/")] = new
        for file in files:
            if f"/{file}".startswith(new):
                leads[old + f"/{file}".removeprefix(new)] = f"/{file}"
    return leads


def redirects_file(leads: Mapping[str, str]) -> str:
    """Return where old addresses lead as ``_redirects``."""
    return "".join(f"{old} {new} 301\n" for old, new in leads.items())


def nginx_file(rules: Iterable[Rule], leads: Mapping[str, str]) -> str:
    """Return rules and redirects as maps, for the ``http`` part of an nginx configuration.

    A map gives each header its value for the address asked for, so that the server block names each
    header once; a header without a value is not sent.
    """
    values: dict[str, dict[str, str]] = {"Cache-Control": {EVERYWHERE: _ASK_FIRST}}
    for rule in rules:
        for name, value in {**dict.fromkeys(rule.without, ""), **rule.headers}.items():
            values.setdefault(name, {})[rule.pattern] = value
    maps = [_map(nginx_variable(name), patterns) for name, patterns in values.items()]
    moved = "".join(f'  "{old}" "{new}";\n' for old, new in leads.items())
    maps.append(f'map $uri $resources_moved {{\n  default "";\n{moved}}}\n')
    return "# Made by the build: what deploy/nginx.conf sends and where it leads.\n" + "".join(maps)


def nginx_variable(header: str) -> str:
    """Return the variable that holds a header's value."""
    return "$resources_" + header.lower().replace("-", "_")


def _map(variable: str, values: Mapping[str, str]) -> str:
    lines = []
    for pattern, value in values.items():
        key = "default" if pattern == EVERYWHERE else f'"~^{_expression(pattern)}$"'
        lines.append(f'  {key} "{value}";\n')
    return f"map $uri {variable} {{\n{''.join(lines)}}}\n"


def _expression(pattern: str) -> str:
    return ".*".join(re.escape(part) for part in pattern.split("*"))
