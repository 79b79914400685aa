"""Cleaning the HTML of a document: what an article can hold is kept, and in its right order."""

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, NavigableString

from .boilerplate import Boilerplate
from .tables import tidy_table
from .tips import make_tips

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_KEPT = frozenset(
    ("a", "blockquote", "br", "em", "hr", "img", "li", "noteref", "notetext", "ol", "p", "strong",
     "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul", *_HEADINGS)
)  # fmt: skip
_BLOCKS = frozenset(("blockquote", "hr", "notetext", "ol", "p", "table", "ul", *_HEADINGS))
_RENAMED = {"b": "strong", "i": "em"}

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f]")
_BREAKS = re.compile("[\x0b\x0c\u2028\u2029]")
_AUTOMATIC_WORDS = re.compile(r"\s*Description automatically generated.*", re.IGNORECASE)
_NOTE = re.compile(r"#((?:foot|end)note-\d+)$")
_ALIKE = 0.6
"""Ratio (0 to 1) from which a first heading is the title in other words."""
_LONGEST_FAKE = 80
"""Characters of a paragraph in bold that stands for a heading."""


@dataclass
class CleanDocument:
    """A cleaned document; ``left_out`` is what it holds no more, in words for staff."""

    tree: BeautifulSoup
    is_numbered: bool = False
    left_out: list[str] = field(default_factory=list)


def clean_document(tree: BeautifulSoup, boilerplate: Boilerplate, title: str) -> CleanDocument:
    """Clean ``tree`` in place, for an article or a checklist with this ``title``."""
    document = CleanDocument(tree)
    invisible = _clean_text(tree)
    if invisible:
        document.left_out.append(f"Signs nobody sees ({invisible})")
    _take_notes(tree)
    _clean_elements(tree)
    _wrap_loose_text(tree)
    for table in tree.find_all("table"):
        tidy_table(tree, table)
    for block in _blocks(tree):
        _loosen(block)
        if not block.get_text(strip=True) and not block.find("img") and block.name != "hr":
            block.decompose()
    document.left_out += boilerplate.take_out(_blocks(tree))
    _make_headings(tree)
    if other := _take_title(tree, title):
        document.left_out.append(f"The title in the document: {other}")
    document.is_numbered = make_tips(tree, _blocks(tree))
    _order_headings(tree)
    _join_quotations(tree)
    return document


def _blocks(tree: BeautifulSoup) -> list[Tag]:
    return [child for child in tree.children if isinstance(child, Tag)]


def _clean_text(tree: BeautifulSoup) -> int:
    """Replace odd spaces and line ends, drop invisible characters, and return their number."""
    count = 0
    for text in tree.find_all(string=True):
        if isinstance(text, Comment):
            text.extract()
            continue
        words, found = _INVISIBLE.subn("", _SPACES.sub(" ", text))
        count += found
        first, *others = _BREAKS.split(words)
        text.replace_with(
            first, *(part for other in others for part in (tree.new_tag("br"), other))
        )
    return count


def _take_notes(tree: BeautifulSoup) -> None:
    """Make elements of our own of footnotes and endnotes, as mammoth writes them."""
    names: dict[str, str] = {}
    for link in tree.select("sup > a[href^='#footnote-'], sup > a[href^='#endnote-']"):
        match = _NOTE.match(str(link["href"]))
        if match and link.parent:
            name = names.setdefault(match[1], str(len(names) + 1))
            link.parent.replace_with(tree.new_tag("noteref", attrs={"name": name}))
    for item in tree.select("li[id^='footnote-'], li[id^='endnote-']"):
        for link in item.select("a[href*='note-ref-']"):
            link.decompose()
        note = tree.new_tag("notetext", attrs={"name": names.get(str(item["id"]), "")})
        note.extend(list(item.contents))
        whole = item.parent
        item.decompose()
        if note["name"]:
            tree.append(note)
        if whole and not whole.find("li"):
            whole.decompose()


def _clean_elements(tree: BeautifulSoup) -> None:
    """Unwrap what an article cannot hold, and keep the attributes of links and pictures only."""
    for element in tree.find_all(True):
        style = str(element.get("style", "")).replace(" ", "").lower()
        if element.name in ("b", "strong") and "font-weight:normal" in style:
            element.unwrap()  # Google Docs puts the whole document into one
        elif element.name == "span" and re.search(r"font-weight:(?:bold|[6-9]00)", style):
            element.name, element.attrs = "strong", {}
        elif element.name in ("div", "section") and not element.find(_BLOCKS):
            element.name, element.attrs = "p", {}
        elif element.name == "a":
            _clean_link(element)
        elif element.name == "img":
            words = _AUTOMATIC_WORDS.sub("", str(element.get("alt") or ""))
            element.attrs = {"src": str(element.get("src") or ""), "alt": words}
            if not element["src"]:
                element.decompose()
        elif element.name not in ("h1", "noteref", "notetext", "ol", "td", "th"):
            element.name = _RENAMED.get(element.name, element.name)
            element.attrs = {}
        if not element.decomposed and element.name not in _KEPT and element.parent:
            element.unwrap()
    for item in tree.find_all("li"):
        paragraphs = item.find_all("p", recursive=False)
        if len(paragraphs) == 1:
            paragraphs[0].unwrap()


