"""What only ``check --publish`` says of files: nobody links to them, or they tell too much."""

from io import BytesIO
from zipfile import ZipFile

from pypdf import PdfWriter
from pypdf.annotations import FreeText

from conftest import MakeSite
from guide import is_explained
from resource_site.commands.check import find_problems
from samples import article
from small_site import Site
from tiny_files import tiny

CORE = (
    "<cp:coreProperties><dc:creator>{}</dc:creator>"
    "<cp:lastModifiedBy>Haleema Latif</cp:lastModifiedBy></cp:coreProperties>"
)
OPEN = "<office:meta><meta:initial-creator>Sam &amp; Jo</meta:initial-creator></office:meta>"


def packed(parts: dict[str, str]) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as document:
        for name, text in parts.items():
            document.writestr(name, text)
    return content.getvalue()


def pdf(author: str, comment: str = "") -> bytes:
    writer, content = PdfWriter(), BytesIO()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Author": author})
    if comment:
        writer.add_annotation(0, FreeText(text=comment, rect=(9, 9, 90, 90)))
    writer.write(content)
    return content.getvalue()


WORD = {
    "docProps/core.xml": CORE.format("Jo Bloggs"),
    "word/document.xml": "<w:p><w:del w:id='1'><w:delText>No.</w:delText></w:del></w:p>",
    "word/comments.xml": "<w:comments><w:comment w:id='1'/><w:comment w:id='2'/></w:comments>",
}
DOCUMENTS = {
    "one.docx": packed(WORD),
    "two.docx": packed({"docProps/core.xml": CORE.format("Inclusive Recruiting")}),
    "three.odt": packed({"meta.xml": OPEN, "content.xml": "<office:annotation office:name='1'>"}),
    "four.pdf": pdf("Jo Bloggs", "Is this so?"),
    "five.pdf": pdf(""),
    "six.pdf": tiny("six.pdf"),
    "seven.m4a": tiny("seven.m4a", "\N{COPYRIGHT SIGN}"),
    "eight.m4a": tiny("eight.m4a") + b"\xa9xyz\0\x12\x15\xc7+51.5074-000.1278/",
}
INSPECT = "In Word, choose File > Info > Check for Issues > Inspect Document, remove its properties"
BY = 'This document says who wrote it: "{}". '
COMMENTS = "This document holds comments ({}). Delete them, and save it again."
TOLD = {
    "eight.m4a": [
        "This film says where it was taken. "
        "On an iPhone, choose Share > Options, switch Location off, and save that film."
    ],
    "four.pdf": [
        COMMENTS.format(1),
        f"{BY.format('Jo Bloggs')}{INSPECT}, and save it as a PDF again.",
    ],
    "one.docx": [
        COMMENTS.format(2),
        "This document holds tracked changes, with the words that were deleted. "
        "Accept or reject each of them, and save it again.",
        f"{BY.format('Jo Bloggs')}{INSPECT}, and save it.",
    ],
    "three.odt": [
        COMMENTS.format(1),
        BY.format("Sam & Jo")
        + "In LibreOffice, choose File > Properties > Reset Properties, and save it.",
    ],
}
ALONE = (
    "No page links to this file, and it would go out to the world all the same. "
    "Link to it from a page, or take it out of docs/."
)
SOURCES = "sources: []"


def put(site: Site, files: dict[str, bytes]) -> None:
    (site.folder / "docs/assets").mkdir(exist_ok=True)
    for name, raw in files.items():
        (site.folder / "docs/assets" / name).write_bytes(raw)


def said(site: Site, *, publish: bool = True) -> list[str]:
    found = find_problems(site.folder / "mkdocs.yml", publish=publish)
    return [str(each) for each in found if each.path.startswith("docs/assets/")]


def test_names_comments_and_changes_in_documents_are_named(make_site: MakeSite) -> None:
    links = " ".join(f"[{name}](../assets/{name})" for name in DOCUMENTS)
    site = make_site(article("hello", SOURCES, links))
    put(site, DOCUMENTS)
    assert said(site, publish=False) == []
    assert said(site) == [
        f"docs/assets/{name}:1:1: {message}" for name, told in TOLD.items() for message in told
    ]
    assert all(is_explained(message) for told in TOLD.values() for message in told)


def test_a_file_that_no_page_links_to_is_named(make_site: MakeSite) -> None:
    body = "[a](../assets/a.txt) ![Cat](/assets/b.png)\n\n![Talk](../assets/c.mp4)"
    site = make_site(
        article("hello", SOURCES, body)
        + article("later", f"{SOURCES}\ndraft: true", "[f](../assets/f.txt)")
        + "docs/checklists/list.yml\n    title: T\n    summary: S.\n    topics: [your-rights]\n"
        "    published: 2026-11-01\n    reviewed: 2026-11-02\n    minutes: 2\n"
        "    intro: See [d](../assets/d.txt).\n    sections: [{title: One, items: [Wait.]}]\n"
    )
    names = ("a.txt", "b.png", "c.mp4", "c.vtt", "d.txt", "e.png", "f.txt", "g.txt")
    put(site, {name: tiny(name) for name in names})
    assert said(site, publish=False) == []
    assert said(site) == [f"docs/assets/{name}:1:1: {ALONE}" for name in ("e.png", "g.txt")]
    assert is_explained(ALONE)
    settings = site.folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("  contact:\n", "  contact:\n    photo: assets/e.png\n"))
    assert said(site) == [f"docs/assets/g.txt:1:1: {ALONE}"]
    # What only a draft links to goes out with it, and no sooner.
    published = {name for name in site.built().files() if name.startswith("assets/")}
    assert {f"assets/{name}" for name in names} - published == {"assets/f.txt"}
    assert site.page("").one(".contact__photo").attributes["src"] == "assets/e.png"
