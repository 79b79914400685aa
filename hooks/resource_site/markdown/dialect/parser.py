"""The site's dialect: GitHub-flavoured Markdown, definition lists, and attributes in braces."""

from functools import cache

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.gfm import gfm_plugin

from .attributes import attributes_plugin
from .limits import limits_plugin
from .renderer import Renderer

DEEPEST = 20
"""Levels of lists and quotations inside each other; a deeper one is a problem."""

_NEVER_REACHED = 100
"""Levels at which markdown-it would leave words out."""


@cache
def dialect() -> MarkdownIt:
    """Return the parser of whole texts.

    Links are kept as they were typed, so that problems can name them; the renderer decides which
    of them reach a page. Text that was escaped stays apart, so that typography leaves it alone.
    """
    options = {"maxNesting": _NEVER_REACHED, "store_labels": True, "typographer": True}
    parser = MarkdownIt("commonmark", options | {"xhtmlOut": False}, renderer_cls=Renderer)
    parser.use(gfm_plugin).use(deflist_plugin).use(attributes_plugin).use(limits_plugin)
    # The plugins bring rules of their own for notes at the foot; ours take their place again.
    renderer = parser.renderer
    assert isinstance(renderer, Renderer)  # noqa: S101 - it was given above
    renderer.rules.update(Renderer().rules)
    # The reader looks at the notes first; typography joins words, once it has done its work.
    parser.core.ruler.disable(["footnote_tail", "text_join"])
    return _as_typed(parser)


@cache
def short_dialect(*, blocks: bool) -> MarkdownIt:
    """Return the parser of text in YAML: bold, emphasis and links, and never HTML.

    ``blocks`` adds paragraphs and lists.
    """
    rules = ["text", "emphasis", "link", "autolink", "escape", "newline", "entity", "balance_pairs"]
    rules += ["paragraph", "list"] if blocks else []
    parser = MarkdownIt("zero", {"html": False, "xhtmlOut": True}, renderer_cls=Renderer)
    return _as_typed(parser.enable(rules, ignoreInvalid=True))


def _as_typed(parser: MarkdownIt) -> MarkdownIt:
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    parser.normalizeLink = str  # type: ignore[method-assign, assignment]
    return parser
