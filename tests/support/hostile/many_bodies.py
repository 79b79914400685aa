"""Reads many hostile texts: ``many_bodies.py FIRST LAST``, numbers of texts to draw.

Every tenth repeats a piece of itself until it is as long as an article may be, since what takes too
long mostly has to be long. A line is printed for each text that takes too long or fails in another
way than with problems, and in the end the most memory that was in use, in KiB.
"""

import sys
import time
import traceback
from pathlib import Path
from random import Random

from markupsafe import escape

from hostile_markdown import Writer
from resource_site.markdown.html.allow_list import clean
from resource_site.markdown.reader import read_markdown
from resource_site.problems import ContentError

SECONDS = 2.0
LONG = (2_000, 20_000, 100_000)
"""Characters of the texts that repeat a piece."""

MAX_PIECE = 40
"""Characters of such a piece."""


def text(number: int) -> str:
    """Return the text with this number."""
    drawn = Writer(number).text().markdown
    if number % 10 or not drawn:
        return drawn
    random = Random(number)  # noqa: S311 - nothing here is a secret
    start = random.randrange(len(drawn))
    piece = drawn[start : start + random.randint(1, MAX_PIECE)]
    return f"{drawn[:start]}{piece * (random.choice(LONG) // len(piece))}{drawn[start:]}"


def read(markdown: str) -> None:
    """Read ``markdown`` as an article's, and make its HTML; raises ``ContentError``."""
    document = read_markdown(markdown, "a.md", 1)
    clean(document.html(lambda place: str(escape(place.href)), lambda _: ""))


def main() -> None:
    first, last = map(int, sys.argv[1:])
    for number in range(first, last):
        body = text(number)
        before = time.process_time()
        try:
            read(body)
        except ContentError:
            pass
        except Exception:
            print(f"{number} failed: {traceback.format_exc()}")
        taken = time.process_time() - before
        if taken > SECONDS:
            print(f"{number} took {taken:.1f} s: {body[:80]!r}")
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(status.split("VmHWM:")[1].split()[0])


if __name__ == "__main__":
    main()
