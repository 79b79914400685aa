"""A worksheet for word processors, made from the HTML of its PDF."""

import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import docx
import segno
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from lxml import html as lxml_html

from .word_controls import text_control, tick_control

FIXED_DAY = datetime(2020, 1, 1, tzinfo=UTC)
"""The day in every document, so that the same sheet makes the same bytes."""
SIZES = {"Normal": 12, "Heading 1": 24, "Heading 2": 18, "Heading 3": 15}
"""Points of each style."""
NOT_IN_WORD = {"svg", "style", "script", "textarea", "input", "img"}


def word_document(page: str, page_url: str) -> bytes:
    """Return the sheet ``page``, HTML, as a .docx with headings, tables and content controls.

    A control's tag is the name of its field on the page; ``page_url`` becomes the code to scan.
    """
    return _WordWriter(page_url).write(lxml_html.document_fromstring(page))


class _WordWriter:
    """Writes one document."""

    def __init__(self, page_url: str) -> None:
        self._document = docx.Document()
        self._page_url = page_url
        styles = self._document.styles
        language = parse_xml(f'<w:lang {nsdecls("w")} w:val="en-GB"/>')
        for name, size in SIZES.items():
            font = styles[name].font
            font.name, font.size, font.color.rgb = "Arial", Pt(size), RGBColor(0, 0, 0)
            styles[name].element.get_or_add_rPr().rFonts.attrib.pop(qn("w:asciiTheme"), None)
        styles["Normal"].element.get_or_add_rPr().append(language)
        for section in self._document.sections:
            section.page_width, section.page_height = Mm(210), Mm(297)
            section.left_margin = section.right_margin = Mm(20)
            section.top_margin, section.bottom_margin = Mm(14), Mm(18)
            section.footer_distance = Mm(8)

    def write(self, page: Any) -> bytes:
        core = self._document.core_properties
        core.title = page.findtext("head/title")
        core.author = page.xpath("string(//meta[@name='author']/@content)")
        core.language, core.comments = "en-GB", ""
        core.created = core.modified = FIXED_DAY
        foot = f"{page.get('data-title')}\n{''.join(page.get('data-page', '').split())}"
        self._document.sections[0].footer.paragraphs[0].text = foot
        self._children(page.find("body"))
        saved = BytesIO()
        self._document.save(saved)
        return _same_bytes(saved.getvalue())

    def _children(self, element: Any) -> None:
        for child in element:
            if isinstance(child.tag, str) and not _has_class(child, "on-screen"):
                self._block(child)

    def _block(self, element: Any) -> None:
        """Write an element by its class or tag; one without a rule is its children."""
        classes = (element.get("class") or "").split()
        by_class = {
            "sheet-brand": self._brand,
            "item--tick": self._tick,
            "item--scale": self._choice,
            "item--choose": self._choice,
            "item--table": self._table,
            "item--write": self._answer,
            "contact__code": self._code,
        }
        write = next((by_class[name] for name in classes if name in by_class), None)
        tag = element.tag
        if write:
            write(element)
        elif tag in ("h1", "h2", "h3", "h4"):
            self._document.add_heading(_words(element), int(tag[1]))
        elif tag == "p" or (tag == "li" and element.find("p") is None):
            style = "List Bullet" if tag == "li" else None
            self._inline(element, self._document.add_paragraph(style=style))
        elif tag not in NOT_IN_WORD:
            self._children(element)

    def _brand(self, element: Any) -> None:
        self._inline(element.find("p"), self._document.add_paragraph())
        for label in element.findall("label"):
            field = label.find("input")
            paragraph = self._document.add_paragraph(f"{_words(label)}: ")
            self._text([paragraph], field)

    def _prompt(self, item: Any) -> None:
        prompt = item.xpath(".//*[contains(concat(' ', @class, ' '), ' prompt ')]")[0]
        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_before = Pt(12)
        paragraph.add_run(_words(prompt)).bold = True
        self._hints(item)

    def _hints(self, item: Any) -> None:
        for hint in item.xpath(".//p[not(@class='grid__name' or @class='ring__name')]"):
            self._inline(hint, self._document.add_paragraph())

    def _tick(self, item: Any) -> None:
        self._box(item.find("input"), item.find("label"))
        self._hints(item)

    def _choice(self, item: Any) -> None:
        self._prompt(item)
        boxes = [self._box(label.find("input"), label) for label in item.iter("label")]
        for box in boxes[:-1]:  # a choice is not torn between two pages
            box.paragraph_format.keep_with_next = True

    def _box(self, field: Any, label: Any) -> Any:
        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(4)
        tag = field.get("name") + (f"={field.get('value')}" if field.get("value") else "")
        tick_control(paragraph._p, tag=tag, title=field.get("title"))
        paragraph.add_run(" ")
        self._inline(label, paragraph)
        return paragraph

    def _answer(self, item: Any) -> None:
        self._prompt(item)
        field = item.find(".//textarea")
        count = int(field.get("rows"))
        lines = [self._line(self._document.add_paragraph) for _ in range(count)]
        for line in lines[:-1]:  # a box is not torn between two pages
            line.paragraph_format.keep_with_next = True
        lines[-1].paragraph_format.space_after = Pt(8)
        self._text(lines, field)

    def _line(self, add: Callable[[], Any]) -> Any:
        """Return a new paragraph to write on, ruled as a line of a box."""
        paragraph = add()
        edges = "".join(
            f'<w:{edge} w:val="single" w:sz="6" w:space="4" w:color="000000"/>'
            for edge in ("top", "left", "bottom", "right", "between")
        )
        properties = paragraph._p.get_or_add_pPr()
        properties.append(parse_xml(f"<w:pBdr {nsdecls('w')}>{edges}</w:pBdr>"))
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Mm(8)
        return paragraph

    def _text(self, paragraphs: list[Any], field: Any) -> None:
        elements = [paragraph._p for paragraph in paragraphs]
        text_control(elements, tag=field.get("name"), title=field.get("title"))

    def _table(self, item: Any) -> None:
        self._prompt(item)
        # by the row and column at the end of each name, as rings stand column by column
        cells = {
            tuple(int(part) for part in field.get("name").rsplit("--", 1)[1].split("-")): field
            for field in item.iter("textarea")
        }
        labels = {label.get("for"): label for label in item.iter("label")}
        rows, columns = max(cells)
        heads = [
            _words(labels[cells[1, column].get("id")], without=["visually-hidden"])
            for column in range(1, columns + 1)
        ]
        table = self._document.add_table(rows=1 + rows, cols=columns, style="Table Grid")
        for cell, words in zip(table.rows[0].cells, heads, strict=True):
            cell.paragraphs[0].add_run(words).bold = True
        head = table.rows[0]._tr.get_or_add_trPr()
        head.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
        for number, row in enumerate(list(table.rows)[1:], start=1):
            row.height = Mm(16)
            for column, cell in enumerate(row.cells, start=1):
                self._text([cell.paragraphs[0]], cells[number, column])
        self._document.add_paragraph()

    def _code(self, element: Any) -> None:
        picture = BytesIO()
        segno.make(self._page_url, error="m").save(picture, kind="png", scale=6)
        picture.seek(0)
        run = self._document.add_paragraph().add_run()
        described = run.add_picture(picture, width=Mm(26))._inline.docPr
        described.set("descr", f"{_words(element)}: {self._page_url}")
        self._document.add_paragraph(_words(element))

    def _inline(self, element: Any, paragraph: Any) -> None:
        """Add the text of ``element`` to ``paragraph``, with bold and links."""
        self._run(paragraph, element.text, element)
        for child in element:
            hidden = _has_class(child, "on-screen") or _has_class(child, "visually-hidden")
            if child.tag == "br":
                paragraph.add_run().add_break(WD_BREAK.LINE)
            elif child.tag == "a" and not (child.get("href") or "#").startswith("#"):
                self._link(paragraph, child)
            elif child.tag not in NOT_IN_WORD and not hidden:
                self._inline(child, paragraph)
            self._run(paragraph, child.tail, element)

    def _run(self, paragraph: Any, text: str | None, element: Any) -> None:
        words = " ".join((text or "").split())
        if words or text:
            before, after = text[:1].isspace(), text[-1:].isspace()  # type: ignore[index]
            before = before and bool(paragraph.text) and not paragraph.text.endswith(" ")
            run = paragraph.add_run(f"{' ' * before}{words}{' ' * (after and bool(words))}")
            run.bold = element.tag in ("b", "strong") or None
            run.italic = element.tag in ("i", "em") or None

    def _link(self, paragraph: Any, link: Any) -> None:
        target = self._document.part.relate_to(
            link.get("href"), RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )
        element = parse_xml(f"<w:hyperlink {nsdecls('w', 'r')}/>")
        element.set(qn("r:id"), target)
        run = paragraph.add_run(_words(link))
        run.underline = True
        element.append(run._r)
        paragraph._p.append(element)


def _words(element: Any, without: list[str] | None = None) -> str:
    """Return the text of an element, without pictures, and parts of the class ``without``."""
    hidden = without or ["visually-hidden"]
    parts = element.xpath(
        ".//text()[not(ancestor::*[local-name()='svg' or contains(@class, $hidden)])]",
        hidden=hidden[0],
    )
    return " ".join("".join(parts).split())


def _has_class(element: Any, name: str) -> bool:
    return name in (element.get("class") or "").split()


def _same_bytes(content: bytes) -> bytes:
    """Return a ZIP file with a fixed day in place of the hour of the build."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(written, "w") as new:
        for entry in old.infolist():
            fixed = zipfile.ZipInfo(entry.filename, FIXED_DAY.timetuple()[:6])
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, old.read(entry))
    return written.getvalue()
