"""``resources editor``: write the browser editor as a site of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from ..build.publishing.atomic_swap import Replacement
from ..build.publishing.disk_errors import disk_error_message
from ..problems import ContentError
from ..reading.settings_file import SettingsFile
from .console import DEFAULT_CONFIG, ConfigOption, fail

_MARK = "configuration.json"
"""A file that every editor has, and hardly anything else."""

_ROBOTS = "User-agent: *\nDisallow: /\n"


def editor(
    folder: Annotated[Path, typer.Argument(help="Where to write it.", show_default=False)],
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """Write the editor as a site, to publish at a host name of its own.

    There, no page of the site can read the token with which staff sign in. "backend" in mkdocs.yml,
    under "editor", says where it saves to.
    """
    try:
        settings = SettingsFile(config)
    except ContentError as error:
        fail(str(error))
    if settings.settings.editor.backend is None:
        what, fix = "The editor has nowhere to save.", 'Name the Git host: "editor", "backend".'
        fail(str(settings.tree.problem(("extra",), what, fix)))
    if folder.is_dir() and any(folder.iterdir()) and not (folder / _MARK).is_file():
        fail(f'"{folder}" holds something else. Name a new folder.')
    try:
        replacement = Replacement(folder)
        try:
            for address, content in _files(settings, config):
                file = replacement.folder / address
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
        except OSError:
            replacement.discard()
            raise
        replacement.publish()
    except OSError as error:
        fail(f"The editor was not written. {disk_error_message(error)}")
    typer.echo(f'The editor is in the folder "{folder}". Publish it at a host name of its own.')


def _files(settings: SettingsFile, config: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the address of each file of the editor's host, and what is in it."""
    from ..editor.editor_assets import FOLDER, EditorFiles  # noqa: PLC0415 - slow to import
    from ..editor.editor_policy import own_host_rules  # noqa: PLC0415
    from ..web.host_files import HEADERS, headers_file  # noqa: PLC0415

    files = EditorFiles.of(
        settings.settings.editor,
        overrides=settings.overrides,
        docs=settings.docs,
        config_file=config,
        site_name=settings.site_name,
        site_url=settings.site_url,
        is_alone=True,
    )
    above = f"{FOLDER}/"
    for address, text in files.texts():
        yield address.removeprefix(above), text.encode()
    for address, file in files.copies():
        yield address.removeprefix(above), file.read_bytes()
    icon = "assets/favicon.svg"
    yield icon, (settings.overrides / icon).read_bytes()
    rules = own_host_rules(files.policy, files.libraries.removeprefix(above))
    yield HEADERS, headers_file(rules, "/").encode()
    yield "robots.txt", _ROBOTS.encode()
