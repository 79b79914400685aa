"""What may be published is a list: all else in ``docs/`` is a problem, with advice that works."""

from pathlib import Path

import pytest
from PIL import ImageFile

from conftest import MakeSite
from guide import is_explained
from samples import article
from small_site import Site
from tiny_files import tiny

OUT = (
    "Everything in docs/ goes out to the world. If readers should get this, save it as a PDF. "
    "If not, move it out of docs/."
)
HOST = (
    "This file gives orders to a web server, and such files are not published. "
    "Move it out of docs/. DEPLOYING says how to set up a host."
)
HEIC = (
    'Few browsers show it. Type "resources import" and its name, which makes a JPEG of it. Then '
    "delete this one."
)
PAGE = "Write the page as a Markdown file (.md) in docs/ instead."
BROKEN = (
    "This picture is broken, or is no picture. Save it again as a JPEG or PNG, or take it away."
)
AGAIN = "and it is none, or is broken. Save it again with the program that made it."
SCRIPT = b"<script>x()</script>"
ENDS = 'Files that end in "{}" are not published. '

REFUSED = {
    "assets/server.key": (b"x", ENDS.format(".key") + OUT),
    "assets/id_rsa": (b"x", f"Files whose names have no ending are not published. {OUT}"),
    "assets/salaries.xlsx": (
        tiny("x.docx"),
        ENDS.format(".xlsx")
        + "Save it as a CSV file or a PDF, with nothing in it that readers should not see.",
    ),
    "assets/talk.pptx": (tiny("x.docx"), ENDS.format(".pptx") + "Save it as a PDF."),
    "assets/old.DOC": (
        b"x",
        ENDS.format(".doc") + 'Save it as a PDF, or as a Word file that ends in ".docx".',
    ),
    "assets/photo.HEIC": (b"x", ENDS.format(".heic") + HEIC),
    "assets/photo.jpg": (
        b"\0\0\0\x18ftypheic",
        'This picture is named ".jpg", and it is a HEIC, which few browsers show. '
        'Name it ".heic", and type "resources import" and its name, which makes a JPEG of it.',
    ),
    "assets/photo.tif": (b"x", ENDS.format(".tif") + "Save it as a JPEG or PNG."),
    "assets/film.mov": (b"x", ENDS.format(".mov") + "Save it as an MP4."),
    "assets/talk.aac": (b"x", ENDS.format(".aac") + "Save it as an MP3."),
    "assets/all.zip": (
        tiny("x.docx"),
        ENDS.format(".zip") + "Put the files that are in it here, one by one.",
    ),
    "assets/list.xml": (SCRIPT, ENDS.format(".xml") + OUT),
    "assets/tool.js": (b"x()", ENDS.format(".js") + OUT),
    "_worker.js": (b"x", HOST),
    "web.config": (b"x", HOST),
    "_headers": (b"x", HOST),
    "CNAME": (b"x", HOST),
    "assets/a.htm": (b"x", f"HTML files are not published. {PAGE}"),
    "assets/a.XHTML": (b"x", f"HTML files are not published. {PAGE}"),
    "assets/a.html.txt": (
        b"x",
        "Some servers take this file for a page of HTML, by its name. "
        'Take ".html" out of its name.',
    ),
    "assets/plan.svgz": (
        b"x",
        "Few servers give out this kind of drawing. "
        'Save it as an SVG that is not compressed, ending in ".svg".',
    ),
    "assets/page.jpg": (SCRIPT, BROKEN),
    "assets/half.png": (tiny("x.png")[:45], BROKEN),
    "assets/half.jpg": (tiny("x.jpg")[:-40], BROKEN),
    "assets/plan.jpg": (
        tiny("x.png"),
        'This picture is named ".jpg", and it is a PNG. Rename it to "plan.png", also where a page '
        "names it.",
    ),
    "assets/page.mp4": (SCRIPT, f"This file is named as a film, {AGAIN}"),
    "assets/page.mp3": (SCRIPT, f"This file is named as a recording, {AGAIN}"),
    "assets/page.pdf": (SCRIPT, f"This file is named as a PDF, {AGAIN}"),
    "assets/page.odt": (SCRIPT, f"This file is named as an ODT file, {AGAIN}"),
}
KINDS = (
    "avif", "csv", "docx", "gif", "jpeg", "jpg", "m4a", "m4v", "mp3", "mp4", "odt", "oga", "ogg",
    "opus", "pdf", "png", "txt", "vtt", "wav", "webm", "webp",
)  # fmt: skip
FINE = (*(f"{kind}-file.{kind}" for kind in KINDS), "A.JPG", "notes.v2.pdf")
PASSED_OVER = ("cv.docx.bak", "Chart.lnk", "x.pdf.part", ".~lock.cv.odt#", "~$cv.docx", "a.orig")


def put(site: Site, name: str, raw: bytes) -> Path:
    file = site.folder / "docs" / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(raw)
    return file


def test_each_file_that_is_not_of_the_list_is_a_problem(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    # WeasyPrint sets this where it is loaded, and must not make the check miss a broken picture.
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    site = make_site(article("hello"))
    files = [put(site, name, raw) for name, (raw, _) in REFUSED.items()]
    assert site.problems() == sorted(
        f"docs/{name}:1:1: {message}" for name, (_, message) in REFUSED.items()
    )
    assert [name for name, (_, message) in REFUSED.items() if not is_explained(message)] == []
    for file in files:
        file.unlink()
    assert site.problems() == []


def test_allowed_files_are_published_and_files_that_programs_leave_behind_are_not(
    make_site: MakeSite,
) -> None:
    site = make_site(article("hello"))
    for name in FINE:
        put(site, f"assets/{name}", tiny(name))
    for name in PASSED_OVER:
        put(site, f"assets/{name}", b"x")
    assert site.problems() == []
    published = {name for name in site.built().files() if name.startswith("assets/")}
    assert {f"assets/{name}" for name in FINE} <= published
    assert not {f"assets/{name}" for name in PASSED_OVER} & published


@pytest.mark.parametrize("name", ["robots.txt", "assets/icon-192.png"])
def test_a_file_with_the_address_of_one_of_the_site_s_own_is_named(
    name: str, make_site: MakeSite
) -> None:
    site = make_site(article("hello"))
    put(site, name, tiny(name))
    result = site.build()
    assert result.returncode
    assert f"docs/{name}:1:1: The site makes a file of its own at this address." in result.stderr
