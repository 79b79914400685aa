"""``Problem``: a mistake in a file, where it is and how to fix it. All messages to staff use it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from operator import attrgetter
from typing import Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning", "note"]
"""An error fails the build, a warning fails only ``resources check --publish``, a note neither."""

Location: TypeAlias = tuple[str | int, ...]
"""The path to a value in YAML: mapping keys and list indices (from 0)."""

MAX_PROBLEMS = 50
"""Problems reported of one kind in one file; nobody can use more at once."""

MAX_CHOICES = 20
"""Known names that ``suggest`` lists in full."""

MAX_LENGTH = 400
"""Characters of ``what`` and of ``fix``; longer ones, which quote from a file, are shortened."""

_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u2028-\u202e\u2066-\u2069]"
)
"""Control characters, surrogates and changes of direction, which can garble a terminal."""


@dataclass(frozen=True)
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
    severity: Severity = "error"

    def __post_init__(self) -> None:
        """Replace unprintable characters, and shorten long sentences."""
        for name in ("path", "what", "fix"):
            text: str = getattr(self, name)
            safe = _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)
            if name == "path":
                safe = safe.replace("\n", "\N{REPLACEMENT CHARACTER}").replace("\r", "")
            elif len(safe) > MAX_LENGTH:
                safe = f"{safe[: MAX_LENGTH // 2]} … {safe[-MAX_LENGTH // 2 :]}"
            if safe is not text:
                object.__setattr__(self, name, safe)

    @property
    def message(self) -> str:
        """Return ``what`` and ``fix`` on one line."""
        return " ".join(f"{self.what} {self.fix}".split())

    def __str__(self) -> str:
        label = "" if self.severity == "error" else f"{self.severity}: "
        return f"{self.path}:{self.line}:{self.column}: {label}{self.message}"


class ContentError(Exception):
    """Raised for content that cannot be used, with every problem found, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(in_order(problems))
        super().__init__(report(self.problems))


_ORDER = attrgetter("path", "line", "column", "what", "fix", "severity")


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return each problem once, in file order."""
    # One file may have tens of thousands: to compare such keys takes a tenth of the time that a
    # dataclass with an order takes.
    return sorted(set(problems), key=_ORDER)


def first_of(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the first ``MAX_PROBLEMS`` of one file, and one that says so if there are more."""
    for number, problem in enumerate(problems):
        if number == MAX_PROBLEMS:
            yield unlisted(problem)
            return
        yield problem


def unlisted(problem: Problem) -> Problem:
    """Return what is reported in place of ``problem`` and of all that follow it in its file."""
    what = "This file has more mistakes, which are not listed."
    return replace(problem, what=what, fix="Mend those that are, and check again.")


def report(problems: Iterable[Problem]) -> str:
    """Return the problems as text: a line each, in file order, then a count by severity."""
    ordered = in_order(problems)
    if not ordered:
        return "No problems found."
    return "\n".join([*map(str, ordered), "", _totals(ordered)])


def _totals(problems: list[Problem]) -> str:
    count = Counter(problem.severity for problem in problems)
    parts = [f"{_counted(count['error'], 'problem')} to fix."]
    if count["warning"]:
        parts.append(f"{_counted(count['warning'], 'warning')} to look at before you publish.")
    if count["note"]:
        parts.append(f"{_counted(count['note'], 'note')}.")
    return " ".join(parts)


def _counted(count: int, word: str) -> str:
    return f"{count or 'No'} {word}{'' if count == 1 else 's'}"


def suggest(word: str, known: Iterable[str]) -> str:
    """Return a fix for an unknown ``word``: the most similar of ``known``, or a list of them.

    Of more than ``MAX_CHOICES``, the list names five.
    """
    choices = sorted(known)
    near = get_close_matches(word, choices, n=1)
    if near:
        return f'Did you mean "{near[0]}"?'
    if not choices:
        return "There is none to choose from yet."
    if len(choices) > MAX_CHOICES:
        some = get_close_matches(word, choices, n=5, cutoff=0)
        return f"There are {len(choices)}; some are: {', '.join(some)}."
    return f"Use one of: {', '.join(choices)}."
