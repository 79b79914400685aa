"""NewPublication about the whole site."""

from dataclasses import dataclass

from ..content.site.contact import Contact
from ..content.site.settings import Organisation


@dataclass(frozen=True)
class SiteFacts:
    """The site's name, its ``url`` (which ends in a slash), and who runs it."""

    name: str
    url: str
    description: str
    organisation: Organisation
    contact: Contact
