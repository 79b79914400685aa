"""Other forms of an article: Easy Read, a film in British Sign Language, recorded sound."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar

from pydantic import AfterValidator

from ..markdown.document import Document, LinkKind
from ..markdown.links import is_film, is_recording
from .fields.field_types import DRAFT, TITLE, URGENT_HELP, Day, Strict, key, refusal
from .fields.text_limits import Phrase, Sentence, Summary, Title, Transcript
from .publication import REVIEW_EVERY, months_after


def _check_film(value: str) -> str:
    if not is_film(value):
        raise refusal(f'"{value}" is not a film.', "Films end in .mp4, .m4v or .webm.")
    return value


def _check_sound(value: str) -> str:
    if not is_recording(value):
        raise refusal(
            f'"{value}" is not a recording.',
            "Recordings end in .mp3, .m4a, .oga, .ogg, .opus or .wav.",
        )
    return value


FilmFile = Annotated[Sentence, AfterValidator(_check_film)]
SoundFile = Annotated[Sentence, AfterValidator(_check_sound)]


_MADE = key(
    "Made on",
    "The day it was made; readers see it.",
    hint="Readers see it, and can tell whether the article is newer.",
    examples=["2026-11-01"],
)


class SignedFilm(Strict):
    """A film of an article in British Sign Language."""

    film: FilmFile = key(
        "Film",
        "Its file in docs/. Its captions stand beside it, in a file that ends in .vtt.",
        hint="Its file, such as /assets/rejection-bsl.mp4, with rejection-bsl.vtt beside it.",
        examples=["/assets/rejection-bsl.mp4"],
    )
    transcript: Transcript = key(
        "Transcript",
        "What is signed, in English words, and what else the film shows.",
        hint="What is signed, in English words, and what else the film shows.",
    )
    made: Day = _MADE


class SpokenText(Strict):
    """A recording of an article that somebody reads aloud; the article is its transcript."""

    sound: SoundFile = key(
        "Recording",
        "Its file in docs/.",
        hint="Its file, such as /assets/rejection.mp3.",
        examples=["/assets/rejection.mp3"],
    )
    made: Day = _MADE


class Forms(Strict):
    """The forms of an article that its front matter names."""

    bsl: SignedFilm | None = key(
        "Film in British Sign Language",
        "A film of it in British Sign Language, with captions and a transcript.",
        default=None,
    )
    recording: SpokenText | None = key(
        "Recording", "A recording of it, read aloud by a person.", default=None
    )

    @property
    def files(self) -> Iterator[tuple[tuple[str, str], str, LinkKind]]:
        """Yield each file with the keys that name it, as it was typed, and its kind."""
        if self.bsl:
            captions = f"{self.bsl.film.rpartition('.')[0]}.vtt"
            yield ("bsl", "film"), self.bsl.film, "film"
            yield ("bsl", "film"), captions, "captions"
        if self.recording:
            yield ("recording", "sound"), self.recording.sound, "film"


class EasyReadFrontMatter(Strict):
    """The front matter of an Easy Read."""

    title: Title = TITLE
    summary: Summary = key(
        "Summary",
        "One short sentence on what it is about. 160 characters at most.",
        hint="One short sentence on what it is about.",
    )
    reviewed: Day = key(
        "Reviewed",
        "The day you last compared it with its article or page; readers see it.",
        hint="The day you last compared it with its article or page. Readers see it.",
        examples=["2026-11-01"],
    )
    tested_with: Phrase | None = key(
        "Tested with",
        "With whom it was tested; it cannot go out before. Readers see it.",
        default=None,
        hint="People with learning disabilities who read it and said what to change. "
        "Until this says with whom, readers do not see it.",
        examples=["six members of our reading group of people with learning disabilities"],
    )
    urgent_help: bool = URGENT_HELP
    draft: bool = DRAFT

    @property
    def is_ready(self) -> bool:
        """Return whether readers may see it, as soon as they see what it tells."""
        return bool(self.tested_with) and not self.draft


class EasyRead(EasyReadFrontMatter):
    """An article or a page in short sentences with pictures: its front matter, slug and body."""

    kind: ClassVar[str] = "Easy Read"

    slug: str
    """The name of its file, which is that of its article or page."""
    source: str
    """Path inside ``docs/``, with forward slashes."""
    text: Document

    @property
    def subjects(self) -> tuple[str, str]:
        """Return the files that this may be the Easy Read of: an article, or else a page."""
        return f"articles/{self.slug}.md", f"{self.slug}.md"

    @property
    def review_due(self) -> date:
        """Return the day by which it must be compared with its article or page again."""
        return months_after(self.reviewed, REVIEW_EVERY)

    @property
    def address(self) -> str:
        """Return the page's address, relative to the site's root."""
        return easy_read_address(self.slug)


def easy_read_address(slug: str) -> str:
    """Return the address of the Easy Read with this slug."""
    return f"easy-read/{slug}/"
