"""Files that are not pages: those that are published as they are, and those made here."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from ...content.settings import Settings
from ...pages.contact_call import vcard, vcard_name
from ...problems import Problem, report
from ...reading.file_names import is_system_file
from ...web.scripts import Scripts
from ...web.stylesheets import Stylesheet

SOURCES = (".md", ".markdown", ".yml", ".yaml")
"""What becomes something else: pages and checklists."""


def is_ours(file: File, docs: Path, overrides: Path) -> bool:
    """Tell whether a file MkDocs found is published as it is.

    Pictures and fonts are, and whatever staff put beside them, but not what programs leave behind.
    Sources become something else, and no page of ours asks for what the theme brings.
    """
    if not file.src_dir:
        return False
    if Path(file.src_dir) == overrides:
        return file.src_uri.startswith("assets/") and not file.src_uri.endswith(".css")
    if Path(file.src_dir) != docs or is_system_file(file.src_uri.rpartition("/")[2]):
        return False
    return not file.src_uri.lower().endswith(SOURCES)


def made_files(
    styles: Collection[Stylesheet],
    scripts: Scripts,
    *,
    settings: Settings,
    site_url: str,
    config: MkDocsConfig,
) -> Iterator[File]:
    """Yield the stylesheets and scripts, and the contact's vCard."""
    for name in scripts.files:
        yield File.generated(config, scripts.address(name), content=scripts.text(name))
    for style in styles:
        yield File.generated(config, style.address, content=style.text)
    card = vcard(settings, site_url)
    name = f"contact/{vcard_name(settings.contact)}"
    yield File.generated(config, name, content=card.encode())


def refuse_taken(files: Iterable[File], docs: Path, prefix: str) -> None:
    """Raise ``PluginError`` where a file staff keep in ``docs`` stands at an address of ours."""
    ours: dict[str, str] = {}
    made: set[str] = set()
    for file in files:
        address = file.dest_uri.casefold()
        if file.src_dir and Path(file.src_dir) == docs:
            ours[address] = prefix + file.src_uri
        elif not file.src_dir:
            made.add(address)
    what = "The site makes a file of its own at this address."
    fix = "Give this one another name, or put it in assets/."
    problems = [Problem(ours[address], 1, 1, what, fix) for address in ours.keys() & made]
    if problems:
        raise PluginError(f"the site was not built.\n{report(problems)}")


def kept_for_ever(styles: Collection[Stylesheet], scripts: Scripts) -> list[str]:
    """Return, as patterns, the addresses that change with what stands there."""
    return ["/assets/fonts/*", f"/{scripts.folder}/*", *(f"/{style.address}" for style in styles)]
