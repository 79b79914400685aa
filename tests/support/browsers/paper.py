"""A PDF as its readers meet it: its words, its fields in the order of the Tab key, its looks."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

import pymupdf
from pypdf import PdfReader, PdfWriter


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return kids if isinstance(kids, list) else [kids]


@dataclass(frozen=True)
class Paper:
    """One PDF, from its bytes."""

    content: bytes

    @classmethod
    def at(cls, file: Path) -> "Paper":
        return cls(file.read_bytes())

    @cached_property
    def pdf(self) -> PdfReader:
        return PdfReader(BytesIO(self.content))

    @cached_property
    def drawn(self) -> Any:
        """Return it with its fields as they look, printed onto the pages."""
        document = pymupdf.open(stream=self.content, filetype="pdf")
        document.bake()
        return document

    @cached_property
    def words(self) -> str:
        """Return the words a printer would put on paper, answers too."""
        return " ".join(" ".join(page.get_text() for page in self.drawn).split())

    def page_words(self, number: int) -> str:
        """Return the words on one page, counted from 0; the last is -1."""
        return " ".join(self.drawn[number].get_text().split())

    @cached_property
    def fields(self) -> dict[str, Any]:
        return self.pdf.get_fields() or {}

    @cached_property
    def bookmarks(self) -> list[tuple[int, str, int]]:
        """Return level, words and page of each bookmark, levels and pages from 1."""
        return [tuple(entry) for entry in pymupdf.open(stream=self.content).get_toc()]

    def elements(self) -> Iterator[Any]:
        """Yield the tags a screen reader meets, in its order."""

        def walk(element: Any) -> Iterator[Any]:
            for kid in _kids(element):
                if isinstance(kid, int):
                    continue
                inside = kid.get_object()
                if "/S" in inside:
                    yield inside
                    yield from walk(inside)

        yield from walk(self.pdf.root_object["/StructTreeRoot"])

    def tab_order(self) -> list[str]:
        """Return what a screen reader calls each field, in the order of its tags."""
        return [
            str(kid.get_object()["/Obj"]["/TU"])
            for element in self.elements()
            if element["/S"] == "/Form"
            for kid in _kids(element)
        ]

    def marks_read(self) -> set[tuple[int, int]]:
        """Return page and number of each marked piece of content that the tags lead to."""
        pages = {page.indirect_reference.idnum: i for i, page in enumerate(self.pdf.pages)}  # type: ignore[union-attr]
        return {
            (pages[element.raw_get("/Pg").idnum], int(kid))
            for element in self.elements()
            for kid in _kids(element)
            if isinstance(kid, int)
        }

    def spans(self) -> list[dict[str, Any]]:
        """Return each piece of text with its font and size in points."""
        return [
            span
            for page in self.drawn
            for block in page.get_text("dict")["blocks"]
            for line in block.get("lines", [])
            for span in line["spans"]
            if span["text"].strip()
        ]

    def lines(self) -> int:
        """Return how many lines to write on are drawn: level, black and half a point thick."""
        return sum(
            1
            for page in self.drawn
            for drawing in page.get_drawings()
            if abs((drawing["width"] or 0) - 0.5) < 0.01
            for item in drawing["items"]
            if item[0] == "l"
        )

    def filled(self, text: str) -> "Paper":
        """Return it with ``text`` in every field to write in, and every first choice made."""
        writer = PdfWriter(clone_from=BytesIO(self.content))
        answers = {
            name: text if field["/FT"] == "/Tx" else field["/_States_"][0]
            for name, field in self.fields.items()
        }
        for page in writer.pages:
            writer.update_page_form_field_values(page, answers, auto_regenerate=False)
        out = BytesIO()
        writer.write(out)
        return Paper(out.getvalue())
