"""The logo as icons of several sizes, and the web app manifest that lists them."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from ...pages.site_facts import SiteFacts
from .rasteriser import Rasteriser

LOGO = "assets/favicon.svg"
MANIFEST = "manifest.webmanifest"
TOUCH_ICON = "assets/apple-touch-icon.png"

_SIZES = (192, 512)


def icons(
    overrides: Path, pictures: Rasteriser, tokens: Mapping[str, str]
) -> Iterator[tuple[str, bytes]]:
    """Yield each icon's address and its PNG, with the colours of ``design_tokens``."""
    logo = (overrides / LOGO).read_text(encoding="utf-8")
    for size in _SIZES:
        yield f"assets/icon-{size}.png", pictures.png(logo, size)
    # iOS rounds the corners itself, and shows transparency as black.
    yield TOUCH_ICON, pictures.png(logo, 180, tokens["band"])


def web_manifest(site: SiteFacts, tokens: Mapping[str, str]) -> str:
    """Return the web app manifest (W3C), for devices that install the site."""
    manifest = {
        "name": site.name,
        "short_name": site.name,
        "description": site.description,
        "lang": "en-GB",
        "dir": "ltr",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        # Not standalone: pages link to other sites, so a back button is needed.
        "display": "minimal-ui",
        "theme_color": tokens["band"],
        "background_color": tokens["ground"],
        "icons": [
            {"src": LOGO, "type": "image/svg+xml", "sizes": "any"},
            *(
                {"src": f"assets/icon-{size}.png", "type": "image/png", "sizes": f"{size}x{size}"}
                for size in _SIZES
            ),
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
