"""Raw HTML in one text: its tokens, and a check that browsers parse it as it was meant."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from markdown_it.token import Token

from ..dialect.parser import dialect
from ..document import LinkKind
from ..ids import Ids
from ..link_collector import LinkCollector
from ..lint.picture_words import is_file_name
from ..source import MarkdownSource, Place
from ..text_blocks import BREAKS, TextBlock, text_block
from .allow_list import first_change
from .html_tokens import HtmlTokenizer

_SAY = 'Say what it shows: alt="Two people talking".'


class RawHtml:
    """The raw HTML of one text; its links, ids and prose go where those of Markdown go."""

    def __init__(
        self, source: MarkdownSource, links: LinkCollector, ids: Ids, text_blocks: list[TextBlock]
    ) -> None:
        self._source = source
        self._links = links
        self._ids = ids
        self._tags: list[Token] = []
        self._text_blocks = text_blocks
        self.tokenizer = HtmlTokenizer(source.report)

    def inline(self, token: Token) -> Iterator[Token]:
        """Yield the tokens of inline HTML."""
        place = self._source.cursor.find(token.content.split("\n")[0])
        places = self._source.line_places(token.content, place[0] - self._source.first_line)
        for tag in self.tokenizer.read(token.content, [place, *places[1:]]):
            self._process(tag)
            yield tag

    def block(self, token: Token) -> Iterator[Token]:
        """Yield the tokens of an HTML block."""
        start, end = token.map or (0, 0)
        self._source.move_cursor(start, end)
        places = self._source.line_places(token.content, start)
        for tag in self.tokenizer.read(token.content, places, in_block=True):
            if tag.type == "text":
                lines = [line.strip() for line in tag.content.split("\n") if line.strip()]
                runs = [(line, self._source.cursor.find(line)) for line in lines]
                if runs and _is_markdown(tag.content):
                    what = "Markdown right below a tag of HTML stays as it is typed."
                    self._source.report(
                        runs[0][1], what, "Put an empty line in front of it.", "warning"
                    )
                if prose := text_block(runs):
                    self._text_blocks.append(prose)
            else:
                self._process(tag)
            yield tag

    def check_structure(self, html: str, render: Callable[[], str]) -> None:
        """Report HTML that browsers parse in another way than it is typed, such as <p> in <p>.

        ``html`` is the rendered text; ``render`` renders it again, with its typed tags numbered.
        """
        if not self._tags or self._source.report.has_errors:
            return
        if not first_change(self._links.with_samples(html)):
            return
        for number, tag in enumerate(self._tags):
            tag.attrs["data-typed"] = number
        before, _ = first_change(self._links.with_samples(render())) or ("", "")
        number = int((re.findall(r'data-typed="(\d+)"', before) or ["0"])[-1])
        tag = self._tags[number]
        what = f'Browsers would not read "<{tag.tag}>" here as it is typed.'
        fix = "Put no block into <p>, no words into a table but in its cells, no link into a link."
        self._source.report(tag.meta["place"], what, fix)

    def _process(self, tag: Token) -> None:
        """Register the id, the heading level and the link target of a start tag."""
        if tag.type != "html_tag" or tag.nesting < 0:
            return
        self._tags.append(tag)
        place: dict[str, Place] = tag.meta
        if "id" in tag.attrs:
            self._ids.claim(tag, place["id"])
        if re.fullmatch("h[2-6]", tag.tag):
            self._source.level = int(tag.tag[1])
        target = str(tag.attrs.get("src", ""))
        kinds: tuple[tuple[str, LinkKind], ...] = ("href", "link"), ("src", "picture")
        for key, kind in kinds:
            if key in tag.attrs:
                self._links.add(tag, key, str(tag.attrs[key]).strip(), place[key], kind)
        if tag.tag == "img" and "alt" not in tag.attrs:
            what = "This picture has no words for people who cannot see it."
            self._source.report(place["place"], what, _SAY, "warning")
        elif tag.tag == "img" and is_file_name(str(tag.attrs["alt"]), target):
            what = f'The words of this picture are the name of a file: "{tag.attrs["alt"]}".'
            self._source.report(place["place"], what, _SAY, "warning")


@lru_cache(maxsize=64)
def _is_markdown(text: str) -> bool:
    """Return whether ``text`` would be more than plain text if it were parsed.

    Kept for a few texts: a block of 50,000 times ``<>`` asks for each sign, and took 3 seconds.
    """
    types = (
        child.type for token in dialect().parse(text.strip()) for child in token.children or ()
    )
    return any(kind not in (*BREAKS, "text") for kind in types)
