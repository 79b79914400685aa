"""Words of pictures that tell a reader who cannot see them nothing."""

import re
from pathlib import PurePosixPath
from urllib.parse import unquote

_ENDING = re.compile(r"\.(?:avif|gif|heic|jpe?g|png|svg|tiff?|webp)$", re.IGNORECASE)
_MADE_UP = re.compile(
    r"(?=.*[\d_])(?:(?:dsc[fn]?|img|image|mvimg|p|photo|picture|pxl|screen ?shot|untitled"
    r"|whatsapp image)[\s_.()-]*)?[\d\s_.:()-]*(?:at[\d\s.:]+)?(?:wa\d+)?",
    re.IGNORECASE,
)
"""Names that cameras, phones and programs make up, such as "IMG_2041"."""


def is_file_name(words: str, href: str) -> bool:
    """Return whether the words of the picture ``href`` are the name of a file."""
    words = words.strip()
    file = PurePosixPath(unquote(href)).name
    bare = _ENDING.sub("", words)
    if not words:
        return False
    is_own_name = bool(re.search(r"[_\d-]", bare)) and bare == _ENDING.sub("", file)
    return is_own_name or bare != words or bool(_MADE_UP.fullmatch(bare))
