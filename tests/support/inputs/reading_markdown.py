"""Markdown as the site reads it, without a site around it."""

from resource_site.markdown.document import Document
from resource_site.markdown.reader import read_markdown
from resource_site.problems import in_order

PATH = "x.md"


def read(markdown: str) -> Document:
    """Return ``markdown`` as it is read, on the first line of a file."""
    return read_markdown(markdown, PATH, 1)


def html(markdown: str) -> str:
    """Return the HTML of ``markdown``, its addresses as they were typed."""
    return read(markdown).html(
        lambda address: address.href,
        lambda shown: f'<div class="shown">{shown.slug} {shown.level}</div>',
    )


def said(markdown: str) -> list[str]:
    """Return everything that is wrong with ``markdown``, without the file's name, in order."""
    document = read(markdown)
    return [
        str(problem).removeprefix(f"{PATH}:")
        for problem in in_order((*document.problems, *document.warnings))
    ]
