"""The logo as the icons that devices ask for, and the manifest that names them."""

import json
from collections.abc import Iterator
from pathlib import Path

from ...pages.site_facts import SiteFacts
from .design_tokens import design_tokens
from .rasteriser import Rasteriser

LOGO = "assets/favicon.svg"
MANIFEST = "manifest.webmanifest"
TOUCH_ICON = "assets/apple-touch-icon.png"

_SIZES = (192, 512)


def icons(overrides: Path, pictures: Rasteriser) -> Iterator[tuple[str, bytes]]:
    """Yield each icon's address and its PNG."""
    logo = (overrides / LOGO).read_text(encoding="utf-8")
    for size in _SIZES:
        yield f"assets/icon-{size}.png", pictures.png(logo, size)
    # Apple's devices round the corners themselves, and paint what is clear in black.
    yield TOUCH_ICON, pictures.png(logo, 180, design_tokens(overrides)["band"])


def web_manifest(overrides: Path, site: SiteFacts) -> str:
    """Return the manifest (W3C Web Application Manifest) for a device that installs the site."""
    brand = design_tokens(overrides)
    manifest = {
        "name": site.name,
        "short_name": site.name,
        "description": site.description,
        "lang": "en-GB",
        "dir": "ltr",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        # With a way back: pages link to other sites.
        "display": "minimal-ui",
        "theme_color": brand["band"],
        "background_color": brand["ground"],
        "icons": [
            {"src": LOGO, "type": "image/svg+xml", "sizes": "any"},
            *(
                {"src": f"assets/icon-{size}.png", "type": "image/png", "sizes": f"{size}x{size}"}
                for size in _SIZES
            ),
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
