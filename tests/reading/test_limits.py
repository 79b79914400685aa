"""How much a file may hold and what may be published: at the limit all is fine, past it not."""

from io import BytesIO

import pytest
from PIL import Image

from conftest import MakeSite
from fuzzing import FUZZ
from hostile_files import png
from reading_markdown import read
from samples import CHECKLIST, article
from small_site import Site
from tiny_files import tiny

SVG = b"<svg xmlns='http://www.w3.org/2000/svg'>"
MEGABYTES = 2000 * 1024
PUBLISHED_MISTAKES = {
    "assets/wide.PNG": (
        png(10_000, 5_001),
        "1:1: This picture has 51 million pixels; 50 is the most. "
        "Save it smaller: 1,600 pixels wide is plenty.",
    ),
    "assets/bomb.png": (
        png(100_000, 100_000),
        "1:1: This picture has hundreds of million pixels; 50 is the most. "
        "Save it smaller: 1,600 pixels wide is plenty.",
    ),
    "script.SVG": (
        SVG + b"\n<script/></svg>",
        '2:1: "<script>" may not stand in a drawing. Take it out, or save the drawing again: '
        "as a plain SVG with all it shows inside it, or as a PNG.",
    ),
    "heavy.svg": (
        SVG + b" " * (MEGABYTES - len(SVG) - 5) + b"</svg>",
        "1:1: This drawing has more than 2000 KB. Save it smaller, or as a PNG or JPEG.",
    ),
    "packed.svgz": (
        b"x",
        "1:1: Few servers give out this kind of drawing. "
        'Save it as an SVG that is not compressed, ending in ".svg".',
    ),
    "CON.txt": (
        b"x",
        '1:1: Windows keeps the name "CON.txt" for itself, and cannot hold such a file. '
        "Give it another name.",
    ),
    f"{'x' * 117}.txt": (
        b"x",
        "1:1: This name is longer than 120 letters. Give it a shorter name.",
    ),
    "who?.txt": (
        b"x",
        "1:1: This name holds a sign that not every computer can keep. "
        "Rename it with letters, digits, hyphens and dots.",
    ),
}


def black(width: int, height: int) -> bytes:
    """Return a picture of this size, with one bit a point."""
    content = BytesIO()
    Image.new("1", (width, height)).save(content, "PNG")
    return content.getvalue()


PUBLISHED_FINE = {
    "assets/as-wide-as-can-be.png": black(10_000, 5_000),
    "as-heavy-as-can-be.svg": SVG + b" " * (MEGABYTES - len(SVG) - 6) + b"</svg>",
    f"{'x' * 116}.txt": b"x",
}


def published(site: Site, files: dict[str, bytes]) -> list[str]:
    """Return the problems of a site with such pictures and documents."""
    for name, raw in files.items():
        file = site.folder / "docs" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(raw)
    return site.problems()


@pytest.mark.parametrize("name", PUBLISHED_MISTAKES)
def test_a_picture_or_document_that_may_not_be_published(make_site: MakeSite, name: str) -> None:
    raw, expected = PUBLISHED_MISTAKES[name]
    assert published(make_site(), {name: raw}) == [f"docs/{name}:{expected}"]


def test_names_that_only_capitals_tell_apart(make_site: MakeSite) -> None:
    assert published(
        make_site(), {"assets/Cat.png": tiny("Cat.png"), "assets/cat.png": tiny("cat.png")}
    ) == [
        'docs/assets/cat.png:1:1: Only capitals or accents tell this name from "assets/Cat.png". '
        "Give one of them another name."
    ]


def test_pictures_and_documents_that_only_just_fit_are_fine(make_site: MakeSite) -> None:
    assert published(make_site(), PUBLISHED_FINE) == []


ARTICLE_PATH = "docs/articles/hello.md"
APART = "Put an empty line where a new thought starts."
DEEP = "This line stands more than 20 levels deep. Take out spaces or signs at its start."
TOO_MUCH = {
    "characters": (
        f"A\n\n{'x ' * 1250}x",
        f"10:1: This paragraph has 2501 characters; 2500 is the most. {APART}",
    ),
    "characters of an entry": (
        f"- A\n- {'x' * 2501}",
        f"9:1: This paragraph has 2501 characters; 2500 is the most. {APART}",
    ),
    "characters of a cell": (
        f"| A |\n|---|\n| {'x' * 2501} |",
        f"10:1: This paragraph has 2501 characters; 2500 is the most. {APART}",
    ),
    "lines": (
        "x\n\n" * 1500 + "x",
        "8:1: This text has 3001 lines; 3000 is the most. Make several pages of it.",
    ),
    "open brackets": (
        f"A\n\n{'[' * 21}",
        "10:1: More than 20 square brackets are open here. "
        "Close each, or write a backslash in front of it.",
    ),
    "what a name stands for": (
        f"[x][a]\n\n[a]: https://a.example/{'x' * 283}",
        "10:1: This address and its title have 301 characters; 300 is the most. "
        "Write them where the link stands: [words](address).",
    ),
    "signs of quotation": ("> " * 21 + "x", f"8:1: {DEEP}"),
    "signs of lists": ("- " * 21 + "x", f"8:1: {DEEP}"),
    "signs of notes": ("> " * 20 + "> [!TIP]\n" + "> " * 21 + "x", f"8:1: {DEEP}"),
}
JUST_FITS = {
    "characters": f"A\n\n{'x ' * 1250}",
    "lines": "x\n\n" * 1499 + "x\nx\n\n\n",
    "open brackets": f"{'[' * 20}x\n\n{'[' * 20}x",
    "closed brackets": "[x]" * 400,
    "what a name stands for": f"[x][a]\n\n[a]: https://a.example/{'x' * 282}",
    "signs of quotation": "> " * 20 + "x",
    "signs of lists": "- " * 20 + "x",
}


