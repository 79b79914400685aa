"""A cache of results that stay valid until the lookups they depend on change."""

from typing import Generic, TypeVar

from pydantic import TypeAdapter

from .dependencies import Dependencies, Recorded
from .manifest import Manifest

Result = TypeVar("Result")


class ResultCache(Generic[Result]):
    """Results of one type in the manifest, each with its key and the lookups it depends on.

    ``kind`` (de)serialises a result with its lookups: ``tuple[Recorded, Result]``.
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
        """Return the result ``name`` if its key is still ``key`` and its lookups are fresh."""
        fact = self._manifest.get(name, key, self._kind)
        if fact is None:
            return None
        recorded, result = fact
        return result if self.dependencies.are_fresh(recorded) else None

    def put(self, name: str, key: str, recorded: Recorded, result: Result) -> None:
        """Save ``result`` under ``name``, with its key and the lookups it depends on."""
        self._manifest.put(name, key, (recorded, result), self._kind)
