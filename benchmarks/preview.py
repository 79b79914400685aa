"""CPU time of a rebuild in a preview, after a save: ``preview.py PROJECT ARTICLE``.

It builds as ``mkdocs serve`` does: once, and again in the same process after each save.
"""

import logging
import os
import sys
import tempfile
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

ADDRESS = "http://127.0.0.1:8000/"
SAVES = 3


def cpu() -> float:
    """Return the seconds of CPU of this process and its children so far."""
    return sum(os.times()[:4])


def main(article: Path) -> None:
    """Print the CPU seconds of the fastest of some rebuilds."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as site:
        took = []
        for save in range(SAVES + 1):
            if save:
                with article.open("a", encoding="utf-8") as opened:
                    opened.write(f"\nSaved {save} times.\n")
            config = load_config("mkdocs.yml", site_dir=site)
            config.site_url = ADDRESS
            config.plugins.on_startup(command="serve", dirty=False)
            before = cpu()
            build(config, serve_url=ADDRESS)
            took.append(cpu() - before)
        print(f"{min(took[1:]):.3f}")


if __name__ == "__main__":
    os.chdir(sys.argv[1])
    main(Path(sys.argv[2]))
