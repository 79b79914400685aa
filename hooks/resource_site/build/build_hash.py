"""What every page of a site is made with: code, templates, settings."""

import time
from hashlib import sha256
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ..incremental.code_hash import code_hash
from ..incremental.fingerprint import fingerprint


def build_hash(config: MkDocsConfig, overrides: Path, *others: object) -> str:
    """Return a text that changes with anything that may show on every page, such as ``others``."""
    looks = sha256()
    for file in sorted(overrides.rglob("*")):
        if file.is_file():
            looks.update(f"\0{file.relative_to(overrides).as_posix()}\0".encode())
            looks.update(sha256(file.read_bytes()).digest())
    settings = [
        config.site_name,
        config.site_url,
        config.site_description,
        config.nav,
        config.extra,
    ]
    # Another plugin or hook than ours may change pages in ways we cannot know.
    once = str(time.time_ns()) if len(config.plugins) > 1 else ""
    return f"{code_hash()} {looks.hexdigest()} {fingerprint(settings, others)}{once}"
