"""What is wrong, where, and how to fix it: the only way a mistake reaches a member of staff."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning", "note"]
"""An error stops a build; a warning stops publishing; a note stops nothing."""

Location: TypeAlias = tuple[str | int, ...]
"""The way to a value in YAML: keys, and places in lists from 0."""

MOST_NAMED = 20
"""How many names a message lists; nobody reads more."""


MOST_SHOWN = 400
"""Characters of one sentence that a report shows; a text may hold far more."""

_UNSHOWN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u2028-\u202e\u2066-\u2069]"
)


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one file.

    ``path`` is relative to the project folder, with forward slashes on every system.
    ``line`` and ``column`` count from 1. ``what`` and ``fix`` are whole sentences. All but errors
    say so in front of their words.
    """

    path: str
    line: int
    column: int
    what: str
    fix: str
    severity: Severity = "error"

    def __post_init__(self) -> None:
        """Keep what no terminal should be sent, such as signs that move the cursor, out of it."""
        for name, most in (("path", 0), ("what", MOST_SHOWN), ("fix", MOST_SHOWN)):
            given: str = getattr(self, name)
            shown = _UNSHOWN.sub("\N{REPLACEMENT CHARACTER}", given)
            if name == "path":
                shown = shown.replace("\n", "\N{REPLACEMENT CHARACTER}").replace("\r", "")
            if most and len(shown) > most:
                shown = f"{shown[: most // 2]} … {shown[-most // 2 :]}"
            if shown is not given:
                object.__setattr__(self, name, shown)

    @property
    def words(self) -> str:
        """Return what is wrong and how to fix it, on one line."""
        return " ".join(f"{self.what} {self.fix}".split())

    def __str__(self) -> str:
        mark = "" if self.severity == "error" else f"{self.severity}: "
        return f"{self.path}:{self.line}:{self.column}: {mark}{self.words}"


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
    return "\n".join([*map(str, ordered), "", _sum(ordered)])


def _sum(problems: list[Problem]) -> str:
    count = Counter(problem.severity for problem in problems)
    parts = [f"{_number(count['error'], 'problem')} to fix."]
    if count["warning"]:
        parts.append(f"{_number(count['warning'], 'warning')} to look at before you publish.")
    if count["note"]:
        parts.append(f"{_number(count['note'], 'note')}.")
    return " ".join(parts)


def _number(count: int, word: str) -> str:
    return f"{count or 'No'} {word}{'' if count == 1 else 's'}"


def suggest(word: str, known: Iterable[str]) -> str:
    """Return a fix for a word that is not among the known ones: the nearest, or all of them.

    Where there are more than ``MOST_NAMED``, only some are named.
    """
    choices = sorted(known)
    near = get_close_matches(word, choices, n=1)
    if near:
        return f'Did you mean "{near[0]}"?'
    if not choices:
        return "There is none to choose from yet."
    if len(choices) > MOST_NAMED:
        some = get_close_matches(word, choices, n=5, cutoff=0)
        return f"There are {len(choices)}; some are: {', '.join(some)}."
    return f"Use one of: {', '.join(choices)}."
