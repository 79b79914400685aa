"""What came out of Markdown, looked at once more: another extension may write other HTML."""

import re

from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from ..content.raw_html import FIX, find_forbidden
from ..problems import Problem

_SUSPECT = re.compile(
    r"<(?:script|style|i?frame|object|embed|applet|portal|fencedframe|base|meta|link|form|svg|math)"
    r"|[\s\"'/](?:on[a-z]+|srcdoc|formaction)\s*=|\sstyle=\"(?!text-align: [a-z]+;\")"
    r"|(?:script|data|file|blob):|&(?:#|colon|tab|newline)",
    re.IGNORECASE,
)


def refuse_programs(page: Page) -> None:
    """Raise ``PluginError`` where the rendered Markdown of ``page`` could run a program."""
    html = page.content or ""
    found = find_forbidden(html) if _SUSPECT.search(html) else []
    if found:
        problem = Problem(page.file.src_uri, 1, 1, found[0].what, FIX)
        raise PluginError(str(problem))
