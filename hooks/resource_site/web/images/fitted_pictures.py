"""The pictures of ``docs/`` as they are published: fit for phones, without metadata, kept."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path, PurePosixPath

from pydantic import TypeAdapter, ValidationError

from ...incremental.parallel_map import parallel_map
from ...incremental.store import Store
from ...markdown.ids import slugify
from .picture_encoding import VERSION, EncodedPicture, encode_picture

FOLDER = "assets/sizes"
"""The address of smaller versions and of other formats; their names change with their content."""

WORTH_A_PROCESS = 4
"""Pictures for each process; one takes up to a second."""


@dataclass(frozen=True)
class Version:
    """One version of a picture: its name in the store, its address on the site and its width."""

    name: str
    address: str
    width: int


@dataclass(frozen=True)
class FittedPicture:
    """A picture with its versions, from the narrowest; the last of ``same`` is the picture itself.

    ``webp`` are in that format, and empty where it would not be smaller.
    """

    width: int
    height: int
    same: tuple[Version, ...]
    webp: tuple[Version, ...]


_FITTED = TypeAdapter(FittedPicture)


def fit_pictures(docs: Path, sources: Iterable[str], store: Store) -> dict[str, FittedPicture]:
    """Return the picture of each of ``sources``, paths inside ``docs``, from ``store`` if there.

    They were checked, so each can be decoded. Raises ``OSError`` where one cannot be written.
    """

    def encode(source: str) -> FittedPicture:
        picture = encode_picture(docs / source)
        *smaller, full = picture.same
        return FittedPicture(
            picture.width,
            picture.height,
            (
                *_versions(source, smaller, store),
                Version(store.put(full.content, full.ending), source, full.width),
            ),
            tuple(_versions(source, picture.webp, store)),
        )

    keys = {source: _key(docs, source) for source in sources}
    fitted = {source: _kept(key, store) for source, key in keys.items()}
    missing = [source for source, picture in fitted.items() if picture is None]
    encoded = parallel_map(encode, missing, min_per_process=WORTH_A_PROCESS)
    for source, picture in zip(missing, encoded, strict=True):
        store.put(_FITTED.dump_json(picture), ".json", keys[source])
        fitted[source] = picture
    return {source: picture for source, picture in fitted.items() if picture}


def _versions(source: str, encoded: Sequence[EncodedPicture], store: Store) -> Iterator[Version]:
    stem = slugify(PurePosixPath(source).stem)
    for version in encoded:
        digest = sha256(source.encode() + version.content).hexdigest()[:8]
        address = f"{FOLDER}/{stem}-{version.width}.{digest}{version.ending}"
        yield Version(store.put(version.content, version.ending), address, version.width)


def _kept(key: str, store: Store) -> FittedPicture | None:
    """Return the picture that the store has for ``key`` with all its versions, or None."""
    file = store.find(key, ".json")
    if file is None:
        return None
    try:
        picture = _FITTED.validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return None
    is_whole = all(store.has(version.name) for version in (*picture.same, *picture.webp))
    return picture if is_whole else None


def _key(docs: Path, source: str) -> str:
    """Return a hash of everything the versions of a picture depend on."""
    inputs = f"{VERSION} {_engine()} {source}\0".encode() + (docs / source).read_bytes()
    return sha256(inputs).hexdigest()[:40]


@cache
def _engine() -> str:
    import PIL  # noqa: PLC0415 - many sites have no picture

    return PIL.__version__