@pytest.mark.parametrize(("body", "expected"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_more_than_a_page_can_use_is_refused_where_it_starts(
    make_site: MakeSite, body: str, expected: str
) -> None:
    found = make_site(article("hello", body=body)).problems()
    assert f"{ARTICLE_PATH}:{expected}" in found


@pytest.mark.parametrize("body", JUST_FITS.values(), ids=JUST_FITS)
def test_what_a_page_can_only_just_use_is_fine(make_site: MakeSite, body: str) -> None:
    assert make_site(article("hello", body=body)).problems() == []


HUNDRED_KILOBYTES = 100 * 1024
SIZE = HUNDRED_KILOBYTES // (1 if FUZZ > 1 else 4)
"""Bytes of a text; in ``make test`` a quarter of what is allowed, in a quarter of the time."""
UNITS = (
    "<img ", "<a ", "<a href='", "<b>", "<b>a</b>", "</p>", "<p>", "<!--", "<![CDATA[", "<?", "<",
    "[", "[]", "[x](", "[x]()", "[a](<", "[a](b.md) ", "[a]{", "[^", "[^a]", "![", "![a](b.png) ",
    "*", "**", "_*", "*a **b ", "~", "~~a", "`", "``a", "\\", "&", "&amp;", "'", "\"'", "--", "...",
    "{", "{{", "{:", "{.x", ":", ":a:", "==", "|", "|-", "www.", "http://", "a@b.c ", "https://a.b/(",
    "> ", "- ", "1. ", "# ", "(", "\t", "    ", "x ", "\u200b", "a\\\n", "a|b\n", "- a\n", "> a\n",
    "1. a\n", "## a\n", "a\n: b\n\n", "```\n", "~~~\n\n", "{#a}\n", "[a]: b\n", "[^a]: b\n",
    "<div>\n", "<details>\n\n", "> [!NOTE]\n> a\n\n", "![a](b.mp4)\n\n", "a[^1]\n\n[^1]: b\n\n",
)  # fmt: skip
"""Pieces that parsers of Markdown or HTML are known to be slow at, many times over."""


def whole(unit: str) -> str:
    return unit * (SIZE // len(unit))


def in_paragraphs(unit: str) -> str:
    return "\n\n".join([unit * (2400 // len(unit))] * (SIZE // 2500))


def in_lines(unit: str) -> str:
    """Return as much of ``unit`` as there may be lines in that size."""
    return unit * min(2900 // unit.count("\n"), SIZE // len(unit))


NESTED = {
    "quotations": "\n".join("> " * depth + "x" for depth in range(300)),
    "lists": "\n".join("  " * depth + "- x" for depth in range(300)),
    "a name in every place": "[a]: " + "b" * 290 + "\n\n" + in_paragraphs("[a]"),
    "a long name": "[a]: " + "b" * 2400 + "\n\n" + in_paragraphs("[a]"),
    "a note in every place": "[^a]: b\n\n" + in_paragraphs("[^a]"),
    "a wide table": f"|{'a|' * 1200}\n|{'-|' * 1200}\n" + "|a\n" * (SIZE // 114),
    "a long table": "|a|b|\n|-|-|\n" + "|a|b|\n" * min(2900, SIZE // 6),
}
LARGE = (
    {f"{unit!r}, whole": whole(unit) for unit in UNITS}
    | {f"{unit!r}, in paragraphs": in_paragraphs(unit) for unit in UNITS if "\n" not in unit}
    | {f"{unit!r}, in lines": in_lines(unit) for unit in UNITS if "\n" in unit}
    | NESTED
)


@pytest.mark.fuzz
@pytest.mark.timeout(60 * SIZE // HUNDRED_KILOBYTES)
@pytest.mark.parametrize("typed", LARGE.values(), ids=LARGE)
def test_a_hundred_kilobytes_of_anything_are_shown_or_refused(typed: str) -> None:
    assert len(typed) <= HUNDRED_KILOBYTES
    document = read(typed)
    made = document.html(lambda address: address.href, lambda shown: shown.slug)
    if not document.problems:
        assert made or not typed.strip()
        assert len(made) < 200 * len(typed)


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        (19, '1:8: "title" should be text, but it is a list or a group.'),
        (20, "1:27: The lines are nested more than 20 levels deep. Check the spaces and brackets "),
    ],
)
def test_yaml_is_nested_twenty_levels_deep_at_most(
    make_site: MakeSite, lists: int, expected: str
) -> None:
    nested = "[" * lists + "]" * lists
    (found,) = make_site(CHECKLIST.replace("After a rejection", nested)).problems()
    assert found.startswith(f"docs/checklists/after-a-rejection.yml:{expected}")


@pytest.mark.parametrize("more", [0, 1])
def test_a_file_has_a_hundred_kilobytes_of_text_at_most(make_site: MakeSite, more: int) -> None:
    site = make_site(article("hello"))
    file = site.folder / ARTICLE_PATH
    text = file.read_bytes()
    file.write_bytes(text + b"\n" * (100 * 1024 - len(text) + more))
    assert site.problems() == more * [
        f"{ARTICLE_PATH}:1:1: The file has more than 100 KB of text. "
        "Make several files of it, or take out what does not belong in it."
    ]


def test_a_file_that_cannot_be_read_is_a_problem(make_site: MakeSite) -> None:
    site = make_site(CHECKLIST)
    (site.folder / "docs/checklists/gone.yml").symlink_to("nowhere.yml")
    assert site.problems() == [
        "docs/checklists/gone.yml:1:1: The file cannot be read: No such file or directory. "
        "Check that the file exists and that you may open it."
    ]
