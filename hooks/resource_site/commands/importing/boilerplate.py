"""Lines of a web page or a letter that belong to no article: logos, buttons, addresses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import Tag

from ...content.site.settings import Settings

_BUTTONS = frozenset(
    ("back to top", "email", "facebook", "linkedin", "next", "previous", "print", "read more",
     "share", "skip to content", "tweet", "twitter")
)  # fmt: skip
_LOGO = re.compile(r"(?:\S+ ){0,5}logo", re.IGNORECASE)
_LAST_BUTTON = re.compile(r"(?<=[.!?])\s+(?:Email|Share|Print)$")


@dataclass(frozen=True)
class Boilerplate:
    """What of a document is boilerplate; ``names`` are those of the organisation and its people."""

    names: tuple[str, ...] = ()
    address: tuple[str, ...] = ()

    @classmethod
    def of(cls, settings: Settings | None) -> "Boilerplate":
        """Return the boilerplate of the site with these ``settings``."""
        if settings is None:
            return cls()
        organisation = settings.organisation
        names = organisation.name, organisation.powered_by, organisation.jobs_board.label
        return cls((*names, settings.contact.name), tuple(organisation.address))

    def take_out(self, blocks: list[Tag]) -> list[str]:
        """Take boilerplate out of ``blocks``, and return what it was, in words for staff."""
        return [f"Not part of an article: {words}" for words in self._take_out(blocks)]

    def _take_out(self, blocks: list[Tag]) -> Iterator[str]:
        is_over = False
        for index, block in enumerate(blocks):
            words = " ".join(block.get_text(" ").split())
            is_end = index >= len(blocks) / 2
            is_signature = is_end and self._is_signature(words)
            if (
                (block.name == "p" and words.casefold() in _BUTTONS)
                or _LOGO.fullmatch(words)
                or is_signature
                or self._has_address(words)
                or (is_over and any(name in words for name in self.names))
            ):
                is_over = is_over or is_end
                yield words
                block.decompose()
            elif match := _LAST_BUTTON.search(words):
                text = block.find_all(string=True)[-1]
                if text.rstrip().endswith(match[0].strip()):
                    text.replace_with(text.rstrip().removesuffix(match[0].strip()).rstrip())
                    yield match[0].strip()

    def _is_signature(self, words: str) -> bool:
        """Return whether a line holds nothing but names, of the writer or the organisation."""
        rest = words
        for name in self.names:
            rest = rest.replace(name, "")
        rest = re.sub(r"\b(?:by|powered)\b|\W", "", rest, flags=re.IGNORECASE)
        return bool(words) and rest == "" and rest != words

    def _has_address(self, words: str) -> bool:
        return sum(line in words for line in self.address) >= 2
