"""The PDF engine, WeasyPrint: whether it is installed, and its versions."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from ctypes import CDLL, c_char_p
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

from ..incremental.store import Store

INSTALL_ADVICE = """\
Worksheets need Pango, a text layout library that this computer lacks. To install it:
  Debian or Ubuntu:  sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  macOS:             brew install pango
  Windows:           winget install MSYS2.MSYS2
                     then, in MSYS2: pacman -S mingw-w64-ucrt-x86_64-pango
Then start again. On Windows, also set WEASYPRINT_DLL_DIRECTORIES=C:\\msys64\\ucrt64\\bin"""

SHORT_ADVICE = (
    "They need Pango. On Debian or Ubuntu run: sudo apt-get install libpango-1.0-0 "
    "libpangoft2-1.0-0 libharfbuzz-subset0; on a Mac: brew install pango; on Windows, see README."
)

_PANGO = ("libpango-1.0.so.0", "libpango-1.0.dylib")
_HARFBUZZ = ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll")
_NO_SYSTEM_FONTS = Path(__file__).with_name("no-system-fonts.conf")


class PdfEngineMissingError(Exception):
    """WeasyPrint's system libraries are not installed."""

    def __init__(self) -> None:
        super().__init__(INSTALL_ADVICE)


def require_engine() -> None:
    """Raise ``PdfEngineMissingError`` if WeasyPrint's system libraries are missing."""
    try:
        # The import loads them, and prints advice of its own where it cannot.
        with redirect_stdout(StringIO()):
            import weasyprint  # noqa: F401, PLC0415
    except OSError as error:
        raise PdfEngineMissingError from error


@contextmanager
def no_system_fonts() -> Iterator[None]:
    """Let a font configuration of WeasyPrint that is made meanwhile know no fonts of the system.

    A sheet is then the same on every computer, and letters that no font of the project has are
    reported on every computer. Pango crashes where there is no font at all.
    """
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(_NO_SYSTEM_FONTS)
    try:
        yield
    finally:
        del os.environ["FONTCONFIG_FILE"]
        if before is not None:
            os.environ["FONTCONFIG_FILE"] = before


def pango_version() -> int:
    """Return Pango's version number; raises ``PdfEngineMissingError`` if it is missing.

    Calling the library directly is a hundred times quicker than importing WeasyPrint, which a
    build with no new PDF does not need.
    """
    for name in _PANGO:
        try:
            return int(CDLL(name).pango_version())
        except (OSError, AttributeError):
            continue
    require_engine()  # WeasyPrint looks in more places
    from weasyprint.text.ffi import pango  # noqa: PLC0415 - see require_engine

    return int(pango.pango_version())


def harfbuzz_version() -> str:
    """Return the version of HarfBuzz, which shapes and subsets text; "unknown" if not found.

    It has no stable place on Windows, where Pango's installer replaces both at once.
    """
    for name in _HARFBUZZ:
        with suppress(OSError, AttributeError):
            version_string = CDLL(name).hb_version_string
            version_string.restype = c_char_p
            return str(version_string().decode())
    return "unknown"


def require_engine_once(store: Store) -> None:
    """Call ``require_engine``, unless the store records that this installation works."""
    spec = find_spec("weasyprint")
    path = spec.origin if spec else None
    key = sha256(f"{engine_identity()} {path}".encode()).hexdigest()[:40]
    if store.find(key, ".txt") is None:
        require_engine()
        with suppress(OSError):
            store.put(b"works", ".txt", key)


@cache
def engine_identity() -> str:
    """Return the versions of the libraries that render PDFs, and a hash of this package's code.

    Part of every PDF's key. Raises ``PdfEngineMissingError``.
    """
    parts = [f"{name} {version(name)}" for name in ("weasyprint", "pydyf", "fonttools")]
    parts += [f"pango {pango_version()}", f"harfbuzz {harfbuzz_version()}"]
    return "; ".join([*parts, f"code {_code()}"])


@cache
def word_identity() -> str:
    """Return the same of documents for word processors."""
    return "; ".join([f"python-docx {version('python-docx')}", f"code {_code()}"])


@cache
def _code() -> str:
    code = sha256()
    for file in sorted(Path(__file__).parent.glob("*.*")):
        code.update(file.read_bytes())
    return code.hexdigest()
