"""Everything that is not ready to be published, in one list."""

from collections.abc import Sequence
from datetime import date

from ..content.loading import Loaded
from ..problems import ContentError, Problem
from ..words.findings import reading_findings, word_findings
from ..words.house_words import HouseWords, load_house_words
from .file_words import FileWords, file_words
from .leftovers import leftovers
from .pictures import heavy_pictures, silent_pictures
from .publications import publication_findings


def readiness(
    loaded: Loaded, today: date, words: Sequence[FileWords] | None = None
) -> list[Problem]:
    """Return warnings and notes about all of ``loaded`` on the day ``today``.

    ``words`` are those of ``loaded``, if they were read already. A house word list that cannot be
    read is an error among the rest; the words are then not checked against it.
    """
    problems: list[Problem] = []
    house = HouseWords()
    try:
        house = load_house_words(loaded.docs, loaded.prefix)
    except ContentError as error:
        problems += error.problems
    entries = loaded.entries
    for entry in entries.publications:
        problems += publication_findings(entry, today)
    problems += silent_pictures(entries.bodies)
    problems += heavy_pictures(loaded.docs, loaded.prefix, loaded.files)
    drafts = {entry.tree.path for entry in entries.publications if entry.model.draft}
    for file in file_words(loaded) if words is None else words:
        problems += word_findings(file.path, file.all, house)
        if file.path not in drafts:
            problems += leftovers(file.path, file.all)
        if file.has_reading_age:
            problems += reading_findings(file.path, file.measured)
    return problems
