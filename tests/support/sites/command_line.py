"""The ``resources`` command inside the tests' own process: quicker than starting a program."""

from typer.testing import CliRunner, Result

from resource_site.__main__ import app
from small_site import Site


def say(site: Site, *words: str) -> Result:
    """Return what the command does with ``words``, and all it says; nobody is there to ask."""
    return CliRunner().invoke(app, [*words, "--config", str(site.folder / "mkdocs.yml")])
