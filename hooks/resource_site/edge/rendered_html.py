"""What came out of Markdown, looked at once more: another extension may write other HTML."""

import os
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from ..content.raw_html import find_forbidden
from ..problems import Problem

_ELEMENTS = (
    r"a|abbr|aside|b|blockquote|br|caption|code|col|colgroup|dd|del|details|div|dl|dt|em|figcaption"
    r"|figure|h[1-6]|hr|i|img|input|ins|kbd|label|li|mark|ol|p|pre|q|s|section|small|span|strong"
    r"|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|u|ul"
)
_WORDS = (
    r"(?:alt|checked|class|colspan|controls|data-[a-z-]+|disabled|height|id|lang|loading|name|open"
    r"|rel|role|rowspan|scope|start|target|title|type|width|aria-[a-z]+)=\"[^\"<]*\""
)
_LINK = r"href=\"(?:(?:https?|mailto|tel):[^\"<]*|(?:[^\"<:&]|&amp;)*)\""
_PICTURE = r"src=\"/?[\w.][^\"<:&]*\""
_CELL = r"t[dh] style=\"text-align: (?:left|center|right);\""

_STRANGE = re.compile(rf"<(?!/?(?:{_CELL}|{_ELEMENTS})(?: (?:{_WORDS}|{_LINK}|{_PICTURE}))*+ ?/?>)")
"""The start of any element but those that Markdown writes, with what is harmless in each.

Where there is none, every reader of HTML finds the same elements: no words hold a sign of one.
"""


def refuse_programs(page: Page, config: MkDocsConfig) -> None:
    """Raise ``PluginError`` where the rendered Markdown of ``page`` holds what no page may."""
    html = page.content or ""
    found = find_forbidden(html) if is_suspect(html) else []
    if found:
        root = Path(config.config_file_path or "mkdocs.yml").parent
        path = Path(os.path.relpath(config.docs_dir, root), page.file.src_uri).as_posix()
        raise PluginError(str(Problem(path, 1, 1, found[0].what, found[0].fix)))


def is_suspect(html: str) -> bool:
    """Tell whether ``html`` has to be read as browsers read it, which takes far longer."""
    return bool(_STRANGE.search(html))
