"""What was made before, as long as it would come out the same now."""

from collections.abc import Callable
from typing import Any

from .dependencies import Asked, Questions
from .manifest import Ledger


class Memory:
    """Remembers results with all that they were made from.

    That is a ``key``, a fingerprint of what was given, and the answers to what was asked meanwhile.
    """

    def __init__(self, ledger: Ledger, questions: Questions) -> None:
        self.questions = questions
        self._ledger = ledger

    def recall(self, name: str, key: bytes) -> Any:
        """Return what was remembered as ``name``; nothing if it would be made otherwise now."""
        fact = self._ledger.get(name)
        if fact is None:
            return None
        made_from, asked, result = fact
        return result if made_from == key and self.questions.still(asked) else None

    def remember(self, name: str, key: bytes, asked: Asked, result: Any) -> None:
        """Remember ``result``, made from ``key`` and the answers to ``asked``."""
        self._ledger.put(name, (key, asked, result))

    def once(self, name: str, key: bytes, make: Callable[[], Any]) -> Any:
        """Return what ``make`` makes, now or when it last would have made the same."""
        result = self.recall(name, key)
        if result is None:
            with self.questions.listen() as asked:
                result = make()
                self.remember(name, key, asked(), result)
        return result
