"""What the files of ``docs/`` may be called, and where they stand."""

from ..markdown.headings import MOST_SLUG, slugify
from ..problems import Problem
from .fields import is_slug

SHELVES = {"articles": "md", "checklists": "yml"}
"""Folders that hold nothing but what becomes a page, and what those files end in."""

TAKEN = ("articles", "checklists", "topics", "offline", "search", "404")
"""Addresses of pages the site makes by itself."""


def name_problem(path: str, stem: str, suffix: str, taken: tuple[str, ...]) -> Problem | None:
    """Return what is wrong with the name of the file ``path``, if it cannot be a web address.

    ``taken`` are names of pages that stand beside it.
    """
    if is_slug(stem) and stem not in taken and len(stem) <= MOST_SLUG:
        return None
    what = f'The file name "{stem}" cannot stand in a web address.'
    better = slugify(stem)
    if stem in taken:
        what = f'The name "{stem}" is taken by a page that the site makes by itself.'
    if better in taken or not is_slug(better):
        better = "a-short-name"
    fix = f'Rename the file with small letters, digits and hyphens, such as "{better}.{suffix}".'
    return Problem(path, 1, 1, what, fix)


def place_problem(path: str, folder: str, stem: str, suffix: str) -> Problem:
    """Return what is wrong with the file ``path``, which the site does not use where it stands."""
    right = SHELVES.get(folder)
    if right:
        what = f'A file in "{folder}" ends in ".{right}", and this one ends in ".{suffix}".'
        fix = f'Rename it to "{stem}.{right}", or move it to the folder it belongs in.'
    else:
        what = "The site does not use pages or YAML files that stand here."
        fix = "Move it to articles/ (.md) or checklists/ (.yml), or delete it."
    return Problem(path, 1, 1, what, fix)
