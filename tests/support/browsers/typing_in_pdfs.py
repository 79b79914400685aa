"""Text typed into a PDF in two viewers, as pictures: PDFium (Chrome, Edge) and pdf.js (Firefox)."""

import base64
import ctypes
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageStat
from playwright.sync_api import Browser

SCALE = 3
"""Pixels for each point."""
PDFJS = Path(__file__).parents[2] / "node_modules/pdfjs-dist/legacy/build"
ADDRESS = "http://viewer.test"

IN_PDFJS = """async ([name, texts, scale]) => {
  const pdfjs = await import("/pdf.min.mjs");
  pdfjs.GlobalWorkerOptions.workerSrc = "/pdf.worker.min.mjs";
  const pdf = await pdfjs.getDocument({ url: "/sheet.pdf", verbosity: 0 }).promise;
  const page = await pdf.getPage(1);
  const field = (await page.getAnnotations()).find(({ fieldName }) => fieldName === name);
  const [left, bottom, right, top] = field.rect.map((edge) => edge * scale);
  const offset = { offsetX: -left, offsetY: top - page.view[3] * scale };
  const pictures = [];
  for (const value of texts) {
    pdf.annotationStorage.setValue(field.id, { value });
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: Math.round(right - left), height: Math.round(top - bottom) });
    await page.render({
      canvas, viewport: page.getViewport({ scale, ...offset }), intent: "print",
      annotationMode: pdfjs.AnnotationMode.ENABLE_STORAGE,
      printAnnotationStorage: pdf.annotationStorage.print,
    }).promise;
    pictures.push(canvas.toDataURL().split(",")[1]);
  }
  return pictures;
}"""
INSET = 5
"""Pixels at each edge of a field: its frame."""


def in_pdfium(sheet: bytes, name: str, text: str, page_number: int = 0) -> Image.Image:
    """Return the inside of the field ``name`` with ``text`` typed into it."""
    return kept_in_pdfium(sheet, name, text, page_number)[0]


def kept_in_pdfium(
    sheet: bytes, name: str, text: str, page_number: int = 0, *, by_key: bool = False
) -> tuple[Image.Image, str]:
    """Return the inside of the field ``name``, and the words it took, after ``text`` was typed.

    ``by_key`` types a letter at a time, as a hand does; otherwise all is put in at once.
    """
    document = pypdfium2.PdfDocument(sheet)
    document.init_forms()
    page = document[page_number]
    left, bottom, right, top = next(
        place for found, place in _fields(document.formenv, page) if found == name
    )
    x, y = (left + right) / 2, (bottom + top) / 2
    pdfium.FORM_OnLButtonDown(document.formenv, page, 0, x, y)
    pdfium.FORM_OnLButtonUp(document.formenv, page, 0, x, y)
    if by_key:
        for letter in text:
            pdfium.FORM_OnChar(document.formenv, page, ord(letter), 0)
    else:
        typed = f"{text}\0".encode("utf-16-le")
        letters = (ctypes.c_ushort * (len(typed) // 2)).from_buffer_copy(typed)
        pdfium.FORM_ReplaceSelection(document.formenv, page, letters)
    taken = (ctypes.c_ushort * (len(text) + 1))()
    size = ctypes.sizeof(taken)
    pdfium.FORM_GetFocusedText(document.formenv, page, taken, size)
    pdfium.FORM_ForceToKillFocus(document.formenv)
    picture: Image.Image = page.render(scale=SCALE).to_pil()
    height = page.get_height()
    edges = (left, height - top, right, height - bottom)
    x1, y1, x2, y2 = (round(edge * SCALE) for edge in edges)
    inside = _inside(picture.crop((x1, y1, x2, y2)))
    return inside, bytes(taken).decode("utf-16-le").partition("\0")[0]


def _inside(field: Image.Image) -> Image.Image:
    width, height = field.size
    return field.convert("L").crop((INSET, INSET, width - INSET, height - INSET))


def _fields(form: Any, page: Any) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, number)
        name = (ctypes.c_ushort * 200)()
        pdfium.FPDFAnnot_GetFormFieldName(form, annotation, name, ctypes.sizeof(name))
        place = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(annotation, place)
        corners = (place.left, place.bottom, place.right, place.top)
        yield bytes(name).decode("utf-16-le").partition("\0")[0], corners


def in_pdfjs(browser: Browser, sheet: bytes, name: str, texts: list[str]) -> list[Image.Image]:
    """Return the inside of the field ``name``, on the first page, with each of ``texts`` in it."""
    page = browser.new_page()
    files = {file.name: file.read_bytes() for file in PDFJS.glob("*.min.mjs")}

    def answer(route: Any) -> None:
        path = route.request.url.removeprefix(f"{ADDRESS}/")
        kind = "text/javascript" if path.endswith("mjs") else "application/pdf"
        body = {**files, "sheet.pdf": sheet}.get(path, b"<!doctype html><title>Viewer</title>")
        route.fulfill(body=body, content_type=kind if path else "text/html")

    page.route(f"{ADDRESS}/**", answer)
    page.goto(f"{ADDRESS}/")
    pictures = map(base64.b64decode, page.evaluate(IN_PDFJS, [name, texts, SCALE]))
    page.close()
    return [_inside(Image.open(BytesIO(picture))) for picture in pictures]


def letters_read(picture: Image.Image, text: str, font: ImageFont.FreeTypeFont) -> str:
    """Return the letters of ``text`` that stand in ``picture``, which shows it in ``font``.

    Each is compared with the same letter drawn by another program. One that is missing, or drawn as
    an empty box, is returned as a dot.
    """
    expected = Image.new("L", (round(font.getlength(text)) + 40, 3 * round(font.size)), 255)
    ImageDraw.Draw(expected).text((20, font.size / 2), text, fill=0, font=font)
    found, wanted = (_ink(image) for image in (picture, expected))
    if found.width < 2:
        return "." * len(text)
    found = found.resize(wanted.size)
    start = font.getbbox(text)[0]
    read = ""
    for number, letter in enumerate(text):
        edges = (font.getlength(text[:end]) - start for end in (number, number + 1))
        left, right = (max(0, min(wanted.width, round(edge))) for edge in edges)
        box = wanted.crop((left, 0, right, wanted.height))
        # Programs round the width of each letter in their own way.
        near = (
            found.crop((left + by, 0, right + by, wanted.height)) for by in (0, 1, -1, 2, -2, 3, -3)
        )
        read += letter if letter == " " or any(_is_alike(one, box) for one in near) else "."
    return read


def _ink(image: Image.Image) -> Image.Image:
    """Return the part of an image that is not white, as white on black."""
    inverse = ImageChops.invert(image)
    return inverse.crop(inverse.point(lambda value: 255 * (value > 90)).getbbox() or (0, 0, 1, 1))


def _is_alike(one: Image.Image, other: Image.Image) -> bool:
    soft = [image.filter(ImageFilter.GaussianBlur(1.5)) for image in (one, other)]
    differing = sum(ImageStat.Stat(ImageChops.difference(*soft)).sum)
    return bool(differing < 0.5 * sum(ImageStat.Stat(soft[1]).sum))
