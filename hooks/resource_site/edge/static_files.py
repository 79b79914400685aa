"""Files that are not pages: those that are published as they are, and those made here."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ..contact_call import vcard, vcard_name
from ..content.settings import Settings
from ..offline import is_worker
from ..stylesheets import Stylesheet

SOURCES = (".md", ".markdown", ".yml", ".yaml", ".css", "/early.js")
"""What becomes something else: pages, stylesheets, and the script that stands inside each page."""


def is_ours(file: File, folders: Collection[Path]) -> bool:
    """Tell whether a file MkDocs found is published as it is.

    Pictures, fonts and scripts of ``docs/`` and ``overrides/`` are. Sources become something
    else, and no page of ours asks for what the theme brings.
    """
    if not file.src_dir or Path(file.src_dir) not in folders:
        return False
    return not file.src_uri.lower().endswith(SOURCES) and not is_worker(file.src_uri)


def made_files(
    styles: Iterable[Stylesheet],
    settings: Settings,
    site_url: str,
    policy: str,
    config: MkDocsConfig,
) -> Iterator[File]:
    """Yield the stylesheets, the contact's vCard, and the headers a host may send.

    ``_headers`` is the form that Netlify and Cloudflare Pages read.
    """
    for style in styles:
        yield File.generated(config, style.address, content=style.text)
    card = vcard(settings, site_url)
    name = f"contact/{vcard_name(settings.contact)}"
    yield File.generated(config, name, content=card.encode())
    headers = f"/*\n  Content-Security-Policy: {policy}\n"
    yield File.generated(config, "_headers", content=headers)
