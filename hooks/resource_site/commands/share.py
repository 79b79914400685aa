"""``resources share``: one page as one HTML file, to show a draft to somebody without a set-up."""

import re
from base64 import b64encode
from contextlib import suppress
from mimetypes import guess_type
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated
from urllib.parse import unquote, urljoin

import typer

from ..checks.site_check import load_all
from ..problems import report, suggest
from .console import DEFAULT_CONFIG, ConfigOption, fail
from .site import run_mkdocs

_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
_REMOVED = (
    "script, template, source, dialog, link, meta[property], meta[name^=twitter], noscript, "
    ".preview-bar, .page-notes, .skip-link, .breadcrumbs"
)
_NOTICE = (
    '<p class="preview-bar" role="note"><strong>This is a draft.</strong> It was sent to you to '
    "read, and may change. Please do not pass it on.</p>"
)
_STYLE = ".preview-bar { position: static; }"


def share(
    page: Annotated[
        Path,
        typer.Argument(
            help="An article, a checklist or an Easy Read: its file.", show_default=False
        ),
    ],
    to: Annotated[
        Path | None,
        typer.Option(
            help="Where to write. If left out, here, with the page's name.", metavar="FILE"
        ),
    ] = None,
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """Write an article, a checklist or an Easy Read as one HTML file, to send by e-mail.

    It opens by itself in any browser, says that it is a draft, and asks no other computer for
    anything.
    """
    loaded, settings, problems = load_all(config, preview=True)
    source = _source(page, loaded.prefix)
    content = loaded.entries
    entries = {one.model.source: one for one in (*content.publications, *content.easy_reads)}
    found = [each for each in problems if each.path == loaded.prefix + source]
    if found:
        fail(report(found))
    if source not in entries:
        what = f'"{page}" is no article, checklist or Easy Read of this site.'
        fail(f"{what} {suggest(source, entries)}")
    model = entries[source].model
    with TemporaryDirectory() as folder:
        options = ["build", "--quiet", "--site-dir", folder]
        if run_mkdocs(*options, config=config, RESOURCES_SHARE="1"):
            fail('The page could not be made. "resources check" tells more.')
        site = Path(folder)
        html = _alone(site, model.address, settings.site_url if settings else "")
    file = to or Path(f"{model.slug}.html")
    try:
        file.write_text(html, encoding="utf-8", newline="\n")
    except OSError as error:
        fail(f'"{file}" cannot be written: {error.strerror}.')
    typer.echo(f"Written: {file}")
    typer.echo("Send this one file. It opens in any browser, and no search engine lists it.")


def _source(page: Path, prefix: str) -> str:
    """Return the path inside ``docs/`` of a page given from there, from the project or in full."""
    path = page.as_posix().replace("\\", "/")
    if page.is_absolute():
        with suppress(ValueError):
            path = page.relative_to(Path.cwd()).as_posix()
    return path.removeprefix("./").removeprefix(prefix)


def _alone(site: Path, address: str, site_url: str) -> str:
    """Return the page at ``address`` of the built ``site`` with all that it shows inside it."""
    from bs4 import BeautifulSoup  # noqa: PLC0415 - slow to import, and rarely needed

    html = (site / address / "index.html").read_text(encoding="utf-8")
    tree = BeautifulSoup(html, "html.parser")
    main, head = tree.main, tree.head
    if main is None or head is None:
        fail("The page could not be made: its template has no main part.")
    styles = []
    for link in tree.select("link[rel=stylesheet]"):
        text = (site / address / str(link["href"])).read_text(encoding="utf-8")
        text = _FONT_FACE.sub("", text)
        styles.append(f"@media print {{{text}}}" if link.get("media") == "print" else text)
    for element in tree.select(_REMOVED):
        element.decompose()
    for image in tree.select("img[src]"):
        file = site / address / unquote(str(image["src"]))
        if file.is_file():
            kind = guess_type(file.name)[0] or "image/webp"
            image["src"] = f"data:{kind};base64,{b64encode(file.read_bytes()).decode()}"
        for key in ("srcset", "sizes", "loading"):
            image.attrs.pop(key, None)
    for link in tree.select("a[href]"):
        if not str(link["href"]).startswith("#"):
            link["href"] = urljoin(urljoin(site_url, address), str(link["href"]))
    for robots in tree.select("meta[name=robots]"):
        robots.decompose()
    head.append(tree.new_tag("meta", attrs={"name": "robots", "content": "noindex, nofollow"}))
    style = tree.new_tag("style")
    style.string = "\n".join([*styles, _STYLE])
    head.append(style)
    if tree.body:
        notice = BeautifulSoup(_NOTICE, "html.parser")
        tree.body.clear()
        tree.body.extend([notice, main])
    if tree.title and tree.title.string:
        tree.title.string = f"Draft: {tree.title.string}"
    return str(tree)
