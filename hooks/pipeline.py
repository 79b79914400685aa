"""What happens when: each MkDocs event, in the order MkDocs calls them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from resource_site.build.site_build import SiteBuild
from resource_site.pages.html_whitespace import without_indent

if TYPE_CHECKING:  # only a preview needs it, and watching files takes a while to load
    from mkdocs.livereload import LiveReloadServer

site = SiteBuild()


def on_startup(command: str, dirty: bool) -> None:
    site.start(command)


def on_config(config: MkDocsConfig) -> None:
    site.configure(config)


def on_pre_build(config: MkDocsConfig) -> None:
    site.load(config)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    return site.add_pages(files, config)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    site.nav = nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    site.make(env, config, files)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return without_indent(output)


def on_post_build(config: MkDocsConfig) -> None:
    site.finish(config)


def on_serve(
    server: "LiveReloadServer", config: MkDocsConfig, builder: Callable[..., None]
) -> None:
    site.keep_running(server, builder, config)


def on_build_error(error: Exception) -> None:
    site.fail(error)


def on_shutdown() -> None:
    site.publish()
