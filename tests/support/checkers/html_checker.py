"""The HTML standard's own checker (Nu), a program in Java."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

CHECKER = Path(__file__).parents[2] / "node_modules/vnu-jar/build/dist/vnu.jar"

QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m")
"""It runs for seconds: to make the best code of it takes Java longer than all else it does. Code
that is not the best needs more of the stack."""


def complaints(pages: Sequence[Path], *options: str) -> list[str]:
    """Return every error and warning about ``pages``; ``options`` are the checker's own."""
    result = subprocess.run(
        ["java", *QUICK, "-jar", str(CHECKER), "--format", "json", *options, *map(str, pages)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    messages = json.loads(result.stderr)["messages"]
    return [
        f"{m.get('url')}:{m.get('lastLine')}: {m['message']}"
        for m in messages
        # It reads files, which are of no origin, and takes data (JSON-LD) for scripts. Browsers
        # test what a policy does.
        if "violates Content Security Policy (meta tag)" not in m["message"]
    ]
