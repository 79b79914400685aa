"""What a page asked while it was made, so that it is made again when an answer would be another."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias

from .fingerprint import fingerprint

Question: TypeAlias = tuple[str, Any]
"""The name of a question and what it is about, which can be hashed and pickled."""

Asked: TypeAlias = tuple[tuple[str, Any, bytes], ...]
"""Questions, each with the fingerprint of its answer."""


class Questions:
    """Answers questions about one site as it is, each worked out once.

    All that a template learns about other pages, it learns by asking here. So what it asked is
    all that it depends on besides what it was given.
    """

    def __init__(self, answers: Mapping[str, Callable[[Any], Any]]) -> None:
        self._answers = answers
        self._given: dict[Question, Any] = {}
        self._prints: dict[int, bytes] = {}
        """By the identity of each answer: many questions have the very same one.

        All answers are kept in ``_given``, so that no identity comes twice.
        """
        self._confirmed: set[tuple[str, Any, bytes]] = set()
        self._listening: dict[Question, None] | None = None

    def ask(self, name: str, about: Any = None) -> Any:
        """Return the answer to the question ``name`` about something."""
        question = (name, about)
        if question not in self._given:
            self._given[question] = self._answers[name](about)
        if self._listening is not None:
            self._listening[question] = None
        return self._given[question]

    @contextmanager
    def listen(self) -> Iterator[Callable[[], Asked]]:
        """Give a function that returns what was asked since; not one inside another."""
        asked: dict[Question, None] = {}
        self._listening = asked
        try:
            yield lambda: tuple((*question, self._print(question)) for question in asked)
        finally:
            self._listening = None

    def still(self, asked: Sequence[tuple[str, Any, bytes]]) -> bool:
        """Tell whether each of these questions has the answer now that it had then."""
        try:
            for one in asked:
                if one not in self._confirmed:  # what every page asks is looked at once
                    if self._print(one[:2]) != one[2]:
                        return False
                    self._confirmed.add(one)
        except LookupError:  # of something that is no more
            return False
        return True

    def _print(self, question: Question) -> bytes:
        if question not in self._given:
            self._given[question] = self._answers[question[0]](question[1])
        answer = self._given[question]
        if id(answer) not in self._prints:
            self._prints[id(answer)] = fingerprint(answer)
        return self._prints[id(answer)]
