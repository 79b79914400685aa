"""The HTML standard's own checker has nothing to say about any page."""

import json
import subprocess
from pathlib import Path

from small_site import Site

CHECKER = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"


def test_no_page_has_an_error_or_a_warning(real_site: Site) -> None:
    pages = sorted((real_site.folder / "site").rglob("*.html"))
    assert len(pages) > 15
    result = subprocess.run(
        ["java", "-jar", str(CHECKER), "--format", "json", *map(str, pages)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    messages = json.loads(result.stderr)["messages"]
    assert [f"{m.get('url')}:{m.get('lastLine')}: {m['message']}" for m in messages] == []
