"""Making tables plain: one row of headings, a cell for each place, and no blocks in cells."""

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

_BLOCKS = ("p", "li", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote")


def tidy_table(tree: BeautifulSoup, table: Tag) -> None:
    """Make ``table`` one that Markdown can hold; a box of one cell becomes its content."""
    if table.decomposed or not table.find("tr"):
        table.decompose()
        return
    for inner in table.find_all("table"):
        inner.replace_with(inner.get_text(" "))
    cells = table.find_all(("td", "th"))
    if len(cells) == 1:
        table.insert_before(*[part for part in list(cells[0].contents) if isinstance(part, Tag)])
        if cells[0].get_text(strip=True):
            rest = tree.new_tag("p")
            rest.extend(list(cells[0].contents))
            table.insert_before(rest)
        table.decompose()
        return
    rows = table.find_all("tr")
    plain = tree.new_tag("table")
    below: dict[int, int] = {}
    width = 0
    for index, row in enumerate(rows):
        made = tree.new_tag("tr")
        name = "th" if index == 0 else "td"
        for cell in row.find_all(("td", "th"), recursive=False):
            _fill(tree, made, name, below)
            spans = int(str(cell.get("colspan") or 1)), int(str(cell.get("rowspan") or 1))
            for column in range(spans[0]):
                below[len(made.contents)] = spans[1] - 1
                new = tree.new_tag(name)
                if column == 0:
                    new.extend(_inline(tree, cell))
                made.append(new)
        _fill(tree, made, name, below)
        width = max(width, len(made.contents))
        plain.append(made)
    for row in plain.find_all("tr"):
        while len(row.contents) < width:
            row.append(tree.new_tag("td" if row.find("td") else "th"))
    table.replace_with(plain)


def _fill(tree: BeautifulSoup, row: Tag, name: str, below: dict[int, int]) -> None:
    """Append an empty cell wherever one of a row above reaches down to here."""
    while below.get(len(row.contents), 0) > 0:
        below[len(row.contents)] -= 1
        row.append(tree.new_tag(name))


def _inline(tree: BeautifulSoup, cell: Tag) -> list[PageElement]:
    """Return what stands in ``cell``, with line breaks between its blocks."""
    for block in cell.find_all(_BLOCKS):
        block.insert_after(tree.new_tag("br"))
    for element in cell.find_all((*_BLOCKS, "ul", "ol")):
        element.unwrap()
    while cell.contents and getattr(cell.contents[-1], "name", None) == "br":
        cell.contents[-1].extract()
    return list(cell.contents)
