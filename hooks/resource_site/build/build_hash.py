"""The build hash: code, templates and settings, which every page depends on."""

import time
from hashlib import sha256
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ..incremental.code_hash import code_hash
from ..incremental.fingerprint import fingerprint


def build_hash(config: MkDocsConfig, overrides: Path, *others: object) -> str:
    """Return a hash of everything that may show on every page; ``others`` are added to it."""
    templates = sha256()
    for file in sorted(overrides.rglob("*")):
        if file.is_file():
            templates.update(f"\0{file.relative_to(overrides).as_posix()}\0".encode())
            templates.update(sha256(file.read_bytes()).digest())
    settings = [
        config.site_name,
        config.site_url,
        config.site_description,
        config.nav,
        config.extra,
        config.extra_css,
        list(map(repr, config.extra_javascript)),
    ]
    # Other plugins and hooks may change pages in ways we cannot know, so nothing is reused.
    unique = str(time.time_ns()) if len(config.plugins) > 1 else ""
    return f"{code_hash()} {templates.hexdigest()} {fingerprint(settings, others)}{unique}"
