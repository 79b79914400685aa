"""QR codes of addresses, for paper."""

from contextlib import suppress
from hashlib import sha256

import segno
from markupsafe import Markup

from ..incremental.store import Store


def qr_code(address: str) -> Markup:
    """Return ``address`` as a QR code: an inline SVG, sized by CSS.

    Error correction level M (15 %) survives a crease or a poor printer. The code is hidden from
    screen readers, as the address is always printed next to it.
    """
    code = segno.make(address, error="m", micro=False)
    svg = code.svg_inline(omitsize=True, border=2, svgclass="qr-code", lineclass=None)
    svg = svg.replace("<svg ", '<svg aria-hidden="true" ', 1)
    return Markup(svg)  # noqa: S704 - segno writes numbers only


class QrCodes:
    """QR codes, generated once and cached in a store: choosing the best mask pattern is slow."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._codes: dict[str, Markup] = {}

    def svg(self, address: str) -> Markup:
        """Return ``qr_code(address)``; a store that cannot be written to is ignored."""
        if address not in self._codes:
            self._codes[address] = self._load_or_generate(address)
        return self._codes[address]

    def _load_or_generate(self, address: str) -> Markup:
        key = sha256(f"2 {segno.__version__} {address}".encode()).hexdigest()[:40]
        file = self._store.find(key, ".svg")
        if file:
            return Markup(file.read_text(encoding="utf-8"))  # noqa: S704 - written below
        code = qr_code(address)
        with suppress(OSError):
            self._store.put(code.encode(), ".svg", key)
        return code
