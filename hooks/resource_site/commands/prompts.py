"""What ``resources new`` asks, and what is wrong with an answer."""

from collections.abc import Callable, Iterable

import typer

from ..content.topic import Topic
from ..problems import suggest
from ..reading.text_file import unprintable_characters
from .console import say, stop

MOST_TITLE, MOST_SUMMARY, MOST_TOPICS, MOST_MINUTES = 70, 160, 6, 240
"""The models' own limits; a file past them would be refused."""


def ask(question: str, wrong: Callable[[str], str | None]) -> str:
    """Ask until the answer is right; ``wrong`` says in words what is not.

    Ctrl and C, or the end of the input, ends the command.
    """
    while True:
        try:
            answer = str(typer.prompt(question)).strip()
        except typer.Abort:
            stop("Stopped. Nothing was written.")
        reason = wrong(answer)
        if not reason:
            return answer
        say(f"That {reason}" if not reason.startswith("There") else reason)


def not_a_line(text: str, most: int) -> str | None:
    """Return what is wrong with a line of ``most`` letters, if something is."""
    length = len(" ".join(text.split()))
    if not length:
        return "is empty. Write something."
    if any(unprintable_characters(text, "")):
        return "holds a character that cannot be shown. Type it again."
    return f"has {length} characters; {most} is the most. Make it shorter." * (length > most)


def not_minutes(text: str) -> str | None:
    """Return what is wrong with a number of minutes, if something is."""
    if text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_MINUTES:
        return None
    return f"is not a number from 1 to {MOST_MINUTES}. Write digits only."


def known_topics(answers: Iterable[str], topics: list[Topic]) -> tuple[list[str], str | None]:
    """Return the slugs that ``answers`` mean, or what is wrong with them.

    An answer holds numbers, slugs or whole titles with commas between them; between numbers and
    slugs a space will do.
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
