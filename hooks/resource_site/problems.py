"""What is wrong, where, and how to fix it: the only way a mistake reaches a member of staff."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one file.

    ``path`` is relative to the project folder, with forward slashes on every system.
    ``line`` and ``column`` count from 1. ``what`` and ``fix`` are whole sentences.
    """

    path: str
    line: int
    column: int
    what: str
    fix: str

    def __str__(self) -> str:
        words = " ".join(f"{self.what} {self.fix}".split())
        return f"{self.path}:{self.line}:{self.column}: {words}"


class ContentError(Exception):
    """Something staff wrote cannot be used; carries every problem found, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(report(self.problems))


def report(problems: Iterable[Problem]) -> str:
    """Return the problems as text: a line each, in file order, then how many there are."""
    ordered = sorted(set(problems))
    if not ordered:
        return "No problems found."
    count = "1 problem" if len(ordered) == 1 else f"{len(ordered)} problems"
    return "\n".join([*map(str, ordered), "", f"{count} to fix."])


def suggest(word: str, known: Iterable[str]) -> str:
    """Return a fix for a word that is not among the known ones: the nearest, or all of them."""
    choices = sorted(known)
    near = get_close_matches(word, choices, n=1)
    if near:
        return f'Did you mean "{near[0]}"?'
    if not choices:
        return "There is none to choose from yet."
    return f"Use one of: {', '.join(choices)}."
