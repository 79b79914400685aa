"""The contact as a QR code and a vCard."""

from contextlib import suppress
from hashlib import sha256

import segno
from markupsafe import Markup
from segno.helpers import make_vcard_data

from ..content.site.contact import Contact
from ..content.site.settings import Settings
from ..incremental.store import Store
from ..markdown.ids import slugify


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


def vcard_name(contact: Contact) -> str:
    """Return the file name of the contact's vCard."""
    return f"{slugify(contact.name)}.vcf"


def vcard(settings: Settings, page_address: str) -> str:
    """Return the contact as a vCard 3.0 (RFC 2426); ``page_address`` becomes its URL."""
    contact, organisation = settings.contact, settings.organisation
    notes = [f"{label}: {text}" for label, text in contact.when]
    given_names, _, family_name = contact.name.rpartition(" ")
    return make_vcard_data(
        name=f"{family_name};{given_names}",
        displayname=contact.name,
        email=contact.email,
        workphone=contact.phone,
        cellphone=[number for number in (contact.text, contact.whatsapp) if number],
        memo=". ".join(notes) or None,
        title=contact.role,
        org=organisation.name,
        street=", ".join(organisation.address[:-2]),
        city=organisation.address[-2] if len(organisation.address) > 1 else None,
        zipcode=organisation.address[-1],
        url=[address for address in (page_address, contact.booking, contact.video) if address],
    )
