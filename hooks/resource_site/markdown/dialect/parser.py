"""The site's dialect: GitHub-flavoured Markdown, definition lists, and attributes in braces."""

from functools import cache

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.gfm import gfm_plugin

from .attributes import attributes_plugin
from .limits import limits_plugin
from .renderer import Renderer

MAX_DEPTH = 20
"""Nested lists, quotations and alerts; a deeper one is reported as a problem."""

_MAX_NESTING = 100
"""The level from which markdown-it drops text: far above ``MAX_DEPTH``, so never in silence."""


@cache
def dialect() -> MarkdownIt:
    """Return the parser of whole documents.

    Link targets stay as typed, so that problems can quote them; ``link_collector`` normalises
    them. Escaped characters stay tokens of their own, so that typography leaves them alone.
    """
    options = {"maxNesting": _MAX_NESTING, "store_labels": True, "typographer": True}
    parser = MarkdownIt("commonmark", options | {"xhtmlOut": False}, renderer_cls=Renderer)
    parser.use(gfm_plugin).use(deflist_plugin).use(attributes_plugin).use(limits_plugin)
    # The plugins replaced our render rules for footnotes; put ours back.
    renderer = parser.renderer
    assert isinstance(renderer, Renderer)  # noqa: S101 - it is renderer_cls
    renderer.rules.update(Renderer().rules)
    # read_markdown runs the first after it has checked the notes; apply_typography runs the second.
    parser.core.ruler.disable(["footnote_tail", "text_join"])
    return _as_typed(parser)


@cache
def short_dialect(*, blocks: bool) -> MarkdownIt:
    """Return the parser of text in YAML: bold, emphasis and links, without HTML.

    ``blocks`` adds paragraphs and lists.
    """
    rules = ["text", "emphasis", "link", "autolink", "escape", "newline", "entity", "balance_pairs"]
    rules += ["paragraph", "list"] if blocks else []
    options = {"html": False, "xhtmlOut": True, "typographer": True}
    parser = MarkdownIt("zero", options, renderer_cls=Renderer)
    return _as_typed(parser.enable(rules, ignoreInvalid=True))


def _as_typed(parser: MarkdownIt) -> MarkdownIt:
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    parser.normalizeLink = str  # type: ignore[method-assign, assignment]
    return parser
