"""What a browser does with a drawing that the check accepts, without any policy of the site.

``make fuzz`` tries many rounds, each with drawings of its own.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Request

from drawing_cases import FINE, HEAD, WHOLE, XHTML
from fuzzing import FUZZ
from hostile_drawings import ELSEWHERE, LINK, PROGRAM, RAN, SVG, Maker
from resource_site.checks.drawings.drawing_check import check_drawing
from serving import serve

A_ROUND = 100
A_PAGE = 100
OBEYED = {
    "script.svg": f"{HEAD}<script>{PROGRAM}</script></svg>",
    "load.svg": f'<svg xmlns="{SVG}" onload="{PROGRAM}"/>',
    "words.xml": f"<w><script {XHTML}>{PROGRAM}</script></w>",
    "click.svg": f'{HEAD}<g onclick="{PROGRAM}"/></svg>',
    "link.svg": f'{HEAD}<a href="{LINK}"/></svg>',
    "name.svg": WHOLE["a link with a name that browsers know by the DTD"][0],
    "import.svg": f"{HEAD}<style>@import url({ELSEWHERE}/x);</style></svg>",
    "ground.svg": f'<svg xmlns="{SVG}" style="background:url({ELSEWHERE}/x)"/>',
    "image.svg": f"{HEAD}<image width='9' height='9' href='{ELSEWHERE}/x'/></svg>",
    "sheet.svg": f"<?xml-stylesheet href='{ELSEWHERE}/x.css'?>{HEAD}</svg>",
    "broken.svg": HEAD,
}
LOOK = """() => [...document.querySelectorAll("iframe")].flatMap((frame) => {
  const name = frame.getAttribute("src"), inside = frame.contentDocument, found = [];
  if (!inside?.documentElement) return [`${name} led away`];
  if (inside.querySelector("parsererror")) found.push(`${name} cannot be read`);
  inside.addEventListener("click", (event) => event.preventDefault(), true);
  for (const element of inside.querySelectorAll("*")) {
    for (const { name: key } of element.attributes) {
      if (key.startsWith("on") && typeof element[key] === "function") found.push(`${name} ${key}`);
    }
    const link = element.href?.baseVal ?? element.href;
    if (element.localName === "a" && typeof link === "string") {
      const { protocol } = URL.parse(link, element.baseURI) ?? { protocol: "http:" };
      if (!["http:", "https:", "mailto:", "tel:"].includes(protocol)) found.push(`${name} ${link}`);
    }
    element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }
  return found;
})"""


def obeyed(browser: Browser, folder: Path, files: dict[str, bytes]) -> list[str]:
    """Return what a browser did with ``files``, each open in a frame, beside showing them."""
    found: list[str] = []
    frames = "".join(f'<iframe src="{name}"></iframe>' for name in files)
    for name, raw in {**files, "_headers": b"", "all.html": frames.encode()}.items():
        (folder / name).write_bytes(raw)
    page = browser.new_page()
    with serve(folder) as address:

        def asked(request: Request) -> None:
            if not request.url.startswith((address, "data:")):
                found.append(f"{request.frame.url} asked {request.url}")

        def said(message: ConsoleMessage) -> None:
            if message.text == RAN:
                found.append(f"{message.location['url']} ran")

        page.on("request", asked)
        page.on("console", said)
        page.goto(f"{address}all.html")
        found += page.evaluate(LOOK)
        page.close()
    return found


def accepted(start: int) -> dict[str, bytes]:
    """Return a round of drawings, made from the number ``start`` on, that the check accepts."""
    fine: dict[str, bytes] = {}
    for number in range(start, start + 100 * A_ROUND):
        raw = Maker(number).drawing()
        if not check_drawing(raw, "x"):
            fine[f"{number}.svg"] = raw
        if len(fine) == A_ROUND:
            return fine
    raise AssertionError("hardly any drawing is accepted")


def test_the_browser_test_notices_a_drawing_that_runs_code(
    browser: Browser, tmp_path: Path
) -> None:
    found = obeyed(browser, tmp_path, {name: text.encode() for name, text in OBEYED.items()})
    assert [name for name in OBEYED if not any(name in line for line in found)] == []


def test_a_browser_can_read_what_drawing_programs_save(browser: Browser, tmp_path: Path) -> None:
    saved = {
        f"{number}.svg": text.encode("utf-16" if name == "UTF-16" else "utf-8")
        for number, (name, text) in enumerate(FINE.items())
    }
    assert obeyed(browser, tmp_path, saved) == []


@pytest.mark.fuzz
@pytest.mark.timeout(240 * FUZZ)
def test_no_accepted_drawing_runs_code_or_loads_anything(browser: Browser, tmp_path: Path) -> None:
    for number in range(FUZZ):
        fine = list(accepted(number * 1_000_000).items())
        for first in range(0, A_ROUND, A_PAGE):
            found = obeyed(browser, tmp_path, dict(fine[first : first + A_PAGE]))
            unread = [line for line in found if line.endswith("cannot be read")]
            assert [line for line in found if line not in unread] == []
            assert len(unread) < A_PAGE / 10
