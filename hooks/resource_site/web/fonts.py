"""The fonts of pages, published in one folder whose name has a hash of them all.

Browsers keep that folder for ever, so a font that changes has to have another address.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..incremental.fingerprint import files_hash

FOLDER = "fonts"
"""The fonts' folder as the styles name it, relative to ``assets``."""


@dataclass(frozen=True)
class Fonts:
    """The fonts of pages with their licences, by name."""

    files: dict[str, Path]

    @cached_property
    def folder(self) -> str:
        """Return the folder's address, relative to the site's root."""
        return f"assets/{FOLDER}.{files_hash(self.files)}"

    def address(self, name: str) -> str:
        """Return the address of a font such as ``literata-core.woff2``; raises ``KeyError``."""
        if name not in self.files:
            raise KeyError(f"no font {name}")
        return f"{self.folder}/{name}"

    def in_style(self, css: str) -> str:
        """Return ``css``, a style that is published in ``assets``, with the fonts' addresses."""
        return css.replace(f'url("{FOLDER}/', f'url("{self.folder.removeprefix("assets/")}/')


def fonts(overrides: Path) -> Fonts:
    """Return the fonts of pages; those of PDFs are not published."""
    files = sorted((overrides / "assets" / FOLDER).iterdir())
    return Fonts({file.name: file for file in files})
