"""The PDF engine, WeasyPrint: whether this computer has it, and which one it is."""

from contextlib import redirect_stdout, suppress
from ctypes import CDLL
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

from ..incremental.store import Store

INSTALL_ENGINE = """\
Worksheets need Pango, a text layout library that this computer lacks. To install it:
  Debian or Ubuntu:  sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  macOS:             brew install pango
  Windows:           winget install MSYS2.MSYS2
                     then, in MSYS2: pacman -S mingw-w64-ucrt-x86_64-pango
Then start again. On Windows, also set WEASYPRINT_DLL_DIRECTORIES=C:\\msys64\\ucrt64\\bin"""

IN_ONE_LINE = (
    "They need Pango. On Debian or Ubuntu run: sudo apt-get install libpango-1.0-0 "
    "libpangoft2-1.0-0 libharfbuzz-subset0; on a Mac: brew install pango; on Windows, see README."
)


_PANGO = ("libpango-1.0.so.0", "libpango-1.0.dylib")


class PdfEngineMissingError(Exception):
    """WeasyPrint's system libraries are not on this computer."""

    def __init__(self) -> None:
        super().__init__(INSTALL_ENGINE)


def require_engine() -> None:
    """Raise ``PdfEngineMissingError`` where no PDF can be made on this computer."""
    try:
        # Importing it loads the system's libraries; ours is the better word about missing ones.
        with redirect_stdout(StringIO()):
            import weasyprint  # noqa: F401, PLC0415
    except OSError as error:
        raise PdfEngineMissingError from error


def pango_version() -> int:
    """Return the version of Pango; raises ``PdfEngineMissingError`` where there is none.

    To ask the library alone is a hundred times quicker than to load all of the engine, which a
    build with nothing new to print does not need.
    """
    for name in _PANGO:
        try:
            return int(CDLL(name).pango_version())
        except (OSError, AttributeError):
            continue
    require_engine()  # it knows more places to look
    from weasyprint.text.ffi import pango  # noqa: PLC0415 - see require_engine

    return int(pango.pango_version())


def require_engine_once(store: Store) -> None:
    """Do as ``require_engine``; an engine that worked here before is not loaded to look again."""
    spec = find_spec("weasyprint")
    where = spec.origin if spec else None
    key = sha256(f"{engine_identity()} {where}".encode()).hexdigest()[:40]
    if store.find(key, ".txt") is None:
        require_engine()
        with suppress(OSError):
            store.put(b"works", ".txt", key)


@cache
def engine_identity() -> str:
    """Return what a PDF depends on besides its words and styles: the engine's parts, and this code.

    Raises ``PdfEngineMissingError``.
    """
    parts = [f"{name} {version(name)}" for name in ("weasyprint", "pydyf", "fonttools")]
    code = sha256()
    for file in sorted(Path(__file__).parent.glob("*.py")):
        code.update(file.read_bytes())
    return "; ".join([*parts, f"pango {pango_version()}", f"code {code.hexdigest()}"])
