"""The smallest files that are what their names say, for tests in which any will do."""

from hashlib import sha256
from io import BytesIO
from pathlib import PurePath

from PIL import Image

FORMATS = {
    ".avif": "AVIF", ".gif": "GIF", ".jpeg": "JPEG", ".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP"
}  # fmt: skip
STARTS = {
    ".docx": b"PK\3\4", ".m4a": b"\0\0\0\x20ftyp", ".m4v": b"\0\0\0\x20ftyp", ".mp3": b"ID3",
    ".mp4": b"\0\0\0\x20ftyp", ".odt": b"PK\3\4", ".oga": b"OggS", ".ogg": b"OggS",
    ".opus": b"OggS", ".pdf": b"%PDF-", ".wav": b"RIFF", ".webm": b"\x1a\x45\xdf\xa3",
}  # fmt: skip


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
