"""The pages of a site: those that would come out as they did are kept, the others made."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

from mkdocs.exceptions import BuildError, PluginError
from pydantic import TypeAdapter

from ...incremental.dependencies import Recorded
from ...incremental.fingerprint import fingerprint
from ...incremental.log_records import LogMessage, capture_warnings, log_again
from ...incremental.memo import Memo
from ...incremental.parallel_map import parallel_map
from ...incremental.store import Store
from ...web.search_index import indexed_part
from ..files.library_file import LibraryFile, LibraryPage
from .link_check import local_addresses

MIN_PER_PROCESS = 40
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


MADE_PAGE = TypeAdapter(tuple[Recorded, MadePage])


@dataclass(frozen=True)
class _NewPage:
    """What a process that made a page tells the one that waits for it."""

    page: MadePage
    recorded: Recorded
    logged: list[LogMessage]


class PageBuilder:
    """Makes pages, and keeps each in ``store`` with what it was made from in ``memo``.

    ``build_hash`` is a text that changes with anything that shows on every page, ``digests`` those
    of each file of ``docs/`` by its path there. ``render`` returns a page's whole HTML, and
    ``given`` what a page is rendered with besides its own data.
    """

    def __init__(
        self,
        memo: Memo[MadePage],
        store: Store,
        build_hash: str,
        digests: Mapping[str, str],
        *,
        site_url: str,
        render: Callable[[LibraryPage], str],
        given: Callable[[LibraryFile], object],
    ) -> None:
        self._memo = memo
        self._store = store
        self._build_hash = build_hash
        self._digests = digests
        self._site_url = site_url
        self._render = render
        self._given = given

    def build(self, files: Sequence[LibraryFile]) -> Iterator[tuple[LibraryFile, MadePage]]:
        """Give each file its page, and yield both as soon as they are there, in order.

        Pages are made as far as they are taken. Raises ``PluginError`` where one cannot be made.
        """
        keys = [self._key(file) for file in files]
        pages = [self._kept(file, key) for file, key in zip(files, keys, strict=True)]
        missing = [index for index, page in enumerate(pages) if page is None]
        work = parallel_map(
            lambda index: self._make(files[index].page), missing, min_per_process=MIN_PER_PROCESS
        )
        with closing(work) as made:
            for file, key, kept in zip(files, keys, pages, strict=True):
                page = kept or self._take(file, key, next(made))
                file.made = self._store.path(page.content)
                yield file, page

    def _take(self, file: LibraryFile, key: str, new: _NewPage) -> MadePage:
        log_again(new.logged)
        if not new.logged:  # else it is made again next time, and the words are heard again
            self._memo.put(f"page {file.dest_uri}", key, new.recorded, new.page)
        return new.page

    def _kept(self, file: LibraryFile, key: str) -> MadePage | None:
        page = self._memo.get(f"page {file.dest_uri}", key)
        return page if page and self._store.has(page.content) else None

    def _key(self, file: LibraryFile) -> str:
        """Return a fingerprint of all a page is given; what it looks up is recorded besides."""
        data = file.data
        digest = self._digests.get(data.source, "")
        view: list[object] = [data.template, data.title, data.summary, data.listed]
        for name, value in data.view.items():
            is_file = digest and getattr(value, "source", None) == data.source
            view += [name, "the file" if is_file else value]
        text = "" if digest or not data.text else data.text.markdown
        return fingerprint(
            self._build_hash, data.source, file.dest_uri, digest, text, view, self._given(file)
        )

    def _make(self, page: LibraryPage) -> _NewPage:
        with (
            self._memo.dependencies.record() as recorded,
            capture_warnings("mkdocs") as logged,
        ):
            try:
                html = self._render(page)
            except BuildError:
                raise
            except Exception as error:
                what = f"{type(error).__name__}: {error}"
                raise PluginError(f"{page.file.src_uri} could not be made. {what}") from error
            content = self._store.put(html.encode("utf-8", errors="xmlcharrefreplace"), ".html")
            part = indexed_part(html)
            addresses = local_addresses(html, page.file.dest_uri, self._site_url)
            made = MadePage(content, fingerprint(part) if part else "", addresses)
            return _NewPage(made, recorded(), logged)
