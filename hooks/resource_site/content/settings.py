"""Who publishes and whom to reach: ``extra:`` in ``mkdocs.yml``."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import quote, urlsplit

from pydantic import AfterValidator, Field, model_validator

from ..problems import ContentError, Problem
from .addresses import Addresses
from .fields import Email, Phone, Phrase, Sentence, Strict, Url, is_web_address, refusal
from .mkdocs_keys import KNOWN, key_problems, text_of
from .reading import read_text
from .validation import keys_in, validate
from .yaml_tree import YamlTree, parse_yaml

_NAV_LINE = 'Write a line such as "- Contact: contact.md".'


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
    phone: Phone | None = None
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


def _check_repository(value: str) -> str:
    if not re.fullmatch(r"[\w.-]+(/[\w.-]+)+", value):
        raise refusal(
            f'"{value}" does not name a repository.', "Write its owner, a slash and its name."
        )
    return value


class Backend(Strict):
    """The Git host a team writes to from the browser editor."""

    name: Literal["github", "gitlab", "gitea"]
    repo: Annotated[Phrase, AfterValidator(_check_repository)]
    """Owner and name, such as ``our-team/our-site``."""
    branch: Phrase = "main"
    base_url: Url | None = None
    """Where staff sign in to GitHub. Without it they use an access token of their own."""
    api_root: Url | None = None
    """Where a host of one's own answers; without it, the public one."""


class Editor(Strict):
    """The browser editor at ``/admin/``. A preview always has it."""

    publish: bool = False
    backend: Backend | None = None

    @model_validator(mode="after")
    def _needs_somewhere_to_save(self) -> "Editor":
        if self.publish and not self.backend:
            raise refusal(
                "A published editor has nowhere to save.",
                'Name the Git host under "backend", or write "publish: false".',
            )
        return self


class Settings(Strict):
    """The part of ``mkdocs.yml`` that is ours."""

    contact: Contact
    organisation: Organisation
    offline: bool = True
    """Whether a visitor's browser keeps pages and checklists to open without a network."""
    editor: Editor = Editor()


class SettingsFile:
    """``mkdocs.yml`` as staff wrote it: validated settings, and where each of them stands."""

    def __init__(self, file: Path) -> None:
        """Read ``file``; raises ``ContentError`` with every problem in its ``extra:``."""
        keys = KNOWN | keys_in(Settings)
        self.tree = parse_yaml(read_text(file, file.name), file.name, ignore_tags=True, keys=keys)
        problems = list(key_problems(self.tree))
        if problems:
            raise ContentError(problems)
        self.docs = file.parent / (text_of(self.tree, "docs_dir") or "docs")
        self.site = file.parent / (text_of(self.tree, "site_dir") or "site")
        """Where a build puts the site."""
        self.site_url = text_of(self.tree, "site_url")
        self.preview_address = _preview_address(self.tree)
        self.settings = validate(Settings, self.tree, at=("extra",))

    def check(self, addresses: Addresses) -> list[Problem]:
        """Return a problem for each file the settings name that readers could not reach."""
        return [*self._check_contact(addresses), *self._check_nav(addresses)]

    def _check_contact(self, addresses: Addresses) -> Iterator[Problem]:
        contact = self.settings.contact
        page = self.docs / contact.page
        if (
            contact.page in ("index.md", "")
            or contact.page not in addresses
            or page.suffix != ".md"
        ):
            what = f'"{contact.page}" is not a page of its own in {self.docs.name}/.'
            fix = 'Name the page about the contact, such as "contact.md".'
            yield self.tree.problem(("extra", "contact", "page"), what, fix)
        if contact.photo and contact.photo not in addresses:
            what = f'There is no file "{contact.photo}" in {self.docs.name}/.'
            fix = "Check the spelling, or put the file there."
            yield self.tree.problem(("extra", "contact", "photo"), what, fix)

    def _check_nav(self, addresses: Addresses) -> Iterator[Problem]:
        """Check the links at the top of every page: lines of words, then a file."""
        entries = self.tree.at(("nav",))
        if not isinstance(entries, list):
            entries = []
            yield self.tree.problem(("nav",), '"nav" should be a list of links.', _NAV_LINE)
        for index, entry in enumerate(entries):
            targets = list(entry.items()) if isinstance(entry, dict) else []
            if len(targets) != 1 or not isinstance(targets[0][1], str):
                yield self.tree.problem(("nav", index), "This is not a link.", _NAV_LINE)
                continue
            words, source = targets[0][0], str(targets[0][1])
            if source.startswith(("https:", "http:")):
                if not is_web_address(source):
                    what = f'"{source}" is not a web address.'
                    fix = 'Copy it from the browser; it starts with "https://".'
                    yield self.tree.problem(("nav", index, words), what, fix)
            elif source not in addresses:
                what = f'There is no page "{source}".'
                fix = "Check the spelling of the file's name."
                yield self.tree.problem(("nav", index, words), what, fix)

    def placeholders(self) -> list[Problem]:
        """Return a problem for each address that still stands under the reserved ``.example``.

        RFC 2606 keeps that domain for examples: mail to it is never delivered.
        """
        fix = "Put the real address here before you publish."
        return [
            self.tree.problem(location, f'"{value}" is a placeholder, not a real address.', fix)
            for location, value in self.tree.texts()
            if (location[0] == "extra" or location == ("site_url",)) and _is_placeholder(value)
        ]


def _preview_address(tree: YamlTree) -> str:
    """Return where ``mkdocs serve`` shows the home page."""
    place = text_of(tree, "dev_addr") or "127.0.0.1:8000"
    path = urlsplit(text_of(tree, "site_url")).path.strip("/")
    return f"http://{place}/{path}/" if path else f"http://{place}/"


def _is_placeholder(value: str) -> bool:
    try:
        host = urlsplit(value).hostname or value
    except ValueError:
        return False
    return host.lower().rstrip(".").endswith(".example")
