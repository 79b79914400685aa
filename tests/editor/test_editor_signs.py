"""Whatever signs are typed in the browser editor, the page shows those signs."""

from hypothesis import given
from hypothesis import strategies as st

from editing import Editing
from editor_texts import on_the_page
from fuzzing import examples

SIGNS = st.sampled_from(
    [
        "word ",
        "two words",
        "*",
        "**",
        "_",
        "__",
        "~",
        "~~",
        "`",
        "<name>",
        "<div>",
        "<!--",
        "[x](y)",
        "[",
        "]",
        "(",
        "!",
        "#",
        "# ",
        "- ",
        "+ ",
        "> ",
        "1. ",
        "2019. ",
        "---",
        "===",
        ": ",
        "|",
        "\\",
        "\\*",
        "&",
        "&amp;",
        "{.button}",
        "[^1]",
        "[^1]: ",
        "[a]: b",
        "[ ] ",
        "[!NOTE]",
        " https://x.org/a_b~c ",
        "é",
        "“q”",
        '"',
        ".",
        "snake_case",
        "5 < 6",
        "```",
        "~~~",
        "<https://x.org>",
        "<b>",
        "<br>",
        "```checklist",
        "*[NHS]: x",
        "\t",
    ]
)
WORDS = st.lists(SIGNS, min_size=1, max_size=6).map("".join)
MARKED = st.tuples(WORDS, st.sets(st.sampled_from(["strong", "em", "strike"]), max_size=2))
PARAGRAPH = st.lists(MARKED, min_size=1, max_size=3)
WRITE = """async (documents) => {
  const [{ openText }, { schema }] = await Promise.all([
    import(new URL("text/writer.js", document.baseURI)),
    import(new URL("text/schema.js", document.baseURI)),
  ]);
  return documents.map((one) => openText("").write(schema.nodeFromJSON(one)));
}"""


def as_document(paragraphs: list[list[tuple[str, set[str]]]]) -> dict[str, object]:
    """Return what the editor holds once ``paragraphs`` were typed, some words of them marked."""
    return {
        "type": "doc",
        "content": [
            {
                "type": "paragraph",
                "content": [
                    {"type": "text", "text": text, "marks": [{"type": mark} for mark in marks]}
                    for text, marks in paragraph
                ],
            }
            for paragraph in paragraphs
        ],
    }


def test_no_sign_typed_means_more_than_itself(editing: Editing) -> None:
    editing.page.goto(f"{editing.address}admin/")

    @examples(100)
    @given(st.lists(PARAGRAPH, min_size=1, max_size=3))
    def holds(paragraphs: list[list[tuple[str, set[str]]]]) -> None:
        (written,) = editing.page.evaluate(WRITE, [as_document(paragraphs)])
        typed = [" ".join("".join(text for text, _ in words).split()) for words in paragraphs]
        assert on_the_page(written).split("\n") == [line for line in typed if line] or [""], written

    holds()
