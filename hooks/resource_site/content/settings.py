"""The models of ``extra:`` in ``mkdocs.yml``: organisation, contact and editor."""

import re
from typing import Annotated, Literal
from urllib.parse import quote

from pydantic import AfterValidator, Field, model_validator

from .value_types import Email, Phone, Phrase, Sentence, Strict, Url, refusal


class JobsBoard(Strict):
    """The website where candidates find jobs."""

    label: Phrase
    url: Url


class Organisation(Strict):
    """The publisher of the site."""

    name: Phrase
    powered_by: Phrase
    address: Annotated[list[Phrase], Field(min_length=1, max_length=8)]
    """Postal address, a line each."""
    jobs_board: JobsBoard


class Contact(Strict):
    """The person whom candidates contact."""

    name: Phrase
    role: Phrase
    email: Email
    phone: Phone | None = None
    photo: Phrase | None = None
    """A path inside ``docs/``, such as ``assets/haleema.jpg``."""
    helps_with: Sentence
    """What a candidate can ask for: one sentence, shown after the name."""
    page: Phrase = "contact.md"

    @property
    def first_name(self) -> str:
        """Return the first word of the name."""
        return self.name.split()[0]

    @property
    def initials(self) -> str:
        """Return one or two letters to show without a photo."""
        words = self.name.split()
        return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()

    def mailto(self, subject: str) -> str:
        """Return a ``mailto:`` link with ``subject`` (RFC 6068)."""
        return f"mailto:{quote(self.email, safe='@')}?subject={quote(subject, safe='')}"


def _check_repository(value: str) -> str:
    if not re.fullmatch(r"[\w.-]+(/[\w.-]+)+", value):
        raise refusal(
            f'"{value}" does not name a repository.', "Write its owner, a slash and its name."
        )
    return value


class Backend(Strict):
    """The Git host that the browser editor saves to."""

    name: Literal["github", "gitlab", "gitea"]
    repo: Annotated[Phrase, AfterValidator(_check_repository)]
    """Owner and name, such as ``our-team/our-site``."""
    branch: Phrase = "main"
    base_url: Url | None = None
    """The OAuth server for signing in to GitHub; without it, staff use access tokens."""
    api_root: Url | None = None
    """The API of a self-hosted Git host; without it, the public host's."""


class Editor(Strict):
    """The browser editor at ``/admin/``; a preview has it whatever ``publish`` is."""

    publish: bool = False
    backend: Backend | None = None

    @model_validator(mode="after")
    def _check_backend(self) -> "Editor":
        if self.publish and not self.backend:
            raise refusal(
                "A published editor has nowhere to save.",
                'Name the Git host under "backend", or write "publish: false".',
            )
        return self


class Settings(Strict):
    """The whole of ``extra:``."""

    contact: Contact
    organisation: Organisation
    offline: bool = True
    """Whether a service worker caches pages for use without a network."""
    editor: Editor = Editor()
