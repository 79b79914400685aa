"""``resources words``: how plain a file is, or how the whole library reads."""

from collections import Counter
from contextlib import suppress
from pathlib import Path, PurePath
from typing import Annotated

import typer

from ..checks.prose.hard_words import hard_words
from ..checks.prose.reading_age import MAX_READING_AGE, MIN_WORDS, reading_age_of
from ..checks.prose.rhythm import (
    CALM,
    SHORT,
    Rhythm,
    repeated_openings,
    repeated_phrases,
    rhythm_of,
)
from ..checks.prose.sentences import MAX_WORDS, sentences
from ..checks.readiness.file_prose import FileProse, prose_by_file
from ..checks.site_check import load_all
from ..problems import suggest
from .console import DEFAULT_CONFIG, ConfigOption, fail

_LONGEST_SHOWN = 5
_REPEATED_SHOWN = 12


def words(
    file: Annotated[
        Path | None,
        typer.Argument(
            help="An article, a checklist or a page. If left out: all articles.",
            show_default=False,
        ),
    ] = None,
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """Show the reading age and rhythm of a file, its longest sentences and its hard words.

    Without a file: the rhythm of each article, and the words that all of them repeat. Nothing here
    is a mistake. Hard words are those few ten-year-olds know; some are the right ones, and then it
    helps to explain them.
    """
    loaded, _, _ = load_all(config)
    by_path = {each.path: each for each in prose_by_file(loaded)}
    if file is None:
        articles = f"{loaded.prefix}articles/"
        _show_library([each for path, each in by_path.items() if path.startswith(articles)])
        return
    path = _path(file, config)
    found = by_path.get(path)
    if found is None:
        what = f'"{file}" is not a file of this site that can be read.'
        if file.is_file():  # then it has problems, or no text
            fail(f'{what} "resources check" tells more.')
        same_name = [other for other in by_path if PurePath(other).stem == PurePath(path).stem]
        fix = f'Did you mean "{same_name[0]}"?' if same_name else suggest(path, by_path)
        fail(f"{what} {fix}")
    _show_file(found)


def _show_file(found: FileProse) -> None:
    text_blocks = found.text_blocks
    age = reading_age_of(found.measured)
    if age is None:
        typer.echo(f"Reading age: not measured; it takes {MIN_WORDS} words.")
    else:
        typer.echo(
            f"Reading age: {age:g} ({found.max_reading_age or MAX_READING_AGE} is the most)."
        )
    rhythm = rhythm_of(found.measured)
    if rhythm.sentences and found.max_words == MAX_WORDS:  # an Easy Read is short on purpose
        low, high = CALM
        typer.echo(f"Rhythm: {_rhythm(rhythm)} ({low:g} to {high:g} words read well aloud).")
    by_length = [
        (len(sentence.split()), *block.place_at(offset), sentence)
        for block in text_blocks
        for offset, sentence in sentences(block)
    ]
    by_length.sort(key=lambda row: -row[0])
    typer.echo("\nLongest sentences:")
    for count, line, _, sentence in by_length[:_LONGEST_SHOWN]:
        typer.echo(
            f"  line {line}: {count} word{'' if count == 1 else 's'}: {_shortened(sentence)}"
        )
    typer.echo("\nHard words:")
    for word, line, _ in hard_words(text_blocks):
        typer.echo(f"  line {line}: {word}")


def _show_library(files: list[FileProse]) -> None:
    rhythms = {each.path: rhythm_of(each.measured) for each in files}
    for each in files:
        age = reading_age_of(each.measured)
        typer.echo(f"{each.path}: {_rhythm(rhythms[each.path])}; reading age {age or '-'}")
    every = rhythms.values()
    whole = Rhythm(
        sum(rhythm.sentences for rhythm in every),
        sum(rhythm.words for rhythm in every),
        sum(rhythm.short for rhythm in every),
    )
    typer.echo(f"\nAll articles: {_rhythm(whole)}.")
    bodies = [each.measured for each in files]
    _show_repeated("Sentences, headings and entries that begin with", repeated_openings(bodies))
    _show_repeated("Words that stand in many articles", repeated_phrases(bodies))


def _show_repeated(title: str, counts: Counter[str]) -> None:
    typer.echo(f"\n{title}:")
    for text, count in counts.most_common(_REPEATED_SHOWN):
        if count > 1:
            typer.echo(f"  {count} times: {text}")


def _rhythm(rhythm: Rhythm) -> str:
    return (
        f"{rhythm.average:.1f} words a sentence, "
        f"{rhythm.share_of_short:.0%} with {SHORT} words or fewer"
    )


def _path(file: Path, config: Path) -> str:
    """Return ``file`` relative to the project's folder, with forward slashes, as problems have it.

    A file dragged into a terminal has an absolute path.
    """
    with suppress(ValueError):
        file = file.relative_to(config.parent.resolve()) if file.is_absolute() else file
    return file.as_posix().replace("\\", "/").removeprefix("./")


def _shortened(sentence: str) -> str:
    return sentence if len(sentence) <= 70 else f"{sentence[:67].rstrip()}…"
