"""One reading of a text: from its tokens come its HTML, links, headings, words and problems."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_tail

from .dialect.limits import MOST_LINES, TOO_MUCH
from .dialect.parser import DEEPEST, dialect
from .dialect.typography import set_type
from .document import Document, Heading, ShownChecklist
from .fences import read_fence
from .html.typed_html import TypedHtml
from .ids import Ids
from .link_collector import LinkCollector
from .lint.definitions import definition_slips
from .lint.slips import block_slips, line_slips, list_slips, table_slips, word_slips
from .source import MarkdownSource, Place
from .text_blocks import BREAKS, Run, TextBlock, text_block

_CELLS = ("td_open", "th_open")
_CONTAINERS = ("alert_close", "alert_open", "blockquote", "bullet_list", "ordered_list")
_WORDS = ("text", "text_special", "code_inline")


def read_markdown(markdown: str, path: str, first_line: int) -> Document:
    """Return what ``markdown``, which starts on ``first_line`` of the file ``path``, holds."""
    source = MarkdownSource(markdown, path, first_line)
    parser, env = dialect(), dict[str, Any]()
    is_long = len(source.lines) > MOST_LINES
    if is_long:
        what = f"This text has {len(source.lines)} lines; {MOST_LINES} is the most."
        source.report(source.at(0), what, "Make several pages of it.")
    tokens = parser.parse("" if is_long else "\n".join(source.lines), env)
    for row, what, fix in env[TOO_MUCH]:
        source.report(source.at(row), what, fix)
    list_slips(tokens, source)
    table_slips(tokens, source)
    line_slips(source)
    definition_slips(tokens, env, source)
    state = StateCore("", parser, env, tokens)
    footnote_tail(state)
    reading = _Reading(source, env.get("references", {}))
    state.tokens = list(reading.blocks(state.tokens))
    reading.html.end()
    set_type(state)

    def render() -> str:
        return str(parser.renderer.render(state.tokens, parser.options, env)).rstrip("\n")

    html = render()
    reading.html.compare(html, render)
    addresses, problems = reading.addresses, source.report.problems
    return Document(
        markdown=markdown,
        pieces=tuple(addresses.pieces(html)),
        links=tuple(addresses.links),
        checklists=tuple(one for one in addresses.marked if isinstance(one, ShownChecklist)),
        headings=tuple(_headings(state.tokens)),
        ids=reading.ids.all(),
        text_blocks=tuple(reading.text_blocks),
        problems=tuple(found for found in problems if found.severity == "error"),
        warnings=tuple(found for found in problems if found.severity != "error"),
    )


class _Reading:
    """Walks through the tokens of a text once, and takes each into account."""

    def __init__(self, source: MarkdownSource, names: dict[str, Any]) -> None:
        self.source = source
        self.ids = Ids(source.report)
        self.addresses = LinkCollector(source, names)
        self.text_blocks: list[TextBlock] = []
        self.html = TypedHtml(source, self.addresses, self.ids, self.text_blocks)

    def blocks(self, tokens: list[Token]) -> Iterator[Token]:
        depth = 0
        for index, token in enumerate(tokens):
            self.html.enter(token)
            is_container = token.type.startswith(_CONTAINERS)
            depth += token.nesting * is_container
            if is_container and token.nesting == 1 and depth == DEEPEST + 1 and token.map:
                what = f"This line stands more than {DEEPEST} levels deep."
                self.source.report(
                    self.source.at(token.map[0]), what, "Take out spaces or signs at its start."
                )
            if token.type == "alert_open" and tokens[index + 4].type == "alert_close":
                what, fix = "This note is empty.", 'Write "> " in front of each of its lines.'
                self.source.report(self.source.at((token.map or [0])[0], "[!"), what, fix)
            if "id" in token.attrs and token.type not in ("attributes", "heading_open"):
                self.ids.claim(token, self.source.place_of(token))
            if token.type == "heading_open":
                self._heading(token, tokens[index + 1])
            elif token.type == "inline":
                self._inline(tokens, index)
            elif token.type == "code_block" and token.map:
                what = "This is shown as code, for its lines start with four spaces or a tab."
                fix = "Take these out. If it is code, put a line ``` above and below it."
                words = token.content.split("\n")[0]
                self.source.report(self.source.at(token.map[0], words), what, fix, "warning")
            elif token.type == "fence":
                read_fence(token, self.source, self.addresses)
            if token.type == "attributes":
                what = "These braces stand above nothing that can have what they hold."
                fix = "Take them out, or put them above a paragraph, a heading, a list or a table."
                self.source.report(self.source.place_of(token), what, fix)
            elif token.type == "html_block":
                yield from self.html.block(token)
            else:
                yield token

    def _heading(self, token: Token, words: Token) -> None:
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
        if not words.content:
            what, fix = "This heading has no words.", "Write them behind the signs, or take it out."
            self.source.report(place, what, fix)
        if "id" in token.attrs:
            self.ids.claim(token, place)
        else:
            self.ids.name(token, _words(words))

    def _inline(self, tokens: list[Token], index: int) -> None:
        token, opener, closer = tokens[index], tokens[index - 1], tokens[index + 1]
        if opener.type == "alert_title_open":  # nobody typed these words
            return
        start, end = token.map or (0, 0)
        if opener.type not in _CELLS or self.source.cursor.row != start:
            self.source.look_at(start, end)
        is_plain = token.content[:2].isalpha() and "\n" not in token.content  # as most are
        if opener.type == "paragraph_open" and not is_plain:
            starts = self.source.starts_of(token.content, start)
            lines = zip(token.content.split("\n"), starts, strict=False)
            block_slips([_without_indent(*line) for line in lines], self.source.report)
        token.children = list(self._children(token.children or []))
        types = [child.type for child in token.children]
        is_alone = opener.type == "paragraph_open" and not opener.hidden
        if is_alone and types in (["image"], ["film"]) and token.children[0].attrs.get("title"):
            opener.tag = closer.tag = "figure"
            token.children += self._caption(str(token.children[0].attrs.pop("title")))

    def _caption(self, words: str) -> Iterator[Token]:
        found = text_block([(words, self.source.cursor.find(words))])
        self.text_blocks += [found] if found else []
        yield Token("caption_open", "figcaption", 1)
        yield Token("text", "", 0, content=words)
        yield Token("caption_close", "figcaption", -1)

    def _children(self, children: list[Token]) -> Iterator[Token]:
        runs: list[Run] = []
        before = ""
        for child in children:
            if child.type == "html_inline":
                yield from self.html.inline(child)
                continue
            if child.type == "text":
                place = self.source.cursor.find(child.content)
                word_slips(child.content, place, self.source.report)
                runs.append((child.content, place))
            elif child.type == "text_special":
                runs.append((child.content, self.source.cursor.find(_typed(child))))
            elif child.type == "link_open":
                self.addresses.open(child)
            elif child.type == "link_close":
                is_bare = child.info == "auto" and runs
                self.addresses.close(runs[-1][1] if is_bare else None, before)
            elif child.type == "image":
                words = [one for one in child.children or () if one.type in _WORDS]
                runs += [(one.content, self.source.cursor.find(_typed(one))) for one in words]
                self.addresses.image(child)
            elif child.type == "code_inline":
                self.source.cursor.find(child.content)
                runs.append(("", self.source.cursor.place))
            elif child.type in BREAKS:
                runs.append(("", self.source.cursor.place))
            if "id" in child.attrs:
                self.ids.claim(child, self.source.cursor.place)
            before = child.type
            yield child
        if found := text_block(runs):
            self.text_blocks.append(found)


def _headings(tokens: list[Token]) -> Iterator[Heading]:
    for token, words in pairwise(tokens):
        if token.type == "heading_open" and "id" in token.attrs:
            yield Heading(int(token.tag[1]), str(token.attrs["id"]), _words(words))


def _typed(token: Token) -> str:
    """Return how the words of ``token`` stand in the file: ``&amp;`` and the like are others."""
    return token.markup if token.type == "text_special" else token.content


def _words(token: Token) -> str:
    return "".join(
        " " if child.type in BREAKS else child.content
        for child in token.children or ()
        if child.type in _WORDS or child.type in BREAKS
    )


def _without_indent(text: str, place: Place) -> tuple[str, Place]:
    return text.lstrip(), (place[0], place[1] + len(text) - len(text.lstrip()))
