"""Files that are not pages: those that are published as they are, and those made here."""

from collections.abc import Collection, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ..contact_call import vcard, vcard_name
from ..content.settings import Settings
from ..scripts import Scripts
from ..stylesheets import Stylesheet

SOURCES = (".md", ".markdown", ".yml", ".yaml")
"""What becomes something else: pages, stylesheets, and the script that stands inside each page."""
_FOR_EVER = "Cache-Control: public, max-age=31536000, immutable"
"""For files whose address changes with their content; a year is the longest HTTP means."""


def is_ours(file: File, docs: Path, overrides: Path) -> bool:
    """Tell whether a file MkDocs found is published as it is.

    Pictures and fonts are, and whatever staff put beside them. Sources become something else, and
    no page of ours asks for what the theme brings.
    """
    if not file.src_dir or Path(file.src_dir) not in (docs, overrides):
        return False
    made_from = (*SOURCES, ".css", ".js") if Path(file.src_dir) == overrides else SOURCES
    return not file.src_uri.lower().endswith(made_from)


def made_files(
    styles: Collection[Stylesheet],
    scripts: Scripts,
    *,
    settings: Settings,
    site_url: str,
    policy: str,
    config: MkDocsConfig,
) -> Iterator[File]:
    """Yield the stylesheets and scripts, the contact's vCard, and the headers a host may send.

    ``_headers`` is the form that Netlify and Cloudflare Pages read.
    """
    for name in scripts.files:
        yield File.generated(config, scripts.address(name), content=scripts.text(name))
    for style in styles:
        yield File.generated(config, style.address, content=style.text)
    card = vcard(settings, site_url)
    name = f"contact/{vcard_name(settings.contact)}"
    yield File.generated(config, name, content=card.encode())
    yield File.generated(config, "_headers", content=_headers(policy, styles, scripts))


def _headers(policy: str, styles: Collection[Stylesheet], scripts: Scripts) -> str:
    for_ever = ["/assets/fonts/*", f"/{scripts.folder}/*", *(f"/{s.address}" for s in styles)]
    lines = ["/*", f"  Content-Security-Policy: {policy}"]
    for place in for_ever:
        lines += [place, f"  {_FOR_EVER}"]
    lines += ["/assets/favicon.svg", "  Cache-Control: public, max-age=86400"]
    return "\n".join([*lines, ""])
