"""Words that came with a new file and were meant for its writer."""

from collections.abc import Iterable, Iterator

from ...markdown.text_blocks import TextBlock
from ...problems import Problem
from ...reading.starting_files import FOR_WRITERS


def leftovers(path: str, text_blocks: Iterable[TextBlock]) -> Iterator[Problem]:
    """Yield a warning for each of ``text_blocks`` of the file ``path`` that nobody has changed."""
    for passage in text_blocks:
        if passage.text in FOR_WRITERS:
            what = f'"{passage.text}" came with the new file, for you and not for readers.'
            fix = "Write your own words in its place, or delete it."
            yield Problem(path, *passage.at(0), what, fix, "warning")
