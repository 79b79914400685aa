"""The HTML standard's own checker has nothing to say about any page."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from small_site import Site

CHECKER = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"


def complaints(pages: Sequence[Path]) -> list[str]:
    """Return every error and warning of the checker."""
    result = subprocess.run(
        ["java", "-jar", str(CHECKER), "--format", "json", *map(str, pages)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    messages = json.loads(result.stderr)["messages"]
    return [f"{m.get('url')}:{m.get('lastLine')}: {m['message']}" for m in messages]


def test_no_page_has_an_error_or_a_warning(real_site: Site) -> None:
    pages = sorted((real_site.folder / "site").rglob("*.html"))
    assert len(pages) > 15
    assert complaints(pages) == []
