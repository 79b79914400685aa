"""The pages of a site: those that would come out as they did are kept, the others made."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass

from mkdocs.exceptions import BuildError, PluginError

from ...incremental.cache import ContentStore
from ...incremental.dependencies import Asked
from ...incremental.fingerprint import fingerprint
from ...incremental.memo import Memory
from ...incremental.parallel_map import spread
from ...web.search_index import indexed_part
from ..files.library_file import LibraryFile, LibraryPage
from .link_check import local_addresses

WORTH_A_PROCESS = 40
"""Pages for each process; a copy of this one starts in the time of a few."""


@dataclass(frozen=True)
class MadePage:
    """A page as it was made."""

    content: str
    """The name of its HTML in the store."""
    indexed: str
    """A digest of what search finds on it; empty for a page that is not found."""
    addresses: tuple[str, ...]
    """The files of the site it leads to or shows, by their paths from the root."""


@dataclass(frozen=True)
class _Made:
    """What a process that made a page tells the one that waits for it."""

    page: MadePage
    asked: Asked
    said: tuple[tuple[str, int, str], ...]
    """What loggers said: name, level, words."""


class PageMaking:
    """Makes pages, and keeps each in ``store`` with what it was made from in ``memory``.

    ``recipe`` is a text that changes with anything that shows on every page, ``digests`` those of
    each file of ``docs/`` by its path there. ``render`` returns a page's whole HTML, and tells what
    it is given besides (``given``).
    """

    def __init__(
        self,
        memory: Memory,
        store: ContentStore,
        recipe: str,
        digests: Mapping[str, str],
        *,
        site_url: str,
        render: Callable[[LibraryPage], str],
        given: Callable[[LibraryFile], object],
    ) -> None:
        self._memory = memory
        self._store = store
        self._recipe = recipe
        self._digests = digests
        self._site_url = site_url
        self._render = render
        self._given = given

    def make(self, files: Sequence[LibraryFile]) -> Iterator[tuple[LibraryFile, MadePage]]:
        """Give each file its page, and yield both as soon as they are there, in order.

        What nobody takes is not made. Raises ``PluginError`` where a page cannot be made.
        """
        keys = [self._key(file) for file in files]
        pages = [self._kept(file, key) for file, key in zip(files, keys, strict=True)]
        missing = [index for index, page in enumerate(pages) if page is None]
        named: set[str] = set()
        work = spread(lambda index: self._make(files[index].page), missing, worth=WORTH_A_PROCESS)
        with closing(work) as made:
            for file, key, kept in zip(files, keys, pages, strict=True):
                page = kept or self._take(file, key, next(made))
                file.made = self._store.path(page.content)
                named.add(page.content)
                yield file, page
        if missing:
            self._store.tidy(keep=named)

    def _take(self, file: LibraryFile, key: bytes, made: _Made) -> MadePage:
        for name, level, words in made.said:
            logging.getLogger(name).log(level, words)
        if not made.said:  # else it is made again next time, and the words are heard again
            self._memory.remember(file.dest_uri, key, made.asked, made.page)
        return made.page

    def _kept(self, file: LibraryFile, key: bytes) -> MadePage | None:
        page: MadePage | None = self._memory.recall(file.dest_uri, key)
        return page if page and self._store.holds(page.content) else None

    def _key(self, file: LibraryFile) -> bytes:
        """Return a fingerprint of all a page is given; what it asks is remembered besides."""
        data, source = file.data, file.src_uri
        digest = self._digests.get(source, "")
        view = [data.template, data.title, data.summary, data.listed]
        for name, value in data.view.items():
            is_file = digest and getattr(value, "source", None) == source
            view += [name, "the file" if is_file else value]
        text = "" if digest or not data.text else data.text.markdown
        return fingerprint(
            self._recipe, source, file.dest_uri, digest, text, view, self._given(file)
        )

    def _make(self, page: LibraryPage) -> _Made:
        with self._memory.questions.listen() as asked, _heard() as said:
            try:
                html = self._render(page)
            except BuildError:
                raise
            except Exception as error:
                what = f"{type(error).__name__}: {error}"
                raise PluginError(f"{page.file.src_uri} could not be made. {what}") from error
            content = self._store.put(html.encode("utf-8", errors="xmlcharrefreplace"))
            part = indexed_part(html)
            leads_to = local_addresses(html, page.file.dest_uri, self._site_url)
            made = MadePage(content, fingerprint(part).hex() if part else "", leads_to)
            return _Made(made, asked(), tuple(said))


@contextmanager
def _heard() -> Iterator[list[tuple[str, int, str]]]:
    """Collect what MkDocs' loggers say, in this process and for the one that waits for it."""
    found: list[tuple[str, int, str]] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append((record.name, record.levelno, record.getMessage()))

    logger = logging.getLogger("mkdocs")
    before, passes_on = logger.handlers, logger.propagate
    logger.handlers, logger.propagate = [Collect(logging.WARNING)], False
    try:
        yield found
    finally:
        logger.handlers, logger.propagate = before, passes_on
