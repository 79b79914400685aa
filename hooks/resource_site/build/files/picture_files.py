"""Pictures of ``docs/`` as files of the site, made fit to publish."""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ...checks.files.picture_check import PICTURES
from ...incremental.store import Store
from ...web.images.fitted_pictures import fit_pictures
from .library_file import StoredFile


class PictureFiles:
    """The pictures of one build; ``picture`` has each by its path inside ``docs/``."""

    def __init__(
        self, docs: Path, sources: Iterable[str], config: MkDocsConfig, store: Store
    ) -> None:
        """Make those of ``sources`` that are pictures.

        Raises ``OSError`` where one cannot be written.
        """
        self._config = config
        self._store = store
        pictures = [
            source for source in sources if PurePosixPath(source).suffix.lower() in PICTURES
        ]
        self.picture = fit_pictures(docs, pictures, store)

    def versions(self) -> Iterator[File]:
        """Yield the smaller versions, and those in another format."""
        for picture in self.picture.values():
            for version in (*picture.same[:-1], *picture.webp):
                yield self._file(version.name, version.address)

    def fitted(self, file: File) -> File:
        """Return ``file``, or the fitted picture in its place if it is one of ``docs/``."""
        picture = self.picture.get(file.src_uri) if file.src_dir else None
        if picture is None or Path(str(file.src_dir)) != Path(self._config.docs_dir):
            return file
        return self._file(picture.same[-1].name, file.src_uri)

    def _file(self, name: str, address: str) -> File:
        return StoredFile.of(self._config, address, Path(self._store.path(name)))
