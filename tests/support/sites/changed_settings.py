"""Changes to the settings of a small site: other hooks, plugins and keys."""

from small_site import Site


def with_hook(site: Site, code: str) -> Site:
    """Let a second hook file of the project run in ``site``."""
    (site.folder / "second.py").write_text(code, encoding="utf-8")
    ours = "  - hooks/pipeline.py\n"
    return with_settings(site, ours, f"{ours}  - second.py\n")


def with_settings(site: Site, old: str, new: str) -> Site:
    """Replace ``old`` by ``new`` in the settings of ``site``."""
    settings = site.folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert old in text
    settings.write_text(text.replace(old, new, 1), encoding="utf-8")
    return site
