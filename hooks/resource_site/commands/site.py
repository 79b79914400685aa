"""``resources preview`` and ``resources build``: run MkDocs with this project's options."""

import os
import subprocess
import sys
import time
import webbrowser
from pathlib import Path
from typing import Annotated, NoReturn
from urllib.error import HTTPError
from urllib.request import urlopen

import typer

from ..incremental.last_build import LastBuild
from ..incremental.store import Store
from ..problems import ContentError
from ..reading.settings_file import SettingsFile
from .console import DEFAULT_CONFIG, ConfigOption, fail

_TRIES = 10
_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1"}
_PAUSE = 0.5
"""Seconds between two tries: the preview needs a moment to notice and build a new file."""


def preview(
    open_it: Annotated[
        bool, typer.Option("--open/--no-open", help="Open it in your browser once it runs.")
    ] = True,
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """Show the site on this computer while you write. Press Ctrl and C to stop it."""
    try:
        address = SettingsFile(config).preview_address
    except ContentError as error:
        fail(str(error))
    if _responds(address):
        fail(
            f"Something answers at {address} already, most likely a preview in another window. "
            "Use that one, or stop it there with Ctrl and C and try again."
        )
    _become_mkdocs("serve", *(["--open"] if open_it else []), config=config)


def build(config: ConfigOption = DEFAULT_CONFIG) -> None:
    """Build the site that readers get. If anything is wrong, the last good site stays."""
    try:
        settings = SettingsFile(config)
    except ContentError as error:
        fail(str(error))
    last = _last_build(config, settings)
    if last and last.is_current():
        typer.echo("Nothing has changed since the last build, so the site is as it was.")
    elif run_mkdocs("build", "--strict", "--quiet", config=config):
        fail("", "The site was not built. If there was one before, it is still there.")
    elif last:
        last.save()
    typer.echo(f'The site is in the folder "{settings.site.name}". Hand over that whole folder.')


def _last_build(config: Path, settings: SettingsFile) -> LastBuild | None:
    """Return the record of the last build, or None where other code takes part in one."""
    hook = settings.only_hook
    if hook is None:
        return None
    inputs = config, settings.docs, settings.overrides, hook
    return LastBuild(Store.beside(config), inputs, settings.site)


def _responds(address: str) -> bool:
    try:
        with urlopen(address, timeout=5):  # noqa: S310 - our own
            return True
    except HTTPError:  # a response too
        return True
    except OSError:
        return False


def _become_mkdocs(*arguments: str, config: Path) -> NoReturn:
    """Let MkDocs take this process over, so that whatever stops it frees the preview's port.

    Windows cannot do that; there, closing the window stops both.
    """
    if os.name != "posix":
        raise typer.Exit(run_mkdocs(*arguments, config=config))
    sys.stdout.flush()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    command = _command(*arguments, config=config)
    os.execve(command[0], command, {**os.environ, **_ENVIRONMENT})  # noqa: S606 - no shell


def _command(*arguments: str, config: Path) -> list[str]:
    return [sys.executable, "-m", "mkdocs", *arguments, "--config-file", str(config)]


def run_mkdocs(*arguments: str, config: Path, **environment: str) -> int:
    """Run MkDocs without the theme's notice, and return its exit code.

    Its messages are on stderr. Ctrl and C reaches it too, and it exits by itself.
    """
    command = _command(*arguments, config=config)
    environment = {**os.environ, **_ENVIRONMENT, **environment}
    with subprocess.Popen(  # noqa: S603 - no shell is involved
        command, env=environment, stdout=subprocess.DEVNULL
    ) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue


def open_when_shown(address: str) -> bool:
    """Open ``address`` in the browser once a preview serves it; return whether it was opened.

    Returns False at once if no preview is running.
    """
    for attempt in range(_TRIES):
        if attempt:
            time.sleep(_PAUSE)
        try:
            with urlopen(address, timeout=5):  # noqa: S310 - our own
                return webbrowser.open(address)
        except HTTPError:  # it runs, and has not built the page yet
            continue
        except OSError:
            return False
    return False
