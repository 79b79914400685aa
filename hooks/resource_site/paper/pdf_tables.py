"""Tags tables to fill in as tables (PDF/UA-1, 7.5; ISO 32000-1, 14.8.4.3.4).

On a page, a table to fill in is a list of rows, as it is on a phone. On paper, the labels of its
first row are headings of columns, and the other rows have none: that is a table.
"""

from typing import Any, NamedTuple

import pydyf


class _Cell(NamedTuple):
    """A cell: its element, its label or None where that is not drawn, and what holds its field."""

    element: Any
    label: Any
    field: Any


class _Table(NamedTuple):
    """A list of rows that is a table."""

    element: Any
    rows: list[tuple[Any, list[_Cell]]]


def tag_tables(pdf: Any) -> None:
    """Change the tags of each list of rows with headings to those of a table."""
    root = _object(pdf.catalog["StructTreeRoot"], pdf)
    tables = (_table(element, pdf) for element in list(_lists(root, pdf)))
    for number, table in enumerate(filter(None, tables), start=1):
        headings = _add_headings(table, number, pdf)
        _add_rows(table, headings)


def _table(element: Any, pdf: Any) -> _Table | None:
    """Return a list's rows, if each is a row of fields, and only those of the first have labels."""
    rows = []
    for item in _kids(element, pdf):
        bodies = _kids(item, pdf)
        cells = [_cell(kid, pdf) for body in bodies for kid in _kids(body, pdf)]
        if not cells or None in cells or [body["S"] for body in bodies] != ["/LBody"]:
            return None
        rows.append((item, [cell for cell in cells if cell]))
    if not rows or len({len(cells) for _, cells in rows}) > 1 or len(rows[0][1]) < 2:
        return None
    labels = [[cell.label is not None for cell in cells] for _, cells in rows]
    if not all(labels[0]) or any(map(any, labels[1:])):
        return None  # large print has a label for each field
    return _Table(element, rows)


def _cell(element: Any, pdf: Any) -> _Cell | None:
    """Return ``element`` as a cell, if it has a field, and before that at most a label."""
    *labels, field = _kids(element, pdf) or [None]
    if element["S"] != "/Div" or field is None or len(labels) > 1:
        return None
    if [kid.get("S") for kid in _kids(field, pdf)] != ["/Form"]:
        return None
    return _Cell(element, labels[0] if labels else None, field)


def _add_headings(table: _Table, number: int, pdf: Any) -> list[Any]:
    """Turn the labels of the first row into a row of headings; return their IDs."""
    item, cells = table.rows[0]
    table.element.update(S="/Table", K=pydyf.Array())
    row = _new("TR", table.element, item["Pg"], pdf)
    ids = [pydyf.String(f"table-{number}-{column}") for column, _ in enumerate(cells, start=1)]
    for cell, name in zip(cells, ids, strict=True):
        heading = _new("TH", row, item["Pg"], pdf)
        heading["ID"] = name
        heading["A"] = pydyf.Dictionary({"O": "/Table", "Scope": "/Column"})
        cell.label["P"] = heading.reference
        heading["K"].append(cell.label.reference)
    return ids


def _add_rows(table: _Table, headings: list[Any]) -> None:
    for item, cells in table.rows:
        item["S"] = "/TR"
        item["K"] = pydyf.Array([cell.element.reference for cell in cells])
        table.element["K"].append(item.reference)
        for cell, heading in zip(cells, headings, strict=True):
            attributes = {"O": "/Table", "Headers": pydyf.Array([heading])}
            cell.element.update(S="/TD", P=item.reference, A=pydyf.Dictionary(attributes))
            cell.element["K"] = pydyf.Array([cell.field.reference])


def _new(tag: str, parent: Any, page: bytes, pdf: Any) -> Any:
    """Add an element of the structure tree to ``pdf`` and to its ``parent``, and return it."""
    element = pydyf.Dictionary(
        {
            "Type": "/StructElem",
            "S": f"/{tag}",
            "K": pydyf.Array(),
            "Pg": page,
            "P": parent.reference,
        }
    )
    pdf.add_object(element)
    parent["K"].append(element.reference)
    return element


def _lists(element: Any, pdf: Any) -> Any:
    """Yield the lists below ``element`` that hold no other list, in reading order."""
    for kid in _kids(element, pdf):
        inner = list(_lists(kid, pdf))
        yield from inner
        if kid.get("S") == "/L" and not inner:
            yield kid


def _kids(element: Any, pdf: Any) -> list[Any]:
    """Return the objects below ``element``, without marked content."""
    kids = element.get("K", ())
    return [_object(kid, pdf) for kid in kids if isinstance(kid, bytes)]


def _object(reference: bytes, pdf: Any) -> Any:
    return pdf.objects[int(reference.split()[0])]
