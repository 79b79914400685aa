"""What came out of Markdown, looked at once more: another extension may write other HTML."""

import re

from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from ..content.raw_html import find_forbidden
from ..problems import Problem

_ELSEWHERE = r"\s*=\s*[\"']?[^\"'>]{0,200}(?:https?:|[/\\]{2})"
_SUSPECT = tuple(
    re.compile(sign)
    for sign in (
        r"<(?:script|style|i?frame|object|embed|applet|portal|fencedframe|base|meta|link|form|svg)",
        r"<(?:math|noscript|select)",
        r"style=\"(?!text-align: [a-z]+;\")",
        rf"src(?:set)?{_ELSEWHERE}",
        rf"poster{_ELSEWHERE}",
        rf"background{_ELSEWHERE}",
        r"ping\b(?<=[\s\"'/]ping)",
        r"attributionsrc\b",
        r":(?:(?<=script:)|(?<=data:)|(?<=file:)|(?<=blob:))",
        r"&(?:#|colon|tab|newline)",
    )
)
"""Signs of it in small letters; each begins with what is quick to look for."""

_SUSPECT_BACKWARDS = re.compile(r"=\s*(?:[a-z]+no|codcrs|noitcamrof)[\s\"'/]")
"""``onclick=``, ``srcdoc=`` and their like, read from the end: "=" is rare, and space is not."""


def refuse_programs(page: Page) -> None:
    """Raise ``PluginError`` where the rendered Markdown of ``page`` holds what no page may."""
    html = page.content or ""
    found = find_forbidden(html) if _is_suspect(html) else []
    if found:
        problem = Problem(page.file.src_uri, 1, 1, found[0].what, found[0].fix)
        raise PluginError(str(problem))


def _is_suspect(html: str) -> bool:
    small = html.lower()
    return any(sign.search(small) for sign in _SUSPECT) or bool(
        _SUSPECT_BACKWARDS.search(small[::-1])
    )
