"""Word files, written part by part, as Word, Google Docs and LibreOffice write them."""

from collections.abc import Iterable
from html import escape
from io import BytesIO
from zipfile import ZipFile

from tiny_files import tiny

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="png" ContentType="image/png"/>
<Default Extension="emf" ContentType="image/x-emf"/>
<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
_STYLES = {
    "Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2", "Heading3": "heading 3",
    "ListParagraph": "List Paragraph", "Quote": "Quote", "Quotations": "Quotations",
    "TextBody": "Text Body", "TOC1": "toc 1", "Normal": "Normal",
}  # fmt: skip
BULLETS, NUMBERS = 1, 2
"""Lists of a document: what ``entry`` takes."""

_LEVEL = '<w:lvl w:ilvl="{}"><w:numFmt w:val="{}"/></w:lvl>'
_NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{number}">'
    + "".join(_LEVEL.format(level, kind) for level in range(3))
    + "</w:abstractNum>"
    for number, kind in ((BULLETS, "bullet"), (NUMBERS, "decimal"))
) + "".join(
    f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    for number in (BULLETS, NUMBERS)
)


def run(words: str, marks: str = "") -> str:
    """Return a run of ``words``; ``marks`` are its properties, such as ``<w:b/>``."""
    marked = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    text = escape(words).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r>{marked}<w:t xml:space="preserve">{text}</w:t></w:r>'


BOLD, GOOGLE_BOLD = "<w:b/><w:bCs/>", '<w:b w:val="1"/><w:rtl w:val="0"/>'


def par(*runs: str, style: str = "", more: str = "") -> str:
    """Return a paragraph of ``runs``, or of plain words."""
    inside = "".join(each if each.startswith("<") else run(each) for each in runs)
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{more}</w:pPr>{inside}</w:p>"


def entry(words: str, kind: int = BULLETS, level: int = 0, style: str = "ListParagraph") -> str:
    """Return an entry of a list."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{kind}"/></w:numPr>'
    return par(words, style=style, more=place)


def table(*rows: Iterable[str]) -> str:
    """Return a table; a cell may hold paragraphs already."""
    html = ""
    for row in rows:
        cells = (each if each.startswith("<") else par(each) for each in row)
        html += f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"
    return f"<w:tbl>{html}</w:tbl>"


def link(words: str, number: int = 1) -> str:
    """Return a link to the document's relation ``number``."""
    return f'<w:hyperlink r:id="link{number}">{run(words)}</w:hyperlink>'


def picture(words: str, number: int = 1) -> str:
    """Return a picture with alternative text."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="{number}" name="Picture" descr="{words}"/>'
        f'<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="picture{number}"/>'
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def word_file(
    *blocks: str,
    links: Iterable[str] = (),
    notes: Iterable[str] = (),
    comments: Iterable[str] = (),
    pictures: Iterable[str] = (),
) -> bytes:
    """Return a Word file; ``pictures`` are the endings of their files."""
    relations = {
        "styles": "styles.xml", "numbering": "numbering.xml", "footnotes": "footnotes.xml",
        "comments": "comments.xml",
    }  # fmt: skip
    related = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{target}"/>'
        for name, target in relations.items()
    )
    parts: dict[str, bytes] = {}
    for number, address in enumerate(links, 1):
        related += (
            f'<Relationship Id="link{number}" Type="{_OFFICE}/hyperlink" '
            f'Target="{escape(address)}" TargetMode="External"/>'
        )
    for number, ending in enumerate(pictures, 1):
        name = f"media/image{number}.{ending}"
        related += f'<Relationship Id="picture{number}" Type="{_OFFICE}/image" Target="{name}"/>'
        parts[f"word/{name}"] = tiny(f"x.{ending}", str(number))
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in _STYLES.items()
    )
    written = "".join(
        f'<w:footnote w:id="{number}">{par(words)}</w:footnote>'
        for number, words in enumerate(notes, 1)
    )
    said = "".join(
        f'<w:comment w:id="{number}" w:author="Jo" w:initials="J">{par(words)}</w:comment>'
        for number, words in enumerate(comments, 1)
    )
    head = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts |= {
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": (
            f'<Relationships xmlns="{head}"><Relationship Id="a" Type="{_OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>'
        ).encode(),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{head}">{related}</Relationships>'
        ).encode(),
        "word/document.xml": _part("document", f"<w:body>{''.join(blocks)}</w:body>"),
        "word/styles.xml": _part("styles", styles),
        "word/numbering.xml": _part("numbering", _NUMBERING),
        "word/footnotes.xml": _part("footnotes", written),
        "word/comments.xml": _part("comments", said),
    }
    content = BytesIO()
    with ZipFile(content, "w") as document:
        for name, raw in parts.items():
            document.writestr(name, raw)
    return content.getvalue()


def _part(name: str, inside: str) -> bytes:
    return f"<w:{name} {_SPACES}>{inside}</w:{name}>".encode()
