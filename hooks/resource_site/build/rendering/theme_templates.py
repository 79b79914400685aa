"""Templates: the folders they are found in, and a cache of compiled ones for previews."""

from collections.abc import Sequence

from jinja2 import BytecodeCache, ChoiceLoader, Environment, FileSystemLoader
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig


def hide_theme_files(config: MkDocsConfig) -> list[str]:
    """Remove from the theme's folders all but ``custom_dir``, and return those removed.

    MkDocs lists every file of a theme to publish it. Material has 14,000, and none is used.
    """
    theme = config.theme
    removed = [folder for folder in theme.dirs if folder != theme.custom_dir]
    theme.dirs = [folder for folder in theme.dirs if folder == theme.custom_dir]
    return removed


def add_theme_templates(env: Environment, folders: Sequence[str]) -> None:
    """Let ``env`` find the templates of ``folders`` too, after our own."""
    env.auto_reload = False  # MkDocs makes a new environment for each build
    env.loader = ChoiceLoader(
        [loader for loader in (env.loader,) if loader] + [FileSystemLoader(folders)]
    )


class CompiledTemplates(BytecodeCache):
    """A Jinja2 bytecode cache in memory; a file of bytecode could be tampered with.

    Jinja2 compiles a template again when its source has changed.
    """

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load the bytecode of ``bucket``, if it is cached."""
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Cache the bytecode of ``bucket``."""
        self._compiled[bucket.key] = bucket.bytecode_to_string()
