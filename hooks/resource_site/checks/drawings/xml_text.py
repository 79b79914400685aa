"""Decode XML so that our parser and every browser read the same: known encodings, no DTD.

Browsers define HTML's entities in a document whose DOCTYPE has a public identifier of XHTML; expat
ignores entities it does not know once there is an external DTD. So ``javascript&colon;…`` would be
a script to one and a relative link to the other. Without the DOCTYPE it is an error.
"""

import re

_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""Byte order marks, which come before any declared encoding (WHATWG Encoding, section 6)."""

_UTF_8 = ("utf-8", "utf8")
_SINGLE_BYTE = re.compile(r"us-ascii|iso-8859-\d+|windows-125\d", re.IGNORECASE)
"""Single-byte encodings; all agree on ASCII, so on all markup."""

_NAMED = re.compile(rb"<\?xml[\t\n\r ][^>]*?encoding[\t\n\r ]*=[\t\n\r ]*[\"']([^\"'>]*)")
_PROLOG = re.compile(r"(?:[\t\n\r ]|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_QUOTED = r"""(?:"[^"]*"|'[^']*')"""
_SPACE = r"[\t\n\r ]"
_DOCTYPE = re.compile(
    rf"<!DOCTYPE{_SPACE}+[^\s<>&\"'\[\]]+"
    rf"(?:{_SPACE}+(?:SYSTEM|PUBLIC{_SPACE}+{_QUOTED}){_SPACE}*{_QUOTED})?{_SPACE}*>"
)
"""A DOCTYPE without an internal subset."""


def decode_xml(raw: bytes) -> str:
    """Return the text of an XML file.

    Raises ``LookupError`` where the encoding is not one of those here, and ``UnicodeDecodeError``
    where the bytes do not fit it.
    """
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if raw.startswith(mark):
            return raw.decode(encoding)
    named = _NAMED.match(raw)
    name = named[1].decode("latin-1").lower() if named else "utf-8"
    if _SINGLE_BYTE.fullmatch(name):
        return raw.decode("latin-1")
    if name not in _UTF_8 or b"\0" in raw[:4]:
        raise LookupError(name)
    return raw.decode("utf-8")


def without_doctype(text: str) -> str:
    """Return ``text`` with spaces in place of a DOCTYPE that has no internal subset.

    Everything else keeps its line and column. Any other DOCTYPE stays, for the parser to report.
    """
    prolog = _PROLOG.match(text)
    found = _DOCTYPE.match(text, prolog.end() if prolog else 0)
    if not found:
        return text
    blank = re.sub(r"[^\n]", " ", found[0])
    return text[: found.start()] + blank + text[found.end() :]
