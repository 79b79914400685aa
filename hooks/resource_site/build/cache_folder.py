"""Where a site keeps what is made once: ``.cache`` beside its settings."""

from dataclasses import dataclass
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig

from ..incremental.cache import ContentStore
from ..incremental.code_hash import recipe
from ..incremental.manifest import Ledger


def kept_folder(config: MkDocsConfig, name: str) -> Path:
    """Return the folder for one kind of file; it may be deleted at any time."""
    return Path(config.config_file_path or "mkdocs.yml").parent / ".cache" / name


@dataclass(frozen=True)
class Kept:
    """What a site remembers between builds. A preview's pages are others, and kept apart."""

    read: Ledger
    """What stands in the files of ``docs/``."""
    made: Ledger
    """What pages and sheets were made from."""
    found: Ledger
    """Which index of which pages."""
    pages: ContentStore
    index: ContentStore
    templates: BytecodeCache
    """Templates as Python has compiled them."""

    @classmethod
    def of(cls, config: MkDocsConfig, *, preview: bool) -> "Kept":
        """Open what was kept."""
        folder = kept_folder(config, "preview" if preview else "site")
        ledgers = [
            Ledger(folder / f"{name}.ledger", recipe()) for name in ("read", "made", "found")
        ]
        return cls(
            read=ledgers[0],
            made=ledgers[1],
            found=ledgers[2],
            pages=ContentStore(folder / "pages", ".html"),
            index=ContentStore(folder / "index", ".bin"),
            templates=_templates(folder / "templates"),
        )


def _templates(folder: Path) -> BytecodeCache:
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder), f"{recipe()[:16]}-%s.bin")
