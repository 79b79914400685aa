"""HTML among the Markdown of one text: read as tokens, and held to what browsers read."""

import re
from collections.abc import Callable, Iterator

from markdown_it.token import Token

from ..dialect.parser import dialect
from ..ids import Ids
from ..link_collector import LinkCollector
from ..source import MarkdownSource, Place
from ..text_blocks import BREAKS, TextBlock, text_block
from .allow_list import taken_out
from .html_tokens import TagReader


class TypedHtml:
    """Reads the HTML of one text, and takes it into account as the same in Markdown would be.

    Its words are added to ``text_blocks``.
    """

    def __init__(
        self,
        source: MarkdownSource,
        addresses: LinkCollector,
        ids: Ids,
        text_blocks: list[TextBlock],
    ) -> None:
        self._source = source
        self._addresses = addresses
        self._ids = ids
        self._tags: list[Token] = []
        self._passages = text_blocks
        self._reader = TagReader(source.report)

    def enter(self, token: Token) -> None:
        """Note that a part of the text opens or closes: what HTML it holds ends with it."""
        self._reader.enter(token)

    def end(self) -> None:
        """Report what is still open at the end of the text."""
        self._reader.end()

    def inline(self, token: Token) -> Iterator[Token]:
        """Yield the tokens of a tag among words."""
        place = self._source.cursor.find(token.content.split("\n")[0])
        rows = self._source.starts_of(token.content, place[0] - self._source.first_line)
        for tag in self._reader.read(token.content, [place, *rows[1:]]):
            self._take(tag)
            yield tag

    def block(self, token: Token) -> Iterator[Token]:
        """Yield the tokens of a block of HTML."""
        start, end = token.map or (0, 0)
        self._source.look_at(start, end)
        places = self._source.starts_of(token.content, start)
        for tag in self._reader.read(token.content, places, in_block=True):
            if tag.type == "text":
                words = [line.strip() for line in tag.content.split("\n") if line.strip()]
                runs = [(line, self._source.cursor.find(line)) for line in words]
                if runs and _is_markdown(tag.content):
                    what = "Markdown right below a tag of HTML stays as it is typed."
                    self._source.report(
                        runs[0][1], what, "Put an empty line in front of it.", "warning"
                    )
                if found := text_block(runs):
                    self._passages.append(found)
            else:
                self._take(tag)
            yield tag

    def compare(self, html: str, again: Callable[[], str]) -> None:
        """Report HTML that browsers read in another way than it is typed, such as <p> in <p>.

        ``again`` renders ``html`` once more, to tell which of its tags were typed.
        """
        if not self._tags or self._source.report.has_errors:
            return
        if not taken_out(self._addresses.filled(html)):
            return
        for number, tag in enumerate(self._tags):
            tag.attrs["data-typed"] = number
        before, _ = taken_out(self._addresses.filled(again())) or ("", "")
        number = int((re.findall(r'data-typed="(\d+)"', before) or ["0"])[-1])
        tag = self._tags[number]
        what = f'Browsers would not read "<{tag.tag}>" here as it is typed.'
        fix = "Put no block into <p>, no words into a table but in its cells, no link into a link."
        self._source.report(tag.meta["place"], what, fix)

    def _take(self, tag: Token) -> None:
        """Take a tag as it was typed into account, as the same in Markdown would be."""
        if tag.type != "html_tag" or tag.nesting < 0:
            return
        self._tags.append(tag)
        place: dict[str, Place] = tag.meta
        if "id" in tag.attrs:
            self._ids.claim(tag, place["id"])
        if re.fullmatch("h[2-6]", tag.tag):
            self._source.level = int(tag.tag[1])
        if "href" in tag.attrs:
            self._addresses.lead(tag, "href", str(tag.attrs["href"]).strip(), place["href"], "link")
        if "src" in tag.attrs:
            self._addresses.lead(tag, "src", str(tag.attrs["src"]).strip(), place["src"], "picture")
        if tag.tag == "img" and "alt" not in tag.attrs:
            what = "This picture has no words for people who cannot see it."
            self._source.report(
                place["place"], what, 'Say what it shows: alt="Two people talking".', "warning"
            )


def _is_markdown(words: str) -> bool:
    kinds = (
        child.type for token in dialect().parse(words.strip()) for child in token.children or ()
    )
    return any(kind not in (*BREAKS, "text") for kind in kinds)
