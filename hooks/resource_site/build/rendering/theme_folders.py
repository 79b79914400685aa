"""The theme's folders: ours first, and nothing of the theme published."""

from collections.abc import Sequence

from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig


def leave_unlisted(config: MkDocsConfig) -> list[str]:
    """Take from the theme's folders those that are not this project's, and return them.

    MkDocs lists every file of a theme to publish it, and Material has 14,000, of which we publish
    none.
    """
    theme = config.theme
    left = [folder for folder in theme.dirs if folder != theme.custom_dir]
    theme.dirs = [folder for folder in theme.dirs if folder == theme.custom_dir]
    return left


def add_theme(env: Environment, folders: Sequence[str]) -> None:
    """Let templates use those of ``folders`` too, behind our own."""
    env.loader = ChoiceLoader(
        [loader for loader in (env.loader,) if loader] + [FileSystemLoader(folders)]
    )
