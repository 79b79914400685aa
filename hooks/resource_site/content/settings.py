"""Who publishes and whom to reach: the part of ``mkdocs.yml`` that is ours, ``extra:``."""

import re
from typing import Annotated, Literal
from urllib.parse import quote

from pydantic import AfterValidator, Field, model_validator

from .value_types import Email, Phone, Phrase, Sentence, Strict, Url, refusal


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
