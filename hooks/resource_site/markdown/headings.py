"""Names of headings, which links lead to."""

import re

from anyascii import anyascii

MOST_SLUG = 80
"""Letters in a slug, so that an address can be read and written down."""

_SIGNS = re.compile(r"[^\w\s-]", re.ASCII)
_SPACE = re.compile(r"[-\s]+")


def slugify(text: str, most: int | None = MOST_SLUG) -> str:
    """Return ``text`` as lower-case words joined by hyphens, safe in an address.

    It has ``most`` letters at most. Every letter finds one of a to z that stands for it, and signs
    are left out: "Łódź & I" becomes "lodz-i".
    """
    plain = "".join(anyascii(sign) if sign.isalpha() else sign for sign in text)
    return _SPACE.sub("-", _SIGNS.sub("", plain).strip().lower())[:most].strip("-")


def free_id(text: str, taken: dict[str, int]) -> str:
    """Return an id for the heading ``text`` that is not among ``taken``, and take it.

    The second heading of the same words gets "_1" behind its id, as it always had on this site.
    ``taken`` counts, for each id, the others that were made from it.
    """
    name = found = slugify(text, None) or "part"
    while found in taken:
        taken[name] += 1
        found = f"{name}_{taken[name]}"
    taken[found] = 0
    return found
