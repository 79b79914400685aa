"""A browser without a security policy, and what may be found in it."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import BrowserContext, Route

from resource_site.markdown.dialect.attributes import CLASSES
from resource_site.markdown.html import allow_list as allowed

HERE = "http://site.test/articles/x/"
COUNTS = "window.ran = 0; window.pwned = () => { window.ran++; };"
"""What hostile programs call, wherever they stand."""

LOOK = (Path(__file__).parent / "look.js").read_text(encoding="utf-8")
MAY = {
    "elements": {
        name: sorted(
            allowed.ELEMENTS.get(name, frozenset())
            | allowed.GENERATED.get(name, set())
            | allowed.EVERYWHERE
            | allowed.GENERATED_EVERYWHERE
        )
        for name in allowed.ELEMENTS.keys() | allowed.GENERATED.keys()
    },
    "schemes": sorted(f"{scheme}:" for scheme in allowed.SCHEMES),
}
MADE_CLASSES = (
    *sorted(CLASSES), "alert", "alert--[a-z]+", "alert__title", "cell--[a-z]+", "note-ref", "notes",
    "contains-task-list", "notes__title", "on-paper", "on-screen", "says-address", "scroll-box",
    "task-box", "task-box--done", "task-list-item",
)  # fmt: skip
"""What words may have, and what we give to them."""

_FAULTS = f"""([may, pieces]) => {{
    {LOOK}
    may.classes = /^(?:{"|".join(MADE_CLASSES)})$/;
    const resolved = (href) => URL.parse(href.split("#")[0], document.baseURI)?.href;
    const boxes = [...document.body.children];
    const alone = document.scripts.length === 1 && boxes.length === pieces.length;
    return [
        ran || !alone ? ["a program ran, or a text ends the box around it"] : [],
        pieces.flatMap(([,,, shows]) => shows.map(resolved)),
        ...pieces.map(([, html, isFine], number) => [
            ...look(boxes[number], may),
            ...isFine ? readOtherwise(boxes[number], html) : [],
        ]),
    ];
}}"""


class Piece(NamedTuple):
    """HTML that becomes part of a page, and the Markdown it was."""

    markdown: str
    html: str
    is_fine: bool = False
    """There was nothing to report, so that readers get it."""
    shows: Sequence[str] = ()
    """The addresses of what a browser asks for by itself."""


class Laboratory:
    """One page of a website that is nothing but what it is given."""

    def __init__(self, context: BrowserContext) -> None:
        self._page = context.new_page()
        self._page.route("**/*", self._answer)
        self._body, self._asked = "", list[str]()

    def _answer(self, route: Route) -> None:
        if route.request.url == HERE and route.request.is_navigation_request():
            route.fulfill(body=self._body, content_type="text/html; charset=utf-8")
        else:
            self._asked.append(route.request.url)
            route.abort()

    def faults(self, pieces: list[Piece]) -> list[str]:
        """Return what is wrong with these in one page, with the Markdown they were."""
        self._asked.clear()
        boxes = "".join(f"<section>{piece.html}</section>" for piece in pieces)
        self._body = f"<!doctype html><title>x</title><script>{COUNTS}</script><body>{boxes}"
        self._page.goto(HERE)
        first, shown, *each = self._page.evaluate(_FAULTS, [MAY, pieces])
        strange = [f"{url} is asked for" for url in set(self._asked) - set(shown)]
        named = [
            f"{fault} from {piece.markdown!r}"
            for piece, faults in zip(pieces, each, strict=True)
            for fault in faults
        ]
        return [*first, *strange, *named]
