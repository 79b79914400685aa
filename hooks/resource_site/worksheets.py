"""A sheet's HTML into a tagged, fillable PDF, by WeasyPrint."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

INSTALL_ENGINE = """\
Worksheets need Pango, a text layout library that this computer lacks. To install it:
  Debian or Ubuntu:  sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  macOS:             brew install pango
  Windows:           winget install MSYS2.MSYS2
                     then, in MSYS2: pacman -S mingw-w64-ucrt-x86_64-pango
Then start again. On Windows, also set WEASYPRINT_DLL_DIRECTORIES=C:\\msys64\\ucrt64\\bin"""


class EngineMissingError(Exception):
    """WeasyPrint's system libraries are not on this computer."""

    def __init__(self) -> None:
        super().__init__(INSTALL_ENGINE)


def require_engine() -> None:
    """Raise ``EngineMissingError`` where no PDF can be made on this computer."""
    try:
        # Importing it loads the system's libraries; ours is the better word about missing ones.
        with redirect_stdout(StringIO()):
            import weasyprint  # noqa: F401, PLC0415
    except OSError as error:
        raise EngineMissingError from error


def make_pdf(html: str, stylesheet: str, folder: Path) -> tuple[bytes, list[str]]:
    """Return ``html`` as a PDF/UA-1 with form fields, and what the engine complained of.

    ``stylesheet`` is CSS text. Addresses in the HTML are relative to ``folder``, those in the CSS
    to its ``assets``; only files inside ``folder`` are ever read, and never the network.
    Raises ``EngineMissingError``.
    """
    require_engine()
    import weasyprint  # noqa: PLC0415 - see require_engine
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    fetcher = _folder_fetcher(weasyprint.URLFetcher, folder)
    base = f"{folder.resolve().as_uri()}/"
    fonts = FontConfiguration()
    with _complaints() as complaints:
        css = weasyprint.CSS(
            string=stylesheet, base_url=f"{base}assets/", url_fetcher=fetcher, font_config=fonts
        )
        document = weasyprint.HTML(string=html, base_url=base, url_fetcher=fetcher)
        pdf = document.write_pdf(stylesheets=[css], font_config=fonts, pdf_variant="pdf/ua-1")
    return pdf, complaints


def _folder_fetcher(base: Any, folder: Path) -> Any:
    """Return a fetcher that opens files inside ``folder`` and nothing else."""
    root = folder.resolve()

    class FolderFetcher(base):  # type: ignore[misc]
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            path = Path(unquote(urlsplit(url).path)).resolve()
            if urlsplit(url).scheme == "file" and path.is_relative_to(root):
                return super().fetch(url, headers)
            raise ValueError(f"not a file of the sheet: {url}")

    return FolderFetcher(allowed_protocols=["file"])


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect WeasyPrint's warnings, which it otherwise keeps to itself."""
    found: list[str] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    logger, handler = logging.getLogger("weasyprint"), Collect(logging.WARNING)
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)
