"""Where a site keeps what is made once: ``.cache`` beside its settings."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig


def kept_folder(config: MkDocsConfig, name: str) -> Path:
    """Return the folder for one kind of file; it may be deleted at any time."""
    return Path(config.config_file_path or "mkdocs.yml").parent / ".cache" / name
