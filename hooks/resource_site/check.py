"""Every problem of the settings and the content, in one list."""

from contextlib import suppress
from pathlib import Path

from .clock import today
from .content.loading import Loaded, load
from .content.settings import SettingsFile
from .problems import ContentError, Problem


def load_all(
    config: Path, docs: Path, *, preview: bool = False
) -> tuple[Loaded, SettingsFile | None, list[Problem]]:
    """Return the content, the settings unless they are wrong, and every problem of both.

    ``config`` is the settings file; ``docs`` is where its content stands.
    """
    loaded = load(docs, today(), root=config.parent, preview=preview)
    try:
        settings = SettingsFile(config)
    except ContentError as error:
        return loaded, None, [*error.problems, *loaded.problems]
    return loaded, settings, [*settings.check(loaded.addresses), *loaded.problems]


def check_content(config: Path, *, publish: bool = False) -> list[Problem]:
    """Return every problem of the site whose settings are in ``config``, in file order.

    ``publish`` adds what may stand in a draft of the site but not go out to the world.
    """
    docs = config.parent / "docs"
    with suppress(ContentError):  # load_all says what is wrong with the settings
        docs = SettingsFile(config).docs
    _, settings, problems = load_all(config, docs)
    if publish and settings:
        problems += settings.placeholders()
    return sorted(set(problems))
