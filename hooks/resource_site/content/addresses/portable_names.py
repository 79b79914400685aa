"""Checks that file and folder names work on every operating system and in web addresses."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import accumulate

from ...problems import Problem

MAX_NAME_BYTES = 120
"""Bytes of UTF-8 in one name; eCryptfs folders, for one, allow 143."""

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$)(?:\..*)?", re.I)
_NOT_PORTABLE = re.compile(
    r'[\x00-\x1f\x7f-\x9f<>:"|?*\\\ud800-\udfff\u2028\u2029\u202a-\u202e]|[. ]$'
)


def is_reserved(name: str) -> bool:
    """Return whether Windows reserves ``name`` for a device, with any extension.

    https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
    """
    return bool(_RESERVED.fullmatch(name))


def name_problems(sources: Iterable[str], prefix: str) -> Iterator[Problem]:
    """Yield a problem for each file or folder that some operating system cannot store.

    ``prefix`` is put in front of the paths ``sources`` in messages.
    """
    seen: dict[str, str] = {}
    for source in sources:
        *folders, _ = source.split("/")
        for text in (*accumulate(folders, "{}/{}".format), source):
            folded = unicodedata.normalize("NFC", text).casefold()
            first = seen.get(folded)
            if first is None:
                seen[folded] = text
                yield from _check_name(text.rpartition("/")[2], prefix + text)
            elif first != text:
                what = _clash(text, first)
                yield _problem(prefix + text, what, "Give one of them another name.")


def _clash(text: str, first: str) -> str:
    if unicodedata.normalize("NFC", text) == unicodedata.normalize("NFC", first):
        return f'This name looks like "{first}"; their accents are typed in two ways.'
    return f'Only capitals or accents tell this name from "{first}".'


def _check_name(name: str, path: str) -> Iterator[Problem]:
    if is_reserved(name):
        what = f'Windows keeps the name "{name}" for itself, and cannot hold such a file.'
        yield _problem(path, what, "Give it another name.")
    elif _NOT_PORTABLE.search(name):
        what = "This name holds a sign that not every computer can keep."
        yield _problem(path, what, "Rename it with letters, digits, hyphens and dots.")
    elif len(name.encode(errors="replace")) > MAX_NAME_BYTES:
        what = f"This name is longer than {MAX_NAME_BYTES} letters."
        yield _problem(path, what, "Give it a shorter name.")


def _problem(path: str, what: str, fix: str) -> Problem:
    return Problem(path, 1, 1, what, fix)
