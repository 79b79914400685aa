"""The types of values in content that are no texts: slugs, dates, URLs, numbers to call."""

import re
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from ...markdown.ids import MAX_SLUG, slugify
from ..addresses.portable_names import is_reserved
from .text_limits import Phrase

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_EMAIL = re.compile(r"[^@\s<>\"(),:;]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_PHONE = re.compile(r"\+?[0-9][0-9 ()-]{5,20}")
_DAY = re.compile(r"20\d\d-\d\d-\d\d")
_REVIEW_EVERY = re.compile(r"([1-9]\d?) (month|year)s?")


class Strict(BaseModel):
    """A model that refuses keys it does not know."""

    # defer_build: most builds validate few files, so few models are needed.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def key(
    label: str, description: str, *, hint: str | None = None, entry: str = "Entry", **others: Any
) -> Any:
    """Return a pydantic ``Field`` with the documentation of a key for staff.

    The browser editor shows ``label``, ``hint`` (the description, if left out) and, on the button
    that adds to a list, ``entry``. Text editors show ``description`` and ``examples``, through the
    JSON Schemas. ``others`` are further parameters of ``Field``: examples and limits.
    """
    extra: dict[str, Any] = {"hint": description if hint is None else hint, "entry": entry}
    return Field(title=label, description=description, json_schema_extra=extra, **others)


def refusal(what: str, fix: str) -> PydanticCustomError:
    """Return a validation error whose message reaches staff unchanged."""
    return PydanticCustomError("refused", "{what} {fix}", {"what": what, "fix": fix})


def is_slug(text: str) -> bool:
    """Return whether ``text`` consists of a-z, 0-9 and single hyphens between them."""
    return bool(_SLUG.fullmatch(text))


def _check_slug(value: str) -> str:
    if not is_slug(value):
        suggestion = slugify(value)
        fix = "Use only small letters, digits and hyphens"
        fix += f', such as "{suggestion}".' if is_slug(suggestion) else "."
        raise refusal(f'"{value}" cannot stand in a web address.', fix)
    return value


def _check_not_reserved(value: str) -> str:
    if is_reserved(value):
        raise refusal(f'Windows keeps the name "{value}" for itself.', "Choose another.")
    return value


def is_web_address(text: str) -> bool:
    """Return whether ``text`` is an absolute URL that starts with ``http:`` or ``https:``."""
    try:
        parts = urlsplit(text)
        has_host = bool(parts.hostname) and parts.port != 0  # raises for ports above 65,535
    except ValueError:
        return False
    has_space_or_control = re.search(r"[\s\x00-\x1f\x7f]", text)
    return parts.scheme in ("http", "https") and has_host and not has_space_or_control


def _check_url(value: str) -> str:
    if not is_web_address(value):
        raise refusal(
            f'"{value}" is not a web address.',
            'Copy it from the browser; it starts with "https://".',
        )
    return value


def _check_email(value: str) -> str:
    if not _EMAIL.fullmatch(value):
        raise refusal(
            f'"{value}" is not an e-mail address.', "Write it like name@organisation.org.uk."
        )
    return value


def _check_url_or_email(value: str) -> str:
    if value.startswith("http://"):
        raise refusal("This web address is not safe.", 'Use one that starts with "https://".')
    return _check_url(value) if "/" in value else _check_email(value)


def _check_phone(value: str) -> str:
    if not _PHONE.fullmatch(value):
        raise refusal(
            f'"{value}" is not a phone number.', "Write digits and spaces, such as 020 7946 0000."
        )
    return value


def _to_months(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    match = _REVIEW_EVERY.fullmatch(value.strip())
    if not match:
        raise refusal(
            f'"{value}" is not a length of time.', 'Write it like "12 months" or "2 years".'
        )
    return int(match[1]) * (12 if match[2] == "year" else 1)


def _check_day(value: Any) -> Any:
    if isinstance(value, str) and value.strip() and not _DAY.fullmatch(value.strip()):
        raise PydanticCustomError("date_parsing", "not a date")
    return value


def _check_unique(values: list[str]) -> list[str]:
    for index, value in enumerate(values):
        if value in values[:index]:
            raise refusal(f'"{value}" stands in this list twice.', "Keep one of them.")
    return values


Day = Annotated[date, BeforeValidator(_check_day)]
Unique = AfterValidator(_check_unique)
"""Refuses a list in which two entries are equal."""
Slug = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_SLUG),
    AfterValidator(_check_slug),
    Field(json_schema_extra={"pattern": f"^{_SLUG.pattern}$"}),
]
Address = Annotated[Slug, AfterValidator(_check_not_reserved)]
"""A slug that is the name of a folder on the site."""
Url = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    AfterValidator(_check_url),
    Field(json_schema_extra={"pattern": r"^https?://\S+$"}),
]
TITLE = key("Title", "The large heading. 70 characters at most.", hint="The large heading.")

DRAFT = key(
    "Draft",
    "True keeps it from readers.",
    default=False,
    hint="While it is on, readers do not see this. Switch it off when it is ready.",
)

URGENT_HELP = key(
    "Who to call",
    "Show who to call when it all feels too much; for what touches despair.",
    hint="Shows who to call when it all feels too much.",
    default=False,
)
AWAITING = key(
    "Waits for the word of",
    "Who still has to agree to its words, such as its author; it cannot go out before.",
    default=None,
    hint="Who still has to agree to its words. Empty it once they have.",
    examples=["Haleema Latif"],
)
Email = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_check_email)
]
UrlOrEmail = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_check_url_or_email)
]
Phone = Annotated[Phrase, AfterValidator(_check_phone)]
Months = Annotated[
    int,
    BeforeValidator(_to_months),
    WithJsonSchema({"type": "string", "pattern": f"^{_REVIEW_EVERY.pattern}$"}),
]
"""A number of months, written ``12 months`` or ``2 years``."""
