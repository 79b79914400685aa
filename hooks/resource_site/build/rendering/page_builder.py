"""Builds all pages: unchanged ones come from the cache, the others are rendered in parallel."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

from jinja2 import TemplateError
from mkdocs.exceptions import BuildError, PluginError
from pydantic import TypeAdapter

from ...incremental.dependencies import Recorded
from ...incremental.fingerprint import fingerprint
from ...incremental.log_records import LogMessage, capture_warnings, log_again
from ...incremental.parallel_map import parallel_map
from ...incremental.result_cache import ResultCache
from ...incremental.store import Store
from ...web.search_index import indexed_part
from ..files.library_file import LibraryFile, LibraryPage
from .link_check import local_addresses
from .template_errors import template_error_message

WORTH_A_PROCESS = 40
"""Pages for each process; forking takes as long as rendering a few."""


@dataclass(frozen=True)
class BuiltPage:
    """What the manifest has of a rendered page."""

    content: str
    """The name of its HTML in the store."""
    indexed: str
    """A hash of the text to index for search; empty for a page that is not indexed."""
    addresses: tuple[str, ...]
    """The files of the site it links to or embeds, by their paths from the root."""


BUILT_PAGE = TypeAdapter(tuple[Recorded, BuiltPage])


@dataclass(frozen=True)
class _RenderResult:
    """What a worker process returns for a page."""

    page: BuiltPage
    recorded: Recorded
    logged: list[LogMessage]


class PageBuilder:
    """Renders pages into ``store``, and records what each depends on in ``cache``.

    ``digests`` are the hashes of the files of ``docs/``, by path. ``render`` returns a page's HTML,
    and ``inputs`` what it is rendered with besides its page data and its recorded lookups.
    """

    def __init__(
        self,
        cache: ResultCache[BuiltPage],
        store: Store,
        build_hash: str,
        digests: Mapping[str, str],
        *,
        site_url: str,
        render: Callable[[LibraryPage], str],
        inputs: Callable[[LibraryFile], object],
    ) -> None:
        self._cache = cache
        self._store = store
        self._build_hash = build_hash
        self._digests = digests
        self._site_url = site_url
        self._render = render
        self._inputs = inputs

    def build(self, files: Sequence[LibraryFile]) -> Iterator[tuple[LibraryFile, BuiltPage]]:
        """Set ``built`` of each file, and yield it with its page, in order, as soon as it is ready.

        Raises ``PluginError`` where a page cannot be rendered.
        """
        keys = [self._key(file) for file in files]
        pages = [self._cached(file, key) for file, key in zip(files, keys, strict=True)]
        missing = [index for index, page in enumerate(pages) if page is None]
        work = parallel_map(
            lambda index: self._render_page(files[index].page),
            missing,
            min_per_process=WORTH_A_PROCESS,
        )
        with closing(work) as results:
            for file, key, cached in zip(files, keys, pages, strict=True):
                page = cached or self._record(file, key, next(results))
                file.built = self._store.path(page.content)
                yield file, page

    def _record(self, file: LibraryFile, key: str, result: _RenderResult) -> BuiltPage:
        log_again(result.logged)
        if not result.logged:  # a page with warnings is rendered again, to log them again
            self._cache.put(f"page {file.dest_uri}", key, result.recorded, result.page)
        return result.page

    def _cached(self, file: LibraryFile, key: str) -> BuiltPage | None:
        page = self._cache.get(f"page {file.dest_uri}", key)
        return page if page and self._store.has(page.content) else None

    def _key(self, file: LibraryFile) -> str:
        """Return a hash of everything the page depends on but its recorded lookups."""
        data = file.data
        digest = self._digests.get(data.source, "")
        view: list[object] = [data.template, data.title, data.summary, data.listed]
        for name, value in data.view.items():
            # The model of the page's own file is a function of the file, whose hash is quicker.
            is_own_model = digest and getattr(value, "source", None) == data.source
            view += [name, "own model" if is_own_model else value]
        text = "" if digest or not data.text else data.text.markdown
        return fingerprint(
            self._build_hash, data.source, file.dest_uri, digest, text, view, self._inputs(file)
        )

    def _render_page(self, page: LibraryPage) -> _RenderResult:
        with (
            self._cache.dependencies.record() as recorded,
            capture_warnings("mkdocs") as logged,
        ):
            try:
                html = self._render(page)
            except BuildError:
                raise
            except Exception as error:
                what = f"{type(error).__name__}: {error}"
                if isinstance(error, TemplateError):
                    what = template_error_message(error)
                raise PluginError(f"{page.file.src_uri} could not be made. {what}") from error
            content = self._store.put(html.encode("utf-8", errors="xmlcharrefreplace"), ".html")
            part = indexed_part(html)
            addresses = local_addresses(html, page.file.dest_uri, self._site_url)
            built = BuiltPage(content, fingerprint(part) if part else "", addresses)
            return _RenderResult(built, recorded(), logged)
