"""Form fields of a PDF, so that a pen and a keyboard both leave a clean sheet.

A box to write in is ruled by the appearance of its own empty field. Whoever types replaces that
appearance, so typed words never stand on ruled lines; whoever prints it blank gets the lines.
"""

from collections.abc import Iterable
from typing import Any

import pydyf

POINTS_A_PIXEL = 0.75
RULE = 0.5
"""Width of a line to write on, in points; thinner ones vanish on a poor printer."""


def finish_fields(boxes: Iterable[Any], pdf: Any) -> None:
    """Give each field its appearance, and each choice of one its single name."""
    form = pdf.catalog.get("AcroForm")
    if form is None:
        return
    # Viewers are to show the appearances that are here and not draw their own.
    form.pop("NeedAppearances", None)
    for box in boxes:
        field = box.widget_annotation
        if field is None:
            continue
        if field["FT"] == "/Tx":
            field["AP"] = pydyf.Dictionary({"N": _ruled(box, field, pdf).reference})
        else:
            field["AP"]["N"]["Off"] = _appearance(field, pdf, []).reference
        if "Parent" in field:
            _join(box, field, pdf)


def _join(box: Any, button: Any, pdf: Any) -> None:
    """Make one button of a choice a part of its field, which alone has the name.

    Engines that read a button as a field of its own see the choice twice (ISO 32000-1, 12.7.3.1).
    """
    form = pdf.catalog["AcroForm"]
    group = pdf.objects[int(button["Parent"].split()[0])]
    group["TU"] = pydyf.String(box.element.get("data-prompt"))
    button.pop("T", None)
    form["Fields"].remove(button.reference)


def _ruled(box: Any, field: Any, pdf: Any) -> Any:
    """Return the look of an empty text field: lines a line's height apart, none below the last."""
    width, height = _size(field)
    lines: list[Any] = []
    if box.element.tag == "textarea":
        step = _line_height(box.style) * POINTS_A_PIXEL
        count = round(height / step)
        for number in range(1, count):
            y = height - number * step
            lines += [f"0 {y:.2f} m {width:.2f} {y:.2f} l S"]
    return _appearance(field, pdf, [f"q {RULE} w 0 G", *lines, "Q"] if lines else [], text=True)


def _line_height(style: Any) -> float:
    """Return the height of a line in pixels, which CSS gives as a length or as a number."""
    value = style["line_height"]
    if isinstance(value, float | int):
        return float(value)
    number, unit = value
    return float(number * style["font_size"] if unit is None else number)


def _appearance(field: Any, pdf: Any, drawing: list[Any], *, text: bool = False) -> Any:
    """Add ``drawing`` to the PDF as a look of ``field``; what text replaces is marked as such."""
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
    left, top, right, bottom = field["Rect"]
    return right - left, top - bottom
