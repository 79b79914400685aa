"""Prompts of ``resources new``, and validation of the answers."""

from collections.abc import Callable, Iterable

import typer

from ...content.checklist import ChecklistFile
from ...content.topic import Topic
from ...problems import suggest
from ...reading.text_file import unprintable_characters
from ..console import fail

_KEYS = ChecklistFile.model_json_schema()["properties"]
MOST_TITLE: int = _KEYS["title"]["maxLength"]
MOST_SUMMARY: int = _KEYS["summary"]["maxLength"]
MOST_TOPICS: int = _KEYS["topics"]["maxItems"]
MOST_MINUTES: int = _KEYS["minutes"]["maximum"]


def ask(question: str, validate: Callable[[str], str | None]) -> str:
    """Prompt until ``validate`` returns no error for the answer, and return the answer.

    The command fails on Ctrl and C, or at the end of the input.
    """
    while True:
        try:
            answer = str(typer.prompt(question)).strip()
        except typer.Abort:
            fail("Stopped. Nothing was written.")
        reason = validate(answer)
        if not reason:
            return answer
        typer.echo(f"That {reason}" if not reason.startswith("There") else reason)


def line_error(text: str, most: int) -> str | None:
    """Return why ``text`` is not a line of at most ``most`` characters, or None."""
    length = len(" ".join(text.split()))
    if not length:
        return "is empty. Write something."
    if any(unprintable_characters(text, "")):
        return "holds a character that cannot be shown. Type it again."
    return (
        f"has {length} characters; {most} is the most. Make it shorter." * (length > most) or None
    )


def minutes_error(text: str) -> str | None:
    """Return why ``text`` is not a valid number of minutes, or None."""
    if text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_MINUTES:
        return None
    return f"is not a number from 1 to {MOST_MINUTES}. Write digits only."


def parse_topics(answers: Iterable[str], topics: list[Topic]) -> tuple[list[str], str | None]:
    """Return the slugs of the chosen topics and None, or no slugs and the reason.

    An answer is a list of numbers, slugs or titles, separated by commas; numbers and slugs may also
    be separated by spaces.
    """
    titles = {topic.title.casefold(): topic.slug for topic in topics}
    words: list[str] = []
    for part in ",".join(answers).split(","):
        slug = titles.get(" ".join(part.split()).casefold())
        words += [slug] if slug else part.split()
    slugs = [topic.slug for topic in topics]
    chosen: list[str] = []
    for word in words:
        if word.isascii() and word.isdigit() and 1 <= int(word) <= len(slugs):
            chosen.append(slugs[int(word) - 1])
        elif word in slugs:
            chosen.append(word)
        elif word.isdecimal():
            return [], f"There are {len(slugs)} topics, and {word} is none of them."
        else:
            return [], f'There is no topic "{word}". {suggest(word, slugs)}'
    chosen = list(dict.fromkeys(chosen))
    if not 1 <= len(chosen) <= MOST_TOPICS:
        return [], f"There should be 1 to {MOST_TOPICS} topics."
    return chosen, None
