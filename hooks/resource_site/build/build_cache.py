"""What a site keeps between builds: ``.cache`` beside its settings."""

from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ..incremental.code_hash import code_hash
from ..incremental.manifest import Manifest
from ..incremental.store import Store


@dataclass(frozen=True)
class BuildCache:
    """Files that were made, and what they were made from; all of it may be deleted at any time."""

    store: Store
    manifest: Manifest
    """A preview has one of its own, for its pages are others."""

    @classmethod
    def open(cls, config: MkDocsConfig, *, preview: bool) -> "BuildCache":
        """Open the cache of the site whose settings are in ``config``."""
        folder = Path(config.config_file_path or "mkdocs.yml").parent / ".cache"
        name = "preview.sqlite" if preview else "site.sqlite"
        return cls(Store(folder / "store"), Manifest(folder / name, code_hash()))
