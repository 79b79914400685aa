"""The forms of what no page holds: contact and organisation, house words, words for search."""

from typing import Any

from ..checks.prose.house_words import WORDS_FILE, HouseWords
from ..checks.search_words import SEARCH_FILE, SearchWords
from ..content.site.settings import Settings
from .form_fields import Field, fields_of

SETTINGS = "extra"
"""The key of the settings file below which the form's keys stand."""

_IN_THE_FORM = ("contact", "organisation")
"""What staff may change there. All else in the settings decides what runs, and stays with those
who look after the site (SECURITY.md)."""


def site_forms(docs: str, settings_file: str) -> dict[str, Any]:
    """Return the collection of these forms.

    ``docs`` is the content's folder, and ``settings_file`` that of the settings, relative to the
    project's root.
    """
    return {
        "name": "site",
        "label": "Contact and words",
        "icon": "contact_mail",
        "files": [
            {
                "name": "settings",
                "label": "Contact and organisation",
                "icon": "contact_mail",
                "file": settings_file,
                "format": "settings",
                "fields": [_settings()],
            },
            {
                "name": "words",
                "label": "House words",
                "icon": "spellcheck",
                "file": f"{docs}/{WORDS_FILE}",
                "format": "words",
                "fields": _folded(fields_of(HouseWords)),
            },
            {
                "name": "search",
                "label": "Words for search",
                "icon": "search",
                "file": f"{docs}/{SEARCH_FILE}",
                "format": "search",
                "fields": _folded(fields_of(SearchWords)),
            },
        ],
    }


def _settings() -> Field:
    """Return the group of the contact and the organisation, where they stand in the file."""
    return {
        "name": SETTINGS,
        "label": "Contact and organisation",
        "hint": "They stand on every page and sheet.",
        "widget": "object",
        "required": True,
        "fields": fields_of(Settings, _IN_THE_FORM),
    }


def _folded(fields: list[Field]) -> list[Field]:
    """Return ``fields`` with the entries of lists folded, each under its first words."""
    return [
        {**field, "collapsed": True} if field["widget"] == "list" and "fields" in field else field
        for field in fields
    ]
