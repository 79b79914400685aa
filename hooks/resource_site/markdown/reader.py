"""``read_markdown``: parse, check and render one text."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_tail

from .dialect.limits import LIMIT_PROBLEMS, MAX_LINES
from .dialect.parser import MAX_DEPTH, dialect
from .dialect.typography import apply_typography
from .document import Document, Heading, ShownChecklist
from .fences import read_fence
from .html.raw_html import RawHtml
from .ids import Ids
from .link_collector import LinkCollector
from .lint.definitions import lint_definitions
from .lint.rules import lint_lines, lint_lists, lint_paragraph, lint_tables, lint_text
from .source import MarkdownSource, Place
from .text_blocks import BREAKS, Run, TextBlock, text_block

_CELLS = ("td_open", "th_open")
_CONTAINERS = ("alert_close", "alert_open", "blockquote", "bullet_list", "ordered_list")
_TEXT_TYPES = ("text", "text_special", "code_inline")


def read_markdown(markdown: str, path: str, first_line: int) -> Document:
    """Parse ``markdown``, which starts on ``first_line`` of the file ``path``."""
    source = MarkdownSource(markdown, path, first_line)
    parser, env = dialect(), dict[str, Any]()
    is_long = len(source.lines) > MAX_LINES
    if is_long:
        what = f"This text has {len(source.lines)} lines; {MAX_LINES} is the most."
        source.report(source.place_in(0), what, "Make several pages of it.")
    tokens = parser.parse("" if is_long else "\n".join(source.lines), env)
    for row, what, fix in env[LIMIT_PROBLEMS]:
        source.report(source.place_in(row), what, fix)
    lint_lists(tokens, source)
    lint_tables(tokens, source)
    lint_lines(source)
    lint_definitions(tokens, env, source)
    state = StateCore("", parser, env, tokens)
    footnote_tail(state)
    reader = _TokenReader(source, env.get("references", {}))
    state.tokens = list(reader.blocks(state.tokens))
    reader.html.tokenizer.end()
    apply_typography(state)

    def render() -> str:
        return str(parser.renderer.render(state.tokens, parser.options, env)).rstrip("\n")

    html = render()
    reader.html.check_structure(html, render)
    links, problems = reader.links, source.report.problems
    return Document(
        markdown=markdown,
        pieces=tuple(links.pieces(html)),
        links=tuple(links.links),
        checklists=tuple(each for each in links.placeholders if isinstance(each, ShownChecklist)),
        headings=tuple(_headings(state.tokens)),
        ids=reader.ids.all(),
        text_blocks=tuple(reader.text_blocks),
        problems=tuple(problem for problem in problems if problem.severity == "error"),
        warnings=tuple(problem for problem in problems if problem.severity != "error"),
    )


class _TokenReader:
    """Walks through the token stream once: collects links, ids and prose, and reports problems."""

    def __init__(self, source: MarkdownSource, definitions: dict[str, Any]) -> None:
        self.source = source
        self.ids = Ids(source.report)
        self.links = LinkCollector(source, definitions)
        self.text_blocks: list[TextBlock] = []
        self.html = RawHtml(source, self.links, self.ids, self.text_blocks)

    def blocks(self, tokens: list[Token]) -> Iterator[Token]:
        """Yield the tokens to render: ``tokens``, with HTML blocks split into tags and text."""
        depth = 0
        for index, token in enumerate(tokens):
            self.html.tokenizer.enter(token)
            is_container = token.type.startswith(_CONTAINERS)
            depth += token.nesting * is_container
            if is_container and token.nesting == 1 and depth == MAX_DEPTH + 1 and token.map:
                what = f"This line stands more than {MAX_DEPTH} levels deep."
                fix = "Take out spaces or signs at its start."
                self.source.report(self.source.place_in(token.map[0]), what, fix)
            if token.type == "alert_open" and tokens[index + 4].type == "alert_close":
                what, fix = "This note is empty.", 'Write "> " in front of each of its lines.'
                self.source.report(self.source.place_in((token.map or [0])[0], "[!"), what, fix)
            if "id" in token.attrs and token.type not in ("attributes", "heading_open"):
                self.ids.claim(token, self.source.place_of(token))
            if token.type == "heading_open":
                self._heading(token, tokens[index + 1])
            elif token.type == "inline":
                self._inline(tokens, index)
            elif token.type == "code_block" and token.map:
                what = "This is shown as code, for its lines start with four spaces or a tab."
                fix = "Take these out. If it is code, put a line ``` above and below it."
                place = self.source.place_in(token.map[0], token.content.split("\n")[0])
                self.source.report(place, what, fix, "warning")
            elif token.type == "fence":
                read_fence(token, self.source, self.links)
            if token.type == "attributes":
                what = "These braces stand above nothing that can have what they hold."
                fix = "Take them out, or put them above a paragraph, a heading, a list or a table."
                self.source.report(self.source.place_of(token), what, fix)
            elif token.type == "html_block":
                yield from self.html.block(token)
            else:
                yield token

    def _heading(self, token: Token, inline: Token) -> None:
        place = self.source.place_of(token)
        self.source.level = int(token.tag[1])
        if token.markup in ("-", "=") and token.map:
            line = self.source.lines[token.map[1] - 1].rstrip()
            typed = line.lstrip(" >\t")
            what = f'The line "{typed}" right below these words makes them a heading.'
            fix = 'Put an empty line between them; or take it out, and start the words with "## ".'
            below = self.source.first_line + token.map[1] - 1, len(line) - len(typed) + 1
            self.source.report(below, what, fix, "warning" if token.markup == "-" else "error")
        elif self.source.level == 1:
            what = "A heading with one # is the page's own title, which stands above already."
            fix = "Take it out if it repeats that; if not, start it with ##."
            self.source.report(place, what, fix)
        if not inline.content:
            what, fix = "This heading has no words.", "Write them behind the signs, or take it out."
            self.source.report(place, what, fix)
        if "id" in token.attrs:
            self.ids.claim(token, place)
        else:
            self.ids.generate(token, _text(inline))

    def _inline(self, tokens: list[Token], index: int) -> None:
        token, opener, closer = tokens[index], tokens[index - 1], tokens[index + 1]
        if opener.type == "alert_title_open":  # the parser wrote it
            return
        start, end = token.map or (0, 0)
        if opener.type not in _CELLS or self.source.cursor.row != start:
            self.source.move_cursor(start, end)
        is_plain = token.content[:2].isalpha() and "\n" not in token.content  # nothing to lint
        if opener.type == "paragraph_open" and not is_plain:
            places = self.source.line_places(token.content, start)
            lines = zip(token.content.split("\n"), places, strict=False)
            lint_paragraph([_without_indent(*line) for line in lines], self.source.report)
        is_prose = opener.type == "paragraph_open" and opener.level == 0
        token.children = list(self._children(token.children or [], is_prose))
        types = [child.type for child in token.children]
        is_alone = opener.type == "paragraph_open" and not opener.hidden
        if is_alone and types in (["image"], ["film"]) and token.children[0].attrs.get("title"):
            opener.tag = closer.tag = "figure"
            token.children += self._caption(str(token.children[0].attrs.pop("title")))

    def _caption(self, title: str) -> Iterator[Token]:
        prose = text_block([(title, self.source.cursor.find(title))])
        self.text_blocks += [prose] if prose else []
        yield Token("caption_open", "figcaption", 1)
        yield Token("text", "", 0, content=title)
        yield Token("caption_close", "figcaption", -1)

    def _children(self, children: list[Token], is_prose: bool) -> Iterator[Token]:
        """Yield the inline tokens to render; ``is_prose`` says if they are a paragraph's."""
        runs: list[Run] = []
        previous_type = ""
        for child in children:
            if child.type == "html_inline":
                yield from self.html.inline(child)
                continue
            if child.type == "text":
                place = self.source.cursor.find(child.content)
                lint_text(child.content, place, self.source.report)
                runs.append((child.content, place))
            elif child.type == "text_special":
                runs.append((child.content, self.source.cursor.find(_typed(child))))
            elif child.type == "link_open":
                self.links.open(child)
            elif child.type == "link_close":
                is_autolink = child.info == "auto" and runs
                self.links.close(runs[-1][1] if is_autolink else None, previous_type)
            elif child.type == "image":
                runs += [
                    (part.content, self.source.cursor.find(_typed(part)))
                    for part in child.children or ()
                    if part.type in _TEXT_TYPES
                ]
                self.links.image(child)
            elif child.type == "code_inline":
                self.source.cursor.find(child.content)
                runs.append(("", self.source.cursor.place))
            elif child.type in BREAKS:
                runs.append(("", self.source.cursor.place))
            if "id" in child.attrs:
                self.ids.claim(child, self.source.cursor.place)
            previous_type = child.type
            yield child
        if prose := text_block(runs):
            self.text_blocks.append(replace(prose, is_paragraph=is_prose))


def _headings(tokens: list[Token]) -> Iterator[Heading]:
    for token, inline in pairwise(tokens):
        if token.type == "heading_open" and "id" in token.attrs:
            yield Heading(int(token.tag[1]), str(token.attrs["id"]), _text(inline))


def _typed(token: Token) -> str:
    """Return the text of ``token`` as it is in the file, where "&" may be "&amp;"."""
    return token.markup if token.type == "text_special" else token.content


def _text(token: Token) -> str:
    """Return the plain text of an inline token."""
    return "".join(
        " " if child.type in BREAKS else child.content
        for child in token.children or ()
        if child.type in _TEXT_TYPES or child.type in BREAKS
    )


def _without_indent(text: str, place: Place) -> tuple[str, Place]:
    return text.lstrip(), (place[0], place[1] + len(text) - len(text.lstrip()))
