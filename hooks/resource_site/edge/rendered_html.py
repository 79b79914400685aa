"""What came out of Markdown, looked at once more: another extension may write other HTML."""

import re

from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from ..content.raw_html import find_forbidden
from ..problems import Problem

_SUSPECT = re.compile(
    r"<(?:script|style|i?frame|object|embed|applet|portal|fencedframe|base|meta|link|form|svg|math"
    r"|noscript|select)"
    r"|[\s\"'/](?:on[a-z]+|srcdoc|formaction)\s*=|\sstyle=\"(?!text-align: [a-z]+;\")"
    r"|[\s\"'/](?:src|srcset|poster|background)\s*=\s*[\"']?[^\"'>]{0,200}(?:https?:|[/\\]{2})"
    r"|[\s\"'/](?:ping|attributionsrc)\b"
    r"|(?:script|data|file|blob):|&(?:#|colon|tab|newline)",
    re.IGNORECASE,
)


def refuse_programs(page: Page) -> None:
    """Raise ``PluginError`` where the rendered Markdown of ``page`` holds what no page may."""
    html = page.content or ""
    found = find_forbidden(html) if _SUSPECT.search(html) else []
    if found:
        problem = Problem(page.file.src_uri, 1, 1, found[0].what, found[0].fix)
        raise PluginError(str(problem))
