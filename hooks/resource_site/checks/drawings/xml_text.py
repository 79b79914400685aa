"""Decoding XML so that expat and browsers read the same text: known encodings, no DTD.

With a DOCTYPE of XHTML, browsers define HTML's entities, while expat skips entities it does not
know. So ``javascript&colon;…`` would be a script to browsers and a relative link to expat. Without
the DOCTYPE it is an error.
"""

import re

_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""Byte order marks, which come before any declared encoding (WHATWG Encoding, section 6)."""

_UTF_8 = ("utf-8", "utf8")
_SINGLE_BYTE = re.compile(r"us-ascii|iso-8859-\d+|windows-125\d", re.IGNORECASE)
"""Single-byte encodings; all agree on ASCII, so on all markup."""

_DECLARED = re.compile(rb"<\?xml[\t\n\r ][^>]*?encoding[\t\n\r ]*=[\t\n\r ]*[\"']([^\"'>]*)")
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

    Raises ``LookupError`` for an encoding that is not supported, and ``UnicodeDecodeError``.
    """
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if raw.startswith(mark):
            return raw.decode(encoding)
    declared = _DECLARED.match(raw)
    name = declared[1].decode("latin-1").lower() if declared else "utf-8"
    if _SINGLE_BYTE.fullmatch(name):
        return raw.decode("latin-1")
    if name not in _UTF_8 or b"\0" in raw[:4]:
        raise LookupError(name)
    return raw.decode("utf-8")


def without_doctype(text: str) -> str:
    """Return ``text`` with spaces in place of a DOCTYPE that has no internal subset.

    So lines and columns stay the same. The parser reports any other DOCTYPE.
    """
    prolog = _PROLOG.match(text)
    doctype = _DOCTYPE.match(text, prolog.end() if prolog else 0)
    if not doctype:
        return text
    blank = re.sub(r"[^\n]", " ", doctype[0])
    return text[: doctype.start()] + blank + text[doctype.end() :]
