"""The smallest files that are what their names say, for tests in which any will do."""

from base64 import b85decode
from hashlib import sha256
from io import BytesIO
from pathlib import PurePath
from zlib import decompress

from PIL import Image

FORMATS = {
    ".avif": "AVIF", ".gif": "GIF", ".jpeg": "JPEG", ".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP"
}  # fmt: skip
STARTS = {
    ".docx": b"PK\3\4", ".m4a": b"\0\0\0\x20ftyp", ".m4v": b"\0\0\0\x20ftyp", ".mp3": b"ID3",
    ".mp4": b"\0\0\0\x20ftyp", ".odt": b"PK\3\4", ".oga": b"OggS", ".ogg": b"OggS",
    ".opus": b"OggS", ".pdf": b"%PDF-", ".wav": b"RIFF", ".webm": b"\x1a\x45\xdf\xa3",
}  # fmt: skip

HEIC = decompress(b85decode(
    "c-"
    "muNV30{GsVvAy%}izhg51nBLl8SRGck>UfpKqcYDppk1Sn>t<P<^K3<a6VB@Af5Br_);Y>0~k0}}%yh{gC2LIZ&o"
    "Pz(r|xZxsmfY>54GcOIy1Ida4IjLY}Ks6a<$%YI_f{Y*~t`(VJ<$ML1CAkbxl?;C}3yKPW^qtIt<a{7q3e@Y&$P5"
    "yi09GXTf#J{JA3qov_?Z)cIwTwzc^Loy2Pt3%sbB^nxm`>Si9ktBCq_mznFR`stkYhtoAvC0;(`MW3=BLCAmNrIp"
    "lUW3#)HKNJArlxC+FuB<t67-"
    "07ZEj*nmnHL^6vDQlY+efMSj0oJ5er1fXu`0MY;d|GxkV10a0@8WsWtnH8BJjm#VzAT<)11-"
    "Y=OU}RuqZDe9*Z2_{SGK*5vpyGVVDaFa)um_oZE;l6+6iI3tjO!&8<D4Ac$1dIfzs~M|Wa~fG=$d6-"
    "%ciqj@0iKW+}O}NajpeWB^xAoeSLwk1#%e^BR|+JY#>uQR2f*HZq@-"
    "==9`$E3QP|ykceSm@`J=8D+4&x7?OY_SUemg&H@*&g1XfhYL*<7W<aCak@*19vTw`"
))  # fmt: skip
"""A photo of 16 by 8 pixels as iPhones save it, with a place and the maker's name."""


def tiny(name: str, text: str = "x") -> bytes:
    """Return a file that is to be called ``name``; ``text`` tells it from others of its kind."""
    kind = PurePath(name).suffix.lower()
    if kind not in FORMATS:
        return STARTS.get(kind, b"") + text.encode()
    red, green, blue, width, height = sha256(text.encode()).digest()[:5]
    content = BytesIO()
    Image.new("RGB", (width % 9 + 2, height % 9 + 2), (red, green, blue)).save(
        content, FORMATS[kind]
    )
    return content.getvalue()
