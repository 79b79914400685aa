"""The models of ``extra:`` in ``mkdocs.yml``: organisation, editor and what else there is."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, Field, model_validator

from ..fields.field_types import Day, Strict, Url, UrlOrEmail, key, refusal
from ..fields.text_limits import Phrase, Sentence
from .contact import Contact


class JobsBoard(Strict):
    """The website where candidates find jobs."""

    label: Phrase = key("Name", "What it is called.")
    url: Url = key("Web address", "Its web address.")


class Organisation(Strict):
    """The publisher of the site."""

    name: Phrase = key("Name", "Its name.")
    powered_by: Phrase = key("Powered by", "Who stands behind it, at the foot of every page.")
    address: list[Phrase] = key(
        "Postal address",
        "Its postal address, a line each; the town and the postcode last.",
        entry="Line",
        min_length=1,
        max_length=8,
    )
    jobs_board: JobsBoard = key("Jobs board", "Where candidates find jobs.")


def _check_repository(value: str) -> str:
    if not re.fullmatch(r"[\w.-]+(/[\w.-]+)+", value):
        raise refusal(
            f'"{value}" does not name a repository.', "Write its owner, a slash and its name."
        )
    return value


class Backend(Strict):
    """The Git host that the browser editor saves to."""

    name: Literal["github", "gitlab", "gitea"] = Field(description="The kind of host.")
    repo: Annotated[Phrase, AfterValidator(_check_repository)] = Field(
        description="Owner and name, such as our-team/our-site."
    )
    branch: Phrase = Field(default="main", description="The branch that is published.")
    base_url: Url | None = Field(
        default=None,
        description="The OAuth server to sign in to GitHub; without it, staff use access tokens.",
    )
    api_root: Url | None = Field(
        default=None, description="The API of a host of your own; without it, the public host's."
    )


class Editor(Strict):
    """The browser editor: in each preview, and with a Git host on a host name of its own."""

    backend: Backend | None = Field(default=None, description="Where it saves to.")
    publish: bool = Field(default=False, description="True puts it at /admin/ of the site, too.")
    same_host_because: Sentence | None = Field(
        default=None, description="Why staff may sign in at the host name of the site."
    )

    @model_validator(mode="after")
    def _check_publish(self) -> "Editor":
        if self.publish and not self.backend:
            fix = 'Name the Git host under "backend", or write "publish: false".'
            raise refusal("A published editor has nowhere to save.", fix)
        if self.publish and not self.same_host_because:
            raise refusal(
                "Every page of the site could read the token with which staff sign in.",
                'Give the editor a host name of its own: write "publish: false", and type '
                '"resources editor FOLDER". Or say after "same_host_because:" why not.',
            )
        return self


class Security(Strict):
    """Who wants to know of weaknesses: what ``/.well-known/security.txt`` says (RFC 9116)."""

    contact: UrlOrEmail = Field(description="Where to report one: an e-mail or web address.")
    expires: Day = Field(description="The day until which this is true; within a year.")


class Settings(Strict):
    """The whole of ``extra:``."""

    contact: Contact = key("Contact", "The person whom candidates reach.")
    organisation: Organisation = key("Organisation", "Who publishes the site.")
    offline: bool = Field(
        default=True, description="False stops browsers from keeping pages for use offline."
    )
    security: Security | None = Field(default=None, description="Who is told of weaknesses.")
    editor: Editor = Field(default=Editor(), description="The editor in the browser.")


class OwnSettings(BaseModel):
    """What of ``mkdocs.yml`` is ours; the rest is MkDocs' own."""

    extra: Settings = Field(description="Who publishes the site, and whom a candidate reaches.")
