"""One reading of a text: from its tokens come its HTML, links, headings, words and problems."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_tail

from .allowed import taken_out
from .definitions import definition_slips
from .document import Address, Document, Heading, Link, LinkKind, Piece, ShownChecklist
from .headings import free_id
from .limits import MOST_LINES, TOO_MUCH
from .links import is_film, is_recording, link_problem, target_of
from .parser import DEEPEST, dialect
from .passages import BREAKS, Passage, Run, passage
from .places import Cursor, Place, Report
from .slips import block_slips, line_slips, list_slips, table_slips, word_slips
from .tags import TagReader
from .typography import set_type

CHECKLIST = "checklist"
"""The name of a block that shows a checklist in its place."""

_MARK = "\0"
"""Stands around the number of a place in HTML; no text that was read can hold it."""

_ID = re.compile(r"\w+(?:-\w+)*")
_ADDRESS_FOLLOWS = re.compile(r".*?\]\( *<?")
_CELLS = ("td_open", "th_open")
_CONTAINERS = ("alert_close", "alert_open", "blockquote", "bullet_list", "ordered_list")
_WORDS = ("text", "text_special", "code_inline")


def read_markdown(markdown: str, path: str, first_line: int) -> Document:
    """Return what ``markdown``, which starts on ``first_line`` of the file ``path``, holds."""
    return _Reading(markdown, path, first_line).document()


class _Reading:
    def __init__(self, markdown: str, path: str, first_line: int) -> None:
        self.markdown = markdown
        text = markdown.replace("\0", "\N{REPLACEMENT CHARACTER}").rstrip("\r\n")
        self.lines = re.split(r"\r\n|\r|\n", text)
        self.first_line = first_line
        self.report = Report(path)
        self.tags = TagReader(self.report)
        self.typed_tags: list[Token] = []
        self.marked: list[Address | ShownChecklist] = []
        self.links: list[Link] = []
        self.open_links: list[Token] = []
        self.passages: list[Passage] = []
        self.ids: dict[str, int] = {}
        self.names: dict[str, Any] = {}
        self.level = 1
        self.cursor = Cursor(self.lines, first_line, 0, end=0)

    def document(self) -> Document:
        parser, env = dialect(), dict[str, Any]()
        is_long = len(self.lines) > MOST_LINES
        if is_long:
            what = f"This text has {len(self.lines)} lines; {MOST_LINES} is the most."
            self.report(self._at(0), what, "Make several pages of it.")
        tokens = parser.parse("" if is_long else "\n".join(self.lines), env)
        self.names = env.get("references", {})
        for row, what, fix in env[TOO_MUCH]:
            self.report(self._at(row), what, fix)
        list_slips(tokens, self.lines, self.first_line, self.report)
        table_slips(tokens, self.lines, self.first_line, self.report)
        line_slips(self.lines, self.first_line, self.report)
        definition_slips(tokens, env, self.lines, self.first_line, self.report)
        state = StateCore("", parser, env, tokens)
        footnote_tail(state)
        state.tokens = list(self._blocks(state.tokens))
        self.tags.end()
        set_type(state)

        def render() -> str:
            return str(parser.renderer.render(state.tokens, parser.options, env)).rstrip("\n")

        html = render()
        if self.typed_tags and not self.report.has_errors:
            self._compare(html, render)
        errors = [found for found in self.report.problems if found.severity == "error"]
        return Document(
            markdown=self.markdown,
            pieces=tuple(self._pieces(html)),
            links=tuple(self.links),
            checklists=tuple(one for one in self.marked if isinstance(one, ShownChecklist)),
            headings=tuple(_headings(state.tokens)),
            ids=frozenset(self.ids),
            passages=tuple(self.passages),
            problems=tuple(errors),
            warnings=tuple(found for found in self.report.problems if found not in errors),
        )

    def _blocks(self, tokens: list[Token]) -> Iterator[Token]:
        depth = 0
        for index, token in enumerate(tokens):
            self.tags.enter(token)
            is_container = token.type.startswith(_CONTAINERS)
            depth += token.nesting * is_container
            if is_container and token.nesting == 1 and depth == DEEPEST + 1 and token.map:
                what = f"This line stands more than {DEEPEST} levels deep."
                self.report(self._at(token.map[0]), what, "Take out spaces or signs at its start.")
            if token.type == "alert_open" and tokens[index + 4].type == "alert_close":
                what, fix = "This note is empty.", 'Write "> " in front of each of its lines.'
                self.report(self._at((token.map or [0])[0], "[!"), what, fix)
            if "id" in token.attrs and token.type not in ("attributes", "heading_open"):
                self._claim(token, self._place_of(token))
            if token.type == "heading_open":
                self._heading(token, tokens[index + 1])
            elif token.type == "inline":
                self._inline(tokens, index)
            elif token.type == "code_block" and token.map:
                what = "This is shown as code, for its lines start with four spaces or a tab."
                fix = "Take these out. If it is code, put a line ``` above and below it."
                words = token.content.split("\n")[0]
                self.report(self._at(token.map[0], words), what, fix, "warning")
            elif token.type == "fence":
                self._fence(token)
            if token.type == "attributes":
                what = "These braces stand above nothing that can have what they hold."
                fix = "Take them out, or put them above a paragraph, a heading, a list or a table."
                self.report(self._place_of(token), what, fix)
            elif token.type == "html_block":
                yield from self._html_block(token)
            else:
                yield token

    def _heading(self, token: Token, words: Token) -> None:
        place = self._place_of(token)
        self.level = int(token.tag[1])
        if token.markup in ("-", "=") and token.map:
            line = self.lines[token.map[1] - 1].rstrip()
            typed = line.lstrip(" >\t")
            what = f'The line "{typed}" right below these words makes them a heading.'
            fix = 'Put an empty line between them; or take it out, and start the words with "## ".'
            below = self.first_line + token.map[1] - 1, len(line) - len(typed) + 1
            self.report(below, what, fix, "warning" if token.markup == "-" else "error")
        elif self.level == 1:
            what = "A heading with one # is the page's own title, which stands above already."
            self.report(place, what, "Start it with ## instead.")
        if "id" in token.attrs:
            self._claim(token, place)
        else:
            token.attrs["id"] = free_id(_words(words), self.ids)

    def _claim(self, token: Token, place: Place) -> None:
        """Take the id of ``token`` for it, unless the site or the page has that already."""
        name = str(token.attrs["id"])
        if not _ID.fullmatch(name):  # the site keeps ids with two hyphens for itself
            what = f'"{name}" may not be the id of anything here.'
            self.report(place, what, "Use letters, digits and single hyphens.")
        elif name in self.ids:
            self.report(place, f'The id "{name}" stands here twice.', "Choose another.")
        else:
            self.ids[name] = 0
            return
        del token.attrs["id"]

    def _inline(self, tokens: list[Token], index: int) -> None:
        token, opener, closer = tokens[index], tokens[index - 1], tokens[index + 1]
        if opener.type == "alert_title_open":  # nobody typed these words
            return
        start, end = token.map or (0, 0)
        if opener.type not in _CELLS or self.cursor.row != start:
            self.cursor = Cursor(self.lines, self.first_line, start, end=end)
        is_plain = token.content[:2].isalpha() and "\n" not in token.content  # as most are
        if opener.type == "paragraph_open" and not is_plain:
            starts = self._starts_of(token.content, start)
            lines = zip(token.content.split("\n"), starts, strict=False)
            block_slips([_without_indent(*line) for line in lines], self.report)
        token.children = list(self._children(token.children or []))
        types = [child.type for child in token.children]
        is_alone = opener.type == "paragraph_open" and not opener.hidden
        if is_alone and types in (["image"], ["film"]) and token.children[0].attrs.get("title"):
            opener.tag = closer.tag = "figure"
            token.children += self._caption(str(token.children[0].attrs.pop("title")))

    def _caption(self, words: str) -> Iterator[Token]:
        found = passage([(words, self.cursor.find(words))])
        self.passages += [found] if found else []
        yield Token("caption_open", "figcaption", 1)
        yield Token("text", "", 0, content=words)
        yield Token("caption_close", "figcaption", -1)

    def _children(self, children: list[Token]) -> Iterator[Token]:
        runs: list[Run] = []
        before = ""
        for child in children:
            if child.type == "html_inline":
                place = self.cursor.find(child.content.split("\n")[0])
                rows = self._starts_of(child.content, place[0] - self.first_line)
                for tag in self.tags.read(child.content, [place, *rows[1:]]):
                    self._typed(tag)
                    yield tag
                continue
            if child.type == "text":
                place = self.cursor.find(child.content)
                word_slips(child.content, place, self.report)
                runs.append((child.content, place))
            elif child.type == "text_special":
                runs.append((child.content, self.cursor.find(_typed(child))))
            elif child.type == "link_open":
                self.open_links.append(child)
            elif child.type == "link_close":
                is_bare = child.info == "auto" and runs
                self._link(self.open_links.pop(), runs[-1][1] if is_bare else None, before)
            elif child.type == "image":
                runs += self._image(child)
            elif child.type == "code_inline":
                self.cursor.find(child.content)
                runs.append(("", self.cursor.place))
            elif child.type in BREAKS:
                runs.append(("", self.cursor.place))
            if "id" in child.attrs:
                self._claim(child, self.cursor.place)
            before = child.type
            yield child
        if found := passage(runs):
            self.passages.append(found)

    def _not_in_a_link(self, kind: LinkKind, place: Place) -> None:
        if self.open_links:
            what = f"A {kind} may not stand inside a link."
            self.report(place, what, "Put it behind the link.")

    def _link(self, token: Token, place: Place | None, before: str) -> None:
        """Take a link into account that ends here; ``place`` is given where it is its own words."""
        href = str(token.attrs["href"])
        place = place or self._place_of_address(token, href)
        if before == "link_open":
            fix = f"Write what it leads to between the brackets: [words]({href})."
            self.report(place, "This link has no words to press.", fix, "warning")
        self._not_in_a_link("link", place)
        self._lead(token, "href", href, place, "link")

    def _place_of_address(self, token: Token, href: str) -> Place:
        """Return where ``href`` stands: behind the words, or in the line ``[name]: address``."""
        if "label" in token.meta:
            row = self.names[token.meta["label"]]["map"][0]
            start = self.lines[row].find("]:")
            return Cursor(self.lines, self.first_line, row, start, end=row + 2).find(href)
        line = self.lines[self.cursor.row]
        start = _ADDRESS_FOLLOWS.match(line, self.cursor.column)
        if not start or not line.startswith(href, start.end()):
            return self.cursor.place
        self.cursor.column = start.end()
        return self.cursor.find(href)

    def _image(self, token: Token) -> Iterator[Run]:
        for child in token.children or ():
            if child.type in _WORDS:
                yield child.content, self.cursor.find(_typed(child))
        href = str(token.attrs["src"])
        place = self._place_of_address(token, href)
        if not token.content.strip():
            what = "This picture has no words for people who cannot see it."
            fix = f"Say between the brackets what it shows: ![Two people talking]({href})."
            self.report(place, what, fix, "warning")
        if is_film(href) or is_recording(href):
            self._film(token, href, place)
        else:
            self._lead(token, "src", href, place, "picture")

    def _film(self, token: Token, href: str, place: Place) -> None:
        self._not_in_a_link("film", place)
        self._lead(token, "src", href, place, "film")
        if "src" not in token.attrs:
            return
        token.type, token.meta["captions"] = "film", ""
        del token.attrs["alt"]
        token.meta["whole"] = self._mark(Address(href, whole=True))
        if is_film(href):
            captions = f"{href.rpartition('.')[0]}.vtt"
            self.links.append(Link(captions, *place, "captions"))
            token.meta["captions"] = self._mark(Address(captions, whole=False))

    def _lead(self, token: Token, key: str, href: str, place: Place, kind: LinkKind) -> None:
        """Let the attribute ``key`` of ``token`` lead to ``href``, unless it may not."""
        wrong = link_problem(href, is_shown=kind != "link")
        if wrong:
            self.report(place, *wrong)
            del token.attrs[key]
            return
        self.links.append(Link(href, *place, kind))
        if target_of(href, "") is None:
            token.attrs[key] = normalizeLink(href)
            return
        whole = {"data-address": self._mark(Address(href, whole=True))} if kind == "link" else {}
        token.attrs = {**whole, **token.attrs, key: self._mark(Address(href, whole=False))}

    def _html_block(self, token: Token) -> Iterator[Token]:
        start, end = token.map or (0, 0)
        self.cursor = Cursor(self.lines, self.first_line, start, end=end)
        places = self._starts_of(token.content, start)
        for tag in self.tags.read(token.content, places, in_block=True):
            if tag.type == "text":
                words = [line.strip() for line in tag.content.split("\n") if line.strip()]
                runs = [(line, self.cursor.find(line)) for line in words]
                if runs and _is_markdown(tag.content):
                    what = "Markdown right below a tag of HTML stays as it is typed."
                    self.report(runs[0][1], what, "Put an empty line in front of it.", "warning")
                if found := passage(runs):
                    self.passages.append(found)
            else:
                self._typed(tag)
            yield tag

    def _typed(self, tag: Token) -> None:
        """Take a tag as it was typed into account, as the same in Markdown would be."""
        if tag.type != "html_tag" or tag.nesting < 0:
            return
        self.typed_tags.append(tag)
        place: dict[str, Place] = tag.meta
        if "id" in tag.attrs:
            self._claim(tag, place["id"])
        if re.fullmatch("h[2-6]", tag.tag):
            self.level = int(tag.tag[1])
        if "href" in tag.attrs:
            self._lead(tag, "href", str(tag.attrs["href"]).strip(), place["href"], "link")
        if "src" in tag.attrs:
            self._lead(tag, "src", str(tag.attrs["src"]).strip(), place["src"], "picture")
        if tag.tag == "img" and "alt" not in tag.attrs:
            what = "This picture has no words for people who cannot see it."
            self.report(
                place["place"], what, 'Say what it shows: alt="Two people talking".', "warning"
            )

    def _fence(self, token: Token) -> None:
        row, end = token.map or (0, 0)
        line, last = self.lines[row], self.lines[end - 1].strip(" >\t")
        place = self.first_line + row, line.find(token.markup) + 1
        is_closed = end - 1 > row and last.startswith(token.markup) and not last.strip(last[0])
        info = token.info.strip()
        word = re.match(r"[{. ]*(\w+)", info)
        if not word or word[1].lower() != CHECKLIST:
            if not is_closed:
                what = "A block of code starts here and never ends."
                self.report(place, what, f"Write a line {token.markup} where it ends.")
            elif " " in info:
                what = f"The words behind {token.markup} are not shown."
                self.report(place, what, "Write them on a line of their own.", "warning")
            return
        named = [text.strip() for text in token.content.split("\n") if text.strip()]
        if info != CHECKLIST or not is_closed or len(named) > 1:
            what = "This block means a checklist but would not show one."
            fix = f'Write ``` and "{CHECKLIST}" alone, then one name, then a line of ```.'
            self.report(place, what, fix)
            token.type, token.content = "placeholder", ""
            return
        cursor = Cursor(self.lines, self.first_line, row, end=end)
        at = cursor.find(named[0]) if named else place
        shown = ShownChecklist(named[0] if named else "", min(5, self.level + 1), *at)
        token.type, token.content = "placeholder", self._mark(shown)

    def _mark(self, place: Address | ShownChecklist) -> str:
        self.marked.append(place)
        return f"{_MARK}{len(self.marked) - 1}{_MARK}"

    def _pieces(self, html: str) -> Iterator[Piece]:
        for index, part in enumerate(html.split(_MARK)):
            if index % 2:
                yield self.marked[int(part)]
            elif part:
                yield part

    def _compare(self, html: str, again: Callable[[], str]) -> None:
        """Report HTML that browsers read in another way than it is typed, such as <p> in <p>.

        ``again`` renders ``html`` once more, to tell which of its tags were typed.
        """
        if not taken_out(self._filled(html)):
            return
        for number, tag in enumerate(self.typed_tags):
            tag.attrs["data-typed"] = number
        before, _ = taken_out(self._filled(again())) or ("", "")
        number = int((re.findall(r'data-typed="(\d+)"', before) or ["0"])[-1])
        tag = self.typed_tags[number]
        what = f'Browsers would not read "<{tag.tag}>" here as it is typed.'
        fix = "Put no block into <p>, no words into a table but in its cells, no link into a link."
        self.report(tag.meta["place"], what, fix)

    def _filled(self, html: str) -> str:
        """Return ``html`` with something of the same kind in place of what is still to come."""
        parts = html.split(_MARK)
        for index in range(1, len(parts), 2):
            is_block = isinstance(self.marked[int(parts[index])], ShownChecklist)
            parts[index] = "<div></div>" if is_block else "x"
        return "".join(parts)

    def _starts_of(self, content: str, row: int) -> list[Place]:
        """Return where the lines of ``content`` start, the first of which stands in ``row``."""
        lines = zip(content.split("\n"), self.lines[row:], strict=False)
        return [
            (self.first_line + number, max(0, line.find(typed)) + 1)
            for number, (typed, line) in enumerate(lines, row)
        ]

    def _place_of(self, token: Token) -> Place:
        return self._at(token.map[0], token.markup) if token.map else self.cursor.place

    def _at(self, row: int, text: str = "") -> Place:
        """Return where ``text`` starts in this row, or the row itself where it does not stand."""
        return self.first_line + row, max(0, self.lines[row].find(text)) + 1


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


def _is_markdown(words: str) -> bool:
    kinds = (
        child.type for token in dialect().parse(words.strip()) for child in token.children or ()
    )
    return any(kind not in (*BREAKS, "text") for kind in kinds)
