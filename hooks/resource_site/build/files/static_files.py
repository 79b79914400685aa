"""Files that are not pages: those that are copied, and the styles, scripts and fonts."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from ...content.site.settings import Settings
from ...content.site.vcard import vcard, vcard_name
from ...problems import Problem, report
from ...web.fonts import FOLDER as FONTS
from ...web.fonts import Fonts
from ...web.images.fitted_pictures import FOLDER as SIZES
from ...web.scripts import Scripts
from ...web.stylesheets import Stylesheet
from .library_file import StoredFile


def is_published(file: File, docs: Path, overrides: Path, checked: Collection[str]) -> bool:
    """Return whether a file that MkDocs found is copied to the site.

    Files that plugins generate are, assets of ``overrides``, and those files of ``docs/`` that
    were ``checked`` and may be published, by their paths inside it. The theme's files are not: no
    page uses them.
    """
    if file.generated_by or not file.src_dir:
        return bool(file.generated_by) and not file.is_documentation_page()
    if Path(file.src_dir) == overrides:
        is_generated = file.src_uri.endswith(".css") or file.src_uri.startswith(f"assets/{FONTS}/")
        return file.src_uri.startswith("assets/") and not is_generated
    return Path(file.src_dir) == docs and file.src_uri in checked


def generated_files(
    styles: Collection[Stylesheet],
    scripts: Scripts,
    fonts: Fonts,
    *,
    settings: Settings,
    site_url: str,
    config: MkDocsConfig,
) -> Iterator[File]:
    """Yield the stylesheets, scripts and fonts, and the contact's vCard."""
    for name in scripts.files:
        yield File.generated(config, scripts.address(name), content=scripts.text(name))
    for name, file in fonts.files.items():
        yield File.generated(config, fonts.address(name), abs_src_path=str(file))
    for style in styles:
        yield File.generated(config, style.address, content=style.text)
    card = vcard(settings, site_url)
    name = f"contact/{vcard_name(settings.contact)}"
    yield File.generated(config, name, content=card.encode())


def refuse_pages(found: Iterable[File]) -> None:
    """Raise ``PluginError`` if a plugin adds a page: they are made from ``docs/`` alone."""
    for file in found:
        if file.generated_by and file.is_documentation_page():
            raise PluginError(
                f'the site was not built. The plugin "{file.generated_by}" adds the page '
                f'"{file.src_uri}", and pages are made from the files of docs/ alone. Take the '
                "plugin out, or put the page there."
            )


def require_free_addresses(files: Iterable[File], docs: Path, prefix: str) -> None:
    """Raise ``PluginError`` if a file of ``docs`` has the address of a generated file."""
    copied: dict[str, str] = {}
    generated: set[str] = set()
    for file in files:
        address = file.dest_uri.casefold()
        if isinstance(file, StoredFile):
            generated.add(address)
        elif file.src_dir and Path(file.src_dir) == docs:
            copied[address] = prefix + file.src_uri
        elif not file.src_dir:
            generated.add(address)
    what = "The site makes a file of its own at this address."
    fix = "Give this one another name, or put it in assets/."
    taken = copied.keys() & generated
    problems = [Problem(copied[address], 1, 1, what, fix) for address in taken]
    if problems:
        raise PluginError(f"the site was not built.\n{report(problems)}")


def immutable_patterns(styles: Collection[Stylesheet], scripts: Scripts, fonts: Fonts) -> list[str]:
    """Return patterns of the addresses that change with their content, to be cached for ever."""
    return [
        f"/{fonts.folder}/*",
        f"/{SIZES}/*",
        f"/{scripts.folder}/*",
        *(f"/{style.address}" for style in styles),
    ]
