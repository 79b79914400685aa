"""What was made before, as long as it would come out the same now."""

from typing import Generic, TypeVar

from pydantic import TypeAdapter

from .dependencies import Dependencies, Recorded
from .manifest import Manifest

Result = TypeVar("Result")


class Memo(Generic[Result]):
    """Results of one kind, each with the key and the lookups that it was made from.

    ``kind`` is a type adapter of results with their lookups: ``tuple[Recorded, Result]``.
    """

    def __init__(
        self,
        manifest: Manifest,
        dependencies: Dependencies,
        kind: TypeAdapter[tuple[Recorded, Result]],
    ) -> None:
        self.dependencies = dependencies
        self._manifest = manifest
        self._kind = kind

    def get(self, name: str, key: str) -> Result | None:
        """Return what was made as ``name`` from ``key``; nothing if it would differ now."""
        fact = self._manifest.get(name, key, self._kind)
        if fact is None:
            return None
        recorded, result = fact
        return result if self.dependencies.are_fresh(recorded) else None

    def put(self, name: str, key: str, recorded: Recorded, result: Result) -> None:
        """Remember ``result``, made from ``key`` and what the lookups in ``recorded`` gave."""
        self._manifest.put(name, key, (recorded, result), self._kind)