def _clean_link(link: Tag) -> None:
    """Unwrap links to places inside the document, and take Google's own address away."""
    address = str(link.get("href") or "").strip()
    parts = urlsplit(address)
    if parts.hostname == "www.google.com" and parts.path == "/url":
        address = parse_qs(parts.query).get("q", [address])[0]
    is_contents = address.startswith("#_Toc")
    if is_contents and link.parent and link.parent.name == "p":
        link.parent["contents"] = ""
    link.attrs = {"href": address.replace(" ", "%20")}
    if not address or address.startswith(("#", "file:")) or not link.get_text(strip=True):
        link.unwrap()


def _wrap_loose_text(tree: BeautifulSoup) -> None:
    """Put what stands in no block into paragraphs, and drop Word's list of contents."""
    for paragraph in tree.select("p[contents]"):
        paragraph.decompose()
    loose: Tag | None = None
    for child in list(tree.children):
        if isinstance(child, Tag) and child.name in _BLOCKS:
            loose = None
        elif loose is None and isinstance(child, NavigableString) and not child.strip():
            child.extract()
        else:
            if loose is None:
                loose = tree.new_tag("p")
                child.insert_before(loose)
            loose.append(child.extract())


def _loosen(block: Tag) -> None:
    """Join runs of bold and italic words, and let no sign or space stand at their inner ends.

    In Markdown, ``**Note:**next`` would not be bold.
    """
    for element in block.find_all(("strong", "em")):
        follower = element.next_sibling
        while isinstance(follower, Tag) and follower.name == element.name:
            element.extend(list(follower.contents))
            follower.decompose()
            follower = element.next_sibling
        if block.name in _HEADINGS and element.name == "strong":
            element.unwrap()
            continue
        last = element.contents[-1] if element.contents else None
        is_joined = isinstance(follower, NavigableString) and follower[:1].isalnum()
        if is_joined and isinstance(last, NavigableString):
            bare = last.rstrip(".,;:!?)\"'”\u2019 ")
            if bare and bare != last:
                element.insert_after(NavigableString(last[len(bare) :]))
                last.replace_with(bare)
        if not element.get_text(strip=True) and not element.find("img"):
            element.unwrap()


def _make_headings(tree: BeautifulSoup) -> None:
    """Make headings of short paragraphs that are bold as a whole."""
    real = [int(block.name[1]) for block in _blocks(tree) if block.name in _HEADINGS]
    level = min(max(real, default=1) + 1, 6)
    blocks = _blocks(tree)
    for block in blocks[:-1]:
        words = " ".join(block.get_text(" ").split())
        bold = " ".join(" ".join(each.get_text(" ") for each in block.find_all("strong")).split())
        is_short = 0 < len(words) <= _LONGEST_FAKE and words[-1] not in ".,;"
        if block.name == "p" and words == bold and is_short and not block.find("img"):
            block.name = f"h{level}"
            block.string = words


def suggested_title(tree: BeautifulSoup) -> str:
    """Return the title that a document gives itself, or ""."""
    found = tree.select_one("h1.document-title") or tree.find(_HEADINGS)
    words = " ".join(found.get_text(" ").split()) if found else ""
    return words if found is next(iter(_blocks(tree)), None) else ""


def _take_title(tree: BeautifulSoup, title: str) -> str:
    """Take a heading that says much the same as ``title`` out, and return it if not all the same.

    The title stands above the article already.
    """
    first = next(iter(_blocks(tree)), None)
    if first is None or first.name not in _HEADINGS:
        return ""
    words = " ".join(first.get_text(" ").split())
    likeness = SequenceMatcher(None, words.casefold(), title.casefold()).ratio()
    if "document-title" not in (first.get("class") or ()) and likeness < _ALIKE:
        return ""
    first.decompose()
    return words if words != title else ""


def _order_headings(tree: BeautifulSoup) -> None:
    """Let the first heading be of the second level, and none skip one."""
    above: list[int] = []
    for block in _blocks(tree):
        if block.name in _HEADINGS:
            level = int(block.name[1])
            while above and above[-1] >= level:
                above.pop()
            above.append(level)
            block.name = f"h{min(len(above) + 1, 6)}"
            for line_break in block.find_all("br"):
                line_break.replace_with(" ")


def _join_quotations(tree: BeautifulSoup) -> None:
    blocks = _blocks(tree)
    for one, two in pairwise(blocks):
        if one.name == two.name == "blockquote":
            two.insert(0, *list(one.contents))
            one.decompose()
