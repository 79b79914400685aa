"""What is true of the whole site."""

from dataclasses import dataclass

from ..content.settings import Contact, Organisation


@dataclass(frozen=True)
class SiteFacts:
    """Its name, its address (which ends in a slash), and the people behind it."""

    name: str
    url: str
    description: str
    organisation: Organisation
    contact: Contact
