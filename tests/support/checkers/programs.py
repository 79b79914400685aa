"""What in HTML could run a program or is asked of another website, as another parser reads it."""

import re

from selectolax.lexbor import LexborHTMLParser

ELEMENTS = (
    "applet", "base", "embed", "form", "frame", "iframe", "isindex", "link", "math", "meta",
    "noscript", "object", "script", "select", "style", "svg", "template",
)  # fmt: skip


def programs_in(html: str) -> list[str]:
    """Return the names of such elements and attributes, and such addresses."""
    found = []
    for node in LexborHTMLParser(f"<!doctype html><body><div>{html}").css("body *"):
        if node.tag in ELEMENTS:
            found.append(str(node.tag))
        for name, value in node.attributes.items():
            address = re.sub(r"[\x00-\x20\xa0]", "", value or "").lower()
            if name.startswith("on") or name in ("srcdoc", "srcset", "style", "ping"):
                found.append(name)
            if name in ("src", "poster", "background") and re.match(r"https?:|[/\\]{2}", address):
                found.append(address)
            if name in ("href", "src", "action") and re.match(
                r"(?:java|vb)script:|data:|file:", address
            ):
                found.append(address)
    return found
