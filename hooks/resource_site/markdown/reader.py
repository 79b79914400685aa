"""One reading of a text: from its tokens come its HTML, links, headings, words and problems."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from .allowed import taken_out
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
_ADDRESS_FOLLOWS = re.compile(r"[^\]]*\]\( *<?")
_CELLS = ("td_open", "th_open")
_WORDS = ("text", "text_special", "code_inline")


def read_markdown(markdown: str, path: str, first_line: int) -> Document:
    """Return what ``markdown``, which starts on ``first_line`` of the file ``path``, holds."""
    return _Reading(markdown, path, first_line).document()


class _Reading:
    def __init__(self, markdown: str, path: str, first_line: int) -> None:
        self.markdown = markdown
        self.lines = re.split(r"\r\n|\r|\n", markdown.replace("\0", "\N{REPLACEMENT CHARACTER}"))
        self.first_line = first_line
        self.report = Report(path)
        self.tags = TagReader(self.report)
        self.typed_tags: list[Token] = []
        self.marked: list[Address | ShownChecklist] = []
        self.links: list[Link] = []
        self.open_links: list[tuple[Token, Place]] = []
        self.passages: list[Passage] = []
        self.ids: dict[str, int] = {}
        self.level = 1
        self.cursor = Cursor(self.lines, first_line, 0, end=0)

    def document(self) -> Document:
        parser, env = dialect(), dict[str, Any]()
        is_long = len(self.lines) > MOST_LINES
        if is_long:
            what = f"This text has {len(self.lines)} lines; {MOST_LINES} is the most."
            self.report(self._at(0), what, "Make several pages of it.")
        tokens = parser.parse("" if is_long else self.markdown, env)
        for row, what, fix in env[TOO_MUCH]:
            self.report(self._at(row), what, fix)
        list_slips(tokens, self.first_line, self.report)
        table_slips(tokens, self.lines, self.first_line, self.report)
        line_slips(self.lines, self.first_line, self.report)
        self._unused_notes(env)
        state = StateCore("", parser, env, list(self._blocks(tokens)))
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
        for index, token in enumerate(tokens):
            self.tags.enter(token)
            if token.level == DEEPEST and token.nesting == 1 and token.map:
                what = f"This line stands more than {DEEPEST} levels deep."
                self.report(self._at(token.map[0]), what, "Take out spaces or signs at its start.")
            if "id" in token.attrs and token.type not in ("attributes", "heading_open"):
                self._claim(token, self._place_of(token))
            if token.type == "heading_open":
                self._heading(token, tokens[index + 1])
            elif token.type == "inline":
                self._inline(tokens, index)
            elif token.type == "code_block" and token.map:
                what = "This is shown as code, for its lines start with four spaces or a tab."
                fix = "Take these out. If it is code, put a line ``` above and below it."
                self.report(self._at(token.map[0]), what, fix, "warning")
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
        if self.level == 1:
            what = "A heading with one # is the page's own title, which stands above already."
            self.report(place, what, "Start it with ## instead.")
        elif token.markup == "-":
            what = 'The line "---" right below these words makes them a heading.'
            fix = 'For a line across, put an empty line above it. For a heading, write "## ".'
            self.report(place, what, fix, "warning")
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
        start, end = token.map or (0, 0)
        if opener.type not in _CELLS or self.cursor.row != start:
            self.cursor = Cursor(self.lines, self.first_line, start, end=end)
        if opener.type == "paragraph_open":
            block_slips(token, list(self._lines_of(token.content, start)), self.report)
        token.children = list(self._children(token.children or []))
        images = [child for child in token.children if child.type in ("image", "film")]
        if len(token.children) == 1 and images and opener.type == "paragraph_open":
            title = str(images[0].attrs.pop("title", ""))
            if title and not opener.hidden:
                opener.type, closer.type, closer.content = "figure_open", "figure_close", title

    def _children(self, children: list[Token]) -> Iterator[Token]:
        runs: list[Run] = []
        is_first = True
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
                word_slips(child.content, place, self.report, starts=is_first)
                runs.append((child.content, place))
            elif child.type == "text_special":
                runs.append((child.content, self.cursor.find(_typed(child))))
            elif child.type == "link_open":
                self._not_in_a_link("link", self._ahead(child))
                self.open_links.append((child, self._ahead(child)))
            elif child.type == "link_close":
                self._close_link(*self.open_links.pop())
            elif child.type == "image":
                runs += self._image(child)
            elif child.type == "code_inline":
                self.cursor.find(child.content)
                runs.append(("", self.cursor.place))
            elif child.type in BREAKS:
                runs.append(("", self.cursor.place))
            if "id" in child.attrs:
                self._claim(child, self.cursor.place)
            is_first = False
            yield child
        if found := passage(runs):
            self.passages.append(found)

    def _not_in_a_link(self, kind: LinkKind, place: Place) -> None:
        if self.open_links:
            what = f"A {kind} may not stand inside a link."
            self.report(place, what, "Put it behind the link.")

    def _ahead(self, token: Token) -> Place:
        """Return where the address of a link stands that is its own words, if ``token`` is one."""
        href, was = str(token.attrs["href"]), (self.cursor.row, self.cursor.column)
        place = self.cursor.find(href.removeprefix("mailto:").removeprefix("http://"))
        self.cursor.row, self.cursor.column = was
        return place

    def _close_link(self, token: Token, ahead: Place) -> None:
        href = str(token.attrs["href"])
        place = ahead if token.info == "auto" else self._behind_words(href)
        self._lead(token, "href", href, place, "link")

    def _behind_words(self, href: str) -> Place:
        """Go behind the address of the link or picture whose words end here, if it is typed here.

        Return where it starts; behind the words if it is typed elsewhere, as those of ``[x][y]``.
        """
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
        place = self._behind_words(href)
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
            return
        named = [text.strip() for text in token.content.split("\n") if text.strip()]
        if info != CHECKLIST or not is_closed or len(named) > 1:
            what = "This block means a checklist but would not show one."
            fix = f'Write ``` and "{CHECKLIST}" alone, then one name, then a line of ```.'
            self.report(place, what, fix)
            named = []
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

    def _unused_notes(self, env: dict[str, Any]) -> None:
        for name, number in env.get("footnotes", {}).get("refs", {}).items():
            typed = f"[^{name[1:]}]:"
            if number < 0:
                row = next(i for i, line in enumerate(self.lines) if typed in line)
                what = f'No words lead to the note "{typed[:-1]}", so readers would not see it.'
                fix = f'Write "{typed[:-1]}" in the text where the note belongs.'
                self.report(self._at(row), what, fix)

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

    def _lines_of(self, content: str, row: int) -> Iterator[tuple[str, Place]]:
        """Yield the lines of the inside of a block that starts at ``row``, with their places."""
        for number, text in enumerate(content.split("\n"), row):
            line = self.lines[number] if number < len(self.lines) else ""
            yield (
                text.strip(" "),
                (self.first_line + number, max(0, line.find(text.strip(" "))) + 1),
            )

    def _starts_of(self, html: str, row: int) -> list[Place]:
        """Return where the lines of ``html`` start, the first of which stands in ``row``."""
        lines = zip(html.split("\n"), self.lines[row:], strict=False)
        return [
            (self.first_line + number, max(0, line.find(typed)) + 1)
            for number, (typed, line) in enumerate(lines, row)
        ]

    def _place_of(self, token: Token) -> Place:
        return self._at(token.map[0]) if token.map else self.cursor.place

    def _at(self, row: int) -> Place:
        return self.first_line + row, 1


def _headings(tokens: list[Token]) -> Iterator[Heading]:
    for token, words in pairwise(tokens):
        if token.type == "heading_open" and "id" in token.attrs:
            yield Heading(int(token.tag[1]), str(token.attrs["id"]), _words(words))


def _typed(token: Token) -> str:
    """Return how the words of ``token`` stand in the file: ``&amp;`` and the like are others."""
    return token.markup if token.type == "text_special" else token.content


def _words(token: Token) -> str:
    return "".join(child.content for child in token.children or () if child.type in _WORDS)


def _is_markdown(words: str) -> bool:
    kinds = (
        child.type for token in dialect().parse(words.strip()) for child in token.children or ()
    )
    return any(kind not in (*BREAKS, "text") for kind in kinds)
