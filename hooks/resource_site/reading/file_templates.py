"""Templates of new articles and checklists, explained line by line.

Text in «» is placeholder text for the writer to replace.
"""

import re
from dataclasses import dataclass
from datetime import date

from ..problems import ContentError
from .yaml.yaml_tree import parse_yaml

_FRONT_MATTER = """\
# yaml-language-server: $schema=../../schemas/{kind}.schema.json
# The line above lets an editor complete the keys. Lines that start with # are notes.
title: {title}
# One sentence, for lists and search.
summary: {summary}
topics: [{topics}]
# The day readers first see it. It may be a day to come.
published: {day}
# The day you last checked the facts, and how long until the next time.
reviewed: {day}
review_every: 12 months
"""
_ARTICLE = """\
# What it says, in three lines: shown at its top, in lists and in search.
# in_short:
#   - You can ask for changes to an interview.
#   - Ask in writing, as soon as you have a date.
#   - If they say no, you can get free advice.
# Checklists to show at the end, by file name without ".yml":
# checklists: [before-an-interview]
# Where your facts come from: delete the # of the three lines below, and change them.
# If there are no facts to prove, write "sources: []" in their place.
# sources:
#   - title: Access to Work (GOV.UK)
#     url: https://www.gov.uk/access-to-work
# Readers cannot see a draft. Delete the next line when it is ready.
draft: true
---

«Say in two sentences what this is about, and who it is for.»

## «Ask a question that readers have?»

«Answer it in short sentences. Use the words you would say aloud.»

- «A list is easy to scan.»
- «Keep each entry short.»
"""
_CHECKLIST = """\
# Readers cannot see a draft. Delete the next line when it is ready.
draft: true
intro: «Say what this helps with. You can do a part at a time.»
sections:
  - title: «The first part»
    # Items: keep those you need, change their words, and give each its own id.
    # The id keeps the answers that people saved, even if you change the words.
    items:
      - tick: «Something to do.»
        hint: «A smaller line that helps.»
        id: something-to-do
      - write: «A question to answer in words?»
        lines: 3
        id: a-question
      - scale: How do you feel about it?
        from: Not ready
        to: Ready
        steps: 5
        id: how-ready
      - choose: «Which of these fits?»
        options: [This one, That one, Something else]
        many: true   # more than one answer; delete the line for one only
        id: which-fits
      - table: Turn a worry into a plan
        columns: [What worries me, What I can do]
        rows: 3
        id: worries
"""
PLACEHOLDER_TEXT = frozenset(re.findall("«(.+?)»", _ARTICLE + _CHECKLIST))


@dataclass(frozen=True)
class NewPublication:
    """The values to fill in; ``minutes`` is for checklists only."""

    title: str
    summary: str
    topics: tuple[str, ...]
    day: date
    minutes: int


def new_article(values: NewPublication) -> str:
    """Return the text of a draft article."""
    return f"---\n{_front_matter(values, 'article')}{_without_marks(_ARTICLE)}"


def new_checklist(values: NewPublication) -> str:
    """Return the text of a draft checklist, with every kind of item in it."""
    minutes = f"# About how long it takes, in minutes.\nminutes: {values.minutes}\n"
    return f"{_front_matter(values, 'checklist')}{minutes}{_without_marks(_CHECKLIST)}"


def imported_article(values: NewPublication, body: str, *, numbered: bool) -> str:
    """Return the text of a draft article with ``body`` as its Markdown.

    ``numbered`` lets the site number its headings.
    """
    facts, _, _ = _ARTICLE.partition("---\n")
    number = "# Each heading has a large number.\nnumbered: true\n" if numbered else ""
    return f"---\n{_front_matter(values, 'article')}{number}{facts}---\n\n{body}"


def imported_checklist(values: NewPublication, sections: str) -> str:
    """Return the text of a draft checklist with ``sections`` as YAML."""
    facts, _, _ = _CHECKLIST.partition("intro:")
    minutes = f"# About how long it takes, in minutes.\nminutes: {values.minutes}\n"
    return f"{_front_matter(values, 'checklist')}{minutes}{facts}{sections}"


def _front_matter(values: NewPublication, kind: str) -> str:
    return _FRONT_MATTER.format(
        kind=kind,
        title=yaml_scalar(values.title),
        summary=yaml_scalar(values.summary),
        topics=", ".join(values.topics),
        day=values.day.isoformat(),
    )


def _without_marks(text: str) -> str:
    return re.sub("[«»]", "", text)


def yaml_scalar(text: str) -> str:
    """Return one line of ``text`` as a YAML scalar, quoted if it has to be."""
    try:
        is_plain = parse_yaml(f"key: {text}", "").data == {"key": text}
    except ContentError:
        is_plain = False
    if is_plain:
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
