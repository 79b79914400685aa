"""The person whom candidates contact."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from pydantic import model_validator

from ..fields.field_types import Day, Email, Phone, Strict, Url, key, refusal
from ..fields.text_limits import Phrase, Sentence


class Way(NamedTuple):
    """A way to reach somebody: what it is, the number or address to read, and the link."""

    label: str
    words: str
    href: str


class StandIn(Strict):
    """Who answers while the contact is away."""

    name: Phrase = key("Name", "First name and surname.")
    email: Email = key("E-mail", "The e-mail address.")
    phone: Phone | None = key("Phone", "A phone number, if there is one.", default=None)


class Away(Strict):
    """Days on which the contact is away. Pages say so from now on until the last of them."""

    first: Day = key("First day", "The first day: year-month-day.")
    last: Day = key("Last day", "The last day: year-month-day.")
    stand_in: StandIn | None = key("Who answers", "Who answers in those days.", default=None)

    @model_validator(mode="after")
    def _check_order(self) -> "Away":
        if self.last < self.first:
            raise refusal('"last" is before "first".', "Change one of the two days.")
        return self


_PLACEHOLDER = re.compile(r"\{\{ *contact( full name)? *\}\}")
_NOT_DIGITS = re.compile(r"\D")


class Contact(Strict):
    """The person whom candidates contact. Only the e-mail address is needed of all the ways."""

    name: Phrase = key("Name", "First name and surname.")
    role: Phrase = key("Role", "What she is at the organisation.")
    email: Email = key("E-mail", "Where candidates write to.")
    phone: Phone | None = key("Phone", "A phone number.", default=None)
    relay_uk: bool = key(
        "Relay UK",
        "True if the phone takes calls through Relay UK, with 18001 in front.",
        default=False,
        hint="The phone takes calls through Relay UK, with 18001 in front.",
    )
    text: Phone | None = key("Text messages", "A number for text messages.", default=None)
    whatsapp: Phone | None = key("WhatsApp", "A number on WhatsApp.", default=None)
    video: Url | None = key(
        "Video call", "Where to call by video with an interpreter: a web address.", default=None
    )
    booking: Url | None = key(
        "Booking", "Where to book a time to talk: a web address.", default=None
    )
    post: bool = key(
        "Letters",
        "True shows the address for letters on pages too; paper always does.",
        default=False,
        hint="Pages show the address for letters too. Paper always does.",
    )
    hours: Phrase | None = key(
        "Hours", "When she can be reached, such as Monday to Friday, 9 to 5.", default=None
    )
    answers: Phrase | None = key(
        "Answers", "When she answers, such as within two working days.", default=None
    )
    away: Away | None = key(
        "Away", "Days off, and who answers. Pages say so until the last of them.", default=None
    )
    photo: Phrase | None = key(
        "Photo", "A picture inside docs, such as assets/haleema.jpg.", default=None
    )
    helps_with: Sentence = key(
        "Helps with", "What candidates can write about. 200 characters at most."
    )
    says: Sentence | None = key(
        "Says", "A sentence of her own, shown as a quotation.", default=None
    )
    page: Phrase = key("Page", "The file of the page about the contact.", default="contact.md")

    @model_validator(mode="after")
    def _check_relay(self) -> "Contact":
        if self.relay_uk and not self.phone:
            raise refusal(
                '"relay_uk" needs a phone number.', 'Add a line "phone:", or take "relay_uk" out.'
            )
        return self

    @property
    def ways(self) -> Iterator[Way]:
        """Yield the ways to reach this person that are given, besides e-mail."""
        if self.phone:
            yield Way("Phone", self.phone, f"tel:{_dialled(self.phone)}")
        if self.phone and self.relay_uk:
            yield Way("Relay UK", f"18001 {self.phone}", f"tel:18001{_dialled(self.phone)}")
        if self.text:
            yield Way("Text message", self.text, f"sms:{_dialled(self.text)}")
        if self.whatsapp:
            yield Way("WhatsApp", self.whatsapp, f"https://wa.me/{_international(self.whatsapp)}")
        for label, url in (
            ("Video call with an interpreter", self.video),
            ("Book a time to talk", self.booking),
        ):
            if url:
                yield Way(label, url.partition("://")[2].rstrip("/"), url)

    @property
    def when(self) -> Iterator[tuple[str, str]]:
        """Yield when this person can be reached, and when she answers: a label and words."""
        if self.hours:
            yield "Hours", self.hours
        if self.answers:
            yield "Answers", self.answers

    def fill_in(self, text: str) -> str:
        """Return ``text`` with this person's name for ``{{ contact }}``.

        ``{{ contact full name }}`` stands for all of the name.
        """
        return _PLACEHOLDER.sub(lambda at: self.name if at[1] else self.first_name, text)

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


def _dialled(number: str) -> str:
    """Return a phone number as a link dials it: ``+44 20`` as ``+4420``."""
    return ("+" if number.startswith("+") else "") + _NOT_DIGITS.sub("", number)


def _international(number: str) -> str:
    """Return the digits of a phone number with its country's; a number without one is of the UK."""
    digits = _NOT_DIGITS.sub("", number)
    return f"44{digits[1:]}" if digits.startswith("0") else digits
