"""The contact as a vCard, which phones save."""

from segno.helpers import make_vcard_data

from ...markdown.ids import slugify
from .contact import Contact
from .settings import Settings


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
