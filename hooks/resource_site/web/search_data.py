"""What search knows besides its index: who to call, other words, and the words the site holds."""

import gzip
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from ..checks.search_words import OtherWords, SearchWords
from ..content.topic import Topic
from ..pages.environment import render_template
from .search_index import parts_in
from .vocabulary import coded, count_pages, words_in

WORDS, TITLES = "words.json", "titles.json"
"""Files in the folder of the index. Only a browser without a network asks for the second."""

Indexed: TypeAlias = dict[str, Any]
"""What Pagefind keeps of one page."""

_FRAGMENT = "fragment/"
_MARK = b"pagefind_dcd"
"""What every file of Pagefind's begins with, once unpacked."""


@dataclass(frozen=True)
class SearchData:
    """What the two files are made from, besides the pages themselves."""

    words: SearchWords
    topics: tuple[tuple[str, str], ...]
    """The title and the address of each topic that ``words`` names, in its order."""
    urgent_help: str
    """Who to call, as JSON: a title, a sentence, and lines of text around a link."""

    @classmethod
    def of(cls, words: SearchWords, topics: Mapping[str, Topic], overrides: Path) -> "SearchData":
        """Return the data of a site with these ``topics`` by slug and these templates."""
        named = dict.fromkeys(entry.topic for entry in words.words if entry.topic in topics)
        found = tuple((topics[slug].title, topics[slug].address) for slug in named if slug)
        return cls(words, found, render_template(overrides, "machines/urgent-help.json"))

    def files(self, index: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return both files for an ``index`` of Pagefind's, by their paths in its folder."""
        pages = sorted(_pages(index), key=lambda page: str(page["url"]))
        texts = (" ".join([page["content"], *page["meta"].values()]) for page in pages)
        words, is_whole = coded(count_pages(texts), len(pages))
        known = [
            words_in(f"{page['meta'].get('title', '')} {page['meta'].get('keywords', '')}")
            for page in pages
        ]
        data = {
            "whole": is_whole,
            "words": words,
            "urgent": json.loads(self.urgent_help),
            "crisis": self._crisis(),
            "other": [row for entry in self.words.words for row in self._rows(entry, known)],
            "topics": self.topics,
            "parts": parts_in(index),
        }
        return {WORDS: _json(data), TITLES: _json([_title(page) for page in pages])}

    def _crisis(self) -> dict[str, Any]:
        crisis = self.words.crisis
        phrases = [" ".join(words_in(phrase)) for phrase in crisis.phrases] if crisis else []
        return {"find": crisis.find if crisis else "", "phrases": "\n".join(phrases)}

    def _rows(self, entry: OtherWords, known: Collection[list[str]]) -> Iterator[list[Any]]:
        """Yield what readers type, what to find, and the number of the topic (-1 for none).

        The last value says whether we have nothing on it. A page whose title or keywords hold it
        is something, so an entry may yield two rows.
        """
        addresses = [address for _, address in self.topics]
        at = f"topics/{entry.topic}/"
        topic = addresses.index(at) if at in addresses else -1
        typed: dict[bool, list[str]] = {False: [], True: []}
        for words in map(words_in, entry.typed):
            missing = entry.missing and not any(_holds(page, words) for page in known)
            typed[missing].append(" ".join(words))
        for missing, phrases in typed.items():
            if phrases:
                yield ["\n".join(phrases), entry.find, topic, int(missing)]


def _pages(index: Mapping[str, bytes]) -> Iterator[Indexed]:
    for path, content in index.items():
        if _FRAGMENT in path:
            page: Indexed = json.loads(gzip.decompress(content).removeprefix(_MARK))
            yield page


def _title(page: Indexed) -> list[str]:
    meta = page["meta"]
    names = ("title", "kind", "time", "topic", "keywords")
    return [page["url"].lstrip("/"), *(meta.get(name, "") for name in names)]


def _holds(page: list[str], words: list[str]) -> bool:
    starts = range(len(page) - len(words) + 1)
    return any(page[start : start + len(words)] == words for start in starts)


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
