"""Every problem of the settings and the content, in one list."""

from pathlib import Path

from .clock import today
from .content.loading import load
from .content.settings import SettingsFile
from .problems import ContentError, Problem


def check_content(config: Path, *, publish: bool = False) -> list[Problem]:
    """Return every problem of the site whose settings are in ``config``, in file order.

    ``publish`` adds what may stand in a draft of the site but not go out to the world.
    """
    problems: list[Problem] = []
    docs = config.parent / "docs"
    try:
        settings = SettingsFile(config)
    except ContentError as error:
        problems += error.problems
    else:
        problems += settings.check_files(docs)
        if publish:
            problems += settings.placeholders()
    problems += load(docs, today()).problems
    return sorted(set(problems))
