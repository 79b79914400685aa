"""Numbered tips: short numbered lines with text between them, which are headings here."""

import re
from itertools import pairwise

from bs4 import BeautifulSoup, Tag

_NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s+(?=\S)")
_LONGEST = 100
"""Characters of a tip's heading; a longer line is a step of a list."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def make_tips(tree: BeautifulSoup, blocks: list[Tag]) -> bool:
    """Make headings of numbered tips among ``blocks``, the blocks of ``tree`` in order.

    Word processors and web pages show them as lists of one entry each, which may all start at 1.
    Returns whether they can be numbered by the site: if no other heading stands beside them.
    """
    tips = [block for block in blocks if _words_of_tip(block) is not None]
    places = [index for index, block in enumerate(blocks) if block in tips]
    is_parted = all(after - before > 1 for before, after in pairwise(places))
    if len(tips) < 2 or not is_parted:
        return False
    others = [block for block in blocks if block.name in _HEADINGS and block not in tips]
    earlier = [block for block in others if blocks.index(block) < places[0]]
    level = min(int(earlier[-1].name[1]) + 1, 6) if earlier else 2
    are_alone = not any(int(each.name[1]) >= level for each in others) and not earlier
    for number, tip in enumerate(tips, 1):
        heading = tree.new_tag(tip.name if tip.name in _HEADINGS else f"h{level}")
        heading.string = f"{_words_of_tip(tip)}" if are_alone else f"{number}. {_words_of_tip(tip)}"
        tip.replace_with(heading)
    return are_alone


def _words_of_tip(block: Tag) -> str | None:
    """Return the words of a tip without their number, or None for any other block."""
    words = " ".join(block.get_text(" ").split())
    if not words or len(words) > _LONGEST:
        return None
    if block.name == "ol":
        items = block.find_all("li")
        return words if len(items) == 1 else None
    if block.name in (*_HEADINGS, "p") and _NUMBERED.match(words):
        return _NUMBERED.sub("", words)
    return None
