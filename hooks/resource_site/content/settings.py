"""Who publishes and whom to reach: ``extra:`` in ``mkdocs.yml``."""

from pathlib import Path
from typing import Annotated
from urllib.parse import quote, urlsplit

from pydantic import Field

from ..problems import ContentError, Problem
from .fields import Email, Phrase, Sentence, Strict, Url
from .reading import read_text
from .validation import validate
from .yaml_tree import Location, YamlTree, parse_yaml


class JobsBoard(Strict):
    """Where employers share jobs and candidates find them."""

    label: Phrase
    url: Url


class Organisation(Strict):
    """Who publishes the site."""

    name: Phrase
    powered_by: Phrase
    address: Annotated[list[Phrase], Field(min_length=1, max_length=8)]
    """Postal address, a line each."""
    jobs_board: JobsBoard


class Contact(Strict):
    """The person a candidate reaches."""

    name: Phrase
    role: Phrase
    email: Email
    phone: Phrase | None = None
    photo: Phrase | None = None
    """A picture inside ``docs/``, such as ``assets/haleema.jpg``."""
    helps_with: Sentence
    """One sentence that follows the name: what a candidate can ask for."""
    page: Phrase = "contact.md"

    @property
    def first_name(self) -> str:
        """Return the name a candidate would greet this person by."""
        return self.name.split()[0]

    @property
    def initials(self) -> str:
        """Return one or two letters that stand in for a photo."""
        words = self.name.split()
        return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()

    def mailto(self, subject: str) -> str:
        """Return a link that opens an e-mail with ``subject`` filled in (RFC 6068)."""
        return f"mailto:{quote(self.email, safe='@')}?subject={quote(subject, safe='')}"


class Settings(Strict):
    """The part of ``mkdocs.yml`` that is ours."""

    contact: Contact
    organisation: Organisation
    offline: bool = True
    """Whether a visitor's browser keeps pages and checklists to open without a network."""


class SettingsFile:
    """``mkdocs.yml`` as staff wrote it: validated settings, and where each of them stands."""

    def __init__(self, file: Path) -> None:
        """Read ``file``; raises ``ContentError`` with every problem in its ``extra:``."""
        self._tree = parse_yaml(read_text(file, file.name), file.name, ignore_tags=True)
        root = self._tree.data
        for key in ("site_url", "extra"):
            if not isinstance(root, dict) or not root.get(key):
                fix = f'Add a line "{key}: …"; README shows what belongs there.'
                raise ContentError([Problem(file.name, 1, 1, f'"{key}" is missing.', fix)])
        self.settings = validate(Settings, self._tree, at=("extra",))

    def check_files(self, docs: Path) -> list[Problem]:
        """Return a problem for each file the settings name that is not in ``docs``."""
        contact = self.settings.contact
        return [
            self._tree.problem(
                ("extra", "contact", key),
                f'There is no file "{name}" in {docs.name}/.',
                "Check the spelling, or put the file there.",
            )
            for key, name in (("page", contact.page), ("photo", contact.photo))
            if name and not (docs / name).is_file()
        ]

    def placeholders(self) -> list[Problem]:
        """Return a problem for each address that still stands under the reserved ``.example``.

        RFC 2606 keeps that domain for examples: mail to it is never delivered.
        """
        fix = "Put the real address here before you publish."
        return [
            self._tree.problem(location, f'"{value}" is a placeholder, not a real address.', fix)
            for location, value in _texts(self._tree, ())
            if (location[0] == "extra" or location == ("site_url",)) and _is_placeholder(value)
        ]


def _is_placeholder(value: str) -> bool:
    try:
        host = urlsplit(value).hostname or value.rpartition("@")[2]
    except ValueError:
        return False
    return host.lower().rstrip(".").endswith(".example")


def _texts(tree: YamlTree, location: Location) -> list[tuple[Location, str]]:
    """Return every piece of text below ``location`` with its place, in order."""
    data = tree.at(location)
    if isinstance(data, str):
        return [(location, data)]
    keys = data if isinstance(data, dict) else range(len(data))
    return [found for key in keys for found in _texts(tree, (*location, key))]
