"""Checking a whole site: its settings and its content."""

from contextlib import suppress
from pathlib import Path

from ..clock import today
from ..incremental.manifest import Manifest
from ..problems import ContentError, Problem, in_order
from ..reading.settings_file import SettingsFile
from .content_loader import LoadedContent, load


def load_all(
    config: Path,
    docs: Path | None = None,
    *,
    preview: bool = False,
    manifest: Manifest | None = None,
) -> tuple[LoadedContent, SettingsFile | None, list[Problem]]:
    """Return the content, the settings (None if invalid) and every problem of both.

    ``config`` is the path of ``mkdocs.yml``, which names the folder of content unless ``docs``
    does; ``preview`` and ``manifest`` are those of ``load``.
    """
    settings, problems = None, list[Problem]()
    try:
        settings = SettingsFile(config)
    except ContentError as error:
        problems += error.problems
    loaded = load(
        docs or (settings.docs if settings else config.parent / "docs"),
        today(),
        root=config.parent,
        preview=preview,
        site_url=settings.site_url if settings else "",
        manifest=manifest,
        own_files=settings.own_files if settings else (),
        fill_in=settings.settings.contact.fill_in if settings else str,
    )
    if settings:
        problems += settings.check(loaded.addresses)
    return loaded, settings, [*problems, *loaded.problems]


def check_content(config: Path, *, publish: bool = False) -> list[Problem]:
    """Return every problem of the site of the settings file ``config``, in file order.

    ``publish`` adds settings that are still placeholders.
    """
    _, settings, problems = load_all(config)
    if publish and settings:
        problems += settings.placeholders()
    return in_order(problems)


def find_docs(config: Path) -> Path:
    """Return the folder of content that the settings file ``config`` names."""
    with suppress(ContentError):  # load_all reports it
        return SettingsFile(config).docs
    return config.parent / "docs"
