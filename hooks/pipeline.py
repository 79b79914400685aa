"""MkDocs' event hooks, in the order MkDocs calls them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from resource_site.build.session import Session

if TYPE_CHECKING:  # slow to import, and only a preview uses it
    from mkdocs.livereload import LiveReloadServer

session = Session()


def on_startup(command: str, dirty: bool) -> None:
    session.start(command)


def on_config(config: MkDocsConfig) -> None:
    session.begin(config)


def on_pre_build(config: MkDocsConfig) -> None:
    session.build.load()


def on_files(files: Files, config: MkDocsConfig) -> Files:
    return session.build.add_files(files)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    session.build.navigation = nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    session.build.make(env, files)


def on_post_build(config: MkDocsConfig) -> None:
    session.build.finish()


def on_serve(
    server: "LiveReloadServer", config: MkDocsConfig, builder: Callable[..., None]
) -> None:
    session.keep_running(server, builder, config)


def on_build_error(error: Exception) -> None:
    session.fail(error)


def on_shutdown() -> None:
    session.end()
