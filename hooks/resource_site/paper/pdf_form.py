"""A PDF's form fields: how they look, and how text typed into them looks.

The ruled lines of a text field are the appearance of the empty field. A viewer replaces it once
somebody types, so typed text is never struck through by a line; printed blank, the lines show.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import pydyf

POINTS_PER_PIXEL = 0.75
LINE_WIDTH = 0.5
"""Points; thinner lines vanish on a poor printer."""

LARGE_PRINT = 18
"""Points."""

DO_NOT_SCROLL = 1 << 23
"""The flag of a text field that takes no more than fits (ISO 32000-1, table 228)."""

FONT_NAME = "Wingdings"
"""What fields call their font: our own, with every Latin letter.

PDFium, which is in Chrome and Edge, looks only for Latin-1 letters in a field's font, and for the
others in fonts of the computer; what those lack it leaves out. In a font of this name it looks for
every letter (CPDF_BAFontMap in its sources). Other viewers ignore the name.
"""


def finish_fields(boxes: Iterable[Any], pdf: Any) -> None:
    """Set each field's appearance in ``pdf``, and make radio buttons children of one field.

    ``boxes`` are WeasyPrint's layout boxes, ``pdf`` its document, as pydyf objects.
    """
    form = pdf.catalog.get("AcroForm")
    if form is None:
        return
    # It would tell viewers to draw appearances of their own.
    form.pop("NeedAppearances", None)
    font = ""
    names: Counter[str] = Counter()
    for box in boxes:
        field = box.widget_annotation
        if field is None:
            continue
        if field["FT"] == "/Tx":
            font = _set_font(box, field)
            field["AP"] = pydyf.Dictionary({"N": _ruled_lines(box, field, pdf).reference})
        else:
            field["AP"]["N"]["Off"] = _appearance(field, pdf, []).reference
        if "Parent" in field:
            _add_to_group(box, field, pdf)
        else:
            _set_own_name(field, names)
    if font:
        resources = pdf.objects[int(form["DR"].split()[0])]
        drawn = pdf.objects[int(resources["Font"].split()[0])]
        fonts = pydyf.Dictionary({FONT_NAME: drawn[font]})
        form["DR"] = pydyf.Dictionary({"Font": fonts})


def _set_own_name(field: Any, names: Counter[str]) -> None:
    """Let the second field of a name end in 2: each sheet of a workbook asks for a name and a date.

    Two fields of one name would be one, with one value (ISO 32000-1, 12.7.3.2).
    """
    name = field["T"].string
    names[name] += 1
    if names[name] > 1:
        field["T"] = pydyf.String(f"{name}-{names[name]}")


def _set_font(box: Any, field: Any) -> str:
    """Set how text typed into ``field`` looks, and return what WeasyPrint calls its font.

    Text in a box of many lines is 12 points and becomes smaller as it gets longer (size 0), as
    words below the end of the box would not be printed. With 18 points or more it keeps its size,
    as large print must stay large, and the box takes no more words than fit; Firefox, which does
    not know that flag, scrolls.
    """
    *_, font, size, _operator = field["DA"].string.decode().split()
    is_large = float(size) >= LARGE_PRINT
    fits = box.element.tag == "textarea" and not is_large
    if is_large:
        field["Ff"] = int(field.get("Ff", 0)) | DO_NOT_SCROLL
    field["DA"] = pydyf.String(f"/{FONT_NAME} {0 if fits else size} Tf 0 g")
    return str(font).removeprefix("/")


def _add_to_group(box: Any, button: Any, pdf: Any) -> None:
    """Make a radio button a child of its group, whose name and description it shares.

    A button listed as a field of its own would be a second field (ISO 32000-1, 12.7.3.1).
    """
    form = pdf.catalog["AcroForm"]
    group = pdf.objects[int(button["Parent"].split()[0])]
    group["TU"] = pydyf.String(box.element.get("data-prompt"))
    button.pop("T", None)
    form["Fields"].remove(button.reference)


def _ruled_lines(box: Any, field: Any, pdf: Any) -> Any:
    """Return the appearance of an empty text field: a rule below each line but the last."""
    width, height = _size(field)
    lines: list[Any] = []
    if box.element.tag == "textarea":
        step = _line_height(box.style) * POINTS_PER_PIXEL
        count = round(height / step)
        for number in range(1, count):
            y = height - number * step
            lines += [f"0 {y:.2f} m {width:.2f} {y:.2f} l S"]
    return _appearance(
        field, pdf, [f"q {LINE_WIDTH} w 0 G", *lines, "Q"] if lines else [], text=True
    )


def _line_height(style: Any) -> float:
    """Return the computed ``line-height`` in pixels: a length, or a factor of the font size."""
    value = style["line_height"]
    if isinstance(value, float | int):
        return float(value)
    number, unit = value
    return float(number * style["font_size"] if unit is None else number)


def _appearance(field: Any, pdf: Any, drawing: list[Any], *, text: bool = False) -> Any:
    """Add ``drawing``, PDF operators, to ``pdf`` as an appearance stream of ``field``.

    ``text`` marks the part that viewers replace with typed text (ISO 32000-1, 12.7.3.3).
    """
    width, height = _size(field)
    stream = pydyf.Stream(
        ["/Tx BMC", *drawing, "EMC"] if text else drawing,
        {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": pydyf.Array((0, 0, width, height)),
            "Resources": pydyf.Dictionary(),
        },
        compress=True,
    )
    pdf.add_object(stream)
    return stream


def _size(field: Any) -> tuple[float, float]:
    """Return the width and height of a field in points."""
    left, bottom, right, top = field["Rect"]
    return right - left, top - bottom
