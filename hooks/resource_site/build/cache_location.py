"""The cache between builds: the folder ``.cache`` beside the settings."""

from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ..incremental.code_hash import code_hash
from ..incremental.manifest import Manifest
from ..incremental.store import Store


@dataclass(frozen=True)
class BuildCache:
    """The store of built files and the manifest of what each was built from."""

    store: Store
    manifest: Manifest
    """A preview has its own, since its pages differ."""

    @classmethod
    def open(cls, config: MkDocsConfig, *, preview: bool) -> "BuildCache":
        """Open the site's cache; it may be deleted at any time, and then is created anew."""
        settings = Path(config.config_file_path or "mkdocs.yml")
        name = "preview.sqlite" if preview else "site.sqlite"
        manifest = Manifest(settings.parent / ".cache" / name, code_hash())
        return cls(Store.beside(settings), manifest)
